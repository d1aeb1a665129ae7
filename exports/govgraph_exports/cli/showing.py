"""Answers on stdout: blocks that a person can read through, tables, or JSON."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

from govgraph_exports.cli.failures import NOTHING_FOUND
from govgraph_exports.cli.streams import data_console, say, write_data, write_json
from govgraph_exports.wrapping import printable, text_columns, wrap_label

if TYPE_CHECKING:
    from govgraph import AmbiguousName, BuildReport, Result
    from govgraph.result import Cell

_WHERE = ("source", "line", "document")
_MOST_LINES = 1000


def show_result(result: Result, *, as_json: bool, group: str = "", item: str = "") -> None:
    """The answer, or exit status 1 where there is none.

    With `group` and `item`, two of its columns, people get one block for each row, under a headline for each
    run of equal values of `group`; else an aligned table.
    """
    if as_json:
        write_json(list(result))
    elif result.rows and group:
        _show_blocks(result, group, item)
    elif result.rows:
        write_data(printable(str(result)))
    if not result.rows:
        say("没有找到。 Nothing found.", style="yellow")
        raise typer.Exit(NOTHING_FOUND)


def show_candidates(error: AmbiguousName, *, as_json: bool) -> None:
    """Those whom an ambiguous name could mean, with their places, and how to choose one."""
    if as_json:
        write_json(
            {
                "ambiguous": error.name,
                "candidates": [
                    {"label": found.label, "place": found.scope, "type": found.type, "id": found.iri}
                    for found in error.candidates
                ],
            }
        )
    else:
        named = {(found.label, found.scope) for found in error.candidates}
        iris = len(named) < len(error.candidates)  # only an IRI tells these apart
        width = max(text_columns(found.label) for found in error.candidates)
        for found in error.candidates:
            gap = " " * (width - text_columns(found.label) + 2)
            write_data(
                printable(f"{found.label}{gap}{found.scope or found.type}{'  ' + found.iri if iris else ''}")
            )
    say(
        f"“{error.name}”有 {len(error.candidates)} 个所指，请用上面的全称（或 IRI）再问。 "
        "Several bear this name: ask again with a full name or an IRI from the list.",
        style="yellow",
    )


def _show_blocks(result: Result, group: str, item: str) -> None:
    headings = dict(zip(result.columns, result.headings, strict=True))
    rest = [name for name in result.columns if name not in (group, item, "place", *_WHERE)]
    label_width = max(text_columns(headings[name]) for name in [*rest, "source"])
    for number, (headline, rows) in enumerate(groupby(result, key=lambda row: _named(row, group))):
        entries = list(rows)
        if number:
            write_data("")
        data_console().print(printable(f"{headline} · {len(entries)}"), style="bold", markup=False)
        for row in entries:
            lines = _lines(_named(row, item), 4)
            data_console().print("  • " + "\n    ".join(lines), style="cyan", markup=False)
            for name in rest:
                if row[name] not in (None, ""):
                    _field(headings[name], str(row[name]), label_width)
            _field("出处", f"{row['source']} 第 {row['line']} 行 · 《{row['document']}》", label_width)


def _named(row: dict[str, Cell], column: str) -> str:
    """The cell; a bureau with its place."""
    place = row.get("place") if column == "bureau" else ""
    return f"{row[column]}（{place}）" if place else str(row[column])


def _field(name: str, text: str, label_width: int) -> None:
    indent = 4 + label_width + 2
    label = name + " " * (label_width - text_columns(name) + 2)
    lines = _lines(text, indent)
    console = data_console()
    console.print(f"    {label}", style="dim", end="", markup=False)
    console.print(("\n" + " " * indent).join(lines), markup=False)


def _lines(text: str, indent: int) -> list[str]:
    """The text as it fits the terminal beside an indent; in one line where nobody looks at a terminal."""
    console = data_console()
    if not console.is_terminal:
        return [" ".join(printable(text).split())]
    return wrap_label(text, max(20, console.width - indent - 2), _MOST_LINES)


def report_data(report: BuildReport) -> dict[str, Any]:
    """A build report as JSON can hold it."""
    return {
        "read": list(report.read),
        "unchanged": list(report.unchanged),
        "dropped": list(report.dropped),
        "failures": [{"name": one.name, "message": one.message} for one in report.failures],
        "sources": report.sources,
        "documents": report.documents,
        "statements": report.statements,
        "rejections": report.rejections,
        "conforms": report.validation.conforms,
        "findings": report.validation.counts(),
    }


def show_report(report: BuildReport) -> None:
    """What a build did, for people: counts, the shapes, and at the end the inputs that failed."""
    say(
        f"✓ 读入 {len(report.read)} 个来源，未变 {len(report.unchanged)} 个；"
        f"库中共 {report.sources} 个来源、{report.documents} 份文件、{report.statements} 条陈述，"
        f"另有 {report.rejections} 个候选未采纳。",
        style="green",
    )
    say(
        f"  {len(report.read)} sources read, {len(report.unchanged)} unchanged; "
        f"the store holds {report.sources} sources, {report.documents} documents, "
        f"{report.statements} statements; {report.rejections} candidates rejected.",
        style="dim",
    )
    say(f"{'✓' if report.validation.conforms else '!'} SHACL：{printable(str(report.validation))}")
    for failure in report.failures:
        say(f"✗ {printable(failure.message)}", style="red")
