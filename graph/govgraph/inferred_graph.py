"""The graph of inferences: what no text says but follows, kept apart from what texts say.

Every place lies in all places above it, and every office in the place of its jurisdiction. Whatever has a
scope belongs to each of its places, and a place to itself: so one pattern finds all that belongs to a city.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from govgraph import scopes, terms
from govgraph.entities import Entity
from govgraph.terms import node
from govgraph_ontology.iri import INFERRED_GRAPH, entity_iri
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
    places = [Entity(_district(chain), "District", chain[-1], (), "/".join(chain[:-1])) for chain in chains]
    return sorted(place for place in places if place.iri not in named)


def inferred_graph(entities: Iterable[Entity]) -> list[ox.Quad]:
    """All quads of the graph, each once. Places that only a chain names are described here."""
    graph = node(str(INFERRED_GRAPH))
    entities = list(entities)
    places = implied_places(entities)
    found: dict[ox.Quad, None] = {}
    for place in places:
        found.update(dict.fromkeys(_description(place, graph)))
    within, located = node(str(GOV.within)), node(str(GOV.locatedIn))
    for entity in [*entities, *places]:
        itself = node(entity.iri)
        chain = scopes.parts(entity.scope)
        above = [node(_district(chain[:depth])) for depth in range(len(chain), 0, -1)]
        belongs = [itself, *above] if entity.type == "District" else above
        found.update(dict.fromkeys(ox.Quad(itself, within, place, graph) for place in belongs))
        if entity.type in _PLACED:
            found.update(dict.fromkeys(ox.Quad(itself, located, place, graph) for place in above))
    return list(found)


def _chain(entity: Entity) -> tuple[str, ...]:
    """The places of the entity from the top down, itself last where it is one; none where it has no place."""
    itself = (entity.label,) if entity.type == "District" else ()
    return (*scopes.parts(entity.scope), *itself)


def _description(place: Entity, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    iri = node(place.iri)
    yield ox.Quad(iri, node(str(RDF.type)), node(str(GOV.District)), graph)
    yield ox.Quad(iri, node(str(SKOS.prefLabel)), terms.text(place.label), graph)
    if place.scope:
        yield ox.Quad(iri, node(str(GOV.scope)), terms.text(place.scope), graph)


def _district(chain: tuple[str, ...]) -> str:
    return str(entity_iri("District", "/".join(chain)))
