"""What a name means in its document: 市科技局 is its city's, 省发展改革委 its province's, 我局 its issuer."""

from __future__ import annotations

import re

from govgraph_loaders.extract.organizations.names import (
    BRACKETED,
    LEVELS,
    OWN,
    is_group,
    is_organization,
    words,
)
from govgraph_loaders.model import Document, Layout
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_ontology.division_names import short_name
from govgraph_ontology.divisions import chain, divisions_named

_TAX = "国家税务总局"
_BRANCH = re.compile(r"市[\u4e00-\u9fff]{2,20}局[\u4e00-\u9fff]{2,6}分局$")
_COMMITTEES = ("管委会", "管理委员会", "党工委", "党工委管委会", "管委")
_FRONTS = ("人行", "人民银行", "国网", "南方电网")
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


def organization_reference(name: str, document: Document, layout: Layout) -> Reference:
    """The organization that `name` means in `document`: its type, and the place whose office it is."""
    own = OWN.fullmatch(name)
    if own and document.issuers:
        return organization_reference(document.issuers[0].text, document, layout)
    aliases: tuple[str, ...] = ()
    inner = BRACKETED.search(name)
    bare = name
    if inner and inner.end() == len(name) and not is_group(name):
        bare = name[: inner.start()].strip()
        if is_organization(inner["inner"]):
            aliases = (name,)
    kind = "OrganizationGroup" if is_group(name) else "Organization"
    if kind == "OrganizationGroup":
        return Reference(kind, name, document.jurisdiction)
    return Reference(kind, bare, scope_of(bare, document.jurisdiction), aliases)


def is_national(name: str) -> bool:
    """Whether the name is that of a body of the nation and of no place."""
    return name.startswith(words()["national"]) and not name.startswith((_TAX, "中国共产党"))


def scope_of(name: str, jurisdiction: str) -> str:
    """The chain of the place whose office `name` is, named in a document of `jurisdiction`. Empty: of no
    place.
    """
    parts = jurisdiction.split("/") if jurisdiction else []
    if is_national(name):
        return ""
    if name.startswith(_TAX) and len(name) > len(_TAX):
        return scope_of(name.removeprefix(_TAX), jurisdiction)
    if name.startswith("自治区") and parts:
        return parts[0]
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
    if not place and parts and (city := _city_of_short_name(name, parts[0])):
        return city
    if not place or name[end:] in _COMMITTEES or _is_generic(place):
        # A zone's committee is an organ of the place above it, and 高新区 is the one of the document's own
        # place.
        above = place.rpartition("/")[0]
        return above if above and divisions_named(above.rpartition("/")[2]) else jurisdiction
    if parts and _is_elsewhere(place, name[:end], parts[0]):
        return _below(parts, name[:end])
    if "/" in place or divisions_named(place):
        return place
    known = next((index for index, part in enumerate(parts) if part == place), None)
    if known is not None:
        return "/".join(parts[: known + 1])
    return _below(parts, place) if parts else place


def _is_elsewhere(place: str, written: str, province: str) -> bool:
    """Whether tables know a 区 named alone in other provinces only, so that it is one of the own city."""
    if not written.endswith("区") or len(place.rpartition("/")[2]) != len(written):
        return False
    return not any(
        chain(division).startswith(f"{province}/") for division in divisions_named(written)
    ) and bool(divisions_named(written))


def _city_of_short_name(name: str, province: str) -> str:
    """The city of the province with whose short name the office begins: 阳江海关; empty for none."""
    start = next((len(front) for front in _FRONTS if name.startswith(front)), 0)
    for length in (4, 3, 2):
        for division in divisions_named(name[start : start + length]):
            path = chain(division)
            if division.level == "city" and path.startswith(f"{province}/"):
                return path
    return ""


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
