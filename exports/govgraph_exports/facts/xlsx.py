"""Facts as a sheet of Excel under Chinese headings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govgraph_exports.facts.columns import tabulate
from govgraph_exports.facts.headings import heading, shown
from govgraph_exports.spreadsheet import write_spreadsheet


def write(facts: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the facts to `path`; the number written. Raises as `write_spreadsheet` does."""
    table = tabulate(facts)
    headings = [heading(column) for column in table.columns]
    rows = [tuple(map(shown, table.columns, row)) for row in table.rows]
    write_spreadsheet(path, "govgraph facts", "事实", headings, rows, frozen_columns=2)
    return len(rows)
