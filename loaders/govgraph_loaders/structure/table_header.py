"""Headings of tables: how many of the first rows are heading, and the columns that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph_loaders.model import Column, Row
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import is_number, is_serial, is_total

_UNIT_CELL = re.compile(
    r"[\u4e00-\u9fff]{0,4}[（(][^（()）]{1,8}[)）]|[个家户头人亩%％吨件项]|亿元|万元|万人|公里|平方米"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_MAX_HEADER_ROWS = 5


def count_header_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows are heading: the first, and those under it that only refine it.

    A first row that looks like those below it and holds no known heading is none, as in a list of names.
    """
    count = 0
    for index, row in enumerate(rows[:_MAX_HEADER_ROWS]):
        texts = [cell.joined for cell in row.cells if cell.text]
        if is_total(row) or any(is_number(text) and not _YEAR.fullmatch(text) for text in texts):
            break
        if index == 0 and (len(texts) < 2 or is_serial(texts[0])):
            break
        if index and not _refines(rows[:index], row):
            break
        count = index + 1
    return count if _differ(rows[:count], rows[count:]) else 0


def _differ(header: Sequence[Row], body: Sequence[Row]) -> bool:
    if any(heading_role(cell.text) for row in header for cell in row.cells if cell.text):
        return True
    cells = [cell.joined for row in body[:3] for cell in row.cells[1:]]
    return any(is_number(text) and any(map(str.isdigit, text)) for text in cells)


def _refines(above: Sequence[Row], row: Row) -> bool:
    """Whether `row` names the parts of what is above: it stands under merged cells, or holds only units."""
    filled = [cell for cell in row.cells if cell.text]
    if not filled or is_serial(row.cells[0].joined):
        return False
    if all(_UNIT_CELL.fullmatch(cell.joined) for cell in filled):
        return True
    open_columns = _open_columns(above[-1])
    below = [cell for cell in filled if cell.column in open_columns]
    return bool(below) and all(cell in below or _UNIT_CELL.fullmatch(cell.joined) for cell in filled)


def _open_columns(row: Row) -> set[int]:
    """The columns under headings that span several, and those that have no heading yet."""
    blank = {cell.column for cell in row.cells if not cell.text}
    return blank | {column - 1 for column in blank if column}


def make_columns(header: Sequence[Row], body: Sequence[Row] = ()) -> list[Column]:
    """The columns with their heading paths; a merged heading belongs to every column that it spans."""
    width = max((len(row.cells) for row in header), default=0)
    grid = [[cell.joined for cell in row.cells] + [""] * (width - len(row.cells)) for row in header]
    used = {cell.column for row in body for cell in row.cells if cell.text}
    for level, texts in enumerate(grid):
        for column in range(1, width):
            refined = any(lower[column] for lower in grid[level + 1 :])
            same_parent = all(upper[column] == upper[column - 1] for upper in grid[:level])
            unnamed = column in used and not any(row[column] for row in grid)
            if not texts[column] and same_parent and (refined or unnamed):
                texts[column] = texts[column - 1]
    paths = [
        tuple(dict.fromkeys(texts[column] for texts in grid if texts[column])) for column in range(width)
    ]
    return [Column(column, path) for column, path in enumerate(paths)]
