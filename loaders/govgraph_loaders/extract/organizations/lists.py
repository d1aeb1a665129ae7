"""Names in lists: 市教育局、市财政局，各县（市、区）人民政府."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.extract.organizations.names import (
    JOINED,
    LEVELS,
    OrganizationName,
    is_organization,
    words,
)
from govgraph_loaders.extract.organizations.shapes import office_length
from govgraph_ontology.offices import OFFICE_NAMES

_WHOLE = (
    *("局", "委", "厅", "公司", "集团", "学院", "大学", "医院", "委员会", "办公室", "中心", "政府"),
    *("管委会", "协会", "行", "园", "镇", "街道"),
)
_LONGEST = 30
_SEPARATOR = re.compile(
    r"[、，,；;／/]|(?:以及|及其|及|和|与|会同)(?=[省市县区州盟旗各团人国中驻有相])|\s+"
    # 市能源局等市有关部门和各县区: the rest that nobody names belongs to no name.
    r"|等(?:[省市县区州盟旗][直级属]?)?各?(?:有关|相关|成员|其他)?(?:部门|单位|委办局)?(?=[、，,；;和及与]|$)"
)
_JOINT = re.compile(r"以及|[及和与]")
_OPENINGS, _CLOSINGS = "（(〔[【<〈", "）)〕]】>〉"


def read_organizations(
    text: str, start: int, end: int, gaps: frozenset[int] = frozenset()
) -> list[OrganizationName]:
    """The organizations of a list such as 市教育局、市财政局，各县（市、区）人民政府; pieces that are none
    are left out.
    """
    return [
        OrganizationName(name, *_place_of(text, name, first, last))
        for first, last in _pieces(text, start, end, gaps)
        for name in [_list_name(text[first:last])]
        if name and is_organization(name) and name not in words()["generic"]
    ]


def _place_of(text: str, name: str, first: int, last: int) -> tuple[int, int]:
    """Where a name stands in its piece, without the star or space before it."""
    at = text.find(name, first, last)
    return at, at + len(name)


def _pieces(text: str, start: int, end: int, gaps: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The pieces between separators; what stands in brackets is never split."""
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(text, start, end)]
    cuts += [(gap, gap) for gap in sorted(gaps) if start < gap < end and _gap_separates(text, gap)]
    cuts += [(cut, cut) for cut in _glued(text, start, end)]
    cuts += _joints(text, start, end)
    joined = [(match.start(), match.end()) for match in JOINED.finditer(text, start, end)]
    position, depth_at = start, _depths(text, start, end)
    for first, last in sorted(set(cuts)):
        if any(opening <= first < closing for opening, closing in joined):
            continue
        if first < position or (first - start < len(depth_at) and depth_at[first - start]):
            continue
        if first > position:
            yield position, first
        position = last
    if position < end:
        yield position, end


def _depths(text: str, start: int, end: int) -> list[int]:
    depths, depth = [], 0
    for character in text[start:end]:
        if character in _CLOSINGS:
            depth = max(0, depth - 1)
        depths.append(depth)
        if character in _OPENINGS:
            depth += 1
    return depths


def _joints(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """丹枫区教育局和青禾县财政局: a word that joins two names, each of them whole."""
    for match in _JOINT.finditer(text, start, end):
        first = max((text.rfind(mark, start, match.start()) for mark in "、，,；; "), default=-1) + 1
        stops = [at for mark in "、，,；; " if (at := text.find(mark, match.end(), end)) >= 0]
        before = text[max(first, start) : match.start()]
        after = text[match.end() : min(stops, default=end)]
        whole = before[1:] in OFFICE_NAMES or before in OFFICE_NAMES or before.endswith(_WHOLE)
        if whole and is_organization(_list_name(before)) and is_organization(_list_name(after)):
            yield match.start(), match.end()


def _gap_separates(text: str, gap: int) -> bool:
    """A space separates two names where a whole one ends before it; 市住房城乡 建设局 is one name."""
    first = gap
    while first > 0 and gap - first < _LONGEST and text[first - 1] not in "、，；。：:（( \n":
        first -= 1
    before = text[first:gap]
    whole = before in OFFICE_NAMES or before[1:] in OFFICE_NAMES or before.endswith(_WHOLE)
    return whole and (text[gap] in LEVELS + "各" or before.endswith(_WHOLE))


def _glued(text: str, start: int, end: int) -> Iterator[int]:
    """市教育局市财政局: two known offices with nothing between."""
    for match in re.finditer(r"(?<=[局委办厅会])(?=[省市县区][\u4e00-\u9fff])", text[start:end]):
        at = start + match.start()
        if office_length(text, at + 1, end):
            yield at


def _list_name(piece: str) -> str:
    name = piece.strip(" *＊★☆※▲△●◆·.。．:：")
    for tail in words()["list_tails"]:
        if name.endswith(tail):
            return name[: -len(tail)]
    return name
