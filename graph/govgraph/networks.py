"""The graph for networkx: entities as nodes, statements as edges."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from govgraph.entities import Entity
from govgraph.held import HeldStatement, held_entities, held_statements
from govgraph.ledger import STORED
from govgraph.store import Store
from govgraph_ontology.iri import graph_iri
from govgraph_ontology.schema import get_relation


def network(store: Store, relations: Collection[str] | None = None) -> nx.MultiDiGraph:
    """A directed multigraph of the statements of `relations` (all where None) between entities.

    Nodes are IRIs with `label`, `type`, `place` (the chain of the jurisdiction) and `aliases`. Edges have the
    IRI of the statement as key, and `relation`, `document` (IRI), `evidence` (the words), `source` (name of
    the file), `line`, `start`, `end` (code points, half-open), `rule`, `confidence` and `qualifiers`. What a
    statement says as a value (a date, a number) is an attribute of the node, by relation, with a list of
    values. Raises UnknownName for a relation that the ontology does not have.
    """
    wanted = None if relations is None else {get_relation(name).name for name in relations}
    entities = held_entities(store.quads)
    graph = nx.MultiDiGraph()
    for row in store.ledger.sources():
        if row.outcome != STORED:
            continue
        for held in held_statements(store.quads, str(graph_iri(row.name))):
            if wanted is not None and held.relation not in wanted:
                continue
            _add_node(graph, entities[held.subject])
            if held.object_is_value:
                _add_value(graph, held)
            else:
                _add_node(graph, entities[str(held.object)])
                _add_edge(graph, held, row.name)
    return graph


def _add_node(graph: nx.MultiDiGraph, entity: Entity) -> None:
    if entity.iri not in graph:
        graph.add_node(
            entity.iri, label=entity.label, type=entity.type, place=entity.scope, aliases=list(entity.aliases)
        )


def _add_edge(graph: nx.MultiDiGraph, held: HeldStatement, source: str) -> None:
    graph.add_edge(
        held.subject,
        held.object,
        key=held.iri,
        relation=held.relation,
        document=held.document,
        evidence=held.text,
        source=source,
        line=held.line,
        start=held.start,
        end=held.end,
        rule=held.rule,
        confidence=held.confidence,
        qualifiers=held.qualifiers,
    )


def _add_value(graph: nx.MultiDiGraph, held: HeldStatement) -> None:
    values = graph.nodes[held.subject].setdefault(held.relation, [])
    if held.object not in values:
        values.append(held.object)
