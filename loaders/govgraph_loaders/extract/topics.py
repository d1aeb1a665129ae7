"""Of which district a clause speaks: 丹枫区重点发展A，打造B。支持石桥镇发展C。

A district that begins a sentence is its subject to the end of the sentence, and, in a paragraph that goes
from district to district, until the next one. A district that stands under a verb (支持石桥镇…) is so only to
the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from govgraph_loaders.extract.alternations import alternation as _either
from govgraph_loaders.extract.districts import known_districts
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.model import Paragraph
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_SPLIT = re.compile(r"[，。；：！？\n]|（[^（）\n]{0,200}）|“[^“”\n]{0,60}”")
_STOPS = "，。；：！？\n"
_SENTENCE_ENDS = "。；！？\n"
_ENUMERATION = re.compile(r"[一二三四五六七八九十]{1,3}是")
_BRACKET = re.compile(r"（[^（）]{1,30}）")
# An industry right behind the place: 支持石桥镇茶叶产业发展.
_LED = re.compile(
    r"的?[\u4e00-\u9fff、]{2,14}?产业(?:初具|产值|不断|持续|快速|加快|发展|提质|转型|做|向|要|集聚|升级|提升|壮大|集群|链|、|，|。|；|$)"
)
_TOWNS_AND_PARKS = ("镇", "乡", "街道", "园", "园区", "开发区", "高新区", "经开区", "工业区", "集聚区")
# What is said of a park that is itself built: 加快临湖产业园建设.
_OBJECT = re.compile(
    r"(?:规划|开发)?建设(?:步伐|进度|速度|进程)?|提质增效|扩容提质|提档升级|转型升级|开发|扩区"
)
# “一核”指以临湖区为核心: the part of a plan that a place is.
_CALLED = re.compile(r"“[^“”\n]{1,8}”(?:即|指|为|是|以)?")
_LONGEST_NAME = 12
_LONGEST_SITE = 20
_MIN_DISTRICTS = 2
_LONGEST_MARKER = 12
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, half-open in the clean view. `body`: where it goes on after the place that it names.

    `places`: the names of the districts of which it speaks, as the text writes them. `own`: whether it names
    them itself. `site`: the park that the clause before builds, where no place is spoken of.
    """

    start: int
    end: int
    body: int
    places: tuple[str, ...]
    own: bool
    site: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    places: tuple[str, ...]
    end: int
    governed: bool


def split_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The clauses of a span with the mark that ends each; what stands in brackets and quotes is not split."""
    position = start
    for match in _SPLIT.finditer(text, start, end):
        mark = match.group()
        if mark not in _STOPS:
            continue
        if match.start() > position:
            yield position, match.start(), mark
        position = match.end()
    if position < end:
        yield position, end, ""


def read_clauses(reading: Reading, paragraph: Paragraph) -> list[Clause]:
    """The clauses of a paragraph, each with the districts of which it speaks; read once for a document."""
    key = ("clauses", paragraph.start)
    if key not in reading.memo:
        reading.memo[key] = list(_read_clauses(reading, paragraph))
    clauses: list[Clause] = reading.memo[key]
    return clauses


def _read_clauses(reading: Reading, paragraph: Paragraph) -> Iterator[Clause]:
    text = reading.text
    marker = match_marker(text[paragraph.start : paragraph.start + _LONGEST_MARKER])
    opening = paragraph.start + (marker.end if marker else 0)
    clauses = [
        (start, end, mark, _subject(reading, start, end))
        for start, end, mark in split_clauses(text, opening, paragraph.end)
    ]
    opens = [
        mark_before in {"", *_SENTENCE_ENDS} for mark_before in ["", *(mark for _, _, mark, _ in clauses)]
    ]
    named = {
        subject.places
        for (_, _, mark, subject), first in zip(clauses, opens, strict=False)
        if subject is not None and not subject.governed and (first or mark == "：")
    }
    heading = _heading_places(reading, paragraph)
    resets, sites = _tuple("resets"), _tuple("sites")
    lasting = heading if heading else ()
    current: tuple[str, ...] = lasting
    site = ""
    for (start, end, mark, subject), first in zip(clauses, opens, strict=False):
        if first:
            current = lasting
        if text.startswith(resets, start):
            current = ()
        if subject is not None:
            current = subject.places
            if first or mark == "：":
                lasting = subject.places if not subject.governed and len(named) >= _MIN_DISTRICTS else heading
            site = ""
        body = subject.end if subject is not None else start
        yield Clause(start, end, body, current, subject is not None, "" if first or current else site)
        built = (
            _site().search(text, max(start, end - _LONGEST_SITE), end)
            if text.endswith(sites, start, end)
            else None
        )
        site = built["name"] if built else "" if first else site


def _heading_places(reading: Reading, paragraph: Paragraph) -> tuple[str, ...]:
    """The district that the section of the paragraph is named after (（二）石桥镇), if any."""
    section = reading.section(paragraph.section)
    if section is None:
        return ()
    title = section.title
    found = title if title in known_districts(reading.scope) or _written().fullmatch(title) else ""
    return (found,) if found and _is_place(found, reading.scope) else ()


def _subject(reading: Reading, start: int, end: int) -> _Subject | None:
    """The districts with which a clause begins, alone or under a verb; None where it begins with none."""
    text = reading.text
    marker = _ENUMERATION.match(text, start, end)
    at = marker.end() if marker else start
    called = _CALLED.match(text, at, end) if text[at : at + 1] == "“" else None
    at = called.end() if called else at
    if _last().search(text, at, min(end, at + _FARTHEST)) is None:
        # No place that is only written like one: then a known one stands here, or behind what governs it.
        lengths = _lengths(reading.scope)
        if all(text[at + lead : at + lead + 2] not in lengths for lead in _leads(text, at)):
            return None
    for lead in _leads(text, at):
        places: list[str] = []
        position = at + lead
        while (name := _place_at(reading, position, end)) and len(places) < 8:
            places.append(name)
            position += len(name)
            if position < end and text[position] in "、和":
                position += 1
            else:
                break
        if not places or not all(_is_place(name, reading.scope) for name in places):
            continue
        if text.startswith("等地", position):
            position += 2
        bracket = _BRACKET.match(text, position, end)
        position = bracket.end() if bracket else position
        whole = position == end and (text[end : end + 1] == "：" or _develops().match(text, end) is not None)
        if lead and _OBJECT.fullmatch(text, position, end):
            return None
        led = lead > 0 or places[0].endswith(_TOWNS_AND_PARKS)
        if whole or _goes_on().match(text, position, end) or (led and _LED.match(text, position, end)):
            return _Subject(tuple(places), position, lead > 0)
    return None


def _leads(text: str, at: int) -> Iterator[int]:
    """The lengths of the governing words at `at`, and 0 for none."""
    yield 0
    match = _governing().match(text, at)
    if match:
        yield len(match.group())


def is_place(name: str, scope: str) -> bool:
    """Whether `name` is known as, or written like, a district other than the document's own place."""
    written = name.endswith(_tuple("endings") + _tuple("long_endings"))
    return (written or name in known_districts(scope)) and _is_place(name, scope)


def _place_at(reading: Reading, at: int, end: int) -> str:
    """The name of a district at `at`: the longest known one, else one written like one; empty for none."""
    text, scope = reading.text, reading.scope
    found = ""
    lengths = _lengths(scope).get(text[at : at + 2])
    if lengths is not None:
        known = known_districts(scope)
        found = next(
            (
                text[at : at + length]
                for length in lengths
                if length <= end - at and text[at : at + length] in known
            ),
            "",
        )
    match = _written().match(text, at, end)
    written = match.group() if match else ""
    return written if not found or written.removeprefix(found) in _tuple("endings") else found


@lru_cache(maxsize=64)
def _lengths(scope: str) -> dict[str, tuple[int, ...]]:
    """How long the known names are that begin with two characters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in known_districts(scope):
        if 1 < len(name) <= _LONGEST_NAME:
            lengths.setdefault(name[:2], set()).add(len(name))
    return {begun: tuple(sorted(found, reverse=True)) for begun, found in lengths.items()}


def _is_place(name: str, scope: str) -> bool:
    """Whether the name can be that of a district other than the document's own place or one above it."""
    parts = scope.split("/")
    if name in parts or any(part.startswith(name) for part in parts):
        return False
    if name in known_districts(scope):
        return True
    return not name.startswith(_tuple("not_names")) and not name.endswith(_tuple("not_endings"))


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("topics")


@cache
def _tuple(key: str) -> tuple[str, ...]:
    return tuple(_words()[key])


@cache
def _last() -> re.Pattern[str]:
    """The characters with which what is written like the name of a place ends."""
    return re.compile(
        f"[{''.join(sorted({word[-1] for word in _tuple('endings') + _tuple('long_endings')}))}]"
    )


@cache
def _written() -> re.Pattern[str]:
    words = _words()
    behind = rf"（|等地|、|和|：|为(?:核心|重点|中心|龙头)|$|{_follow()}|[\u4e00-\u9fff、]{{2,14}}?产业"
    return re.compile(
        rf"[\u4e00-\u9fff]{{1,8}}?(?:{_either(words['endings'])})(?!镇)(?={behind})"
        rf"|[\u4e00-\u9fff]{{4,16}}(?:{_either(words['long_endings'])})(?=：|$)"
    )


@cache
def _governing() -> re.Pattern[str]:
    return re.compile(rf"(?:积极|大力|全力|重点|着力|坚定)?{_either(_words()['governing'])}")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"(?:[\u4e00-\u9fff]{{0,4}}(?:{_either(_words()['possessions'])}))?(?:{_follow()})")


def _follow() -> str:
    return _either(_words()["going_on"])


@cache
def _site() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?:{_either(words['building'])})(?:(?:省|市|县|国家)级)?(?P<name>[\u4e00-\u9fff]{{2,8}}(?:{_either(words['sites'])}))$"
    )


@cache
def _develops() -> re.Pattern[str]:
    """What the clause behind a place that stands alone says: 临湖示范区，大力发展…."""
    return re.compile(
        rf"，(?:{_either(_words()['adverbs'])}){{0,2}}(?:发展|布局|主攻|打造|培育|建设|承接|做[大强优]|壮大)"
    )
