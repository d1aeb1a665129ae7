"""Places in names: which place a name means in a text, and whose office a name with a place in it is.

三溪镇政府, said in a county, is the government of a town of that county; 市生态环境局丹枫分局 is the branch
of a city's bureau in a district; 三溪镇 as an actor is its government. Only places that the table of
divisions has, and towns and zones by their endings; the words are in `scopes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from govgraph import scopes
from govgraph_ontology.division_names import GENERIC_ZONES, generic_names, short_name
from govgraph_ontology.divisions import Division, chain, children, division_at, divisions_named, names_of
from govgraph_ontology.offices import OFFICE_NAMES, placed_offices

_TOWN = re.compile(
    f"(?P<town>[\u4e00-\u9fff]{{1,6}}?(?P<kind>镇|乡|街道))(?P<organ>{'|'.join(scopes.TOWN_ORGANS)})?"
)
_BRANCH = "分局"
_SHORTEST_ZONE = 2  # 新区 names nothing, 滨海新区 does


@lru_cache(maxsize=1 << 16)
def own_office(name: str, scope: str) -> tuple[str, str]:
    """The place whose office `name` is, as a chain, and the name of the office without it.

    `scope` is the place within which the name was said; the answer is that place or one inside it. A name
    said nowhere in particular (an empty scope) is of a place only where its pattern says which.
    """
    if not scope:
        return _branch_of_the_nation(name)
    stem = scopes.stem(name, scope)
    if stem.name == scopes.place(scope):
        return scope, _government(stem.name)
    if stem.name in OFFICE_NAMES:
        return scope, stem.name
    inner = _inner_office(stem.name, scope) or _town_office(stem.name, scope)
    return inner or _committee(stem.name, scope) or (scope, stem.name)


def district_chain(name: str, scope: str) -> tuple[str, ...]:
    """The chain of the place called `name` in a text that speaks for `scope`.

    The places of the scope come first, then what lies in it, then the one place of the country that bears the
    name: of towns, and of names without their kind (朝阳), only one of the same province. Where several do,
    none is taken, and the place is one of its own under the scope.
    """
    above = scopes.parts(scope)
    for says in (lambda part: part == name, lambda part: short_name(part) == name):
        for depth in range(len(above), 0, -1):
            if says(above[depth - 1]):
                return above[:depth]
    bare = scopes.stem(name, scope)
    if bare.prefix == "full":
        name = bare.name
    bearers = [found for found in divisions_named(name) if _may_mean(found, name, above)]
    within = [found for found in bearers if scope and chain(found).startswith(f"{scope}/")]
    exact = [found for found in bearers if found.name == name]
    for choice in (within, exact, bearers):
        if len(choice) == 1:
            return tuple(chain(choice[0]).split("/"))
        if choice:
            break
    return (*above, _zone_of(above, name))


def _zone_of(above: tuple[str, ...], name: str) -> str:
    """高新区, 云溪高新区 and 云溪高新技术产业开发区 are one zone of 云溪市; other names stay as they are."""
    if not above:
        return name
    place = short_name(above[-1])
    kind = name.removeprefix(above[-1]).removeprefix(place)
    return short_name(place + kind) if kind in GENERIC_ZONES else name


def whole_scopes(said: Iterable[str]) -> dict[str, str]:
    """Scopes that begin below the top, completed by the others: 青禾县 is 云溪市/青禾县 where another source
    says so.

    Only for places that the table does not have, and where just one other chain leads to them.
    """
    chains = {scopes.parts(scope) for scope in said}
    ends: dict[str, set[tuple[str, ...]]] = {}
    for parts in chains:
        for depth in range(2, len(parts) + 1):
            ends.setdefault(parts[depth - 1], set()).add(parts[:depth])
    found: dict[str, str] = {}
    for parts in chains:
        above = ends.get(parts[0], set()) if parts else set()
        if len(above) == 1 and not divisions_named(parts[0]):
            found["/".join(parts)] = "/".join((*min(above), *parts[1:]))
    return found


def _may_mean(found: Division, name: str, above: tuple[str, ...]) -> bool:
    """Whether a text that speaks for the places `above` may mean this bearer of the name."""
    far = above and division_at(above[0]) is not None and not chain(found).startswith(above[0])
    return not far or (found.level != "township" and found.name == name)


def _branch_of_the_nation(name: str) -> tuple[str, str]:
    """中国人民银行阳江市分行 is of 阳江市, if the country has one of that name; a county is named in full."""
    for official, place in placed_offices(name):
        bearers = [found for found in divisions_named(place) if found.level in {"province", "city", "county"}]
        if len(bearers) == 1 and (bearers[0].level != "county" or bearers[0].name == place):
            return chain(bearers[0]), official
    return "", name


def _inner_office(name: str, scope: str) -> tuple[str, str] | None:
    """The office of a county or zone inside the scope, named after it, or a branch there."""
    for place, inner in _places_inside(scope):
        rest = name.removeprefix(place)
        if not rest:
            return inner, _government(scopes.place(inner))
        is_its_own = rest in OFFICE_NAMES or scopes.place(inner) == place
        if len(rest) < len(name) and is_its_own and not name[len(place) - 1 :].startswith(scopes.NOT_PLACES):
            return inner, rest
        office = name.removesuffix(place + _BRANCH)
        if len(office) < len(name) and office in OFFICE_NAMES:
            return inner, office + _BRANCH
    return None


def _town_office(name: str, scope: str) -> tuple[str, str] | None:
    """The organ of a town inside the scope; of the town itself, as an actor, its government."""
    town = _TOWN.fullmatch(name)
    name = town["town"].removesuffix(town["kind"]) if town else ""
    if town is None or name in scopes.NO_TOWNS or name.endswith(scopes.NO_TOWN_ENDINGS):
        return None
    inner = "/".join(district_chain(town["town"], scope))
    if not inner.startswith(f"{scope}/"):
        return None
    if town["organ"] == "办":
        return (inner, "街道办事处") if town["kind"] == "街道" else None
    return inner, town["organ"] or _government(town["town"])


def _committee(name: str, scope: str) -> tuple[str, str] | None:
    """The committee of a zone that no table has, known by its ending: 高新区管委会, but not 园区管委会."""
    for organ in scopes.ZONE_ORGANS:
        zone = name.removesuffix(organ)
        is_name = zone.endswith(scopes.ZONES) and (zone not in scopes.ZONES or zone in GENERIC_ZONES)
        if len(zone) < len(name) and is_name:
            inner = "/".join(district_chain(zone, scope))
            return (inner, organ) if inner.startswith(f"{scope}/") else None
    return None


def _government(place: str) -> str:
    """What governs a place whose name stands for it as an actor: 三溪镇 for its government."""
    if place.endswith("街道"):
        return "街道办事处"
    return "人民政府" if place.endswith(scopes.GOVERNED) and not _is_zone(place) else "管理委员会"


def _is_zone(place: str) -> bool:
    """A zone by its ending: 高新区 and 试验区, but 浦东新区 is a district and in the table as one."""
    known = [found.level for found in divisions_named(place) if found.name == place]
    return "zone" in known or (not known and bool(generic_names(place)))


@lru_cache(maxsize=1 << 10)
def _places_inside(scope: str) -> tuple[tuple[str, str], ...]:
    """What the counties and zones right below the scope are called there, longest first, with their chains.

    阳江滨海新区 is 滨海新区 inside 阳江. A name that two of them bear is none.
    """
    division = division_at(scope)
    above = short_name(scopes.place(scope))
    names: dict[str, set[str]] = {}
    for found in children(division) if division else ():
        if found.level == "township":
            continue
        for name in names_of(found):
            names.setdefault(name, set()).add(chain(found))
            inside = name.removeprefix(above)
            if found.level == "zone" and len(inside) > _SHORTEST_ZONE:
                names.setdefault(inside, set()).add(chain(found))
    sure = [(name, min(chains)) for name, chains in names.items() if len(chains) == 1]
    return tuple(sorted(sure, key=lambda pair: (-len(pair[0]), pair[0])))
