"""Keys: what identifies the thing that a reference names, before any document teaches that two names are one.

A key is the ontology class and the parts of the IRI; equal keys are one entity. Nothing here compares
likeness: 〔2023〕5号 and 〔2023〕6号, 一期 and 二期, the same bureau of two cities have different keys.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from govgraph import places, scopes
from govgraph.places import district_chain
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.offices import OFFICE_NAMES, official_office

_IDENTIFIED_BY_KEY = ("Document", "Task")
NOTHING = "-"
"""Stands for a part that a key does not have."""

_JOINTS = "()、,/和及"
_GOVERNMENT = re.compile("(?<!人民)政府")
_SHORTEST_POST = 4  # 市长 is a word of its own, not the 长 of a 市


class Key(NamedTuple):
    """The class of a thing and the parts that identify it within the class."""

    type: str
    parts: tuple[str, ...]


def key_of(reference: Reference) -> Key:
    """The key of the thing that `reference` names.

    Organizations: their own place and the official name of the office without it. Districts: the chain of
    places. Documents and tasks: their own key where they have one. Posts: as offices, with the title behind.
    All others: scope, name as folded, key.
    """
    kind = reference.type
    if kind == "Organization":
        scope, office = places.own_office(reference.name, reference.scope)
        return Key(kind, _parts(scope, scopes.fold(official_office(office))))
    if kind == "OrganizationGroup":
        return Key(kind, _parts(reference.scope, group_name(reference.name, reference.scope)))
    if kind == "Post":
        return Key(kind, _parts(reference.scope, scopes.fold(_post(reference.name, reference.scope))))
    if kind == "District":
        return Key(kind, ("/".join(district_chain(reference.name, reference.scope)),))
    if kind == "Document" and not reference.key:  # cited by its title from another document of the same place
        return Key(kind, (reference.scope or NOTHING, normal_title(reference.name)))
    if kind in _IDENTIFIED_BY_KEY and reference.key:
        parts = normalize("NFC", reference.key).split("#")
        return Key(kind, tuple(part or NOTHING for part in parts))
    return Key(kind, _parts(reference.scope, scopes.fold(reference.name), reference.key))


def is_known_office(key: Key) -> bool:
    """Whether the table of official names knows the office that the key identifies."""
    return key.type == "Organization" and key.parts[-1] in OFFICE_NAMES


def group_name(name: str, scope: str) -> str:
    """The name of a group without place and brackets: 各县（市、区）政府 and 各县市区人民政府 are one."""
    stem = scopes.stem(name, scope)
    bare = scopes.fold(stem.name if stem.prefix == "full" else name)
    whole = "".join(character for character in bare if character not in _JOINTS)
    return _GOVERNMENT.sub("人民政府", whole)


def _post(name: str, scope: str) -> str:
    """A post without its place, its office by the official name: 市发改局局长 is 发展和改革局局长."""
    stem = scopes.stem(name, scope)
    bare = stem.name if stem.prefix in {"full", "kind"} and len(stem.name) >= _SHORTEST_POST else name
    for end in range(len(bare) - 1, 1, -1):
        if bare[:end] in OFFICE_NAMES:
            return official_office(bare[:end]) + bare[end:]
    return bare


def _parts(scope: str, name: str, key: str = "") -> tuple[str, ...]:
    """Never the same parts for two different triples: their number tells which of the three are there."""
    place = "/".join(scopes.parts(scope))
    if key:
        return (place or NOTHING, name, normalize("NFC", key))
    return (place, name) if place else (name,)
