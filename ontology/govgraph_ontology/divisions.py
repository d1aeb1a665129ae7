"""The administrative divisions of China: province, city, county, township, and the zones beside them.

Codes are those of GB/T 2260 (six digits) and, for townships, of the National Bureau of Statistics (nine
digits, 2023). Functional zones (高新区, 试验区 …) have no such code; theirs is the code of their place, a
hyphen and their name. The townships, forty thousand rows, are read only when something asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from govgraph_ontology.division_names import generic_names, short_name
from govgraph_ontology.vocabulary import load_vocabulary

Level = Literal["province", "city", "county", "township", "zone"]

TOWNSHIP_ENDINGS = ("镇", "乡", "街道", "苏木", "农场", "林场", "牧场")
_RANK: dict[Level, int] = {"province": 0, "city": 1, "county": 2, "zone": 3, "township": 4}


class Division(NamedTuple):
    """One place that is governed: its code, its full name, its level and its short name (`阳江`)."""

    code: str
    name: str
    level: Level
    short: str


@cache
def divisions_named(name: str) -> tuple[Division, ...]:
    """Every division that bears `name`, in full or short, the highest level first, then by code.

    Many names have several bearers (朝阳区, 高新区, 城关镇); which is meant is for the caller to decide by
    the place that its document speaks for. Townships are found by their full name only, and only names with
    a township's usual ending (TOWNSHIP_ENDINGS) are looked for among them.
    """
    found = _by_name().get(name, ())
    if name.endswith(TOWNSHIP_ENDINGS):
        found += tuple(_townships_named(name))
    return found


def names_of(division: Division) -> tuple[str, ...]:
    """Every name by which `divisions_named` finds the division: in full, short, of its kind, and others."""
    name = division.name
    forms = (name, division.short, *generic_names(name), *_names_of_zones().get(name, ()))
    return tuple(dict.fromkeys(forms))


def parent(division: Division) -> Division | None:
    """The division right above, or None for a province. A county without a city has its province above it."""
    table, _ = _by_code_and_chain()
    code = division.code
    if division.level == "zone":
        return table[code.partition("-")[0]]
    if division.level == "township":
        return table.get(code[:6]) or table[code[:4] + "00"]
    if division.level == "county":
        return table.get(code[:4] + "00") or table[code[:2] + "0000"]
    return table[code[:2] + "0000"] if division.level == "city" else None


def chain(division: Division) -> str:
    """The full names from the province down to `division`, joined by `/`: `广东省/韶关市/乐昌市`.

    Levels that exist only in statistics (市辖区 of a municipality, 省直辖) are not there: `北京市/东城区`.
    """
    above = parent(division)
    return division.name if above is None else f"{chain(above)}/{division.name}"


def division_at(place: str) -> Division | None:
    """The division whose chain is `place` (`广东省/阳江市`), or None."""
    found = _by_code_and_chain()[1].get(place)
    if found is not None or not place.endswith(TOWNSHIP_ENDINGS):
        return found
    return next((town for town in _townships_named(place.rpartition("/")[2]) if chain(town) == place), None)


def children(division: Division) -> tuple[Division, ...]:
    """The divisions right below in the order of their codes, zones last.

    Below a county, and below a city that has no counties (东莞市), these are townships.
    """
    below = _children().get(division.code, ())
    if division.level == "county":
        return tuple(_townships_under(division.code)) + below
    if division.level == "city" and all(found.level == "zone" for found in below):
        return tuple(_townships_under(division.code[:4])) + below
    return below


@cache
def _by_code_and_chain() -> tuple[Mapping[str, Division], Mapping[str, Division]]:
    """Provinces, cities, counties and zones, by code and by chain."""
    by_code: dict[str, Division] = {}
    by_chain: dict[str, Division] = {}
    chains: dict[str, str] = {}
    for code, name in _rows():
        level: Level = "county"
        above = chains.get(code[:4] + "00") or chains.get(code[:2] + "0000")
        if above is None:
            level = "province"
        elif code.endswith("00"):
            level = "city"
        chains[code] = f"{above}/{name}" if above else name
        by_code[code] = by_chain[chains[code]] = Division(code, name, level, short_name(name))
    for place, name, _ in _zones():
        if place not in by_chain:
            raise KeyError(f"zones.toml: {name} lies in {place!r}, which is no division")
        if f"{place}/{name}" not in by_chain:
            code = f"{by_chain[place].code}-{name}"
            by_code[code] = by_chain[f"{place}/{name}"] = Division(code, name, "zone", short_name(name))
    return by_code, by_chain


@cache
def _by_name() -> Mapping[str, tuple[Division, ...]]:
    """Every name of every province, city, county and zone, to its bearers."""
    names: dict[str, list[Division]] = {}
    by_code, _ = _by_code_and_chain()
    for division in sorted(by_code.values(), key=lambda found: (_RANK[found.level], found.code)):
        for form in names_of(division):
            names.setdefault(form, []).append(division)
    return {name: tuple(bearers) for name, bearers in names.items()}


@cache
def _children() -> Mapping[str, tuple[Division, ...]]:
    below: dict[str, list[Division]] = {}
    for division in _by_code_and_chain()[0].values():
        above = parent(division)
        if above is not None:
            below.setdefault(above.code, []).append(division)
    return {code: tuple(divisions) for code, divisions in below.items()}


@cache
def _names_of_zones() -> Mapping[str, tuple[str, ...]]:
    return {zone: others for _, zone, others in _zones()}


@cache
def _zones() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The overlay: the chain of the place, the full name of the zone, its other names."""
    overlay = load_vocabulary("zones")
    found = [(place, zone, tuple(others)) for zone, (place, *others) in overlay["named"].items()]
    for kind in overlay["kinds"].values():
        for place in kind["places"]:
            found.append((place, kind["name"].format(place=short_name(place.rpartition("/")[2])), ()))
    return tuple(found)


def _rows() -> Iterator[list[str]]:
    text = (files("govgraph_ontology.vocabulary") / "divisions.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def _township_text() -> str:
    """The rows as one text, in the order of the codes: searching it is faster than building tables."""
    return (files("govgraph_ontology.vocabulary") / "townships.tsv").read_text(encoding="utf-8")


def _townships_named(name: str) -> Iterator[Division]:
    text = _township_text()
    wanted = f"\t{name}\n"
    at = text.find(wanted)
    while at >= 0:
        yield Division(text[at - 9 : at], name, "township", name)
        at = text.find(wanted, at + 1)


def _townships_under(prefix: str) -> Iterator[Division]:
    text = _township_text()
    at = text.find(f"\n{prefix}") + 1
    while at > 0 and text.startswith(prefix, at):
        end = text.index("\n", at)
        code, name = text[at:end].split("\t")
        yield Division(code, name, "township", name)
        at = end + 1
