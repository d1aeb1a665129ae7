"""Where lists of duties stand in running text: in brackets of any kind, or behind labels in a line of their
own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govgraph_loaders.extract.organizations import LEVELS, is_group, is_national, scope_of
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.responsibility.roles import (
    Duty,
    has_role,
    label_pattern,
    read_duties,
    read_plain_list,
)
from govgraph_loaders.extract.responsibility.stated import before_stated
from govgraph_loaders.model import Paragraph
from govgraph_ontology.offices import OFFICE_NAMES

_PAIRS = {"（": "）", "〔": "〕", "【": "】", "[": "]", "［": "］"}
_OPENING = re.compile(r"[（〔【\[]")
# With these the name of a body ends.
_BODY_ENDS = "局委厅办部院会府处室中心行司站所队团校园区县市镇乡道"
_SQUARE = "〔【["
_MAX_LIST = 600
_LABEL = "responsibility.label"
_BODIES = frozenset({"lead", "cooperate", "responsible", "implement"})


@dataclass(frozen=True, slots=True)
class DutyList:
    """A list of duties with the clean span that says it, and the paragraph in which it stands.

    `rule` is the rule that read it; `plain` where it names organizations without any role.
    """

    duties: tuple[Duty, ...]
    start: int
    end: int
    paragraph: int
    rule: str

    @property
    def plain(self) -> bool:
        """Whether no role is said in it."""
        return not any(duty.said for duty in self.duties)


def find_duty_lists(reading: Reading) -> list[DutyList]:
    """All lists of duties of the document's paragraphs, in order."""
    found: list[DutyList] = []
    role = ""
    for index, paragraph in enumerate(reading.document.paragraphs):
        here = _in_paragraph(reading, index, paragraph)
        if not here and role:
            here = _continued(reading, index, paragraph, role)
        found += here
        role = _open_role(reading, paragraph, here)
    return found


def _open_role(reading: Reading, paragraph: Paragraph, here: list[DutyList]) -> str:
    """The role of a labelled list that may go on in the next line; empty where none ends the paragraph."""
    text = reading.text
    if not here:
        label = label_pattern().match(text, paragraph.start, paragraph.end)
        alone = label is not None and label.end() == paragraph.end and label.lastgroup in _BODIES
        return label.lastgroup or "" if label is not None and alone else ""
    last = here[-1]
    ended = not text[last.end : paragraph.end].strip(" 。；、，")
    return last.duties[-1].role if last.rule == _LABEL and ended and not last.duties[-1].is_person else ""


def _continued(reading: Reading, index: int, paragraph: Paragraph, role: str) -> list[DutyList]:
    """The list that goes on in the lines below its label, one name or several in each."""
    names = read_plain_list(reading.text, paragraph.start, paragraph.end, reading.layout.view.gaps)
    place = reading.scope.rpartition("/")[2]
    signature = len(names) == 1 and bool(place) and names[0].name.name.startswith(place)
    if not names or signature:
        return []
    duties = tuple(replace(duty, role=role, said=True) for duty in names)
    return [DutyList(duties, paragraph.start, paragraph.end, index, _LABEL)]


def _in_paragraph(reading: Reading, index: int, paragraph: Paragraph) -> list[DutyList]:
    text = reading.text
    lists = [
        found for found in _bracketed(reading, index, paragraph) if not _is_labelled(text, paragraph, found)
    ]
    covered = [(found.start, found.end) for found in lists]
    reached = paragraph.start
    for label in label_pattern().finditer(text, paragraph.start, paragraph.end):
        if label.start() < reached or any(start <= label.start() < end for start, end in covered):
            continue
        if not _begins_list(text, label.start(), paragraph.start):
            continue
        end = text.find("。", label.end(), paragraph.end)
        end = before_stated(text, label.end(), paragraph.end if end < 0 else end)
        duties = read_duties(text, label.start(), end, reading.layout.view.gaps)
        if duties:
            lists.append(DutyList(tuple(duties), label.start(), end, index, _LABEL))
        reached = max(end, label.end())
    return sorted(lists, key=lambda found: found.start)


def _is_labelled(text: str, paragraph: Paragraph, found: DutyList) -> bool:
    """Whether a bracket belongs to the list that opens its paragraph: 牵头单位：市教育局（责任人：张三）."""
    label = label_pattern().match(text, paragraph.start, found.start)
    return label is not None and "。" not in text[label.end() : found.start]


def _begins_list(text: str, at: int, floor: int) -> bool:
    """A label counts at the head of a paragraph or after a stop: 落实责任单位为… in mid-sentence is none."""
    return at == floor or text[at - 1] in "。；，、：）】〕·1234567890.（【[ "


def _bracketed(reading: Reading, index: int, paragraph: Paragraph) -> Iterator[DutyList]:
    text, gaps = reading.text, reading.layout.view.gaps
    position = paragraph.start
    while True:
        opening = _OPENING.search(text, position, paragraph.end)
        if opening is None:
            return
        closing = _closing(text, opening.start(), paragraph.end)
        if closing < 0:
            position = opening.end()
            continue
        start, end = opening.end(), before_stated(text, opening.end(), closing)
        duties: list[Duty] = []
        rule = "responsibility.bracket"
        if end - start <= _MAX_LIST and has_role(text[start:end]):
            duties = read_duties(text, start, end, gaps)
        if not duties and _stands_at_end(text, opening.start(), closing, paragraph):
            duties = read_plain_list(text, start, end, gaps)
            if not any(_is_of_a_place(duty.name.name) for duty in duties):
                duties = []  # 公共场所（学校、医院、车站）
            elif len(duties) == 1 and not _may_stand_alone(reading, paragraph, opening.start()):
                duties = []  # 省发展改革委（省能源局）: another name of the body before the bracket
            rule = "responsibility.bracket.plain"
        if duties:
            yield DutyList(tuple(duties), opening.start(), closing + 1, index, rule)
            position = closing + 1
        else:
            position = opening.end()


def _may_stand_alone(reading: Reading, paragraph: Paragraph, opening: int) -> bool:
    """Whether a bracket with one body says who has the duty: behind a stop, or behind a numbered task."""
    before = reading.text[opening - 1]
    section = reading.section(paragraph.section)
    numbered = section is not None and section.start == paragraph.start and bool(section.marker)
    return before in "。；\n" or (numbered and before not in _BODY_ENDS)


def _is_of_a_place(name: str) -> bool:
    """Whether a name says whose body it is, or is that of a known office: 市水利局, 财政部, but not 车站."""
    return (
        name[0] in LEVELS
        or name in OFFICE_NAMES
        or is_group(name)
        or bool(scope_of(name, ""))
        or is_national(name)
    )


def _closing(text: str, opening: int, limit: int) -> int:
    """The bracket that closes the one at `opening`, or -1. A copy may close 〔 with 】: any of its family
    will do.
    """
    square = text[opening] in _SQUARE
    depth = 0
    for at in range(opening, min(limit, opening + _MAX_LIST + 2)):
        character = text[at]
        if square:
            if character in "〕】]":
                return at
        elif character == "（":
            depth += 1
        elif character == "）":
            depth -= 1
            if depth == 0:
                return at
    return -1


def _stands_at_end(text: str, opening: int, closing: int, paragraph: Paragraph) -> bool:
    """Whether a bracket stands where a list of duties may: after a sentence, or at the end of the
    paragraph.
    """
    after = text[closing + 1 : paragraph.end].lstrip("。；;")
    before = text[opening - 1 : opening]
    return (
        before in {"。", "；"} or (not after and opening - paragraph.start > 12) or opening == paragraph.start
    )
