"""Ruled tables of a page, and tables that go on over pages: the head that each page repeats, and rows that a
page end cuts in two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govgraph_loaders.radicals import fold_radicals

Grid = list[list[str]]


def ruled_grid(table: Any, page: Any) -> Grid:
    """The texts of the cells of a table of pdfplumber. What stands in it where a rule is missing, as below a
    merged cell that the end of the page cuts, goes to the row and column where it stands.
    """
    grid = [[" ".join((cell or "").split()) for cell in row] for row in table.extract()]
    if any(cell is None for row in table.rows for cell in row.cells):
        for word in page.within_bbox(on_page(table.bbox, page)).extract_words():
            _put(word, table, grid)
    return [[fold_radicals(text) for text in texts] for texts in grid]


def _put(word: Any, table: Any, grid: Grid) -> None:
    """Add a word to the text of its row and column, unless a cell holds it."""
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    if any(_holds(cell, x, y) for cell in table.cells):
        return
    at = next((at for at, row in enumerate(table.rows) if row.bbox[1] <= y <= row.bbox[3]), None)
    across = next((at for at, one in enumerate(table.columns) if one.bbox[0] <= x <= one.bbox[2]), None)
    if at is not None and across is not None:
        grid[at][across] = f"{grid[at][across]} {word['text']}".strip()


def on_page(box: Sequence[float], page: Any) -> tuple[float, float, float, float]:
    """What of a box of edges (left, top, right, bottom) lies on the page."""
    left, top, right, bottom = box
    return max(left, 0), max(top, 0), min(right, page.width), min(bottom, page.height)


def _holds(box: Sequence[float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def joined(first: Grid, before: Grid, after: Grid) -> tuple[Grid, Grid]:
    """A table that ends a page and one that begins the next, as one: the former with what belongs to its last
    row, the latter with what is left; `first`: the table on the page where it begins. Two tables of different
    width stay as they are.

    A row whose one cell goes on the cell above, as its blank number tells, is the rest of that row.
    """
    if not before or not after or len(before[0]) != len(after[0]):
        return before, after
    rest = after[_repeated(first, after) :]
    if rest and (at := _going_on(before[-1], rest[0])) is not None:
        last = [*before[-1]]
        last[at] = f"{last[at]} {rest[0][at]}"
        return [*before[:-1], last], rest[1:]
    return before, rest


def _repeated(before: Grid, after: Grid) -> int:
    """How many rows of the head the second repeats."""
    count = 0
    for first, second in zip(before, after, strict=False):
        if first != second:
            break
        count += 1
    return count


def _going_on(last: Sequence[str], row: Sequence[str]) -> int | None:
    """The only cell of the row, where the row above has text in it too; the first begins a row of its own."""
    filled = [at for at, cell in enumerate(row) if cell]
    return filled[0] if len(filled) == 1 and filled[0] and last[filled[0]] else None
