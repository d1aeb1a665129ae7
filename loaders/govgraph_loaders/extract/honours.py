"""Whom a circular commends, and for what: lists of units and persons under headings, in columns and in prose.

一、先进单位（55个） heads the paragraphs and tables below it; the circular's title and opening sentence say
the
whole name of the honour (2023年度乡村振兴工作先进单位).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from govgraph_loaders.extract.organizations import is_organization
from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.source_lines import line_starts, parted, spaces_within
from govgraph_loaders.model import Document, Paragraph, Row, Section, Table
from govgraph_loaders.statements import Evidence, Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_ontology.divisions import divisions_named
from govgraph_ontology.vocabulary import load_vocabulary

_COUNT = re.compile(
    r"（?(?:共|计|各)?[\d一二三四五六七八九十百]{1,4}(?:个|名|人|家|户|位|所|项|对|支)(?:单位|集体)?）?"
)
_BRACKETS = re.compile(r"（[^（）]{0,60}）")
_SEPARATOR = re.compile(r"[、；;，,。]")
_LABELLED = re.compile(r"(?P<label>[^：，。]{2,24})：(?P<names>.+)")
_ATTACHED = re.compile(r"附件[\d一二三四五六七八九十]{0,2}[：:]?")
_NUMBER = re.compile(r"\d{1,4}|[（(]?[一二三四五六七八九十]{1,3}[）)、]?|[-—/]")
_NUMBER_OF = r"(?:[\d一二三四五六七八九十百]{1,4}[个名人家位所户支](?:单位|集体|同志|个人|企业|学校|人)?)?"
_AWARD = re.compile(
    rf"(?:授予|命名)(?P<names>[^。；：“”]{{2,300}}?)等?{_NUMBER_OF}(?:同志)?为?"
    r"(?:“(?P<quoted>[^“”]{2,40})”(?:荣誉)?称号|为(?P<plain>[^，。；“”]{4,50}))"
)
_PRAISE = re.compile(
    rf"对(?P<names>[^。；：“”，]{{2,300}}?)等?{_NUMBER_OF}(?:同志)?(?:进行|予以|给予)(?P<plain>通报(?:表扬|表彰|嘉奖))"
)
# What goes on with an award: 授予A等10个单位“甲”称号、B等20名同志“乙”称号.
_AWARD_MORE = re.compile(
    rf"[、，；和及]{{1,2}}(?!授予|命名)(?P<names>[^。；：“”]{{2,300}}?)等?{_NUMBER_OF}(?:同志)?为?“(?P<quoted>[^“”]{{2,40}})”(?:荣誉)?称号"
)
_MERIT = re.compile(
    r"(?:给予|对|为)(?P<names>[^。；：“”，]{2,200}?)(?:同志)?(?:各)?(?:荣记|追记|记)(?P<plain>(?:个人|集体)?[一二三]等功|大功|嘉奖)"
)
# 张三等3名同志 in a title: whom the circular honours, not what for.
_HONOURED = re.compile(
    r"^.{0,30}?(?:等[\d一二三四五六七八九十百]{0,4}[名位个家所]?(?:同志|单位|个人|集体|企业|学校|人)|同志)"
)
_AND_MORE = re.compile(r"等(?:[\d一二三四五六七八九十百]{1,4}[个名人家位所户支][\u4e00-\u9fff]{0,6})?$")
_HEADING_MAX = 50
_LOWEST = 99
_MAX_OPENING = 4000
_MAX_UNIT = 45


@dataclass(frozen=True, slots=True)
class _Heading:
    """What a list honours: the honour as its heading names it, and whether it names `person`s or `unit`s."""

    honour: str
    kind: str
    rank: int = _LOWEST


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody commended, with the source span of the name."""

    name: str
    kind: str
    evidence: Evidence
    heading: _Heading


def extract_honours(reading: Reading) -> Iterator[Found]:
    """Statements `honours` of a document that commends; qualifier `honour`, its name in full."""
    if not _commends(reading):
        return
    names = _HonourNames(reading)
    for entry in _entries(reading):
        person = entry.kind == "person"
        named = (
            Reference("Person", entry.name, scope=reading.scope)
            if person
            else reading.organization(entry.name)
        )
        yield reading.statement(
            "honours",
            reading.reference,
            named,
            entry.evidence,
            "honour.person" if person else "honour.unit",
            honour=names.whole(entry.heading.honour),
        )


def _commends(reading: Reading) -> bool:
    words = _words()
    index: int | None = reading.index
    while index is not None:
        document = reading.layout.documents[index]
        title = document.title
        listed = "名单" in title and any(word in title for word in words["honours"])
        if document.kind != "gazette" and (listed or any(word in title for word in words["titles"])):
            return not any(word in document.title for word in words["not_titles"])
        index = document.parent
    return False


def _entries(reading: Reading) -> Iterator[_Entry]:
    """Those commended in the order of the source: paragraphs and tables below each heading."""
    document, origins = reading.document, reading.layout.view.origins
    parts: list[tuple[int, Paragraph | Table]] = [(origins[part.start], part) for part in document.paragraphs]
    parts += [(table.start, table) for table in document.tables]
    sections = {section.start: section for section in document.sections}
    heading: _Heading | None = None
    for _, part in sorted(parts, key=lambda pair: pair[0]):
        if isinstance(part, Table):
            heading = _caption_heading(part, heading)
            yield from _read_table(reading, part, heading)
            continue
        text = reading.text[part.start : part.end]
        section = sections.get(part.start)
        found, offset = _read_heading(text, section, heading)
        if found is not None:
            heading = found
        elif (
            section is not None and heading is not None and section.rank <= heading.rank and section.rank <= 6
        ):
            heading = None
        if found is None and any(word in text for word in _words()["awards"]):
            yield from _read_prose(reading, part)
        elif heading is not None and part.start + offset < part.end:
            if text.startswith(tuple(_words()["ends"])):
                heading = None
                continue
            yield from _read_list(reading, part.start + offset, part.end, heading)


def _read_heading(text: str, section: Section | None, above: _Heading | None) -> tuple[_Heading | None, int]:
    """The heading that a paragraph is, and where its list begins in the paragraph; (None, offset) for an
    entry.
    """
    offset = 0
    if section is not None:
        offset = len(section.marker)
    attached = _ATTACHED.match(text)
    colon = text.find("：", attached.end() if attached else offset, offset + _HEADING_MAX)
    end = colon if colon >= 0 else len(text)
    title = _ATTACHED.sub("", text[offset:end]).strip(" 、.：")
    counted = _COUNT.search(title + text[end : end + 12])
    bare = _BRACKETS.sub("", title).strip()
    if len(title) > _HEADING_MAX or any(mark in title for mark in "。；"):
        return None, offset
    words = _words()
    kind = _kind(bare)
    named = any(word in bare for word in words["honours"]) or (bool(kind) and bare.endswith("名单"))
    listed = kind or bare.endswith(("名单", "奖", "称号"))
    if not named or not listed:
        if counted is None or above is None or section is None:
            return None, offset
        return _Heading(above.honour, kind or above.kind, section.rank), _after_count(text, end)
    if is_organization(bare) and not counted:
        return None, offset
    rank = section.rank if section is not None else above.rank if above is not None else _LOWEST
    return _Heading(bare.removesuffix("名单"), kind, rank), _after_count(text, end)


def _after_count(text: str, end: int) -> int:
    """Where a list begins after its heading, its colon and its count."""
    while end < len(text) and text[end] in "：: ":
        end += 1
    count = re.compile(rf"{_COUNT.pattern}[：:]?").match(text, end)
    return count.end() if count and text[end] == "（" else end


def _kind(title: str) -> str:
    """`person` or `unit` by the noun with which a heading ends, else by one that it holds; empty for
    neither.
    """
    bare = title.removesuffix("名单").removesuffix("奖").removesuffix("称号")
    words = _words()
    for kind, nouns in (("person", words["persons"]), ("unit", words["units"])):
        if bare.endswith(tuple(nouns)):
            return kind
    return ""


def _caption_heading(table: Table, heading: _Heading | None) -> _Heading | None:
    """The heading that the lines above a table are, where they name an honour; else the one that holds."""
    for caption in reversed(table.captions):
        found, _ = _read_heading(caption, None, None)
        if found is not None:
            return found
    return heading


def _read_table(reading: Reading, table: Table, heading: _Heading | None) -> Iterator[_Entry]:
    columns = _words()["columns"]
    roles = {
        column.index: role
        for column in table.columns
        for role in ("person", "unit", "honour")
        if column.name in columns[role]
    }
    kinds = set(roles.values())
    chosen = "person" if "person" in kinds else "unit" if "unit" in kinds else ""
    honour_column = next((index for index, role in sorted(roles.items()) if role == "honour"), None)
    if heading is None:
        if not chosen and honour_column is None:
            return
        heading = _Heading(reading.document.title, chosen)
    for index, row in enumerate([*(() if chosen else table.header_rows), *table.rows]):
        if row.kind == "total":
            continue
        own = heading
        if honour_column is not None and chosen:
            cell = table.carried(index, honour_column)
            own = _Heading(cell.joined, heading.kind, heading.rank) if cell else heading
        picked = {at for at, role in roles.items() if role == chosen} if chosen else None
        yield from _read_row(reading, row, picked, _Heading(own.honour, chosen or own.kind, own.rank))


def _read_row(reading: Reading, row: Row, picked: set[int] | None, heading: _Heading) -> Iterator[_Entry]:
    """The cells of a row that name somebody commended: those of the columns `picked`, else all that can."""
    for cell in row.cells:
        if not cell.text or (picked is not None and cell.column not in picked):
            continue
        for name, kind in _names(cell.joined, cell.text.split(" "), heading.kind, listed=picked is not None):
            yield _Entry(name, kind, reading.source_evidence(cell.start, cell.end), heading)


def _read_list(reading: Reading, start: int, end: int, heading: _Heading) -> Iterator[_Entry]:
    """The entries of a paragraph: one, or many with 、 or spaces between them; persons line by line."""
    if heading.kind == "person":
        for cut in reversed(line_starts(reading, start, end)):
            yield from _read_line(reading, cut, end, heading)
            end = cut
    yield from _read_line(reading, start, end, heading)


def _read_line(reading: Reading, start: int, end: int, heading: _Heading) -> Iterator[_Entry]:
    text = reading.text[start:end]
    labelled = _LABELLED.fullmatch(text)
    named = labelled is not None and any(word in labelled["label"] for word in _words()["honours"])
    if labelled and (heading.kind != "unit" or named):
        start += labelled.start("names")
        text = labelled["names"]
    parts = parted(text, spaces_within(reading, start, end))
    evidence = reading.evidence(start, end)
    for name, kind in _names(text, parts, heading.kind):
        yield _Entry(name, kind, evidence, heading)


def _read_prose(reading: Reading, paragraph: Paragraph) -> Iterator[_Entry]:
    """授予A、B“C”称号, 授予A等5个单位为C, 对A予以通报表扬."""
    span = (paragraph.start, paragraph.end)
    awards: list[re.Match[str]] = []
    for award in _AWARD.finditer(reading.text, *span):
        following: re.Match[str] | None = award
        while following is not None:
            awards.append(following)
            following = _AWARD_MORE.match(reading.text, following.end(), paragraph.end)
    for pattern in (_PRAISE, _MERIT):
        awards += pattern.finditer(reading.text, *span)
    for match in awards:
        honour = match.groupdict().get("quoted") or match["plain"]
        text = _AND_MORE.sub("", match["names"].removesuffix("同志"))
        evidence = reading.evidence(match.start(), match.end())
        heading = _Heading(honour, _kind(_BRACKETS.sub("", honour)))
        for name, kind in _names(text, [text], heading.kind):
            yield _Entry(name, kind, evidence, heading)


def _names(text: str, pieces: Sequence[str], kind: str, *, listed: bool = False) -> Iterator[tuple[str, str]]:
    """The names of an entry with their kind. `pieces`: the text parted at its spaces; `listed`: it stands
    in the
    column for names, so that it is one."""
    bare = _BRACKETS.sub("", text)
    if kind != "unit":
        persons = _person_names(bare, [_BRACKETS.sub("", piece) for piece in pieces])
        if persons:
            yield from ((name, "person") for name in persons)
            return
        if kind == "person":
            return
    yield from ((name, "unit") for name in _unit_names(text, pieces, listed))


def _person_names(text: str, pieces: Sequence[str]) -> list[str]:
    """The persons of an entry: 张三, 张 三, 张三 县教育局局长, 张三、李四; none where its first is no
    name.
    """
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) > 1:
        found = [person_name(part) for part in parts if is_person(part)]
        return found if len(found) == len(parts) else found[:1] if is_person(parts[0]) else []
    for length in (3, 2) if len(pieces) == 1 else ():
        # 张三丰云溪市教育局: the copy lost the space between the name and the place of the unit.
        if is_person(text[:length]) and place_chain(text[length:])[1] > 1:
            return [person_name(text[:length])]
    if len(pieces) > 1 and all(len(piece) > 1 and is_person(piece) for piece in pieces):
        return [person_name(piece) for piece in pieces]
    if is_person(text.strip("、。")):
        return [person_name(text.strip("、。"))]
    names: list[str] = []
    pending = ""
    for piece in pieces:
        pending += piece
        if len(pending) == 1:
            continue
        if not is_person(pending):
            return names
        names.append(person_name(pending))
        pending = ""
    return names


def _unit_names(text: str, pieces: Sequence[str], listed: bool) -> list[str]:
    """The units of an entry; a space parts two of them only where both sides read as units."""
    found: list[str] = []
    parts = pieces if len(pieces) > 1 and all(_is_unit(piece) for piece in pieces) else [text]
    for part in parts:
        split = [piece.strip() for piece in _SEPARATOR.split(part) if piece.strip()]
        found += [piece for piece in split if _is_unit(piece) or (listed and not _NUMBER.fullmatch(piece))]
    return found


def _is_unit(name: str) -> bool:
    bare = _BRACKETS.sub("", name)
    if not 3 <= len(bare) <= _MAX_UNIT or any(mark in name for mark in "，：“”！？"):
        return is_organization(name) or bool(divisions_named(bare))
    return is_organization(name) or bare.endswith(tuple(_words()["unit_endings"]))


class _HonourNames:
    """The whole names of honours, from the title and the opening of the circular."""

    def __init__(self, reading: Reading) -> None:
        self._title = _root_title(reading)
        first = reading.document.paragraphs[:8]
        self._opening = "".join(reading.text[part.start : part.end] for part in first)[:_MAX_OPENING]
        self._known: dict[str, str] = {}

    def whole(self, honour: str) -> str:
        """`honour` with the year, the place and the field that the circular gives to it."""
        if honour not in self._known:
            self._known[honour] = self._complete(honour)
        return self._known[honour]

    def _complete(self, honour: str) -> str:
        match = re.search(rf"为(?P<name>[\u4e00-\u9fff\d—\-（）]{{0,30}}{re.escape(honour)})", self._opening)
        if match:
            return match["name"]
        for opening in _words()["title_openings"]:
            position = self._title.find(opening)
            if position < 0:
                continue
            rest = re.sub(r"的(?:决定|通报|通知|公告)$", "", self._title[position + len(opening) :])
            starts = [rest.find(word) for word in _words()["honours"] if rest.find(word) > 0]
            before = _HONOURED.sub("", rest[: min(starts)]) if starts else ""
            noun = honour[_first_honour(honour) :]
            if before and noun and noun in rest and not honour.startswith(before):
                return before + noun
            return honour
        return honour


def _first_honour(honour: str) -> int:
    return min((honour.find(word) for word in _words()["honours"] if word in honour), default=0)


def _root_title(reading: Reading) -> str:
    document: Document = reading.document
    while document.parent is not None and not any(
        word in document.title for word in ("表彰", "表扬", "授予")
    ):
        document = reading.layout.documents[document.parent]
    return document.title


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("honours")
