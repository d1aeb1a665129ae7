"""Answers as blocks: a headline for each run of rows, an entry for each row, its sentence and place below.

Rows of answers hold whole sentences, for which no terminal is wide enough as a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from govgraph_exports.cli.streams import data_console, write_data
from govgraph_exports.wrapping import printable, text_columns, wrap_label

if TYPE_CHECKING:
    from govgraph.questions import Question
    from govgraph.result import Result

Row = dict[str, str]
"""The cells of a row as people read them, by column."""

_MOST_LINES = 1000
_EMPTY_BRACKETS = re.compile("（）|《》")


@dataclass(frozen=True, slots=True)
class Blocks:
    """How the rows of an answer read: what stands in the headline, in the entry, and in the lines below it.

    `fields` are columns; those that are empty, or say what the line before says, are left out.
    """

    headline: Callable[[Row], str]
    entry: Callable[[Row], str]
    fields: tuple[str, ...]


def question_blocks(question: Question) -> Blocks:
    """How the rows of an answer read, as the question declares it."""
    return Blocks(_filled(question.headline), _filled(question.entry), question.below)


def _filled(template: str) -> Callable[[Row], str]:
    """The template with the cells of a row; brackets around nothing are left out."""
    return lambda row: _EMPTY_BRACKETS.sub("", template.format_map(row))


EXPLAIN = Blocks(
    lambda row: f"《{row['document']}》",
    lambda row: f"{row['subject']} · {row['relation']} · {row['object']}",
    ("qualifiers", "sentence", "context"),
)
REJECTED = Blocks(lambda row: row["source"], lambda row: row["reason"], ("relation", "text", "rule"))


def show_blocks(result: Result, blocks: Blocks) -> None:
    """The rows on stdout, codes in words."""
    from govgraph.wording import cell_words

    worded = [{column: cell_words(column, cell) for column, cell in row.items()} for row in result]
    headings = {**dict(zip(result.columns, result.headings, strict=True)), "source": "出处"}
    width = max(text_columns(headings[name]) for name in (*blocks.fields, "source"))
    console = data_console()
    for number, (headline, rows) in enumerate(groupby(worded, key=blocks.headline)):
        entries = list(rows)
        if number:
            write_data("")
        console.print(printable(f"{headline} · {len(entries)}"), style="bold", markup=False)
        for row in entries:
            console.print("  • " + "\n    ".join(_lines(blocks.entry(row), 4)), style="cyan", markup=False)
            said = ""
            for name in blocks.fields:
                if row[name] not in ("", said):
                    _show_field(headings[name], row[name], width)
                said = row[name]
            _show_field(headings["source"], f"{row['source']} 第 {row['line']} 行", width)


def _show_field(name: str, text: str, width: int) -> None:
    indent = 4 + width + 2
    console = data_console()
    console.print(f"    {name}{' ' * (width - text_columns(name) + 2)}", style="dim", end="", markup=False)
    console.print(("\n" + " " * indent).join(_lines(text, indent)), markup=False)


def _lines(text: str, indent: int) -> list[str]:
    """The text as it fits the terminal beside an indent; in one line where nobody looks at a terminal."""
    console = data_console()
    if not console.is_terminal:
        return [" ".join(printable(text).split())]
    return wrap_label(text, max(20, console.width - indent - 2), _MOST_LINES)
