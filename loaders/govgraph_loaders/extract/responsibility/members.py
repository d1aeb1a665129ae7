"""What each of several bodies has to do, told behind its name: 市气象局：负责…, 县委宣传部。负责…

Plans for emergencies and divisions of work list so the duties of their members. The name stands at the head
of a paragraph, before a colon or a full stop, or it is the heading of the lines that say the duties. Rule:
`responsibility.member`. Ontology: gov:leads, gov:cooperates, gov:responsible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, find_organizations
from govgraph_loaders.extract.organizations.names import LEVELS, words
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.lists import DutyList
from govgraph_loaders.extract.responsibility.roles import RELATIONS, read_plain_list
from govgraph_loaders.extract.responsibility.tasks import clause_name
from govgraph_loaders.model import Paragraph
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "responsibility.member"
_ROLES = ("lead", "cooperate", "responsible")
_STOPS = "：。"
_DASHES = "—-–·•●■◆▲ "
_LONGEST_HEAD = 40
_NOT_TOLD = frozenset({"report", "letter", "reply"})


@cache
def _verbs() -> tuple[tuple[str, str], ...]:
    """The words that open a duty with its role, longest first."""
    words = load_vocabulary("roles")["members"]
    return tuple(
        sorted(((verb, role) for role in _ROLES for verb in words[role]), key=lambda pair: -len(pair[0]))
    )


@cache
def _endings() -> tuple[str, ...]:
    """What a name may end in: a quick look before a head is read."""
    return (*words()["endings"], "）", ")", "等")


def extract_member_duties(reading: Reading, lists: Sequence[DutyList]) -> Iterator[Found]:
    """The duties that paragraphs headed by a body tell, outside the lists of duties."""
    if reading.document.kind in _NOT_TOLD:
        return
    covered = {found.paragraph for found in lists}
    above: list[OrganizationName] = []
    for index, paragraph in enumerate(reading.document.paragraphs):
        start = _after_marker(reading.text, paragraph)
        names, stop = _head(reading, start, paragraph.end)
        if names:
            above = names if stop >= paragraph.end else []
            strict = any(_is_place(found.name) for found in names)
            duty = None if index in covered else _duty(reading.text, stop, paragraph.end, strict=strict)
        else:
            # 县公安局 in a line of its own, 负责… in the lines below it.
            names = above or _heading(reading, paragraph)
            told = names and index not in covered
            duty = _duty(reading.text, start, paragraph.end, strict=True) if told else None
            above = above if duty is not None else []
        if duty is not None:
            yield from _statements(reading, paragraph, names, *duty)


def _is_place(name: str) -> bool:
    """Whether a head names a place alone, of which plans tell what it is good for: 丹枫区：重点发展…"""
    return not name.startswith("各") and name.endswith((*LEVELS, "镇", "乡", "街道"))


def _after_marker(text: str, paragraph: Paragraph) -> int:
    start = paragraph.start
    marker = match_marker(text[start : min(paragraph.end, start + _LONGEST_HEAD)])
    start += marker.end if marker is not None else 0
    while start < paragraph.end and text[start] in _DASHES:
        start += 1
    return start


def _head(reading: Reading, start: int, end: int) -> tuple[list[OrganizationName], int]:
    """The bodies that head a paragraph, and where what is said of them begins; none where no names do."""
    text = reading.text
    stops = [at for mark in _STOPS if (at := text.find(mark, start, min(end, start + _LONGEST_HEAD))) >= 0]
    stop = min(stops, default=end if end - start <= _LONGEST_HEAD else start)
    if stop == start or not text.endswith(_endings(), start, stop):
        return [], stop
    duties = read_plain_list(text, start, stop, reading.layout.view.gaps)
    return [duty.name for duty in duties], min(stop + 1, end)


def _heading(reading: Reading, paragraph: Paragraph) -> list[OrganizationName]:
    """The body whose name is the heading under which the paragraph stands."""
    section = reading.section(paragraph.section)
    if section is not None and section.start == paragraph.start:
        section = reading.section(section.parent)
    if section is None or len(section.title) > _LONGEST_HEAD or not section.title.endswith(_endings()):
        return []
    names = [duty.name for duty in read_plain_list(section.title, 0, len(section.title))]
    # A heading may end like a name and be none: 建设托育机构. Running text knows only what is surely a body.
    sure = {found.name for found in find_organizations(section.title, 0, len(section.title))}
    return [name for name in names if name.name in sure]


def _duty(text: str, start: int, end: int, *, strict: bool = False) -> tuple[str, int, int] | None:
    """The role, and where what is to be done begins and ends; None where `text[start:end]` opens no duty."""
    while start < end and text[start] in " \n":
        start += 1
    if strict and not text.startswith(tuple(load_vocabulary("roles")["members"]["strict"]), start):
        return None
    verb = next(((word, role) for word, role in _verbs() if text.startswith(word, start)), None)
    if verb is None or text.startswith(("负责人", "负责同志", "组织部"), start):
        return None
    said, role = verb
    first = start + len(said) if said.endswith("负责") else start
    return role, first, end


def _statements(
    reading: Reading, paragraph: Paragraph, names: Sequence[OrganizationName], role: str, start: int, end: int
) -> Iterator[Found]:
    text = reading.text
    name = clause_name(text, start, end)
    if not name:
        return
    task = reading.task_named(name, paragraph.section, part=name)
    first = paragraph.start
    evidence = reading.evidence(first, text.index(name, start, end) + len(name))
    for named in names:
        yield reading.statement(RELATIONS[role], reading.organization(named.name), task, evidence, _RULE)
