"""Tables that are one task each: the labels stand in the first column, not in a header (整改清单).

反馈问题 | 水库建设滞后, 责任单位 | 市水利局, 整改时限 | 2024年底. Rules: `responsibility.card`,
`schedule.card`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.roles import RELATIONS
from govgraph_loaders.extract.tables.columns import DUTIES
from govgraph_loaders.extract.tables.names import bodies_in, persons_in, row_name
from govgraph_loaders.extract.tables.times import read_deadline
from govgraph_loaders.model import Cell, Row, Table
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.table_headings import heading_role

_TASKS = ("task", "project", "indicator", "detail")
_WIDTHS = (2, 4)
_DUTY_RULE, _TIME_RULE = "responsibility.card", "schedule.card"


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value: the role of the label, the cell of the value, its row."""

    role: str
    value: Cell
    row: Row


def read_entries(table: Table) -> list[Entry]:
    """The labels of a card with their values, in order; none for a table with a header."""
    if len(table.columns) not in _WIDTHS:
        return []
    entries = []
    for row in [*table.header_rows, *table.rows]:
        for column in range(0, len(row.cells) - 1, 2):
            label, value = row.cell(column), row.cell(column + 1)
            if label is not None and value is not None:
                if heading_role(value.joined):
                    return []  # a header: 任务, 责任单位
                entries.append(Entry(heading_role(label.joined), value, row))
    roles = {entry.role for entry in entries}
    duties, tasks = roles.intersection(DUTIES), roles.intersection(_TASKS)
    return entries if tasks and duties and len(duties | roles.intersection({"time"})) > 1 else []


def extract_cards(reading: Reading, table: Table, year: int | None) -> Iterator[Found]:
    """The duties and terms of a card: each task holds for the labels below it."""
    entries = read_entries(table)
    said = {entry.role for entry in entries}
    kind = next((role for role in _TASKS if role in said), "")
    for index, entry in enumerate(entries):
        if entry.role != kind:
            continue
        name = row_name(entry.value)
        below = _below(entries, index)
        if name:
            yield from _statements(reading, reading.task_named(name, table.section, part=name), below, year)


def _below(entries: list[Entry], index: int) -> list[Entry]:
    """The entries of the task at `index`: up to the next one, or to a label that comes a second time."""
    kept: list[Entry] = []
    seen = {entries[index].role}
    for entry in entries[index + 1 :]:
        if entry.role in seen:
            break
        seen |= {entry.role} - {""}
        kept.append(entry)
    return kept


def _statements(reading: Reading, task: Reference, entries: list[Entry], year: int | None) -> Iterator[Found]:
    led = any(entry.role == "lead" for entry in entries)
    for entry in entries:
        evidence = reading.source_evidence(entry.row.start, entry.value.end)
        if entry.role == "time" and (due := read_deadline(entry.value.joined, year)):
            yield reading.statement("dueBy", task, due, evidence, _TIME_RULE, due=due, text=task.name)
        elif entry.role == "oversee":
            for person in persons_in(entry.value):
                subject = Reference("Person", person, scope=reading.scope)
                yield reading.statement("oversees", subject, task, evidence, _DUTY_RULE)
        elif entry.role in RELATIONS:
            role = "cooperate" if led and entry.role == "responsible" else entry.role
            for found in bodies_in(entry.value):
                subject = reading.organization(found.name)
                yield reading.statement(RELATIONS[role], subject, task, evidence, _DUTY_RULE)
