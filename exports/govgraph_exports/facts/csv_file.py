"""CSV that Excel opens in Chinese: UTF-8 with a mark, and no cell that runs as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govgraph_exports.facts.columns import Cell, tabulate
from govgraph_exports.formulas import looks_like_formula


def neutral(cell: Cell) -> Cell:
    """The cell as data for a spreadsheet: text that would run as a formula gets an apostrophe in front.

    So does text that looks like one guarded already, so that nothing is lost: what comes after apostrophes
    and one of these characters has one apostrophe too many. Numbers stay numbers, so -3 is still minus three.
    """
    if isinstance(cell, str) and looks_like_formula(cell.lstrip("'")):
        return "'" + cell
    return cell


def write(facts: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the facts to `path` with a heading row of column names; the number written."""
    table = tabulate(facts)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows([neutral(cell) for cell in row] for row in table.rows)
    return len(table.rows)
