"""Projects in tables: rows headed 项目名称 that tell an investment, a builder or what is to be built."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.quantities import read_quantity
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.locations import row_places
from govgraph_loaders.extract.tables.names import row_name
from govgraph_loaders.extract.tables.rows import project, row_evidence
from govgraph_loaders.extract.tables.units import heading_unit
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.statements import Scalar
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "project.table"


def extract_projects(reading: Reading, columns: TableColumns) -> Iterator[Found]:
    """The projects that a table lists."""
    told = columns.having("investment", "builder", "content", "period") or _is_list(columns.table.title)
    if not columns.having("project") or not told:
        return
    for index, row in columns.body():
        cell = columns.finest(index, "project")
        name = row_name(cell) if cell is not None else ""
        if len(name) < 3 or name.endswith(tuple(load_vocabulary("table_headers")["total_endings"])):
            continue
        evidence = row_evidence(reading, row, [found for found in row.cells if found.text][-1])
        details = _details(reading, columns, index, row)
        yield reading.statement(
            "hasProject", reading.reference, project(reading, name), evidence, _RULE, **details
        )


def _is_list(title: str) -> bool:
    """Whether a title announces projects to be built: 重大建设项目清单, and not 收费项目."""
    return any(f"{kind}项目" in title for kind in load_vocabulary("table_columns")["project_titles"]["kinds"])


def _details(reading: Reading, columns: TableColumns, index: int, row: Row) -> dict[str, Scalar]:
    details: dict[str, Scalar] = {}
    for role in ("stage", "builder", "period"):
        cell = _cell(columns, row, role)
        if cell is not None:
            details[role] = cell.joined
    column = columns.first("investment")
    cell = row.cell(column) if column is not None else None
    quantity = read_quantity(cell.joined) if cell is not None else None
    if quantity is not None and column is not None:
        details["investment"] = quantity.value
        unit = quantity.unit or heading_unit(columns.table.columns[column]) or columns.table.unit
        if unit:
            details["investment_unit"] = unit
    places = [place.name for place, _ in row_places(reading, columns, index)]
    if places:
        details["district"] = "、".join(places)
    return details


def _cell(columns: TableColumns, row: Row, role: str) -> Cell | None:
    return next(
        (cell for column in columns.having(role) for cell in [row.cell(column)] if cell is not None), None
    )
