"""Result: the answer to a question, as a table for people and as rows for programs."""

from __future__ import annotations

import html
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, overload
from unicodedata import east_asian_width

from govgraph.wording import cell_words
from govgraph_ontology.errors import MissingExtra, UnknownName

if TYPE_CHECKING:
    import networkx as nx
    import pandas
    import polars

Cell = str | int | float | bool | None
Headings = Literal["keys", "zh"]
"""What stands above the columns: their keys, or what people read in Chinese."""

_HEADINGS: dict[str, str] = tomllib.loads((files("govgraph") / "headings.toml").read_text(encoding="utf-8"))
_WIDEST = 48
_ROWS_SHOWN = 200
_NO_ROWS = "（无结果）"
_LEFT = 'style="text-align:left"'  # notebooks set tables to the right


class Grounds(Protocol):
    """Where statements are looked up by the IRIs of their nodes."""

    def evidence(self, statements: Sequence[str]) -> Result:
        """The words behind the statements."""

    def graph(self, statements: Sequence[str]) -> nx.MultiDiGraph:
        """The statements as edges between entities."""


@dataclass(frozen=True, repr=False)
class Result:
    """Rows under named columns.

    `columns`: keys, the same in every language; `headings` gives what people read. `statements`: for each row
    the IRIs of the statement nodes on which it rests, if any. `grounds`: where such IRIs are looked up.
    """

    columns: list[str]
    rows: list[tuple[Cell, ...]]
    statements: list[tuple[str, ...]] = field(default_factory=list)
    grounds: Grounds | None = field(default=None, compare=False)

    @property
    def headings(self) -> list[str]:
        """The headings in Chinese; a column of a query of one's own is called as there."""
        return [_HEADINGS.get(column, column) for column in self.columns]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    @overload
    def __getitem__(self, rows: int) -> dict[str, Cell]: ...

    @overload
    def __getitem__(self, rows: slice) -> Result: ...

    def __getitem__(self, rows: int | slice) -> dict[str, Cell] | Result:
        """One row by its number, or some of them (`result[:5]`) as a Result that knows its evidence."""
        if isinstance(rows, slice):
            return replace(self, rows=self.rows[rows], statements=self.statements[rows])
        return dict(zip(self.columns, self.rows[rows], strict=True))

    def select(self, *columns: str) -> Result:
        """These columns in this order, by key or by Chinese heading; the evidence stays that of the rows.

        Raises UnknownName for a column that is not there, listing those that are.
        """
        chosen = [self._column(name) for name in columns]
        rows = [tuple(row[at] for at in chosen) for row in self.rows]
        return replace(self, columns=[self.columns[at] for at in chosen], rows=rows)

    def where(self, **cells: Cell) -> Result:
        """The rows with exactly these cells (`where(reached=False)`, `where(地区="云溪市")`).

        A code may be called as people read it: `where(变化="增加")` is `where(change="increase")`.
        Raises UnknownName for a column that is not there, listing those that are.
        """
        wanted = [(self._column(name), cell) for name, cell in cells.items()]
        kept = [
            number
            for number, row in enumerate(self.rows)
            if all(cell in (row[at], self._code_words(at, row[at])) for at, cell in wanted)
        ]
        statements = [self.statements[number] for number in kept] if self.statements else []
        return replace(self, rows=[self.rows[number] for number in kept], statements=statements)

    def evidence(self) -> Result:
        """The sentences on which the rows rest, each once, with their places in the sources."""
        return Result([], []) if self.grounds is None else self.grounds.evidence(self._all_statements())

    def graph(self) -> nx.MultiDiGraph:
        """The statements on which the rows rest, as networkx has them (see `govgraph.networks`)."""
        if self.grounds is None:
            from govgraph.networks import StatementGraph

            return StatementGraph()
        return self.grounds.graph(self._all_statements())

    def df(self, headings: Headings = "keys") -> pandas.DataFrame:
        """The rows as a DataFrame of pandas. Raises MissingExtra where pandas is missing.

        `headings`: "zh" puts the Chinese headings above the columns.
        """
        try:
            import pandas
        except ImportError as error:
            raise _missing("pandas") from error
        return pandas.DataFrame(self.rows, columns=self._names(headings))

    def to_polars(self, headings: Headings = "keys") -> polars.DataFrame:
        """The rows as a DataFrame of polars. Raises MissingExtra where polars is missing.

        A column whose cells are of one kind has its type; whole and broken numbers together are broken ones,
        and any other mixture is text.
        """
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        names = self._names(headings)
        cells = [_of_one_kind([row[at] for row in self.rows]) for at in range(len(names))]
        return polars.DataFrame(dict(zip(names, cells, strict=True)))

    def to_xlsx(self, path: Path | str) -> None:
        """Write the rows as a sheet of Excel, headings and codes in Chinese.

        Texts stay texts and are no formulas; the file appears only when it is whole. Raises MissingExtra
        without xlsxwriter and GovgraphError for more rows than a sheet holds.
        """
        from govgraph_exports.output import replacing
        from govgraph_exports.spreadsheet import write_spreadsheet

        with replacing(Path(path)) as part:
            write_spreadsheet(part, "govgraph", "结果", self._names("zh"), self._worded_rows())

    def to_json(self) -> str:
        """The rows as a JSON array of objects."""
        return json.dumps(list(self), ensure_ascii=False, indent=2)

    def __str__(self) -> str:
        """The rows as aligned text, Chinese characters counted as two columns; long cells are cut."""
        if not self.rows:
            return _NO_ROWS
        body = [list(map(cell_words, self.columns, row)) for row in self.rows]
        cells = [[_shorten(text) for text in row] for row in [self.headings, *body]]
        widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
        lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in cells]
        return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])

    def __repr__(self) -> str:
        """The same table, for those who ask at Python's own prompt."""
        return str(self)

    def _repr_html_(self) -> str:
        """The rows as an HTML table for a notebook; everything is escaped."""
        if not self.rows:
            return f"<p>{_NO_ROWS}</p>"
        head = "".join(f"<th {_LEFT}>{html.escape(heading)}</th>" for heading in self.headings)
        shown = [map(cell_words, self.columns, row) for row in self.rows[:_ROWS_SHOWN]]
        body = "".join(
            f"<tr>{''.join(f'<td {_LEFT}>{html.escape(text)}</td>' for text in row)}</tr>" for row in shown
        )
        more = len(self.rows) - _ROWS_SHOWN
        note = f"<p>另有 {more} 行 ({more} more rows)</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"

    def _worded_rows(self) -> list[tuple[Cell, ...]]:
        """The rows with words for codes; numbers and truth values stay such."""
        return [tuple(map(self._code_words, range(len(row)), row)) for row in self.rows]

    def _code_words(self, at: int, cell: Cell) -> Cell:
        """The cell of the column with this number, a code in words."""
        return cell_words(self.columns[at], cell) if isinstance(cell, str) else cell

    def _column(self, name: str) -> int:
        """The number of the column with this key or Chinese heading."""
        for names in (self.columns, self._names("zh")):
            if name in names:
                return names.index(name)
        there = "、".join(map(" ".join, zip(self.columns, self.headings, strict=True)))
        raise UnknownName(f"没有列 {name}，可用 (no such column; there are): {there}")

    def _all_statements(self) -> list[str]:
        return list(dict.fromkeys(iri for row in self.statements for iri in row))

    def _names(self, headings: Headings) -> list[str]:
        """The headings, told apart by their keys where two columns have the same one."""
        if headings == "keys":
            return list(self.columns)
        if headings != "zh":
            raise ValueError(f"headings: 'keys' or 'zh', not {headings!r}")
        uses = Counter(self.headings)
        return [
            heading if uses[heading] == 1 else f"{heading}（{column}）"
            for heading, column in zip(self.headings, self.columns, strict=True)
        ]


def _missing(package: str) -> MissingExtra:
    return MissingExtra(f"需要 {package}，请运行 (needs {package}; run): pip install 'govgraph[{package}]'")


def _of_one_kind(cells: list[Cell]) -> list[Any]:
    """The cells as one type can hold them: as they are, all numbers broken, or all texts."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if len(kinds) < 2:
        return list(cells)
    if kinds == {int, float}:
        return [None if cell is None else float(cell) for cell in cells]
    return [None if cell is None else cell_words("", cell) for cell in cells]


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
