"""Excel workbooks of the old binary format (XLS)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError

from govgraph_loaders.readers.cell_format import show_date, show_number
from govgraph_loaders.readers.grid import MOST_COLUMNS
from govgraph_loaders.readers.sheet_rows import add_sheet
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript, TranscriptCell
from govgraph_ontology.errors import DocumentSkipped

MEDIA_TYPE = "application/vnd.ms-excel"


def read_old_excel(data: bytes, name: str) -> list[Source]:
    """One Source of the workbook, places being cells. Hidden sheets, rows and columns are left out.

    Raises DocumentSkipped where the file is damaged, encrypted or empty.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    except (xlrd.XLRDError, CompDocError, AssertionError, LookupError, ValueError, OverflowError) as error:
        raise DocumentSkipped(
            f"{name}: 不是完好的 Excel 工作簿 (no intact XLS): {error}; save it as XLSX and try again"
        ) from error
    transcript = Transcript()
    for sheet in book.sheets():
        if sheet.visibility == 0:
            add_sheet(transcript, [list(row) for row in _rows(book, sheet)])
            transcript.add_break()
    if transcript.empty:
        raise DocumentSkipped(f"{name}: 工作簿里没有文字 (the workbook holds no text)")
    return [transcript.source(name, hashlib.sha256(data).hexdigest(), "utf-16-le", MEDIA_TYPE, len(data))]


def _rows(book: Any, sheet: Any) -> Iterator[Iterator[TranscriptCell]]:
    hidden = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    for row in range(sheet.nrows):
        info = sheet.rowinfo_map.get(row)
        if info is None or not info.hidden:
            columns = (column for column in range(min(sheet.ncols, MOST_COLUMNS)) if column not in hidden)
            yield (
                TranscriptCell(_shown(book, sheet.cell(row, at)), f"{sheet.name}!{xlrd.cellname(row, at)}")
                for at in columns
            )


def _shown(book: Any, cell: Any) -> str:
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
        return ""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: datetime.datetime = xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (xlrd.xldate.XLDateError, OverflowError, ValueError):
            return show_number(cell.value, "General")
        return show_date(moment.time() if cell.value < 1 else moment, number_format)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return show_number(cell.value, number_format)
    return str(cell.value)
