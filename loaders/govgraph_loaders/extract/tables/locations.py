"""Where enterprises and projects lie, by the column of places or of the district that answers for them."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.names import districts_in, place_in, row_name
from govgraph_loaders.extract.tables.rows import project, row_evidence
from govgraph_loaders.model import Cell
from govgraph_loaders.statements import Reference

_RULE = "location.table"


def extract_locations(reading: Reading, columns: TableColumns) -> Iterator[Found]:
    """Where the enterprises or projects of a table lie."""
    if not columns.having("enterprise", "project") or not columns.having("district", "place"):
        return
    role = "enterprise" if columns.having("enterprise") else "project"
    for index, row in columns.body():
        cell = columns.finest(index, role)
        name = row_name(cell) if cell is not None else ""
        if len(name) < 2:
            continue
        thing = Reference("Enterprise", name) if role == "enterprise" else project(reading, name)
        for place, found in row_places(reading, columns, index):
            evidence = row_evidence(reading, row, found)
            yield reading.statement("locatedIn", thing, place, evidence, _RULE)


def row_places(reading: Reading, columns: TableColumns, index: int) -> Iterator[tuple[Reference, Cell]]:
    """The districts that a row names as the place of what it is about, each with the cell that says it.

    A column of places goes before one of districts that answer for the row.
    """
    row = columns.table.rows[index]
    for role, read in (("place", place_in), ("district", districts_in)):
        for column in columns.having(role):
            cell = row.cell(column)
            districts = read(cell, reading.scope) if cell is not None else []
            if cell is not None and districts:
                yield from ((district, cell) for district in districts)
                return
