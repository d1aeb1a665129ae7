"""Parquet with one type for each column: numbers as numbers, truth values as such, the rest as text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from govgraph_exports.facts.columns import Cell, tabulate
from govgraph_ontology.errors import MissingExtra


def write(facts: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the facts to `path`; the number written. Raises MissingExtra without pandas and pyarrow."""
    try:
        import pandas
        import pyarrow  # noqa: F401  (pandas would find out only after the work is done)
    except ImportError as error:
        raise MissingExtra(
            '写 Parquet 需要 pandas 与 pyarrow：pip install "govgraph[parquet]"。 '
            'Parquet needs pandas and pyarrow: pip install "govgraph[parquet]"'
        ) from error
    table = tabulate(facts)
    data = {
        name: _typed(pandas, [row[index] for row in table.rows]) for index, name in enumerate(table.columns)
    }
    pandas.DataFrame(data, columns=list(table.columns)).to_parquet(path, engine="pyarrow", index=False)
    return len(table.rows)


def _typed(pandas: Any, cells: list[Cell]) -> Any:
    """The column in the narrowest type that holds every cell; empty cells are null."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return pandas.array(cells, dtype="boolean")
    if kinds == {int}:
        return pandas.array(cells, dtype="Int64")
    if kinds and kinds <= {int, float}:
        return pandas.array(cells, dtype="Float64")
    return pandas.array([None if cell is None else str(cell) for cell in cells], dtype="string")
