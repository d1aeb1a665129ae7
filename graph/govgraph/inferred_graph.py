"""The graph of inferences: what no text says but follows, kept apart from what texts say.

Every place lies in all places above it, and every office in the place of its jurisdiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from govgraph import scopes, terms
from govgraph.districts import district_iri, districts_above, districts_of
from govgraph.entities import Entity
from govgraph.terms import node
from govgraph_ontology.iri import INFERRED_GRAPH
from govgraph_ontology.schema import get_class
from govgraph_ontology.terms import GOV, RDF, SKOS

_PLACED = ("Organization", "District")


def implied_places(entities: Iterable[Entity]) -> list[Entity]:
    """The places in whose chains the entities stand and which no text names itself, by IRI."""
    named: set[str] = set()
    chains: set[tuple[str, ...]] = set()
    for entity in entities:
        named.add(entity.iri)
        chain = _chain(entity)
        chains.update(chain[:depth] for depth in range(1, len(chain) + 1))
    places = [
        Entity(district_iri(chain), "District", chain[-1], (), "/".join(chain[:-1])) for chain in chains
    ]
    return sorted(place for place in places if place.iri not in named)


def inferred_graph(entities: Iterable[Entity]) -> list[ox.Quad]:
    """All quads of the graph, each once. Places that only a chain names are described here."""
    graph = node(str(INFERRED_GRAPH))
    entities = list(entities)
    places = implied_places(entities)
    found: dict[ox.Quad, None] = {}
    found.update(dict.fromkeys(described(places)))
    for entity in [*entities, *places]:
        if entity.type in _PLACED:
            for above in districts_above(entity.scope):
                found[ox.Quad(node(entity.iri), node(str(GOV.locatedIn)), node(above), graph)] = None
    return list(found)


def described(entities: Iterable[Entity]) -> Iterator[ox.Quad]:
    """The descriptions of entities that no source names itself."""
    graph = node(str(INFERRED_GRAPH))
    for entity in entities:
        yield from _description(entity, graph)


def _chain(entity: Entity) -> tuple[str, ...]:
    """The places of the entity from the top down, itself last where it is one; none where it has no place."""
    itself = (entity.label,) if entity.type == "District" else ()
    return (*scopes.parts(entity.scope), *itself)


def _description(entity: Entity, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    iri = node(entity.iri)
    yield ox.Quad(iri, node(str(RDF.type)), node(str(get_class(entity.type).iri)), graph)
    yield ox.Quad(iri, node(str(SKOS.prefLabel)), terms.text(entity.label), graph)
    for alias in entity.aliases:
        yield ox.Quad(iri, node(str(SKOS.altLabel)), terms.text(alias), graph)
    if entity.scope:
        yield ox.Quad(iri, node(str(GOV.scope)), terms.text(entity.scope), graph)
    for district in districts_of(entity):
        yield ox.Quad(iri, node(str(GOV.within)), node(district), graph)
