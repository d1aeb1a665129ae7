"""What tables say: duties, targets, locations, projects, budget lines, by the roles of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.stated import read_stated_rules
from govgraph_loaders.extract.tables.budgets import extract_budget_lines
from govgraph_loaders.extract.tables.cards import extract_cards, read_entries
from govgraph_loaders.extract.tables.columns import read_columns
from govgraph_loaders.extract.tables.deadlines import extract_deadlines
from govgraph_loaders.extract.tables.industries import extract_industries
from govgraph_loaders.extract.tables.locations import extract_locations
from govgraph_loaders.extract.tables.measures import table_year
from govgraph_loaders.extract.tables.projects import extract_projects
from govgraph_loaders.extract.tables.responsibility import extract_duties
from govgraph_loaders.extract.tables.targets import extract_targets


def extract_tables(reading: Reading) -> Iterator[Found]:
    """All that the tables of a document say."""
    if not reading.document.tables:
        return
    rules = read_stated_rules(reading)
    for table in reading.document.tables:
        columns = read_columns(table)
        year = table_year(reading, table)
        if read_entries(table):
            yield from extract_cards(reading, table, year)
            continue
        yield from extract_duties(reading, columns, rules)
        yield from extract_targets(reading, columns, year)
        yield from extract_deadlines(reading, columns, year)
        yield from extract_locations(reading, columns)
        yield from extract_projects(reading, columns)
        yield from extract_industries(reading, columns)
        yield from extract_budget_lines(reading, columns, year)
