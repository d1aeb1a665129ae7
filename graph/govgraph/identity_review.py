"""What a person needs to decide on identity: whom two names mean, and the sentences that speak of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from govgraph.entities import Entity
from govgraph.finding import resolve
from govgraph.held import statements_about
from govgraph.identity_decisions import IdentityRefused, iri_of, key_of_id
from govgraph.identity_file import forget
from govgraph.keys import Key, key_of
from govgraph.ledger import STORED
from govgraph.patterns import is_iri
from govgraph.store import Store
from govgraph_loaders.statements import Reference
from govgraph_ontology.iri import source_iri

_LONGEST = 120


def parties(store: Store, table: str, one: str, other: str) -> tuple[Entity, ...]:
    """The two entities on which a decision is to be made; none where there is nothing left to join.

    Where both names mean one entity that documents or persons made one, they are what the names mean without
    that. Raises UnknownName, AmbiguousName, and IdentityRefused where the table of official names itself
    holds them for one.
    """
    first, second = resolve(store, one), resolve(store, other)
    if first != second:
        return first, second
    if table == "same":
        return ()
    keys = [_key_without_joins(first, name) for name in (one, other)]
    if keys[0] == keys[1]:
        raise IdentityRefused(
            f"{one}、{other}: 名称表规定是同一个，不能分开 (one office by the table; not to be parted)"
        )
    found = [
        replace(first, iri=iri_of(key), label=name) for key, name in zip(keys, (one, other), strict=True)
    ]
    return found[0], found[1]


def evidence_lines(store: Store, entities: Sequence[Entity], most: int = 1) -> list[str]:
    """For each entity the first sentences that speak of it, with source and line, cut to one short line."""
    names = {str(source_iri(row.name)): row.name for row in store.ledger.sources() if row.outcome == STORED}
    lines = []
    for entity in entities:
        for held in statements_about(store.quads, entity.iri)[:most]:
            words = " ".join(held.text.split())
            words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            lines.append(f"{entity.label}: {names[held.source]}:{held.line} {words}")
    return lines


def forget_names(store: Store, path: Path, names: Sequence[str]) -> int:
    """Take out the decisions that name all of these; how many there were. Raises UnknownName, AmbiguousName.

    A name stands for the entity that bears it, and, where it was joined to another, for what it means alone.
    """
    choices: list[set[Key]] = []
    for name in names:
        entity = resolve(store, name)
        choices.append({key_of_id(entity.iri), _key_without_joins(entity, name)})
    return forget(path, choices)


def _key_without_joins(entity: Entity, name: str) -> Key:
    """What the name alone identifies within the place of the entity."""
    if is_iri(name):
        return key_of_id(name)
    return key_of(Reference(entity.type, name, entity.scope))
