"""Facts: every statement of the graph as one flat object, in the form of the facts contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from govgraph.entities import Entity
from govgraph.held import HeldStatement, held_entities, held_statements
from govgraph.ledger import STORED
from govgraph.store import Store
from govgraph_ontology.iri import graph_iri


def facts(store: Store, min_confidence: float = 0.0) -> Iterator[dict[str, Any]]:
    """All facts that are at least so sure, by source, place in the text, relation, subject and object.

    `min_confidence`, 0 to 1: of the facts that are 0.9 sure or more, nine in ten are right.
    """
    entities = held_entities(store.quads)
    for row in store.ledger.sources():
        if row.outcome == STORED:
            for held in held_statements(store.quads, str(graph_iri(row.name))):
                if held.confidence >= min_confidence:
                    yield _fact(held, row.name, entities)


def _fact(held: HeldStatement, file: str, entities: Mapping[str, Entity]) -> dict[str, Any]:
    return {
        "relation": held.relation,
        "subject": _party(entities[held.subject]),
        "object": {"value": held.object} if held.object_is_value else _party(entities[str(held.object)]),
        "qualifiers": held.qualifiers,
        "source": {
            "file": file,
            "document": held.document,
            "start": held.start,
            "end": held.end,
            "text": held.text,
            **({"locator": held.locator} if held.locator else {}),
        },
        "method": held.rule,
        "confidence": held.confidence,
        **({"damage": list(held.damage)} if held.damage else {}),
    }


def _party(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.iri,
        "type": entity.type,
        "label": entity.label,
        "aliases": list(entity.aliases),
    }
