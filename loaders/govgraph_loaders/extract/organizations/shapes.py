"""Offices by the table and by their shape: 市粮食局 behind its level, 云溪经开区管委会 by its zone.

Without a level they are found at the head of a clause: 财政局负责.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from govgraph_loaders.extract.organizations.names import OrganizationName, words
from govgraph_ontology.divisions import divisions_named
from govgraph_ontology.offices import OFFICE_NAMES
from govgraph_ontology.vocabulary import load_vocabulary

_HAN = "\u4e00-\u9fff"
_SHORTEST_CORE, _LONGEST_CORE = 2, 10
_LONGEST_ZONE_NAME = 8
_BARE = re.compile(rf"(?<![{_HAN}])(?:由|会同)?(?P<name>[{_HAN}]{{2,14}}?[局委厅办])(?![长员托法理公])")
_SUBJECT = re.compile(r"[市县区旗](?=负责|牵头)")
_LONGEST_PLACE = 6
_LONGEST_BUREAU = 7


@cache
def _shape(kind: str) -> tuple[str, ...]:
    entries = load_vocabulary("organizations")["shape"][kind]
    return tuple(sorted(entries, key=lambda entry: (-len(entry), entry)))


def _either(entries: Iterable[str]) -> str:
    return "|".join(map(re.escape, entries))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """An ending of a name, what no name holds, a branch behind an office, the committee of a zone."""
    return (
        re.compile(_either(_shape("endings"))),
        re.compile(rf"{_either(_shape('not_within'))}|[^{_HAN}]"),
        re.compile(rf"[{_HAN}]{{2,6}}?(?:{_either(_shape('branches'))})"),
        re.compile(rf"(?:{_either(_shape('zones'))})(?:{_either(_shape('committees'))})"),
    )


def office_length(text: str, at: int, end: int) -> int:
    """The length of the longest known office name at `at`, or 0."""
    for length in range(min(_longest_office(), end - at), 1, -1):
        if text[at : at + length] in OFFICE_NAMES:
            return length
    return 0


@cache
def _longest_office() -> int:
    return max(len(name) for name in OFFICE_NAMES)


def shape_length(text: str, at: int, end: int) -> int:
    """The length of what is built like an office at `at`, right behind a level, or 0: 粮食局 behind 市."""
    if text.startswith(_shape("not_level"), at):
        return 0
    ending, within, _, _ = _patterns()
    stop = min(end, at + _LONGEST_CORE + len("办公室"))
    for match in ending.finditer(text, at + _SHORTEST_CORE, stop):
        if within.search(text, at, match.start()):
            return 0
        word = text.startswith(_shape("not_before"), match.start())
        if not word and not text.endswith(_shape("not_endings"), at - 1, match.end()):
            return match.end() - at
    return 0


def branch_length(text: str, at: int, end: int) -> int:
    """The length of the branch that is named right behind an office, or 0: 交警支队 behind 公安局."""
    if text.endswith("政府", 0, at):
        return _bureau_length(text, at, end)
    _, within, branch, _ = _patterns()
    match = branch.match(text, at, end)
    if (
        match is None
        or within.search(text, at, match.end())
        or text.startswith(_shape("not_before"), match.end() - 2)
    ):
        return 0
    return match.end() - at


def _bureau_length(text: str, at: int, end: int) -> int:
    """The length of a bureau that a government has of its own, or 0: 督查室 behind 市政府."""
    length = shape_length(text, at, min(end, at + _LONGEST_BUREAU))
    return length if text[at + length - 1 : at + length] in {"办", "室"} else 0


def may_begin(text: str, at: int, floor: int) -> bool:
    """Whether a name of no known office may begin at `at`: behind a stop or one of the words before names."""
    if at == floor or not "\u4e00" <= text[at - 1] <= "\u9fff":
        return True
    return text.endswith(words()["cues_before"], floor, at)


def find_committees(text: str, start: int, end: int) -> Iterator[OrganizationName]:
    """The committees of zones, with the name of the zone as far as it goes."""
    for match in _patterns()[3].finditer(text, start, end):
        first = match.start()
        while (
            first > start
            and match.start() - first < _LONGEST_ZONE_NAME
            and "\u4e00" <= text[first - 1] <= "\u9fff"
        ):
            first -= 1
        head = text[first : match.start()]
        cut = max((head.rfind(cue) + len(cue) for cue in words()["cues_before"] if cue in head), default=0)
        if not head[cut:].startswith(("全", "本", "我", "该")) and "各" not in head[cut:]:
            yield OrganizationName(text[first + cut : match.end()], first + cut, match.end())


def find_bare_offices(text: str, start: int, end: int) -> Iterator[OrganizationName]:
    """Offices without their level at the head of a clause (财政局负责), and places that act like one."""
    for match in _BARE.finditer(text, start, end):
        if len(match["name"]) > _SHORTEST_CORE and match["name"] in OFFICE_NAMES:
            yield OrganizationName(match["name"], match.start("name"), match.end("name"))
    for match in _SUBJECT.finditer(text, start, end):
        for length in range(_LONGEST_PLACE, _SHORTEST_CORE, -1):
            first = match.end() - length
            name = text[max(first, start) : match.end()]
            known = len(name) == length and any(found.name == name for found in divisions_named(name))
            if known and (may_begin(text, first, start)):
                yield OrganizationName(name, first, match.end())
                break
