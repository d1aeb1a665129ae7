"""A sheet of Excel for people: headings that stay in sight, a filter, fitting widths, text kept text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from govgraph_exports.formulas import looks_like_formula
from govgraph_exports.wrapping import text_columns
from govgraph_exports.xml_text import xml_text
from govgraph_ontology.errors import GovgraphError, MissingExtra

Cell = str | int | float | bool | None

MAX_CELL = 32_767  # characters that one cell of Excel holds, in units of UTF-16
MAX_ROWS = 1_048_576  # rows of one sheet, the heading among them
_CUT_MARK = "…〔截断〕"
_NARROW, WIDEST = 8, 60
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

    `title`: that of the book's properties. Texts are as `cell_text` gives them. Raises MissingExtra without
    xlsxwriter and GovgraphError for more rows than a sheet has.
    """
    with new_book(path, title) as book:
        _write_sheet(book, sheet, headings, rows, frozen_columns)


@contextmanager
def new_book(path: Path, title: str) -> Iterator[Any]:
    """A workbook of xlsxwriter, written to `path` at the end of the block. Raises MissingExtra without it."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra(
            '写 XLSX 需要 xlsxwriter：pip install "govgraph[xlsx]"。 '
            'XLSX needs xlsxwriter: pip install "govgraph[xlsx]"'
        ) from error
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "created": _CREATED})
    yield book
    book.close()


def check_rows(rows: Sequence[object], above: int = 1) -> None:
    """Raises GovgraphError for more rows than fit a sheet below the `above` lines that stand over them."""
    most = MAX_ROWS - above
    if len(rows) > most:
        raise GovgraphError(
            f"{len(rows)} 行超过一张工作表的 {most} 行，请改用 .parquet 或 .csv。 "
            f"{len(rows)} rows are more than the {most} of a sheet: use .parquet or .csv."
        )


def cell_text(text: str) -> str:
    """The text as a cell of Excel holds it.

    Line ends are line feeds; what no XML can hold is U+FFFD; a text longer than a cell is cut and marked
    〔截断〕.
    """
    held = xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(held) <= MAX_CELL:
        return held
    room = (MAX_CELL - len(_CUT_MARK)) * 2
    return held.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + _CUT_MARK


def fitting_width(cells: Sequence[object], widest: int = WIDEST) -> int:
    """A width in characters of Excel that shows nearly every cell whole, at most `widest`.

    A Chinese character takes two.
    """
    widths = sorted(text_columns(str(cell)[:widest]) for cell in cells if cell)
    common = widths[int(len(widths) * 0.95)] if widths else 0
    return max(_NARROW, min(widest, common + 3))


def _write_sheet(
    book: Any, name: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], frozen_columns: int
) -> None:
    check_rows(rows)
    sheet = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"}
    )
    styles = {
        (wraps, quoted): book.add_format({"valign": "top", "text_wrap": wraps, "quote_prefix": quoted})
        for wraps in (False, True)
        for quoted in (False, True)
    }
    for column, heading in enumerate(headings):
        cells = [row[column] for row in rows]
        width = fitting_width([heading, *cells])
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
        for index, cell in enumerate(cells, start=1):
            # Excel would run it once somebody edits the cell, were it not marked as text.
            quoted = isinstance(cell, str) and looks_like_formula(cell)
            _write_cell(sheet, index, column, cell, styles[width == WIDEST, quoted])
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
        sheet.write_string(row, column, cell_text(cell), style)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
