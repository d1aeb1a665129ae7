"""Rows of a sheet: where tables begin and end, and which rows are lines of text above and below them."""

from __future__ import annotations

from collections.abc import Sequence

from govgraph_loaders.transcript import Transcript, TranscriptCell


def add_sheet(transcript: Transcript, rows: Sequence[Sequence[TranscriptCell]]) -> None:
    """Add the rows of a sheet. A row with one cell above the first row of several is a line of text, as the
    title and the unit are, and so are such rows after the last; blank rows part tables.
    """
    block: list[Sequence[TranscriptCell]] = []
    for row in [*rows, []]:
        if any(cell.text.strip() for cell in row):
            block.append(row)
        elif block:
            _add_block(transcript, block)
            transcript.add_break()
            block = []


def _add_block(transcript: Transcript, block: Sequence[Sequence[TranscriptCell]]) -> None:
    wide = [index for index, row in enumerate(block) if len(_filled(row)) > 1]
    first, last = (wide[0], wide[-1]) if wide else (len(block), -1)
    columns = [
        column
        for column in range(max(map(len, block)))
        if any(column < len(row) and row[column].text.strip() for row in block[first : last + 1])
    ]
    blank = TranscriptCell("")
    for index, row in enumerate(block):
        if first <= index <= last:
            transcript.add_row([row[column] if column < len(row) else blank for column in columns])
        else:
            for cell in _filled(row):
                for line in cell.text.split("\n"):
                    transcript.add_paragraph(line, cell.place)


def _filled(row: Sequence[TranscriptCell]) -> list[TranscriptCell]:
    return [cell for cell in row if cell.text.strip()]
