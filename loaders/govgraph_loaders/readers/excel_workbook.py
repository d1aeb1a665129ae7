"""Excel workbooks (XLSX, XLSM): the sheets that are shown, cells as they are shown."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from govgraph_loaders.readers.cell_format import show_date, show_number
from govgraph_loaders.readers.grid import MOST_COLUMNS
from govgraph_loaders.readers.sheet_rows import add_sheet
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript, TranscriptCell
from govgraph_ontology.errors import DocumentSkipped

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_excel(data: bytes, name: str) -> list[Source]:
    """One Source of the workbook, places being cells: 任务分工!B4. Hidden sheets, rows and columns are left
    out, for nobody who looks at the workbook sees them.

    Raises DocumentSkipped where the file is damaged, encrypted or empty.
    """
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError) as error:
        raise DocumentSkipped(
            f"{name}: 不是完好的 Excel 工作簿 (no intact XLSX): {error}; save it again in Excel"
        ) from error
    transcript = Transcript()
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            add_sheet(transcript, list(_rows(sheet)))
            transcript.add_break()
    if transcript.empty:
        raise DocumentSkipped(f"{name}: 工作簿里没有文字 (the workbook holds no text)")
    return [transcript.source(name, hashlib.sha256(data).hexdigest(), "utf-8", MEDIA_TYPE, len(data))]


def _rows(sheet: Any) -> Iterator[list[TranscriptCell]]:
    """The rows that hold cells, blank ones between them as one; what lies beyond MOST_COLUMNS is left out.

    Cells are taken as the file lists them: a sheet may claim to reach to its last corner.
    """
    hidden = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 1, min(dimension.max or dimension.min or 1, MOST_COLUMNS) + 1)
    }
    by_row: dict[int, dict[int, Any]] = {}
    for (row, column), cell in sheet._cells.items():
        if column <= MOST_COLUMNS and column not in hidden and not sheet.row_dimensions[row].hidden:
            by_row.setdefault(row, {})[column] = cell
    last = 0
    for row in sorted(by_row):
        if row > last + 1:
            yield []
        cells = by_row[row]
        shown = [column for column in range(1, max(cells) + 1) if column not in hidden]
        yield [
            TranscriptCell(_shown(cells[column]), f"{sheet.title}!{cells[column].coordinate}")
            if column in cells
            else TranscriptCell("")
            for column in shown
        ]
        last = row


def _shown(cell: Any) -> str:
    """The text of a cell; those that a merged cell spans have none. Formulas show the value last computed."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return show_date(value, cell.number_format)
    if isinstance(value, int | float):
        return show_number(value, cell.number_format)
    return str(value)
