"""Which industries the places of a table are to develop: rows of 县区, 首位产业, 主攻产业."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.industry_names import bare_name, is_industry, items, words
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.locations import row_places
from govgraph_loaders.extract.tables.rows import row_evidence
from govgraph_loaders.model import Column
from govgraph_loaders.statements import Reference

_RULE = "industry.table"
_INDUSTRY = "产业"


def extract_industries(reading: Reading, columns: TableColumns) -> Iterator[Found]:
    """The industries of a table that has a column for them beside one of places, with the role that the
    heading says.
    """
    if not columns.having("industry") or not columns.having("district", "place"):
        return
    for index, row in columns.body():
        places = [place for place, _ in row_places(reading, columns, index)]
        for column in columns.having("industry") if places else ():
            cell = row.cell(column)
            if cell is None:
                continue
            role = _role(columns.table.columns[column])
            for item, _ in items(cell.joined, 0, len(cell.joined)):
                name = bare_name(item.strip("，；;。 "))
                if not is_industry(name):
                    continue
                for place in places:
                    evidence = row_evidence(reading, row, cell)
                    yield reading.statement(
                        "developsIndustry", place, Reference("Industry", name), evidence, _RULE, role=role
                    )


def _role(column: Column) -> str:
    """The role of an industry that a heading says: 首位产业; empty for 重点产业, which says none."""
    heading = column.path[-1] if column.path else ""
    kind = heading.removesuffix(_INDUSTRY)
    return heading if kind in words()["roles"] and kind not in {heading, "重点"} else ""
