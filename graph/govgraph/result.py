"""Result: the answer to a question, as a table for people and as rows for programs."""

from __future__ import annotations

import html
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from govgraph_ontology.errors import MissingExtra

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | None

_HEADINGS: dict[str, str] = tomllib.loads((files("govgraph") / "headings.toml").read_text(encoding="utf-8"))
_WIDEST = 48
_ROWS_SHOWN = 200


@dataclass(frozen=True)
class Result:
    """Rows under named columns.

    `columns`: keys, the same in every language; `headings` gives what people read. `statements`: for each row
    the IRIs of the statement nodes on which it rests, if any. `look_up` turns such IRIs into evidence.
    """

    columns: list[str]
    rows: list[tuple[Cell, ...]]
    statements: list[tuple[str, ...]] = field(default_factory=list, repr=False)
    look_up: Callable[[Sequence[str]], Result] | None = field(default=None, repr=False, compare=False)

    @property
    def headings(self) -> list[str]:
        """The headings in Chinese; a column of a query of one's own is called as there."""
        return [_HEADINGS.get(column, column) for column in self.columns]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def evidence(self) -> Result:
        """The sentences on which the rows rest, each once, with their places in the sources."""
        if self.look_up is None:
            return Result([], [])
        return self.look_up(list(dict.fromkeys(iri for row in self.statements for iri in row)))

    def df(self) -> pandas.DataFrame:
        """The rows as a DataFrame with the keys as columns. Raises MissingExtra where pandas is missing."""
        try:
            import pandas
        except ImportError as error:
            raise MissingExtra(
                "需要 pandas，请运行 (needs pandas; run): pip install 'govgraph[pandas]'"
            ) from error
        return pandas.DataFrame(self.rows, columns=self.columns)

    def to_json(self) -> str:
        """The rows as a JSON array of objects."""
        return json.dumps(list(self), ensure_ascii=False, indent=2)

    def __str__(self) -> str:
        """The rows as aligned text, Chinese characters counted as two columns; long cells are cut."""
        if not self.rows:
            return "（无结果）"
        cells = [[_shorten(_shown(cell)) for cell in row] for row in [tuple(self.headings), *self.rows]]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in cells]
        return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])

    def _repr_html_(self) -> str:
        """The rows as an HTML table for a notebook; everything is escaped."""
        head = "".join(f"<th>{html.escape(heading)}</th>" for heading in self.headings)
        body = "".join(
            f"<tr>{''.join(f'<td>{html.escape(_shown(cell))}</td>' for cell in row)}</tr>"
            for row in self.rows[:_ROWS_SHOWN]
        )
        more = len(self.rows) - _ROWS_SHOWN
        note = f"<p>另有 {more} 行 ({more} more rows)</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    return str(cell)


def _shorten(text: str) -> str:
    """The text in one line of at most _WIDEST columns."""
    line = " ".join(text.split())
    if _width(line) <= _WIDEST:
        return line
    width = 0
    for at, char in enumerate(line):
        width += _width(char)
        if width > _WIDEST - 1:
            return line[:at] + "…"
    return line


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
