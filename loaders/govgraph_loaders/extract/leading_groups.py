"""Leading groups, headquarters and the like: who is their head, deputy head or member.

组 长：张三 县长 under a title or a sentence that says which body is made; persons that follow without a word
of their own have the place of those before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.source_lines import line_starts, parted, spaces_within
from govgraph_loaders.model import Table
from govgraph_loaders.statements import Evidence, Reference
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "leading_group.list"
_BRACKETS = re.compile(r"（[^（）]{0,60}）")
_STOP = re.compile(r"[；。]|，(?=(?:副|总|第|成|组|召)[\u4e00-\u9fff]{0,6}：)")
_LIST = re.compile(r"[、，；]")
_NOT_A_NAME = re.compile(r"^(?:关于|我|本|该|各|上级|相应|有关|以|由)")
_LOOK_BACK = 600
_LONGEST_ROLE = 12


def extract_leading_groups(reading: Reading) -> Iterator[Found]:
    """Statements `appointed` to the places in a leading group; qualifiers organization, on, by and mode."""
    labelled = _role().search(reading.text, reading.document.start, reading.document.end)
    if labelled is None and all(_person_column(table) is None for table in reading.document.tables):
        return
    role = ""
    for paragraph in reading.document.paragraphs:
        starts = [paragraph.start, *line_starts(reading, paragraph.start, paragraph.end)]
        stops = _STOP.finditer(reading.text, paragraph.start, paragraph.end - 1)
        starts = sorted({*starts, *(stop.end() for stop in stops)})
        for start, end in zip(starts, [*starts[1:], paragraph.end], strict=True):
            role, found = _read_line(reading, start, end, role)
            yield from found
    for table in reading.document.tables:
        yield from _read_table(reading, table)


def _read_line(reading: Reading, start: int, end: int, role: str) -> tuple[str, list[Found]]:
    """The place of which the lines below speak, and what this line says."""
    text = reading.text
    marker = match_marker(text[start : min(end, start + _LONGEST_ROLE)])
    first = start + (marker.end if marker else 0)
    label = _role().match(text, first, end)
    if label is not None:
        role, first = label["role"], label.end()
    if not role:
        return "", []
    if first >= end:
        return role, []
    names = _persons(text[first:end], spaces_within(reading, first, end), labelled=label is not None)
    if not names:
        return role if label is not None else "", []
    group = _group(reading, start)
    if not group:
        return "", []
    return role, list(_statements(reading, names, group, role, reading.evidence(start, end)))


def _persons(text: str, spaces: list[int], *, labelled: bool) -> list[str]:
    """The persons of a line: 张三、李四, or 张三 with a post behind a space, a comma or in brackets."""
    bare = _BRACKETS.sub("", text)
    listed = [part for part in _LIST.split(bare.rstrip("。；")) if part]
    if labelled and listed and all(is_person(part) for part in listed):
        return [person_name(part) for part in listed]
    name = ""
    for part in parted(text, spaces):
        name += _BRACKETS.sub("", part)
        if len(name) > 1:
            break
    if spaces and is_person(name):
        return [person_name(name)]
    head = _LIST.split(bare, maxsplit=1)[0]
    alone = head == bare or "，" in bare[len(head) : len(head) + 1]
    return [person_name(head)] if labelled and alone and is_person(head) else []


def _statements(
    reading: Reading, names: Sequence[str], group: str, role: str, evidence: Evidence
) -> Iterator[Found]:
    document = reading.document
    for name in names:
        yield reading.statement(
            "appointed",
            Reference("Person", name, scope=reading.scope),
            Reference("Post", group + role, scope=reading.scope),
            evidence,
            _RULE,
            organization=group,
            on=reading.date if document.date is not None else "",
            by=document.issuers[0].text if document.issuers else "",
            mode=role,
        )


def _group(reading: Reading, before: int) -> str:
    """The body whose members stand at `before`: the one that the text above makes, else that of the title."""
    start = max(reading.document.start, before - _LOOK_BACK)
    made = [match["name"] for match in _made().finditer(reading.text, start, before)]
    names = [name for name in reversed(made) if not _NOT_A_NAME.match(name)]
    if names:
        return names[0]
    titled = _made().search(reading.document.title) or _titled().search(reading.document.title)
    return titled["name"] if titled else ""


def _read_table(reading: Reading, table: Table) -> Iterator[Found]:
    """A table with a column of places in the group beside one of names."""
    column = _person_column(table)
    if column is None:
        return
    places = next((found.index for found in table.columns if found.name in _words()["columns"]["role"]), None)
    group = _group(reading, reading.document.start)
    if places is None or not group:
        return
    for index, row in enumerate(table.rows):
        person, place = row.cell(column), table.carried(index, places)
        if (
            person is None
            or place is None
            or place.joined not in _words()["roles"]
            or not is_person(person.joined)
        ):
            continue
        evidence = reading.source_evidence(row.start, row.end)
        yield from _statements(reading, [person_name(person.joined)], group, place.joined, evidence)


def _person_column(table: Table) -> int | None:
    names = _words()["columns"]["person"]
    return next((column.index for column in table.columns if column.name in names), None)


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("leading_groups")


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?P<role>{_either(_words()['roles'])})：")


@cache
def _made() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?:{_either(words['making'])})(?:了)?(?P<name>[\u4e00-\u9fff“”（）·\d]{{2,40}}?(?:{_either(words['groups'])}))"
    )


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"^(?P<name>[\u4e00-\u9fff“”（）·\d]{{2,40}}?(?:{_either(_words()['groups'])}))")
