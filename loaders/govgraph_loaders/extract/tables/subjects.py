"""For whom the numbers of a row are set, and the indicator where the row names it.

The enterprise, project, task or district of the row; the body where rows are told apart by bodies alone; else
the document. A row that adds up the others is for the whole place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.names import bodies_in, district, districts_in, row_name
from govgraph_loaders.extract.tables.rows import key_cell, project, row_task, without_unit
from govgraph_loaders.extract.tables.times import read_deadline
from govgraph_loaders.extract.tables.units import unit_of
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.table_rows import is_number
from govgraph_ontology.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class RowSubject:
    """For whom a row sets its numbers.

    `indicator`, `unit`, `nature`: what the row itself says (empty: the column does). `due`: its deadline.
    """

    references: tuple[Reference, ...]
    indicator: str = ""
    unit: str = ""
    due: str = ""
    nature: str = ""


def row_subject(reading: Reading, columns: TableColumns, index: int, year: int | None) -> RowSubject | None:
    """The subject of row `index` of a table that speaks for `year`; None where it has none."""
    row = columns.table.rows[index]
    if row.kind == "total":
        return _total(reading, columns, row)
    if row.kind == "section":
        return _group(reading, columns, row)
    subject = _of_row(reading, columns, index)
    return replace(subject, due=_deadline(columns, index, year)) if subject is not None else None


def _of_row(reading: Reading, columns: TableColumns, index: int) -> RowSubject | None:
    key = columns.key
    if key in {"organization", ""}:
        return _of_bodies(reading, columns, index)
    cell = key_cell(columns, index)
    if cell is None:
        return None
    name = row_name(cell)
    if key == "task":
        task = row_task(reading, columns, index)
        return RowSubject((task,)) if task is not None else None
    if key == "enterprise":
        return RowSubject((Reference("Enterprise", name),))
    if key == "project":
        return RowSubject((project(reading, name),))
    if key == "district":
        return RowSubject(tuple(districts_in(cell, reading.scope)))
    bodies = bodies_in(cell) if key == "name" else []
    if len(bodies) == 1:
        return RowSubject((reading.organization(bodies[0].name),))
    return _of_indicator(reading, columns, index, name)


def _of_indicator(reading: Reading, columns: TableColumns, index: int, name: str) -> RowSubject:
    """Rows of indicators: for the document; for the body where one indicator is split among bodies."""
    row = columns.table.rows[index]
    unit = next((row.cell(column) for column in columns.having("unit")), None)
    nature = next((row.cell(column) for column in columns.having("nature")), None)
    natures = load_vocabulary("table_targets")["natures"]
    subject = RowSubject(
        (reading.reference,),
        indicator=without_unit(name),
        unit=unit_of(name) or (unit.joined if unit is not None else ""),
        nature=nature.joined if nature is not None and nature.joined in natures else "",
    )
    bodies = _of_bodies(reading, columns, index)
    if bodies is not None and columns.is_split:
        return replace(subject, references=bodies.references)
    return subject


def _of_bodies(reading: Reading, columns: TableColumns, index: int) -> RowSubject | None:
    row = columns.table.rows[index]
    for column in columns.having("organization", "responsible", "lead", "implement"):
        cell = row.cell(column)
        names = bodies_in(cell) if cell is not None else []
        if names:
            return RowSubject((reading.organization(names[0].name),)) if len(names) == 1 else None
    return None


def _total(reading: Reading, columns: TableColumns, row: Row) -> RowSubject | None:
    """The sum of all rows, once: a row that says so before one whose name is blank."""
    subtotals = load_vocabulary("table_headers")["subtotals"]
    if any(cell.joined in subtotals for cell in row.cells):
        return None
    totals = [other for other in columns.table.rows if other.kind == "total"]
    named = [
        other for other in totals if any(cell.text and not is_number(cell.joined) for cell in other.cells)
    ]
    if (named or totals)[0] is not row:
        return None
    return RowSubject((reading.place if reading.scope else reading.reference,))


def _group(reading: Reading, columns: TableColumns, row: Row) -> RowSubject | None:
    """A row that heads others and has numbers: a body, a group of enterprises or a district."""
    cell = next((found for found in reversed(row.cells[:2]) if found.text), None)
    name = row_name(cell) if cell is not None else ""
    if cell is None or not name:
        return None
    bodies = bodies_in(replace(cell, text=name))
    if len(bodies) == 1:
        return RowSubject((reading.organization(bodies[0].name),))
    if columns.key == "enterprise":
        return RowSubject((Reference("OrganizationGroup", name, scope=reading.scope),))
    return RowSubject((district(name, reading.scope),)) if name[-1] in "镇乡县区市" else None


def _deadline(columns: TableColumns, index: int, year: int | None) -> str:
    for column in columns.having("time"):
        cell: Cell | None = columns.table.carried(index, column)
        if cell is not None:
            return read_deadline(cell.joined, year)
    return ""
