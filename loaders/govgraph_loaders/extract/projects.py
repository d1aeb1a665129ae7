"""Projects in prose: works, plants, parks, lines and schools to be built, and what is to become of them.

推进A、B等项目加快建设, 力促C投产, 新建D, E项目建成投产: a verb that moves or builds, a list of names, what
becomes of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.extract.industries import named_district
from govgraph_loaders.extract.project_clauses import (
    NO_VERB,
    NamedProject,
    find_listed_projects,
    find_projects,
)
from govgraph_loaders.extract.project_details import project_details
from govgraph_loaders.extract.project_names import project_core
from govgraph_loaders.extract.project_subjects import find_subjects
from govgraph_loaders.extract.quantities import read_quantity
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.topics import Clause, read_clauses
from govgraph_loaders.model import Paragraph
from govgraph_loaders.statements import Reference, Rejection

_CUE = re.compile(
    r"项目|工程|[建动开完竣]工|建设|[新扩迁重]建|投产|投用|落地|建成|打造|修缮|通车|改造|整治|启用|更新|打通|贯通|总投资"
)
# 10亿元公路港枢纽: what a project costs stands before its name.
_COST = re.compile(r"(?:总投资)?(?P<amount>\d[\d.]*[万亿]元)的?(?=[\u4e00-\u9fffA-Za-z]{3})")


def extract_projects(reading: Reading) -> Iterator[Found]:
    """Statements `hasProject` of the task of the section (else of the document), with what is told of it."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        if _CUE.search(text, paragraph.start, paragraph.end) is None:
            continue
        subject = reading.task(paragraph.section) if paragraph.section is not None else reading.reference
        verb = NO_VERB
        for clause in read_clauses(reading, paragraph):
            mark = text[clause.start - 1 : clause.start]
            found, verb = find_projects(text, clause, verb if mark == "，" else NO_VERB)
            if not found and mark == "：":
                found = find_listed_projects(text, clause.start, clause.end)
            found = found or find_subjects(text, clause)
            for project in found:
                if project.rule:
                    of = (
                        _above(reading, paragraph.section)
                        if _is_own(reading, paragraph, project)
                        else subject
                    )
                    yield _statement(reading, of, clause, project)
                else:
                    evidence = reading.evidence(project.start, project.end)
                    yield Rejection("hasProject", "a campaign, no work", evidence, "project.named")


def _is_own(reading: Reading, paragraph: Paragraph, project: NamedProject) -> bool:
    """Whether the section is all on this project: 1.某产业园。总投资85亿元."""
    section = reading.section(paragraph.section)
    return section is not None and section.title == project.name


def _above(reading: Reading, index: int | None) -> Reference:
    """The task of the section in which a section stands; the document where there is none."""
    section = reading.section(index)
    parent = section.parent if section is not None else None
    return reading.task(parent) if parent is not None else reading.reference


def _statement(reading: Reading, subject: Reference, clause: Clause, project: NamedProject) -> Found:
    cost = _COST.match(project.name)
    title = project.name[cost.end() :] if cost is not None else project.name
    core = project_core(title)
    names = (core, f"{core}项目", *project.others)
    aliases = tuple(dict.fromkeys(name for name in names if name != title and len(name) > 2))
    details = project_details(reading.text, clause, project)
    if cost is not None and "investment" not in details and (paid := read_quantity(cost["amount"])):
        details |= {"investment": paid.value, "investment_unit": paid.unit}
    return reading.statement(
        "hasProject",
        subject,
        Reference("Project", title, scope=reading.scope, aliases=aliases),
        reading.evidence(clause.start, clause.end),
        project.rule,
        stage=project.stage,
        district="、".join(
            named_district(place, reading.scope).name for place in clause.places if place != project.name
        ),
        **details,
    )
