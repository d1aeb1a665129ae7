"""Scopes: the place within which a name is to be understood, and names without their place.

A scope is a chain of places from the top (`广东省/阳江市`). Inside it 市科技局, 阳江市科技局 and 科技局 are
one office; what is left without the place, 科技局, is its stem. The words are in `scopes.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal
from unicodedata import normalize

from govgraph_ontology.division_names import short_name
from govgraph_ontology.offices import OFFICE_NAMES

Prefix = Literal["full", "kind", "short", "inner", "none"]

_WORDS = tomllib.loads((files("govgraph") / "scopes.toml").read_text(encoding="utf-8"))
_GENERIC: dict[str, list[str]] = _WORDS["generic"]
_POSSESSIVE: list[str] = _WORDS["words"]["possessive"]
_KINDS: tuple[str, ...] = tuple(_WORDS["words"]["kinds"])
NOT_PLACES: tuple[str, ...] = tuple(_WORDS["words"]["not_places"])
GOVERNED: tuple[str, ...] = tuple(_WORDS["words"]["governed"])
TOWN_ORGANS: tuple[str, ...] = tuple(_WORDS["words"]["town_organs"])
ZONES: tuple[str, ...] = tuple(_WORDS["words"]["zones"])
ZONE_ORGANS: tuple[str, ...] = tuple(_WORDS["words"]["zone_organs"])
NO_TOWNS = frozenset(_WORDS["words"]["no_towns"])
NO_TOWN_ENDINGS: tuple[str, ...] = tuple(_WORDS["words"]["no_town_endings"])
NATIONAL: tuple[str, ...] = tuple(_WORDS["words"]["national"])
LAWS: tuple[str, ...] = tuple(_WORDS["words"]["laws"])
NO_LAWS: tuple[str, ...] = tuple(_WORDS["words"]["no_laws"])
FIRMS: tuple[str, ...] = tuple(_WORDS["words"]["firms"])
_TEMPORARY: tuple[str, ...] = tuple(_WORDS["words"]["temporary"])


@dataclass(frozen=True, slots=True)
class Stem:
    """A name without its place.

    `prefix` tells how the place was said: `full` (阳江市…), `kind` (市…), `short` (阳江…), `inner` (inside
    the name: 共青团阳江市委), `none`.
    """

    name: str
    prefix: Prefix


def fold(name: str) -> str:
    """The name as it is compared: compatibility forms folded (NFKC), white space dropped, case folded."""
    return "".join(normalize("NFKC", name).split()).casefold()


def parts(scope: str) -> tuple[str, ...]:
    """The places of a scope from the top, none for an empty one."""
    return tuple(part for part in normalize("NFC", scope).split("/") if part)


def place(scope: str) -> str:
    """The last place of the scope: the one whose offices are meant."""
    return (parts(scope) or ("",))[-1]


@lru_cache(maxsize=1 << 16)
def stem(name: str, scope: str) -> Stem:
    """`name` without the place of `scope`, where it carries it.

    A reading that leaves an office which the table of offices knows wins over one that does not, and a whole
    name that the table knows is left alone: 市场监管局 is no 场监管局 of the city.
    """
    readings = list(_readings(name, scope))
    for reading in readings:
        if reading.name in OFFICE_NAMES:
            return reading
    if name in OFFICE_NAMES:
        return Stem(name, "none")
    for reading in readings:
        if reading.prefix != "inner" and not (reading.prefix == "kind" and name.startswith(NOT_PLACES)):
            return reading
    return Stem(name, "none")


def kind_words(scope: str) -> tuple[str, ...]:
    """What the last place of the scope is called by kind in its own documents: 市, 县."""
    return tuple(form for form in _forms(scope)[2] if not form.startswith(tuple(_POSSESSIVE)))


def is_temporary(name: str) -> bool:
    """Whether bodies of this name are made for one job, so that the name means another body elsewhere."""
    return name.endswith(_TEMPORARY)


def _readings(name: str, scope: str) -> Iterator[Stem]:
    """The possible readings, the most explicit first."""
    full, short, kinds = _forms(scope)
    for form in full:
        if name.startswith(form) and len(name) > len(form):
            yield Stem(name[len(form) :], "full")
    for form in full:
        at = name.find(form)
        if at > 0 and at + len(form) < len(name):
            yield Stem(name[:at] + name[at + len(form) :], "inner")
    for form in kinds:
        rest = name[len(form) :]
        if name.startswith(form) and rest:
            yield Stem(rest, "kind")
    for form in short:
        rest = name[len(form) :]
        if name.startswith(form) and rest and not rest.startswith(_KINDS):
            yield Stem(rest, "short")


@cache
def _forms(scope: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """How the last place of the scope is said: in full (with or without those above), short, and by kind."""
    chain = parts(scope)
    if not chain:
        return (), (), ()
    full, short = {chain[-1]}, {short_name(chain[-1])}
    above = [{""}]
    for part in chain[:-1]:
        above.append({front + said for front in above[-1] for said in (part, short_name(part), "")})
    full |= {front + chain[-1] for front in above[-1]}
    short |= {front + short_name(chain[-1]) for front in above[-1]}
    ending = next((end for end in sorted(_GENERIC, key=len, reverse=True) if chain[-1].endswith(end)), None)
    kinds = _GENERIC[ending] if ending else []
    kinds = [*(front + kind for front in _POSSESSIVE for kind in kinds), *kinds]

    def longest_first(forms: set[str] | list[str]) -> tuple[str, ...]:
        return tuple(sorted(forms, key=lambda form: (-len(form), form)))

    return longest_first(full), longest_first(short - full), longest_first(kinds)
