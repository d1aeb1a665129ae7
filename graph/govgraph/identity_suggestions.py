"""Suggestions: pairs that may be one thing, for a person to decide. Nothing is ever joined by them.

Found by rules that look at likeness, which identity itself never does (docs/decisions/0006). The same store
gives the same suggestions in the same order; pairs on which somebody decided are not suggested again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from govgraph import scopes
from govgraph.entities import Entity
from govgraph.identity_decisions import Decisions, key_of_id
from govgraph.keys import Key, is_known_office
from govgraph_ontology.division_names import short_name
from govgraph_ontology.divisions import division_at

_NUMBERS = re.compile(r"[0-9０-９一二三四五六七八九十百千甲乙丙丁]+")
_MARKS = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]")
_TITLED = ("Document", "Project", "Indicator", "Term", "OrganizationGroup")
_SHORTEST_TITLE = 8
_NEAR = 3
_GENERIC = 2  # 林场, 医院: every name of the kind holds it
_ABOUT = "关于"


class Suggestion(NamedTuple):
    """Two entities that may be one, and the rule that says why: a key of REASONS."""

    rule: str
    one: Entity
    other: Entity


REASONS = {
    "contains": "同一地方，一个名称包含另一个 (one name holds the other)",
    "short": "同一地方，只有它能缩成这个简称 (the only name there that shortens to the other)",
    "marks": "只差标点、括号或空格 (only marks differ)",
    "issuer": "只差发文机关 (only the issuer differs)",
    "place": "表中没有的地方，与同级另一地方简称相同 (a place that no table has, called like its neighbour)",
    "person": "同名，一地在另一地之内 (one name; one place lies in the other)",
}
"""Why each rule suggests a pair, in Chinese and English."""


def suggestions(entities: Iterable[Entity], decisions: Decisions) -> list[Suggestion]:
    """All suggestions on which nobody decided, by rule and names."""
    by_type: dict[str, list[Entity]] = {}
    for entity in entities:
        by_type.setdefault(entity.type, []).append(entity)
    found: dict[frozenset[str], Suggestion] = {}
    decided = {frozenset(pair) for pair in decisions.same} | decisions.different
    for suggestion in [
        *_short_names(by_type.get("Organization", [])),
        *(one for kind in _TITLED for one in _marks(by_type.get(kind, []))),
        *_issuers(by_type.get("Document", [])),
        *_places(by_type.get("District", [])),
        *_persons(by_type.get("Person", [])),
    ]:
        if frozenset(map(_key, suggestion[1:])) not in decided:
            found.setdefault(frozenset((suggestion.one.iri, suggestion.other.iri)), suggestion)
    return sorted(found.values(), key=lambda one: (list(REASONS).index(one.rule), one[1:]))


def _short_names(organizations: list[Entity]) -> Iterator[Suggestion]:
    """Of one place, with the same numbers, the same last character, not both in the table."""
    groups: dict[tuple[str, str, str], list[tuple[str, Entity]]] = {}
    for entity in sorted(organizations):
        name = _key(entity).parts[-1]
        numbers = "".join(_NUMBERS.findall(name))
        groups.setdefault((entity.scope, name[-1], numbers), []).append((name, entity))
    for group in groups.values():
        for name, entity in group:
            longer = [
                (other, found)
                for other, found in group
                if len(other) > len(name) and _shortens(name, other) and not _both_known(entity, found)
            ]
            for other, found in longer:
                if other.startswith(name):  # 公安局石桥分局 is a part of 公安局
                    continue
                if name in other and len(name) > _GENERIC:
                    yield Suggestion("contains", entity, found)
                elif name not in other and len(longer) == 1:
                    yield Suggestion("short", entity, found)


def _marks(entities: list[Entity]) -> Iterator[Suggestion]:
    groups: dict[tuple[str, str], list[Entity]] = {}
    for entity in sorted(entities):
        bare = _MARKS.sub("", scopes.fold(entity.label))
        groups.setdefault((entity.scope, bare), []).append(entity)
    for group in groups.values():
        yield from (Suggestion("marks", one, other) for one, other in combinations(group, 2))


def _issuers(documents: list[Entity]) -> Iterator[Suggestion]:
    """关于高质量建设的意见 beside 某市人民政府关于高质量建设的意见."""
    by_title: dict[str, list[Entity]] = {}
    for entity in sorted(documents):
        at = entity.label.find(_ABOUT)
        if at >= 0 and len(entity.label) - at >= _SHORTEST_TITLE:
            by_title.setdefault(_MARKS.sub("", entity.label[at:]), []).append(entity)
    for group in by_title.values():
        bare = [entity for entity in group if entity.label.startswith(_ABOUT)]
        whole = [entity for entity in group if not entity.label.startswith(_ABOUT)]
        yield from (Suggestion("issuer", one, other) for one in bare for other in whole)


def _places(districts: list[Entity]) -> Iterator[Suggestion]:
    siblings: dict[tuple[str, str], list[Entity]] = {}
    for entity in sorted(districts):
        siblings.setdefault((entity.scope, short_name(entity.label)), []).append(entity)
    for group in siblings.values():
        for one, other in combinations(group, 2):
            if not all(division_at(_key(entity).parts[0]) for entity in (one, other)):
                yield Suggestion("place", one, other)


def _persons(persons: list[Entity]) -> Iterator[Suggestion]:
    by_name: dict[str, list[Entity]] = {}
    for entity in sorted(persons):
        by_name.setdefault(entity.label, []).append(entity)
    for group in by_name.values():
        for one, other in combinations(group, 2):
            if f"{one.scope}/".startswith(f"{other.scope}/") or f"{other.scope}/".startswith(f"{one.scope}/"):
                yield Suggestion("person", one, other)


def _shortens(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in their order, the first near its beginning."""
    rest = iter(long)
    return short[0] in long[:_NEAR] and all(character in rest for character in short)


def _both_known(one: Entity, other: Entity) -> bool:
    return is_known_office(_key(one)) and is_known_office(_key(other))


def _key(entity: Entity) -> Key:
    return key_of_id(entity.iri)
