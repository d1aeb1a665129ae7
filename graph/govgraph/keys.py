"""Keys: what identifies the thing that a reference names, before any document teaches that two names are one.

A key is the ontology class and the parts of the IRI; equal keys are one entity. Nothing here compares
likeness: 〔2023〕5号 and 〔2023〕6号, 一期 and 二期, the same bureau of two cities have different keys.
"""

from __future__ import annotations

from typing import NamedTuple

from govgraph import scopes
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.division_names import short_name
from govgraph_ontology.divisions import chain, divisions_named
from govgraph_ontology.offices import OFFICE_NAMES, official_office

_IDENTIFIED_BY_KEY = ("Document", "Task")
_NOTHING = "-"


class Key(NamedTuple):
    """The class of a thing and the parts that identify it within the class."""

    type: str
    parts: tuple[str, ...]


def key_of(reference: Reference) -> Key:
    """The key of the thing that `reference` names.

    Organizations: the scope and the official name of the office without its place. Districts: the chain of
    places. Documents and tasks: their own key where they have one. All others: scope, name as folded, key.
    """
    kind = reference.type
    if kind == "Organization":
        office = official_office(scopes.stem(reference.name, reference.scope).name)
        return Key(kind, _parts(reference.scope, scopes.fold(office)))
    if kind == "District":
        return Key(kind, ("/".join(district_chain(reference.name, reference.scope)),))
    if kind == "Document" and not reference.key:  # cited by its title from another document of the same place
        return Key(kind, (reference.scope or _NOTHING, normal_title(reference.name)))
    if kind in _IDENTIFIED_BY_KEY and reference.key:
        return Key(kind, tuple(part or _NOTHING for part in reference.key.split("#")))
    return Key(kind, _parts(reference.scope, scopes.fold(reference.name), reference.key))


def is_known_office(key: Key) -> bool:
    """Whether the table of official names knows the office that the key identifies."""
    return key.type == "Organization" and key.parts[-1] in OFFICE_NAMES


def district_chain(name: str, scope: str) -> tuple[str, ...]:
    """The chain of the place called `name` in a text that speaks for `scope`.

    The places of the scope come first, then what lies in it, then the one place of the country that bears the
    name. Where several do, none is taken, and the place is one of its own under the scope.
    """
    above = scopes.parts(scope)
    for says in (lambda part: part == name, lambda part: short_name(part) == name):
        for depth in range(len(above), 0, -1):
            if says(above[depth - 1]):
                return above[:depth]
    bare = scopes.stem(name, scope)
    if bare.prefix == "full":
        name = bare.name
    bearers = divisions_named(name)
    within = [found for found in bearers if scope and chain(found).startswith(f"{scope}/")]
    exact = [found for found in bearers if found.name == name]
    for choice in (within, exact, list(bearers)):
        if len(choice) == 1:
            return tuple(chain(choice[0]).split("/"))
        if choice:
            break
    return (*above, name)


def _parts(scope: str, name: str, key: str = "") -> tuple[str, ...]:
    """Never the same parts for two different triples: their number tells which of the three are there."""
    place = "/".join(scopes.parts(scope))
    if key:
        return (place or _NOTHING, name, key)
    return (place, name) if place else (name,)
