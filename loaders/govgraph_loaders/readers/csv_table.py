"""CSV and TSV (RFC 4180): rows as they are, quoted cells whole."""

from __future__ import annotations

import csv
import hashlib
import io

from govgraph_loaders.decoding import decode
from govgraph_loaders.readers.sheet_rows import add_sheet
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript, TranscriptCell
from govgraph_ontology.errors import DocumentSkipped

_DELIMITERS = ",\t;|，"
_SAMPLE = 20
MOST_CELL = 1 << 20


def read_csv(data: bytes, name: str) -> list[Source]:
    """One Source of the table, places being rows and columns.

    Raises DocumentSkipped where the bytes are no text or no table.
    """
    text, encoding = decode(data, name)
    csv.field_size_limit(MOST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    transcript = Transcript()
    try:
        add_sheet(
            transcript,
            [
                [TranscriptCell(cell, f"第{row}行第{column}列") for column, cell in enumerate(cells, 1)]
                for row, cells in enumerate(rows, 1)
            ],
        )
    except csv.Error as error:
        raise DocumentSkipped(f"{name}: 不是完好的 CSV (no intact CSV): {error}") from error
    return [transcript.source(name, hashlib.sha256(data).hexdigest(), encoding, "text/csv", len(data))]


def _delimiter(text: str) -> str:
    """The mark that most lines at the head hold, of those that hold equally many the first that there is."""
    lines = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()]
    return max(_DELIMITERS, key=lambda mark: (sum(mark in line for line in lines), -_DELIMITERS.index(mark)))
