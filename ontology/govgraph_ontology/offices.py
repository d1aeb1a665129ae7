"""Official names of offices, for names without their place: 发改局 is 发展和改革局, 科技局 is 科学技术局.

A table, and nothing but a table: two real offices (工信局, 信访局) never become one because they look alike.
The data is `vocabulary/offices.toml`; what became of offices in reforms is in `reorganisations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Any

from govgraph_ontology.division_names import short_name
from govgraph_ontology.vocabulary import load_vocabulary


def official_office(name: str) -> str:
    """The official name of the office called `name`; `name` itself where the table does not know it.

    `name` is without its place (发改局, not 市发改局). Organs of the party committee keep the 委 of 市委
    (委组织部), with and without which they are known.
    """
    return _official_by_form().get(name, name)


def office_variants(official: str) -> tuple[str, ...]:
    """The other forms of an official name, shortest first; none where the table does not know it."""
    return _forms_by_official().get(official, ())


def office_in(place: str, official: str) -> str:
    """The full name of the office of a place: 共青团云溪市委员会; the place in front where no rule puts it
    elsewhere.
    """
    pattern = _data()["placed"].get(official, "{place}" + official)
    return str(pattern.format(place=place, short=short_name(place)))


def is_placed_inside(official: str) -> bool:
    """Whether the full name of the office carries its place inside: 国家税务总局云溪市税务局."""
    return official in _data()["placed"]


def placed_offices(name: str) -> list[tuple[str, str]]:
    """What a name may be that carries its place inside, as official names and places, the latter as said.

    中国人民银行云溪市分行 is the 中国人民银行分行 of 云溪市. Whether that place is one the caller must know.
    """
    found = []
    for official, pattern in _data()["placed"].items():
        before, _, after = re.split(r"(\{place\}|\{short\})", pattern)
        if (
            before
            and name.startswith(before)
            and name.endswith(after)
            and len(name) > len(before) + len(after)
        ):
            found.append((official, name[len(before) : len(name) - len(after)]))
    return found


def office_stem(official: str) -> str:
    """What the names 局 and 委员会 of one body share (发展和改革); empty for an office that may be two."""
    stem = official.removesuffix("委员会").removesuffix("局")
    return stem if stem != official and stem in _one_body() else ""


@cache
def _data() -> dict[str, Any]:
    return load_vocabulary("offices")


@cache
def _one_body() -> frozenset[str]:
    return frozenset(_data()["one_body"]["stems"])


@cache
def _forms_by_official() -> Mapping[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = {}
    for form, official in _official_by_form().items():
        if form != official:
            forms.setdefault(official, []).append(form)
    return {
        official: tuple(sorted(names, key=lambda name: (len(name), name)))
        for official, names in forms.items()
    }


@cache
def _official_by_form() -> dict[str, str]:
    table: dict[str, str] = {}
    for official, form in _rows():
        if table.setdefault(form, official) != official:
            raise ValueError(f"offices.toml: {form} would be both {table[form]} and {official}")
    return table


def _rows() -> Iterator[tuple[str, str]]:
    data = load_vocabulary("offices")
    endings: dict[str, str] = data["endings"]
    for stem, line in data["stems"].items():
        stems = [stem, *line["said"].split()]
        for ending in line["ends"].split():
            for said in stems:
                for form in _loose(said):
                    yield from ((stem + ending, form + short) for short in endings[ending].split())
    for name, others in data["party"].items():
        bare = name.removeprefix("~")
        for form in (bare, *others.split()):
            fronts = ("委", "委员会", "中共委", "中共委员会", "中国共产党委员会")
            yield from (("委" + bare, front + form) for front in (fronts if bare != name else ("", *fronts)))
    for official, others in [*data["offices"].items(), *data["careful"].items()]:
        yield from ((official, form) for form in (official, *others.split()))


def _searchable() -> dict[str, None]:
    """The forms of the table without those that stand in other words too (市民建议)."""
    careful = {form for forms in _data()["careful"].values() for form in forms.split()}
    return {form: None for form in _official_by_form() if form not in careful}


def _loose(stem: str) -> tuple[str, ...]:
    """A stem, also without 和 or with 与 for it, and with 监管 for 监督管理."""
    forms = [stem, stem.replace("监督管理", "监管")]
    return tuple(dict.fromkeys(form.replace("和", link) for form in forms for link in ("和", "", "与")))


OFFICE_NAMES: Set[str] = _searchable().keys()
"""Every known form of every office, official or not, without its place, that a text may be searched for; in
the order of the table.
"""
