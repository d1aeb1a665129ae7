"""Names in running text, by the table of offices and by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govgraph_loaders.extract.organizations.names import (
    BRACKETED,
    GROUP,
    JOINED,
    LEVELS,
    OWN,
    OrganizationName,
    words,
)
from govgraph_loaders.extract.organizations.shapes import (
    branch_length,
    find_bare_offices,
    find_committees,
    may_begin,
    office_length,
    shape_length,
)
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.divisions import divisions_named
from govgraph_ontology.offices import OFFICE_NAMES

_MADE = re.compile(
    r"(?:领导小组|联席会议|指挥部|工作专班|评审小组|专责小组|协调小组|工作组)(?:办公室|成员单位)?"
)
_BOUNDARY = re.compile(r"[，。；：、！？（）()〔〕\[\]【】《》\n —]")
_MAX_NAME = 40
_LONGEST_PLACE = 5


def find_organizations(text: str, start: int, end: int, places: Sequence[str] = ()) -> list[OrganizationName]:
    """The organizations named in running text `text[start:end]`, in order, none inside another.

    `places`: short and full names of the document's own place and of those above it, for names such as
    阳江供电局.
    """
    found: list[OrganizationName] = []
    found += _find_offices(text, start, end, places)
    for pattern in (JOINED, GROUP, OWN):
        found += [
            _with_place(text, OrganizationName(match.group(), match.start(), match.end()), start)
            for match in pattern.finditer(text, start, end)
        ]
    found += _find_made(text, start, end)
    found += find_committees(text, start, end)
    found += find_bare_offices(text, start, end)
    return _longest(found)


def _find_offices(text: str, start: int, end: int, places: Sequence[str]) -> Iterator[OrganizationName]:
    for match in re.finditer(f"[{LEVELS}团]", text[start:end]):
        at = start + match.start()
        if text[at] == "团":
            length = 3 if re.match(r"团[省市县区州]委", text[at:end]) else 0
            if length:
                yield OrganizationName(text[at : at + length], at, at + length)
            continue
        known = office_length(text, at + 1, end)
        length = known or shape_length(text, at + 1, end)
        if length:
            first = _place_start(text, at, start)
            if _is_part_of_word(text, first, at, at + 1 + length):
                continue
            if not known and not (_is_known_place(text[first : at + 1]) and may_begin(text, first, start)):
                continue
            length += branch_length(text, at + 1 + length, end) if known else 0
            last = _with_brackets(text, at + 1 + length, end)
            yield OrganizationName(text[first:last], first, last)
    for place in places:
        at = text.find(place, start, end)
        while at >= 0:
            length = office_length(text, at + len(place), end)
            if length and place[-1] not in LEVELS:
                yield OrganizationName(text[at : at + len(place) + length], at, at + len(place) + length)
            at = text.find(place, at + 1, end)
    for name in words()["national"]:
        at = text.find(name, start, end)
        while at >= 0:
            length = office_length(text, at + len(name), end)
            if text.startswith("门", at + len(name)) and name.endswith("部"):
                length = 0  # 市财政部门
            elif length or len(name) > 3 or name == "国务院":
                yield OrganizationName(text[at : at + len(name) + length], at, at + len(name) + length)
            at = text.find(name, at + 1, end)


def _with_place(text: str, name: OrganizationName, floor: int) -> OrganizationName:
    """A department that stands behind the full name of its place: 云溪市建设主管部门."""
    at = name.start
    if text[at] not in LEVELS or not name.name.endswith("部门") or at == floor:
        return name
    for length in range(min(_LONGEST_PLACE, at - floor), 0, -1):
        if divisions_named(text[at - length : at + 1]):
            return OrganizationName(text[at - length : name.end], at - length, name.end)
    return name


def _is_known_place(name: str) -> bool:
    """Whether a level alone or a place of the tables stands before an office: 实施区 is neither."""
    return len(name) == 1 or bool(divisions_named(name)) or bool(divisions_named(name[-3:]))


def _is_part_of_word(text: str, first: int, at: int, end: int) -> bool:
    """Whether what looks like an office belongs to another word: the 区 of 小区, the 局 of 局长."""
    if first == at and text[at] == "区" and text[at - 1 : at] in set("小社园景厂街片灾库校"):
        return True
    return text[end : end + 1] == "长" and text[end : end + 2] not in {"长春", "长沙", "长治", "长期"}


def _place_start(text: str, at: int, floor: int) -> int:
    """Where the place before an office begins whose last character is at `at`: 阳江市 in 阳江市教育局."""
    first = at
    while True:
        for length in range(min(12, first + 1 - floor), 1, -1):
            candidate = text[first + 1 - length : first + 1]
            if divisions_named(candidate) and not candidate.startswith("会同"):
                break
        else:
            return _unknown_place_start(text, at, floor) if first == at else first + 1
        following = first - length
        if following < floor or text[following] not in LEVELS:
            return following + 1
        first = following


def _unknown_place_start(text: str, at: int, floor: int) -> int:
    """Two or three characters between a boundary and 区, 县, 市 are a place that no table knows:
    丹枫区人民政府.
    """
    first = at
    while first > floor and at - first < _LONGEST_PLACE and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    if first > floor and "\u4e00" <= text[first - 1] <= "\u9fff":
        return at
    marker = match_marker(text[first:at])
    first += marker.end if marker else 0
    head = text[first:at]
    cut = max((head.rfind(cue) + len(cue) for cue in words()["cues_before"] if cue in head), default=0)
    place = head[cut:]
    if not 2 <= len(place) <= 3 or head.startswith(("全", "各", "我", "本")):
        return at
    return at if place.endswith(tuple(words()["verbs_before"])) else first + cut


def _with_brackets(text: str, at: int, end: int) -> int:
    """省发展改革委（省能源局）: a second name of the same body in brackets belongs to the name."""
    match = BRACKETED.match(text, at, end)
    if match and (match["inner"] in OFFICE_NAMES or match["inner"][1:] in OFFICE_NAMES):
        return match.end()
    return at


def _find_made(text: str, start: int, end: int) -> Iterator[OrganizationName]:
    """Leading groups and the like: from the nearest boundary or cue word to the ending."""
    cues = words()["cues_before"]
    for match in _MADE.finditer(text, start, end):
        first = match.start()
        while first > start and match.start() - first < _MAX_NAME and not _BOUNDARY.match(text[first - 1]):
            first -= 1
        if first > start and text[first - 1] == "）":
            opening = text.rfind("（", start, first)
            if opening > start:
                first = opening
                while first > start and not _BOUNDARY.match(text[first - 1]):
                    first -= 1
        marker = match_marker(text[first : match.start()])
        first += marker.end if marker else 0
        head = text[first : match.start()]
        cut = max((head.rfind(cue) + len(cue) for cue in cues if head.rfind(cue) >= 0), default=0)
        if "”" not in head[cut:]:
            cut = max(cut, head.rfind("的") + 1)
        first += cut
        last = _with_brackets(text, match.end(), end)
        several_levels = "两级" in text[first:last] or "三级" in text[first:last]
        if match.start() - first >= 2 and not several_levels:
            yield OrganizationName(text[first:last], first, last)


def _longest(found: list[OrganizationName]) -> list[OrganizationName]:
    kept: list[OrganizationName] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
