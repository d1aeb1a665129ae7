"""Names of organizations: in running text by table and grammar, in lists by their separators too.

What a name means depends on the document: 市科技局 is the one of the document's city, 省发展改革委 the one
of its
province, 我局 its issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.model import Document, Layout
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.division_names import short_name
from govgraph_ontology.divisions import divisions_named
from govgraph_ontology.offices import OFFICE_NAMES
from govgraph_ontology.vocabulary import load_vocabulary

LEVELS = "省市县区州盟旗"
_BRACKETED = re.compile(r"[（(](?P<inner>[^（）()]{1,40})[）)]")
_GROUP = re.compile(
    r"(?:各(?:级|相关|有关|相应)?|全[市县区省](?=各))"
    r"(?:[县市区州旗盟镇乡街道办事处园功能管委会（）()、直党工政府人民级有关相开发新片社村]{0,28})"
    r"(?:人民政府|政府|管委会|党工委|党委|办事处|部门|单位|成员单位|县|区|市|镇|乡|街道|园区|功能区|[）)]|地)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
    r"|[省市县区](?:、[县区])?[\u4e00-\u9fff]{2,10}?(?:行政)?主管部门"
    r"|[市县区省州][直级](?:各)?(?:有关|相关)?(?:部门|单位|各部门|各单位)|(?:有关|相关)(?:市直|县直|区直)?(?:部门|单位|县（市、区）|镇街)"
)
_JOINED = re.compile(
    r"各(?:[市县区州旗镇乡]|街道|园区|功能区|地)(?:、(?:[市县区州旗镇乡]|街道|园区|功能区|管委会)(?![\u4e00-\u9fff]{1,8}[局委办厅]))+"
    r"(?:人民政府|政府|管委会|办事处)?(?:、(?:管委会|办事处))?"
    r"|(?<=政府)、(?:管委会|办事处)(?![\u4e00-\u9fff])"
)
_BRANCH = re.compile(r"市[\u4e00-\u9fff]{2,20}局[\u4e00-\u9fff]{2,6}分局$")
_MADE = re.compile(
    r"(?:领导小组|联席会议|指挥部|工作专班|评审小组|专责小组|协调小组|工作组)(?:办公室|成员单位)?"
)
_BOUNDARY = re.compile(r"[，。；：、！？（）()〔〕\[\]【】《》\n —]")
_SEPARATOR = re.compile(r"[、，,；;／/]|(?:以及|及|和|与|会同)(?=[省市县区各团人阳国中驻])|\s+")
_OWN = re.compile(r"(?:我|本)(?P<kind>局|委|办|厅|院|部|中心|单位)")
_NOT_A_NAME = re.compile(r"[\d%。；：！？“”]|牵头|负责|配合|落实|责任|推进|完成|工作$|情况|项目$|要求")
_MAX_NAME = 40
_COMMITTEES = ("管委会", "管理委员会", "党工委", "党工委管委会", "管委")
_ZONES = (
    "工业园区",
    "产业园区",
    "开发区",
    "高新区",
    "经开区",
    "度假区",
    "示范区",
    "试验区",
    "新区",
    "园区",
    "保税区",
    "合作区",
)
_LONGEST_PLACE = 5


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name with its place in the text that was read, half-open."""

    name: str
    start: int
    end: int


@cache
def _words() -> dict[str, tuple[str, ...]]:
    words = load_vocabulary("organizations")
    return {
        name: tuple(sorted(entries, key=lambda entry: (-len(entry), entry)))
        for name, entries in words.items()
    }


@cache
def _longest_office() -> int:
    return max(len(name) for name in OFFICE_NAMES)


def find_organizations(text: str, start: int, end: int, places: Sequence[str] = ()) -> list[OrganizationName]:
    """The organizations named in running text `text[start:end]`, in order, none inside another.

    `places`: short and full names of the document's own place and of those above it, for names such as
    阳江供电局.
    """
    found: list[OrganizationName] = []
    found += _find_offices(text, start, end, places)
    for pattern in (_JOINED, _GROUP, _OWN):
        found += [
            OrganizationName(match.group(), match.start(), match.end())
            for match in pattern.finditer(text, start, end)
        ]
    found += _find_made(text, start, end)
    return _longest(found)


def read_organizations(
    text: str, start: int, end: int, gaps: frozenset[int] = frozenset()
) -> list[OrganizationName]:
    """The organizations of a list such as 市教育局、市财政局，各县（市、区）人民政府; pieces that are none
    are left out.
    """
    return [
        OrganizationName(name, first, first + len(name))
        for first, last in _pieces(text, start, end, gaps)
        for name in [_list_name(text[first:last])]
        if name and is_organization(name)
    ]


def is_organization(name: str) -> bool:
    """Whether a piece of a list, taken by itself, is the name of an organization or of a group of them."""
    bare = _BRACKETED.sub("", name)
    if not 2 <= len(bare) <= _MAX_NAME or _NOT_A_NAME.search(bare):
        return False
    if is_group(name):
        return True
    if bare in OFFICE_NAMES or (bare[0] in LEVELS and bare[1:] in OFFICE_NAMES):
        return True
    return bare.endswith(_words()["endings"]) and (len(bare) > 2 or bare in _words()["short"])


def is_group(name: str) -> bool:
    """Whether the name stands for many at once: 各县（市、区）人民政府, 市直有关部门, 领导小组成员单位."""
    words = _words()
    if _GROUP.fullmatch(name) or _JOINED.fullmatch(name):
        return True
    if name.endswith("成员单位"):
        return True
    return (
        name.startswith(words["group_openings"])
        and name.endswith(words["group_endings"])
        and not _is_named(name)
    )


def _is_named(name: str) -> bool:
    """市级机关事务管理局 opens like a group and is one office."""
    return name[1:] in OFFICE_NAMES or name in OFFICE_NAMES


def _pieces(text: str, start: int, end: int, gaps: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The pieces between separators; what stands in brackets is never split."""
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(text, start, end)]
    cuts += [(gap, gap) for gap in sorted(gaps) if start < gap < end and _gap_separates(text, gap)]
    cuts += [(cut, cut) for cut in _glued(text, start, end)]
    joined = [(match.start(), match.end()) for match in _JOINED.finditer(text, start, end)]
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
        if character in "）)":
            depth = max(0, depth - 1)
        depths.append(depth)
        if character in "（(":
            depth += 1
    return depths


def _gap_separates(text: str, gap: int) -> bool:
    """A space separates two names where one ends like a name and the other begins like one."""
    return text[:gap].endswith(_words()["endings"]) and (text[gap] in LEVELS + "各" or len(text) > gap + 2)


def _glued(text: str, start: int, end: int) -> Iterator[int]:
    """市教育局市财政局: two known offices with nothing between."""
    for match in re.finditer(r"(?<=[局委办厅会])(?=[省市县区][\u4e00-\u9fff])", text[start:end]):
        at = start + match.start()
        if _office_at(text, at + 1, end):
            yield at


def _list_name(piece: str) -> str:
    name = piece.strip(" *＊·.。．:：")
    for tail in _words()["list_tails"]:
        if name.endswith(tail):
            return name[: -len(tail)]
    return name


def _office_at(text: str, at: int, end: int) -> int:
    """The length of the longest known office name at `at`, or 0."""
    for length in range(min(_longest_office(), end - at), 1, -1):
        if text[at : at + length] in OFFICE_NAMES:
            return length
    return 0


def _find_offices(text: str, start: int, end: int, places: Sequence[str]) -> Iterator[OrganizationName]:
    for match in re.finditer(f"[{LEVELS}团]", text[start:end]):
        at = start + match.start()
        if text[at] == "团":
            length = 3 if re.match(r"团[省市县区州]委", text[at:end]) else 0
            if length:
                yield OrganizationName(text[at : at + length], at, at + length)
            continue
        length = _office_at(text, at + 1, end)
        if length:
            first = _place_start(text, at, start)
            last = _with_brackets(text, at + 1 + length, end)
            yield OrganizationName(text[first:last], first, last)
    for place in places:
        at = text.find(place, start, end)
        while at >= 0:
            length = _office_at(text, at + len(place), end)
            if length and place[-1] not in LEVELS:
                yield OrganizationName(text[at : at + len(place) + length], at, at + len(place) + length)
            at = text.find(place, at + 1, end)
    for name in _words()["national"]:
        at = text.find(name, start, end)
        while at >= 0:
            length = _office_at(text, at + len(name), end)
            if length or len(name) > 3 or name == "国务院":
                yield OrganizationName(text[at : at + len(name) + length], at, at + len(name) + length)
            at = text.find(name, at + 1, end)


def _place_start(text: str, at: int, floor: int) -> int:
    """Where the place before an office begins whose last character is at `at`: 阳江市 in 阳江市教育局."""
    first = at
    while True:
        for length in range(min(12, first + 1 - floor), 1, -1):
            candidate = text[first + 1 - length : first + 1]
            if divisions_named(candidate):
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
    cut = max((head.rfind(cue) + len(cue) for cue in _words()["cues_before"] if cue in head), default=0)
    return first + cut if 2 <= len(head) - cut <= 3 and not head.startswith(("全", "各", "我", "本")) else at


def _with_brackets(text: str, at: int, end: int) -> int:
    """省发展改革委（省能源局）: a second name of the same body in brackets belongs to the name."""
    match = _BRACKETED.match(text, at, end)
    if match and (match["inner"] in OFFICE_NAMES or match["inner"][1:] in OFFICE_NAMES):
        return match.end()
    return at


def _find_made(text: str, start: int, end: int) -> Iterator[OrganizationName]:
    """Leading groups and the like: from the nearest boundary or cue word to the ending."""
    cues = _words()["cues_before"]
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
        if match.start() - first >= 2:
            yield OrganizationName(text[first:last], first, last)


def _longest(found: list[OrganizationName]) -> list[OrganizationName]:
    kept: list[OrganizationName] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def organization_reference(name: str, document: Document, layout: Layout) -> Reference:
    """The organization that `name` means in `document`: its type, and the place whose office it is."""
    own = _OWN.fullmatch(name)
    if own and document.issuers:
        return organization_reference(document.issuers[0].text, document, layout)
    aliases: tuple[str, ...] = ()
    inner = _BRACKETED.search(name)
    bare = name
    if inner and inner.end() == len(name) and not is_group(name):
        bare = name[: inner.start()].strip()
        if is_organization(inner["inner"]):
            aliases = (name,)
    kind = "OrganizationGroup" if is_group(name) else "Organization"
    if kind == "OrganizationGroup":
        return Reference(kind, name, document.jurisdiction)
    return Reference(kind, bare, scope_of(bare, document.jurisdiction), aliases)


def scope_of(name: str, jurisdiction: str) -> str:
    """The chain of the place whose office `name` is, named in a document of `jurisdiction`. Empty: of no
    place.
    """
    parts = jurisdiction.split("/") if jurisdiction else []
    if name.startswith(_words()["national"]) and not name.startswith("中国共产党"):
        return ""
    if _BRANCH.match(name) and len(parts) > 1 and short_name(parts[-1]) in name:
        # 市生态环境局乐昌分局 is the branch in 乐昌 of an office of the city above it.
        return "/".join(parts[:-1])
    if (name[0] in LEVELS and not divisions_named(name[:2])) or name[:2] in {
        "市直",
        "市委",
        "省委",
        "县委",
        "区委",
    }:
        return _scope_of_level(name[0], parts)
    place, end = place_chain(name)
    if not place or name[end:] in _COMMITTEES or _is_generic(place):
        # A zone's committee is an organ of the place above it, and 高新区 is the one of the document's own
        # place.
        above = place.rpartition("/")[0]
        return above if above and divisions_named(above.rpartition("/")[2]) else jurisdiction
    if "/" in place or divisions_named(place):
        return place
    known = next((index for index, part in enumerate(parts) if part == place), None)
    if known is not None:
        return "/".join(parts[: known + 1])
    return _below(parts, place) if parts else place


def _is_generic(place: str) -> bool:
    """高新区, 工业园区: names that every city has, so that alone they name none."""
    return "/" not in place and (
        place in _ZONES or any(place not in (found.name, found.short) for found in divisions_named(place)[:1])
    )


def _scope_of_level(level: str, parts: list[str]) -> str:
    """市 in a document of a county is the city above it; in one of a county-level city, that city."""
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].endswith(level) or (level == "区" and parts[index].endswith("自治区")):
            return "/".join(parts[: index + 1])
    if level == "省" and parts and not parts[0].endswith(("省", "市")):
        return parts[0]
    # A level above all that the document tells: the name is kept apart from other places' by the place below.
    return f"{'/'.join(parts)}^{level}" if parts else ""


def _below(parts: list[str], place: str) -> str:
    """A place that no table knows: beside the document's own where it is of its level, else within it."""
    if parts[-1][-1] == place[-1]:
        return "/".join([*parts[:-1], place])
    if place[-1] in "县区旗" or parts[-1][-1] == "省":
        return "/".join([*[part for part in parts if part[-1] in "省市州盟"], place])
    return place
