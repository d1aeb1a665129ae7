"""What a row of a table is about, as references, and the characters that say it."""

from __future__ import annotations

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.measures import title_indicator
from govgraph_loaders.extract.tables.names import row_name
from govgraph_loaders.extract.tables.units import unit_of
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.statements import Evidence, Reference

_SHORTEST = 2


def key_cell(columns: TableColumns, index: int) -> Cell | None:
    """The cell that names what the row is about; None where it has none."""
    roles = ("task", "detail") if columns.key == "task" else (columns.key,)
    return columns.finest(index, *roles)


def row_task(reading: Reading, columns: TableColumns, index: int) -> Reference | None:
    """The Task that a row gives to somebody; None where it names none.

    It is the key of the row: a task, a project, an enterprise to be helped, an indicator to be reached; in a
    table that sets numbers for each body or district, what its title speaks of.
    """
    table = columns.table
    if columns.key in {"district", "organization", ""}:
        name = title_indicator(reading, table) if columns.having("measure") else ""
        return reading.task_named(name, table.section, part=name) if name else None
    cell = key_cell(columns, index)
    name = without_unit(row_name(cell)) if cell is not None else ""
    if len(name) < _SHORTEST:
        return None
    column = columns.first("task")
    task = table.carried(index, column) if column is not None else None
    broader = row_name(task) if task is not None and task is not cell else ""
    aliases = (f"{broader}：{name}",) if broader else ()
    return reading.task_named(name, table.section, aliases=aliases, part=name)


def project(reading: Reading, name: str) -> Reference:
    """The Project of that name in the place for which the document speaks."""
    return Reference("Project", name, scope=reading.scope)


def without_unit(name: str) -> str:
    """The name of an indicator without the unit in a bracket at its end."""
    return name[: name.rfind("（")] if unit_of(name) else name


def row_evidence(reading: Reading, row: Row, cell: Cell) -> Evidence:
    """The row from its first filled cell to `cell`; to its last one where `cell` is of another row."""
    filled = [found for found in row.cells if found.text]
    last = cell if row.start <= cell.start < row.end else filled[-1]
    return reading.source_evidence(filled[0].start, max(last.end, filled[0].end))
