"""The grid of a table whose cells may span rows and columns: every place of it filled, spanned ones blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govgraph_loaders.transcript import TranscriptCell

MOST_COLUMNS = 200
MOST_ROWS = 5_000
"""A span that reaches further is cut: it is a mistake or an attack (HTML allows 1,000 and 65,534)."""

_BLANK = TranscriptCell("")


@dataclass(frozen=True, slots=True)
class SpanningCell:
    """A cell as the file gives it: how many rows and columns it takes, 1 for a plain one."""

    text: str
    rows: int = 1
    columns: int = 1
    place: str = ""


def make_grid(rows: Iterable[Sequence[SpanningCell]]) -> list[list[TranscriptCell]]:
    """The rows with all their columns; a cell stands where it begins, the rest of what it takes is blank.

    Cells move to the right of what is taken from above, as HTML has it (HTML Standard, 4.9.12).
    """
    grid: list[list[TranscriptCell]] = []
    open_spans: dict[int, int] = {}
    """For each column that a cell above takes, the rows that it still takes."""
    for cells in rows:
        filled: dict[int, TranscriptCell] = {}
        following = {column: left - 1 for column, left in open_spans.items() if left > 1}
        column = 0
        for cell in cells:
            while column in open_spans:
                column += 1
            width = max(1, min(cell.columns, MOST_COLUMNS - column))
            for taken in range(column, column + width):
                filled[taken] = _BLANK
                if cell.rows > 1:
                    following[taken] = min(cell.rows, MOST_ROWS) - 1
            filled[column] = TranscriptCell(cell.text, cell.place)
            column += width
            if column >= MOST_COLUMNS:
                break
        last = max([*filled, *open_spans], default=-1)
        grid.append([filled.get(at, _BLANK) for at in range(last + 1)])
        open_spans = following
    width = max(map(len, grid), default=0)
    return [row + [_BLANK] * (width - len(row)) for row in grid]
