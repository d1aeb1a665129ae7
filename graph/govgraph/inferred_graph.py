"""The graph of inferences: what no text says but follows, kept apart from what texts say.

Every place lies in all places above it, and every office in the place of its jurisdiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from govgraph import scopes, terms
from govgraph.entities import Entity
from govgraph.terms import node
from govgraph_ontology.iri import INFERRED_GRAPH, entity_iri
from govgraph_ontology.terms import GOV, RDF, SKOS

_PLACED = ("Organization",)


def inferred_graph(entities: Iterable[Entity]) -> list[ox.Quad]:
    """All quads of the graph, each once. Places that only a chain names are described here."""
    graph = node(str(INFERRED_GRAPH))
    found: dict[ox.Quad, None] = {}
    for entity in entities:
        if entity.type == "District":
            chain = (*scopes.parts(entity.scope), entity.label)
        elif entity.type in _PLACED and entity.scope:
            chain = scopes.parts(entity.scope)
            found.update(dict.fromkeys(_within(entity.iri, chain, graph)))
        else:
            continue
        for depth in range(len(chain), 0, -1):
            found.update(dict.fromkeys(_place(chain[:depth], graph)))
    return list(found)


def _place(chain: tuple[str, ...], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    iri = _district(chain)
    yield ox.Quad(node(iri), node(str(RDF.type)), node(str(GOV.District)), graph)
    yield ox.Quad(node(iri), node(str(SKOS.prefLabel)), terms.text(chain[-1]), graph)
    if len(chain) > 1:
        yield ox.Quad(node(iri), node(str(GOV.scope)), terms.text("/".join(chain[:-1])), graph)
        yield from _within(iri, chain[:-1], graph)


def _within(iri: str, chain: tuple[str, ...], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    for depth in range(len(chain), 0, -1):
        yield ox.Quad(node(iri), node(str(GOV.locatedIn)), node(_district(chain[:depth])), graph)


def _district(chain: tuple[str, ...]) -> str:
    return str(entity_iri("District", "/".join(chain)))
