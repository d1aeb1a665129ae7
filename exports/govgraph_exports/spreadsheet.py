"""A sheet of Excel for people: headings that stay in sight, a filter, fitting widths, text kept text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from govgraph_ontology.errors import GovgraphError, MissingExtra

Cell = str | int | float | bool | None

MAX_CELL = 32_767  # characters that one cell of Excel holds
MAX_ROWS = 1_048_576  # rows of one sheet, the heading among them
_CUT_MARK = "…〔截断〕"
_NARROW, _WIDE = 8, 60
# A fixed time, so that the same rows give the same bytes.
_CREATED = datetime(2000, 1, 1)


def write_spreadsheet(
    path: Path,
    title: str,
    sheet: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    frozen_columns: int = 0,
) -> None:
    """Write the rows under the headings as a book with one sheet of this name.

    `title`: that of the book's properties. Text longer than a cell holds is cut and marked 〔截断〕. Raises
    MissingExtra without xlsxwriter and GovgraphError for more rows than a sheet has.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra(
            '写 XLSX 需要 xlsxwriter：pip install "govgraph[xlsx]"。 '
            'XLSX needs xlsxwriter: pip install "govgraph[xlsx]"'
        ) from error
    if len(rows) >= MAX_ROWS:
        raise GovgraphError(
            f"{len(rows)} 行超过一张工作表的 {MAX_ROWS - 1} 行，请改用 .parquet 或 .csv。 "
            f"{len(rows)} rows are more than the {MAX_ROWS - 1} of a sheet: use .parquet or .csv."
        )
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "created": _CREATED})
    _write_sheet(book, sheet, headings, rows, frozen_columns)
    book.close()


def _write_sheet(
    book: Any, name: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], frozen_columns: int
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"}
    )
    body = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for column, heading in enumerate(headings):
        cells = [row[column] for row in rows]
        width = _width([heading, *cells])
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
        for index, cell in enumerate(cells, start=1):
            _write_cell(sheet, index, column, cell, wrapped if width == _WIDE else body)
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, frozen_columns)
    if headings:
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, style)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    else:
        text = cell if len(cell) <= MAX_CELL else cell[: MAX_CELL - len(_CUT_MARK)] + _CUT_MARK
        sheet.write_string(row, column, text, style)


def _width(cells: list[Cell]) -> int:
    """A width in characters of Excel that shows nearly every cell whole; a Chinese character takes two."""
    widths = sorted(
        sum(2 if ord(char) > 0x2E7F else 1 for char in str(cell)[:_WIDE]) for cell in cells if cell
    )
    common = widths[int(len(widths) * 0.95)] if widths else 0
    return max(_NARROW, min(_WIDE, common + 3))
