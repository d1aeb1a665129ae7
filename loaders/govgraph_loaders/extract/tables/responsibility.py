"""Who leads, cooperates, is responsible, carries out, oversees, by columns of tables and their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.roles import RELATIONS, Duty, has_role, is_starred, read_duties
from govgraph_loaders.extract.responsibility.stated import (
    StatedRules,
    says_first_leads,
    says_starred_leads,
)
from govgraph_loaders.extract.tables.columns import DUTIES, TableColumns
from govgraph_loaders.extract.tables.names import bodies_in, persons_in, row_name, unwrapped
from govgraph_loaders.extract.tables.rows import row_evidence, row_task, without_unit
from govgraph_loaders.model import Cell, Table
from govgraph_loaders.statements import Reference, Rejection
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_ontology.vocabulary import load_vocabulary

_HEADING_DUTY = re.compile(r"（(?P<duty>[^（）]{2,8}[：:为][^（）]{2,60})）")
_AND_PERSONS = re.compile(r"(?:[及和与、/（(]|以及)?(?:责任人|负责人|责任领导|联系人)[）)]?$")
_RULE = "responsibility.table"


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Who has a duty: a name as the cell gives it, the role, the cell that says it, whether it has a star."""

    name: str
    role: str
    cell: Cell
    is_person: bool = False
    starred: bool = False


def extract_duties(reading: Reading, columns: TableColumns, rules: StatedRules) -> Iterator[Found]:
    """The duties that a table gives; `rules`: what its document states for all its lists."""
    table = columns.table
    said = f"{table.title} {reading.document.title}"
    if any(word in said for word in load_vocabulary("table_targets")["duties"]["not_titles"]):
        return
    yield from _headings(reading, table)
    if not columns.having(*DUTIES):
        yield from _groups(reading, columns)
    else:
        yield from _rows(reading, columns, _rules_of(table, rules))
        yield from _everywhere(reading, columns, rules)


def _rules_of(table: Table, rules: StatedRules) -> StatedRules:
    """The rules of the document, and those that the table states in its notes and headings."""
    said = [*table.notes, *table.captions, *(column.name for column in table.columns)]
    return replace(
        rules,
        first_leads=rules.first_leads or any(map(says_first_leads, said)),
        starred_leads=rules.starred_leads or any(map(says_starred_leads, said)),
    )


def _rows(reading: Reading, columns: TableColumns, rules: StatedRules) -> Iterator[Found]:
    table = columns.table
    group: Cell | None = None
    for index, row in enumerate(table.rows):
        if row.kind == "section":
            group = next((cell for cell in reversed(row.cells[:2]) if cell.text), None)
        if row.kind == "total":
            continue
        bearers = list(_bearers(columns, index))
        if not bearers:
            continue
        heads = row.kind == "section"
        what = _section_task(reading, columns, group) if heads else row_task(reading, columns, index)
        if what is None:
            evidence = row_evidence(reading, row, bearers[0].cell)
            yield Rejection("leads", "行中没有任务名称 (no task in the row)", evidence, _RULE)
            continue
        for bearer, relation in _relations(bearers, rules):
            subject = (
                Reference("Person", bearer.name, scope=reading.scope)
                if bearer.is_person
                else reading.organization(bearer.name)
            )
            evidence = row_evidence(reading, row, bearer.cell)
            yield reading.statement(relation, subject, what, evidence, _RULE)


def _bearers(columns: TableColumns, index: int) -> Iterator[_Bearer]:
    """Those whom a row names, column by column.

    A blank beside a filled cell of duty was merged with the one above; a row without any has none, unless it
    goes on with the row above it.
    """
    row = columns.table.rows[index]
    duty = columns.having(*DUTIES)
    filled = [column for column in duty if row.cell(column) is not None]
    goes_on = _goes_on(columns, index)
    for column in duty:
        cell = row.cell(column)
        merged = columns.roles[column] == "lead" and (filled or goes_on)
        if cell is None and (merged or _leads_its_rows(columns, column)):
            cell = columns.table.carried(index, column)
        if cell is not None:
            yield from _named(columns, column, cell)


def _leads_its_rows(columns: TableColumns, column: int) -> bool:
    """Whether the column of duty stands before the tasks, so that a body is merged over all it has to do."""
    task = columns.first("task")
    return task is not None and column < task


def _goes_on(columns: TableColumns, index: int) -> bool:
    """Whether the row is another part of what the row above it names: a finer key under a merged one."""
    detail = columns.first("detail")
    task = columns.first("task")
    row = columns.table.rows[index]
    return task is not None and detail is not None and row.cell(task) is None and row.cell(detail) is not None


def _named(columns: TableColumns, column: int, cell: Cell) -> Iterator[_Bearer]:
    role = columns.roles[column]
    text, gaps = unwrapped(cell.text)
    if role == "oversee":
        persons = persons_in(cell)
        yield from (_Bearer(name, role, cell, is_person=True) for name in persons)
        of_bodies = _role_beside_persons(columns.table.columns[column].name)
        if of_bodies or not persons:
            yield from (_Bearer(found.name, of_bodies or "responsible", cell) for found in bodies_in(cell))
        return
    if _AND_PERSONS.search(columns.table.columns[column].name):
        yield from (_Bearer(name, "oversee", cell, is_person=True) for name in persons_in(cell))
    duties = read_duties(text, 0, len(text), gaps) if has_role(text) else []
    if any(duty.said for duty in duties):
        yield from (
            _Bearer(duty.name.name, _role(duty, role), cell, duty.is_person, duty.starred) for duty in duties
        )
        return
    for found in bodies_in(cell):
        yield _Bearer(found.name, role, cell, starred=is_starred(text, found))


def _role_beside_persons(heading: str) -> str:
    """The role of the bodies in a column of bodies and persons (牵头单位及责任人), or empty."""
    body = _AND_PERSONS.sub("", heading)
    role = heading_role(body) if body != heading else ""
    return role if role in RELATIONS else ""


def _role(duty: Duty, of_column: str) -> str:
    return duty.role if duty.said else of_column


def _relations(bearers: list[_Bearer], rules: StatedRules) -> Iterator[tuple[_Bearer, str]]:
    """Each bearer with its relation: beside a lead those responsible cooperate."""
    led = any(bearer.role == "lead" for bearer in bearers)
    starred = rules.starred_leads and any(bearer.starred for bearer in bearers)
    seen: set[tuple[str, str]] = set()
    for bearer in bearers:
        role = bearer.role
        if role == "responsible" and starred:
            role = "lead" if bearer.starred else "cooperate"
        elif role == "responsible" and led:
            role = "cooperate"
        elif role == "responsible" and (rules.first_leads or rules.all_lead):
            role, led = "lead", rules.first_leads
        if (bearer.name, role) not in seen and (role != "cooperate" or (bearer.name, "lead") not in seen):
            seen.add((bearer.name, role))
            yield bearer, RELATIONS[role]


def _section_task(reading: Reading, columns: TableColumns, group: Cell | None) -> Reference | None:
    """A row that heads others may have duties of its own: 一、扩大有效投资 | 市发改委."""
    name = row_name(group) if group is not None else ""
    return reading.task_named(name, columns.table.section, part=name) if len(name) > 3 else None


def _everywhere(reading: Reading, columns: TableColumns, rules: StatedRules) -> Iterator[Found]:
    """Those who carry out whatever is listed after the document says so: 以下均需各县（区）落实，不再列出."""
    if not rules.everywhere or columns.key != "task":
        return
    evidence = reading.evidence(rules.everywhere_from, rules.everywhere_end)
    if columns.table.start < evidence.start:
        return
    for index, _ in columns.body():
        bearers = list(_bearers(columns, index))
        task = row_task(reading, columns, index) if bearers else None
        implementing = {bearer.name for bearer in bearers if bearer.role == "implement"}
        for found in rules.everywhere:
            if task is not None and found.name not in implementing:
                yield reading.statement(
                    "implements",
                    reading.organization(found.name),
                    task,
                    evidence,
                    "responsibility.stated",
                )


def _groups(reading: Reading, columns: TableColumns) -> Iterator[Found]:
    """Rows of tasks under the name of a body: 一、市教育局 heads what it has to do."""
    if columns.key != "task":
        return
    body = ""
    for index, row in enumerate(columns.table.rows):
        if row.kind == "section":
            head = next((cell for cell in reversed(row.cells[:2]) if cell.text), None)
            named = bodies_in(replace(head, text=row_name(head))) if head is not None else []
            body = named[0].name if len(named) == 1 else ""
        task = row_task(reading, columns, index) if body and row.kind == "body" else None
        if task is not None:
            evidence = row_evidence(reading, row, row.cells[0])
            yield reading.statement(
                "responsible", reading.organization(body), task, evidence, "responsibility.table.group"
            )


def _headings(reading: Reading, table: Table) -> Iterator[Found]:
    """Duties in the heading of a column: 限上住宿企业（牵头单位：市文旅局）."""
    for row in table.header_rows:
        for cell in row.cells:
            match = _HEADING_DUTY.search(cell.joined)
            if match is None:
                continue
            name = (cell.joined[: match.start()] + cell.joined[match.end() :]).strip("：:")
            duties = read_duties(match["duty"], 0, len(match["duty"]))
            if len(name) < 3 or not duties:
                continue
            what = reading.task_named(without_unit(name), table.section, part=without_unit(name))
            evidence = reading.source_evidence(cell.start, cell.end)
            for duty in duties:
                subject = reading.organization(duty.name.name)
                yield reading.statement(
                    RELATIONS[duty.role], subject, what, evidence, "responsibility.table.heading"
                )
