"""Sheets written as a book of Excel that reads and prints well; every place in a source becomes a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from govgraph_exports.formulas import looks_like_formula
from govgraph_exports.sheets.model import Cell, Column, Mark, Place, Sheet
from govgraph_exports.sheets.styles import Styles
from govgraph_exports.spreadsheet import cell_text, check_rows, fitting_width, new_book
from govgraph_exports.wrapping import text_columns
from govgraph_ontology.literals import date_value

SOURCES = "来源"
_COLOURS = ("#1F3A5F", "#1F3A5F", "#2E7D5B", "#B3661A", "#7A4FA3", "#7F8894")
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was (29 February 1900), or knows no dates at all."""
_MOST_LINKS = 65_530
"""Links that Excel opens on one sheet; further ones are plain text."""
_TIP = 120
"""Characters of a sentence that show where the mouse rests on a link; Excel takes no more than 255."""
_NARROW = 4.5
_LINE_HEIGHT, _MOST_LINES = 14, 12  # points, and lines of one row, below which a reader scrolls
_A3 = 8
_PAGE = 400
"""Characters across a page of A3 that can still be read when a sheet is made to fit it."""


def write_book(path: Path, title: str, sheets: Sequence[Sheet]) -> None:
    """Write the sheets, and behind them one with every place to which their cells lead.

    Raises MissingExtra without xlsxwriter and GovgraphError for more rows than a sheet has.
    """
    places = sorted({place for sheet in sheets for row in sheet.rows for place in map(_place, row) if place})
    rows = {place: number for number, place in enumerate(places, start=2)}
    with new_book(path, title) as book:
        styles = Styles(book)
        for number, sheet in enumerate([*sheets, _sources(places)]):
            written = _Writer(book.add_worksheet(sheet.name), styles, rows)
            written.write(sheet, _COLOURS[min(number, len(_COLOURS) - 1)])


def _sources(places: Sequence[Place]) -> Sheet:
    columns = (
        Column("来源文件", widest=36),
        Column("行号"),
        Column("原文", widest=90),
        Column("文件", widest=50),
    )
    return Sheet(SOURCES, columns, [tuple(place) for place in places])


def _place(cell: Cell) -> Place | None:
    return cell.place if isinstance(cell, Mark) else cell if isinstance(cell, Place) else None


class _Writer:
    """One sheet of xlsxwriter as it is written. `places`: rows of the sheet of sources, counted from 1."""

    def __init__(self, sheet: Any, styles: Styles, places: Mapping[Place, int]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._places = places
        self._links = 0

    def write(self, sheet: Sheet, colour: str) -> None:
        """Write the note, the headings and the rows, and set how the sheet is seen and printed."""
        top = 1 if sheet.note else 0
        check_rows(sheet.rows, top + 1)
        if sheet.note:
            self._sheet.write_string(0, 0, cell_text(sheet.note), self._styles["note"])
        widths = [self._head(top, at, column, sheet.rows) for at, column in enumerate(sheet.columns)]
        for number, row in enumerate(sheet.rows, start=top + 1):
            self._sheet.set_row(number, _height(row, widths))
            for at, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
                self._cell(number, at, cell, column)
        down = [text_columns(column.heading) // 2 for column in sheet.columns if column.narrow]
        self._sheet.set_row(top, min(30 + max(down) * _LINE_HEIGHT, 400) if down else 24)
        self._sheet.freeze_panes(top + 1, sheet.frozen_columns)
        self._sheet.autofilter(top, 0, top + len(sheet.rows), len(sheet.columns) - 1)
        self._sheet.set_tab_color(colour)
        self._page(top, sum(widths), sheet.frozen_columns)

    def _page(self, top: int, width: float, frozen_columns: int) -> None:
        """Landscape, as wide as the page where that can be read, else several pages side by side."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A3)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        if width <= _PAGE:
            self._sheet.fit_to_pages(1, 0)
        else:
            self._sheet.set_print_scale(60)
            self._sheet.repeat_columns(0, frozen_columns - 1)
        self._sheet.repeat_rows(top)
        self._sheet.set_footer("&L&A&R第 &P 页，共 &N 页")

    def _head(self, row: int, at: int, column: Column, rows: Sequence[Sequence[Cell]]) -> float:
        """Write a heading and give the column its width, which is returned."""
        cells = [column.heading + "　　", *(cells[at] for cells in rows)]  # beside the arrow of the filter
        width = _NARROW if column.narrow else fitting_width(cells, column.widest)
        self._sheet.set_column(at, at, width)
        style = self._styles["head down" if column.narrow else "head"]
        self._sheet.write_string(row, at, cell_text(column.heading), style)
        return width

    def _cell(self, row: int, at: int, cell: Cell, column: Column) -> None:
        """Write a cell as what it is; an empty one keeps the line under it."""
        if isinstance(cell, Place | Mark):
            self._link(row, at, cell)
        elif isinstance(cell, bool):
            self._sheet.write_string(row, at, "是" if cell else "否", self._styles["text"])
        elif isinstance(cell, int | float):
            style = self._styles["whole" if cell == int(cell) else "broken"]
            self._sheet.write_number(row, at, cell, style)
        elif cell and column.dates and (day := _day(cell)):
            self._sheet.write_datetime(row, at, day, self._styles[f"date {len(cell)}"])
        elif cell:
            style = self._styles["quoted" if looks_like_formula(cell) else "text"]
            self._sheet.write_string(row, at, cell_text(cell), style)
        else:
            self._sheet.write_blank(row, at, None, self._styles["mark" if column.narrow else "text"])

    def _link(self, row: int, at: int, cell: Place | Mark) -> None:
        place = cell.place if isinstance(cell, Mark) else cell
        style = self._styles["mark" if isinstance(cell, Mark) else "link"]
        self._links += 1
        if self._links > _MOST_LINKS:
            self._sheet.write_string(row, at, cell_text(str(cell)), style)
            return
        target = f"internal:'{SOURCES}'!C{self._places[place]}"
        tip = " ".join(cell_text(place.sentence[:_TIP]).split())
        self._sheet.write_url(row, at, target, style, string=cell_text(str(cell)), tip=tip)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points that show the row whole, or its first lines; programs other than Excel do not find out alone."""
    lines = (
        sum(ceil(max(text_columns(line), 1) / (width - 1)) for line in str(cell).split("\n", _MOST_LINES))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str | Place)
    )
    return min(max(lines, default=1), _MOST_LINES) * _LINE_HEIGHT + 4


def _day(text: str) -> date | None:
    """The last day that the text means, where it is a date that Excel knows."""
    try:
        day = date.fromisoformat(str(date_value(text).last_day))
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None
