"""Groups and their members: 各县（市、区）人民政府 are the governments of the counties of the place.

Members are those that the store holds. A group whose members are not certain has none: 有关单位, 市直各部门,
a name that could mean two levels, and a group that a text names with an exception (除…外).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from govgraph import scopes
from govgraph.entities import Entity
from govgraph.identity_decisions import key_of_id
from govgraph.inferences import Inference
from govgraph_ontology.terms import ORG
from govgraph_ontology.vocabulary import load_vocabulary

_NEAR = 40
_GOVERNMENT, _STREET, _COMMITTEE = "人民政府", "街道办事处", "管理委员会"


class _Meaning(NamedTuple):
    """The level of the places, the endings of their names, and the offices that are meant."""

    level: str
    endings: tuple[str, ...]
    offices: frozenset[str]

    def fits(self, place: str, office: str) -> bool:
        if office not in self.offices:
            return False
        if office == _COMMITTEE:  # of a zone, which is no county by its ending
            return True
        is_town = place.endswith(tuple(_words()["kinds"]["town"]))
        return is_town == (self.level == "town") and place.endswith(self.endings)


def group_members(
    entities: Iterable[Entity], named: Mapping[str, Sequence[tuple[str, int, int]]]
) -> Iterator[Inference]:
    """The members of each group whose members are certain.

    `named`: by IRI of a group the texts that name it, each with the offsets of the words that do.
    """
    entities = list(entities)
    offices: dict[str, list[tuple[str, str, Entity]]] = {}
    for entity in entities:
        parts = key_of_id(entity.iri).parts if entity.type == "Organization" else ()
        if len(parts) == 2 and parts[1] in {_GOVERNMENT, _STREET, _COMMITTEE}:
            above, _, place = parts[0].rpartition("/")
            offices.setdefault(above, []).append((place, parts[1], entity))
    for group in entities:
        if group.type != "OrganizationGroup" or _has_exception(named.get(group.iri, ())):
            continue
        meaning = _meant(group)
        for place, office, member in offices.get(group.scope, ()) if meaning else ():
            if meaning and meaning.fits(place, office):
                rule = f"group.members.{meaning.level}"
                yield Inference(group.iri, str(ORG.hasMember), member.iri, rule)


def _meant(group: Entity) -> _Meaning | None:
    """What the name of a group means; None where that is uncertain."""
    match = _pattern().fullmatch(key_of_id(group.iri).parts[-1])
    level = _level(group.scope, match["kinds"]) if match else ""
    if match is None or not level:
        return None
    kinds = [kind for kind in _words()["kinds"][level] if kind in match["kinds"]]
    endings = {ending for kind in kinds for ending in _words()["joined"].get(kind, [kind])}
    offices = {office for word, office in _words()["organs"].items() if word in match["organs"]}
    if level == "town":
        offices = {_STREET if ending == "街道" else _GOVERNMENT for ending in endings}
    return _Meaning(level, tuple(sorted(endings)), frozenset(offices or {_GOVERNMENT}))


def _level(scope: str, kinds: str) -> str:
    """The level of the places meant, right below the scope; empty where the words could mean two."""
    levels = {level for level, words in _words()["kinds"].items() if _any_of(words).fullmatch(kinds)}
    if levels == {"town"}:
        return "town"
    place = scopes.place(scope)
    if place.endswith(("省", "自治区")):
        return "city" if "city" in levels else ""
    is_city = len(scopes.parts(scope)) == (1 if _is_municipality(scope) else 2)
    return "county" if is_city and "county" in levels else ""


def _is_municipality(scope: str) -> bool:
    return "/" not in scope and scope.endswith("市")


def _has_exception(mentions: Sequence[tuple[str, int, int]]) -> bool:
    return any(
        _exceptions().search(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
        for text, start, end in mentions
    )


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("groups")


@cache
def _pattern() -> re.Pattern[str]:
    words = _words()
    kinds = _any_of({kind for level in words["kinds"].values() for kind in level}).pattern
    organs = _any_of(words["organs"]).pattern
    openings = "|".join(words["openings"])
    return re.compile(f"(?:{openings})(?P<kinds>{kinds})(?P<organs>(?:{organs})?)")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One or more of the words, nothing between them."""
    return re.compile(f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})+")


@cache
def _exceptions() -> re.Pattern[str]:
    return re.compile("|".join(_words()["exceptions"]["patterns"]))
