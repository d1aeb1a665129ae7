"""Who leads, cooperates, is responsible, carries out, oversees: in lists and in prose. Tables have their
own module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.lists import DutyList, find_duty_lists
from govgraph_loaders.extract.responsibility.members import extract_member_duties
from govgraph_loaders.extract.responsibility.prose import extract_prose_duties
from govgraph_loaders.extract.responsibility.roles import RELATIONS, Duty
from govgraph_loaders.extract.responsibility.stated import StatedRules, read_stated_rules
from govgraph_loaders.extract.responsibility.tasks import name_tasks
from govgraph_loaders.statements import Reference, Rejection, Statement


def extract_responsibility(reading: Reading) -> Iterator[Found]:
    """The duties that the running text of a document gives."""
    lists = find_duty_lists(reading)
    rules = read_stated_rules(reading)
    tasks = name_tasks(reading, lists)
    led = {
        task
        for found, task in zip(lists, tasks, strict=True)
        for duty in _apply(rules, found)
        if duty.role == "lead"
    }
    listed: set[tuple[Reference, Reference]] = set()
    for found, task in zip(lists, tasks, strict=True):
        evidence = reading.evidence(found.start, found.end)
        if task is None:
            yield Rejection("leads", "没有任务名称 (a list of duties without a task)", evidence, found.rule)
            continue
        for duty in _apply(rules, found):
            # Beside a lead, in this list or in the line above it, the 责任单位 cooperate.
            listed.add((_bearer(reading, duty), task))
            role = "cooperate" if duty.role == "responsible" and task in led else duty.role
            yield reading.statement(RELATIONS[role], _bearer(reading, duty), task, evidence, found.rule)
        if rules.everywhere and found.end >= rules.everywhere_from:
            yield from _everywhere(reading, rules, found, task)
    yield from extract_member_duties(reading, lists)
    for prose in extract_prose_duties(reading, lists):
        said = isinstance(prose, Statement) and (prose.subject, prose.object) in listed
        if not said:
            yield prose


def _apply(rules: StatedRules, found: DutyList) -> list[Duty]:
    """The duties of a list under the rules that the document states for lists in which nobody is said to
    lead.
    """
    duties = list(found.duties)
    if any(duty.role == "lead" for duty in duties):
        return duties
    plain = [index for index, duty in enumerate(duties) if duty.role == "responsible"]
    if rules.starred_leads and any(duties[index].starred for index in plain):
        leads = {index for index in plain if duties[index].starred}
    elif rules.first_leads and plain:
        leads = set(plain[:1])
    elif rules.all_lead:
        leads = set(plain)
    else:
        return duties
    return [
        replace(duty, role="lead" if index in leads else "cooperate") if index in plain else duty
        for index, duty in enumerate(duties)
    ]


def _everywhere(reading: Reading, rules: StatedRules, found: DutyList, task: Reference) -> Iterator[Found]:
    for name in rules.everywhere:
        if any(duty.name.name == name.name for duty in found.duties):
            continue
        evidence = reading.evidence(rules.everywhere_from, rules.everywhere_end)
        yield reading.statement(
            "implements", reading.organization(name.name), task, evidence, "responsibility.stated"
        )


def _bearer(reading: Reading, duty: Duty) -> Reference:
    if duty.is_person:
        return Reference("Person", duty.name.name, scope=reading.scope)
    return reading.organization(duty.name.name)
