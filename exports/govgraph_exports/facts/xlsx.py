"""XLSX for people: Chinese headings that stay in sight, a filter, fitting widths, text that stays text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from govgraph_exports.facts.columns import Cell, FactTable, tabulate
from govgraph_exports.facts.headings import heading, relation_heading
from govgraph_ontology.errors import GovgraphError, MissingExtra

MAX_CELL = 32_767  # characters that one cell of Excel holds
MAX_ROWS = 1_048_576  # rows of one sheet, the heading among them
_CUT_MARK = "…〔截断〕"
_NARROW, _WIDE = 8, 60
# A fixed time, so that the same facts give the same bytes.
_CREATED = datetime(2000, 1, 1)


def write(facts: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the facts to `path`; the number written.

    Text longer than a cell holds is cut and marked 〔截断〕. Raises MissingExtra without xlsxwriter and
    GovgraphError for more facts than a sheet has rows.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra(
            '写 XLSX 需要 xlsxwriter：pip install "govgraph[xlsx]"。 '
            'XLSX needs xlsxwriter: pip install "govgraph[xlsx]"'
        ) from error
    table = tabulate(facts)
    if len(table.rows) >= MAX_ROWS:
        raise GovgraphError(
            f"{len(table.rows)} 条事实超过一张工作表的 {MAX_ROWS - 1} 行，请改用 .parquet 或 .csv。 "
            f"{len(table.rows)} facts are more than the {MAX_ROWS - 1} rows of a sheet: use .parquet or .csv."
        )
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "govgraph facts", "created": _CREATED})
    _write_sheet(book, table)
    book.close()
    return len(table.rows)


def _write_sheet(book: Any, table: FactTable) -> None:
    sheet = book.add_worksheet("事实")
    head = book.add_format(
        {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"}
    )
    body = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for column, name in enumerate(table.columns):
        cells = [row[column] for row in table.rows]
        if name == "relation":
            cells = [relation_heading(str(cell)) for cell in cells]
        width = _width([heading(name), *cells])
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading(name), head)
        for index, cell in enumerate(cells, start=1):
            _write_cell(sheet, index, column, cell, wrapped if width == _WIDE else body)
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


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
