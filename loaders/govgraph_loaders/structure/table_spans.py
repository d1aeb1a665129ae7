"""Headings that span several columns, put back where a copy kept no cell for what they span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govgraph_loaders.model import Cell, Row
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import is_number, is_serial

_FEWEST_ROWS = 2
_SAMPLE = 12
# Headings under which nothing is parted.
_LEAVES = frozenset(
    {
        "serial",
        "category",
        "district",
        "project",
        "enterprise",
        "indicator",
        "task",
        "detail",
        "unit",
        "nature",
        "code",
        "account",
        "remark",
        "time",
        "lead",
        "cooperate",
        "responsible",
        "implement",
        "oversee",
        "place",
        "builder",
    }
)


def spread_headings(rows: Sequence[Row]) -> None:
    """Give the first row blanks beside the headings that the second one parts, and the second one its place.

    A copy from a web page has a merged cell once: 镇街 | 投资 | 产值 above 目标 | 增速 | 目标 | 增速.
    Where it does not tell which headings are parted, the rows stay as they are.
    """
    if len(rows) < _FEWEST_ROWS + 2 or any(is_number(cell.joined) for row in rows[:2] for cell in row.cells):
        return
    upper, lower = rows[0], rows[1]
    width = _width(rows[2 : 2 + _SAMPLE])
    parted = len(upper.cells) + len(lower.cells) - width
    if len(upper.cells) >= width or len(lower.cells) >= width or parted < 1 or len(lower.cells) % parted:
        return
    if not all(cell.text for row in (upper, lower) for cell in row.cells) or is_serial(lower.cells[0].joined):
        return
    if _is_wrapped(upper, lower):
        return
    spans = len(lower.cells) // parted
    headings = _parted(upper, parted)
    if spans < 2 or not headings:
        return
    _spread(upper, lower, headings, spans)


def _is_wrapped(upper: Row, lower: Row) -> bool:
    """Whether a line end only cut the last heading: 完成 | and 时限 | 责任单位 below it."""
    last, first = upper.cells[-1].joined, lower.cells[0].joined
    return bool(heading_role(last + first)) and not (heading_role(last) and heading_role(first))


def _width(rows: Sequence[Row]) -> int:
    """The number of cells that most of the rows have; nothing where they do not agree."""
    widths = Counter(len(row.cells) for row in rows)
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return width if count >= _FEWEST_ROWS and count * 2 > len(rows) else 0


def _parted(row: Row, count: int) -> list[int]:
    """Which headings are parted: those that begin 其中, else those that name no column by themselves."""
    among = [cell.column for cell in row.cells if cell.joined.startswith("其中")]
    if len(among) == count:
        return among
    open_ones = [cell.column for cell in row.cells if heading_role(cell.text) not in _LEAVES]
    return open_ones if len(open_ones) == count else []


def _spread(upper: Row, lower: Row, headings: Sequence[int], spans: int) -> None:
    parts = iter(lower.cells)
    above: list[Cell] = []
    below: list[Cell] = []
    for cell in upper.cells:
        number = spans if cell.column in headings else 1
        above += [cell, *(Cell("", cell.end, cell.end, 0) for _ in range(number - 1))]
        at = lower.start
        below += [next(parts) for _ in range(number)] if number > 1 else [Cell("", at, at, 0)]
    for row, cells in ((upper, above), (lower, below)):
        for column, cell in enumerate(cells):
            cell.column = column
        row.cells = cells
