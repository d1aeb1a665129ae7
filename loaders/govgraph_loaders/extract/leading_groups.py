"""Leading groups, headquarters and the like: who is their head, deputy head or member.

组 长：张三 县长 under a title or a sentence that says which body is made; persons that follow without a word
of their own have the place of those before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from govgraph_loaders.extract.persons import NAME, is_person, person_name
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
_MOST_LINES = 400


def extract_leading_groups(reading: Reading) -> Iterator[Found]:
    """Statements `appointed` to the places in a leading group; qualifiers organization, on, by and mode."""
    text, document = reading.text, reading.document
    tables = [
        table for table in document.tables if _person_column(table) is not None or _begins_with_role(table)
    ]
    if not tables and _cue().search(text, document.start, document.end) is None:
        return
    role = ""
    for paragraph in reading.document.paragraphs:
        starts = [paragraph.start, *line_starts(reading, paragraph.start, paragraph.end)]
        stops = _STOP.finditer(reading.text, paragraph.start, paragraph.end - 1)
        gaps = spaces_within(reading, paragraph.start, paragraph.end) if len(starts) < _MOST_LINES else []
        labels = [paragraph.start + gap for gap in gaps]
        labels = [at for at in labels if _role().match(reading.text, at, paragraph.end)]
        starts = sorted({*starts, *labels, *(stop.end() for stop in stops)})
        for start, end in zip(starts, [*starts[1:], paragraph.end], strict=True):
            role, found = _read_line(reading, start, end, role)
            yield from found
    for table in tables:
        yield from _read_table(reading, table)


def _read_line(reading: Reading, start: int, end: int, role: str) -> tuple[str, list[Found]]:
    """The place of which the lines below speak, and what this line says."""
    text = reading.text
    marker = match_marker(text[start : min(end, start + _LONGEST_ROLE)])
    first = start + (marker.end if marker else 0)
    label = _role().match(text, first, end)
    if label is not None:
        role, first = label["role"], label.end()
    elif marker is not None and text[first:end] in _words()["roles"]:
        return text[first:end], []
    if not role:
        return "", _read_prose(reading, first, end)
    if first >= end:
        return role, []
    names = _persons(text[first:end], spaces_within(reading, first, end), labelled=label is not None)
    if not names:
        return (role, []) if label is not None else ("", _read_prose(reading, first, end))
    group = _group(reading, start)
    if not group:
        return "", []
    return role, list(_statements(reading, names, group, role, reading.evidence(start, end)))


def _persons(text: str, spaces: list[int], *, labelled: bool) -> list[str]:
    """The persons of a line: 张三、李四, or 张三 with a post behind a space, a comma or in brackets."""
    bare = _BRACKETS.sub("", text)
    listed = [_titled_name(part) for part in _LIST.split(bare.rstrip("。；")) if part]
    if labelled and listed and all(listed):
        return [person_name(part) for part in listed]
    if spaces:
        names = _spaced_names(text, spaces)
        if names:
            return names
    head = _LIST.split(bare, maxsplit=1)[0]
    alone = head == bare or "，" in bare[len(head) : len(head) + 1]
    return [person_name(head)] if labelled and alone and is_person(head) else []


def _titled_name(part: str) -> str:
    """The name of a part of a list: 张三, 市长张三; empty where it is none."""
    if is_person(part):
        return part
    match = _name_behind_title().fullmatch(part)
    return match["name"] if match is not None and is_person(match["name"]) else ""


def _spaced_names(text: str, spaces: list[int]) -> list[str]:
    """The names of a line that parts them from posts by spaces: 张三 市长，李四 副市长; or of names alone."""
    pieces = [_BRACKETS.sub("", piece) for piece in parted(text.rstrip("。；"), spaces)]
    names: list[str] = []
    pending = ""
    for piece in pieces:
        pending += piece
        if len(pending) > 1:
            names.append(pending)
            pending = ""
    if names and not pending and all(is_person(name) for name in names):
        return [person_name(name) for name in names]
    found = [names[0]] if names and is_person(names[0]) else []
    for piece in names[1:] if found else []:
        # 市长，李四: what goes before the comma is the post of the person before.
        _, comma, name = piece.rpartition("，")
        found += [name] if comma and is_person(name) else []
    return [person_name(name) for name in found]


def _read_prose(reading: Reading, start: int, end: int) -> list[Found]:
    """张三同志任组长，李四、王五同志任副组长."""
    found: list[Found] = []
    piece = reading.text[start:end]
    patterns = [_appointing()] if any(verb in piece for verb in ("任", "为")) else []
    patterns += [_presiding()] if "由" in piece else []
    matches = [match for pattern in patterns for match in pattern.finditer(reading.text, start, end)]
    for match in sorted(matches, key=re.Match.start):
        names = [_BRACKETS.sub("", name) for name in match["names"].split("、")]
        marked = bool(match["comrade"])
        group = _group(reading, start)
        if group and all(is_person(name, marked=marked) for name in names):
            people = [person_name(name) for name in names]
            evidence = reading.evidence(match.start(), match.end())
            found += _statements(reading, people, group, match["role"], evidence)
    return found


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
        yield from _read_bare_table(reading, table)
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


def _read_bare_table(reading: Reading, table: Table) -> Iterator[Found]:
    """A table without headings: the place in the group, the name, the post."""
    group = _group(reading, reading.document.start)
    role = ""
    for row in [*table.header_rows, *table.rows]:
        cells = [cell.joined for cell in row.cells]
        role = cells[0].rstrip("：") or role
        if not group or role not in _words()["roles"]:
            return
        if len(cells) > 1 and is_person(cells[1]):
            evidence = reading.source_evidence(row.start, row.end)
            yield from _statements(reading, [person_name(cells[1])], group, role, evidence)


def _begins_with_role(table: Table) -> bool:
    rows = [*table.header_rows, *table.rows]
    return bool(rows and rows[0].cells) and rows[0].cells[0].joined.rstrip("：") in _words()["roles"]


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
def _cue() -> re.Pattern[str]:
    """What is in every list of members: a place with a colon or alone on its line, or behind 任, 为, 由."""
    roles = _either(_words()["roles"])
    return re.compile(rf"(?:{roles})(?:：|\n|由)|[任为](?:{roles})[，。；、\n]")


@cache
def _appointing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[，。；：、\n])|^)(?P<names>{NAME}(?:、{NAME}){{0,20}})(?P<comrade>同志)?(?:担任|兼任|任|为)"
        rf"(?P<role>{_either(_words()['roles'])})(?=[，。；、]|$)",
        re.MULTILINE,
    )


@cache
def _presiding() -> re.Pattern[str]:
    """组长由副市长张三同志担任."""
    roles, titles = _either(_words()["roles"]), _either(load_vocabulary("posts")["titles"])
    return re.compile(
        rf"(?<!办公室)(?<![办局委厅心])(?P<role>{roles})由(?:[^，。；]{{0,30}}?(?:{titles}))?(?P<names>{NAME}?)(?P<comrade>同志)?(?:担任|兼任)"
    )


@cache
def _name_behind_title() -> re.Pattern[str]:
    titles = _either(load_vocabulary("posts")["titles"])
    return re.compile(rf".{{0,40}}(?:{titles})(?P<name>{NAME})")


@cache
def _made() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?:{_either(words['making'])})(?:了)?(?P<name>[\u4e00-\u9fff“”（）·\d]{{2,40}}?(?:{_either(words['groups'])}))"
    )


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"^(?P<name>[\u4e00-\u9fff“”（）·\d]{{2,40}}?(?:{_either(_words()['groups'])}))")
