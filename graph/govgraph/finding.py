"""Finding an entity by a name as people say it: 阳江市科技局, 市科技局, 科技局."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from govgraph import scopes
from govgraph.entities import AmbiguousName, Entity
from govgraph.held import held_entity
from govgraph.patterns import is_iri
from govgraph.store import Store
from govgraph_ontology.errors import UnknownName

_SUGGESTIONS = 5


def find(store: Store, name: str, types: Collection[str] | None = None) -> list[Entity]:
    """The entities that bear `name`, by IRI; none where nobody does.

    `name` is an IRI or a name in any width. Those that bear it as label come before those that bear it as
    alias, and these before those of whom it is only understood (the office without its place, another
    official form): of the nearest kind that has bearers, all are given. `types`: local names of classes.
    """
    if is_iri(name):
        found = held_entity(store.quads, name)
        return [found] if found and (types is None or found.type in types) else []
    rows = [row for row in store.ledger.bearers(scopes.fold(name)) if types is None or row.type in types]
    best = min((row.rank for row in rows), default=0)
    entities = (held_entity(store.quads, row.iri) for row in rows if row.rank == best)
    return [entity for entity in entities if entity]


def holding(store: Store, words: str, types: Collection[str]) -> list[str]:
    """The IRIs of the entities of these classes with `words` in one of their names, in any width or case."""
    return store.ledger.holding(scopes.fold(words), types)


def resolve(store: Store, name: str, types: Collection[str] | None = None) -> Entity:
    """The one entity that bears `name`.

    Raises AmbiguousName where several do, with all of them, and UnknownName where none does, with names that
    are written alike.
    """
    found = find(store, name, types)
    if len(found) > 1:
        raise AmbiguousName(name, found)
    if not found:
        near = suggest(store, name, types)
        hint = f"。您是不是要找 (did you mean): {'、'.join(near)}" if near else ""
        raise UnknownName(f"没有名为“{name}”的对象 (nothing is called so){hint}")
    return found[0]


def suggest(store: Store, name: str, types: Collection[str] | None = None) -> list[str]:
    """Labels that share the most with `name`: for a person to choose from, never taken by themselves."""
    wanted = _pieces(scopes.fold(name))
    scored: dict[str, float] = {}
    for row in store.ledger.labels():
        if types is None or row.type in types:
            pieces = _pieces(row.folded)
            shared = sum((wanted & pieces).values())
            if shared:
                score = 2 * shared / (sum(wanted.values()) + sum(pieces.values()))
                scored[row.iri] = score
    best = sorted(scored, key=lambda iri: (-scored[iri], iri))[:_SUGGESTIONS]
    entities = (held_entity(store.quads, iri) for iri in best)
    return list(dict.fromkeys(entity.label for entity in entities if entity))


def _pieces(name: str) -> Counter[str]:
    """Characters and pairs of characters, so that a short name still shares something with a long one."""
    return Counter([*name, *(name[at : at + 2] for at in range(len(name) - 1))])
