"""The graph for networkx: entities as nodes, statements as edges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from govgraph.entities import Entity
from govgraph.held import HeldStatement, held_entities, held_entity, held_statement, held_statements
from govgraph.ledger import STORED
from govgraph.store import Store
from govgraph_ontology.iri import graph_iri, source_iri
from govgraph_ontology.schema import get_relation

if TYPE_CHECKING:
    from govgraph_exports.views.graph import GraphView


class StatementGraph(nx.MultiDiGraph):  # type: ignore[misc]  # networkx has no types
    """A graph of statements that draws itself in a notebook's cell, in a sandboxed frame, offline.

    Nodes are IRIs with `label`, `type`, `place` (the chain of the jurisdiction) and `aliases`. Edges have the
    IRI of the statement as key, and `relation`, `document` (IRI), `evidence` (the words), `source` (name of
    the file), `line`, `start`, `end` (code points, half-open), `rule`, `confidence` and `qualifiers`. What a
    statement says as a value (a date, a number) is an attribute of the node, by relation, with a list of
    values.
    """

    def view(self, focus: str | None = None) -> GraphView:
        """A page with what is around the node `focus`, or the best connected part; its `still` is a picture.

        Raises UnknownName for a node that is not there, GovgraphError for an empty graph.
        """
        from govgraph_exports.views.graph import view_graph

        return view_graph(self, focus)

    def _repr_html_(self) -> str | None:
        """The view of the whole graph, the best connected part of it where it is large; none when empty."""
        return self.view()._repr_html_() if self else None


def network(store: Store, relations: Collection[str] | None = None) -> StatementGraph:
    """The statements of `relations` (all where None), by source and place in it.

    Raises UnknownName for a relation that the ontology does not have.
    """
    wanted = None if relations is None else {get_relation(name).name for name in relations}
    entities = held_entities(store.quads)
    graph = StatementGraph()
    for row in store.ledger.sources():
        if row.outcome == STORED:
            for held in held_statements(store.quads, str(graph_iri(row.name))):
                if wanted is None or held.relation in wanted:
                    _add(graph, held, row.name, entities)
    return graph


def network_of(store: Store, statements: Iterable[str]) -> StatementGraph:
    """The statements with these IRIs, in their order."""
    sources = {str(source_iri(row.name)): row.name for row in store.ledger.sources()}
    entities: dict[str, Entity] = {}
    graph = StatementGraph()
    for iri in statements:
        held = held_statement(store.quads, iri)
        for end in (held.subject, str(held.object)):
            if end not in entities and (found := held_entity(store.quads, end)):
                entities[end] = found
        _add(graph, held, sources[held.source], entities)
    return graph


def _add(graph: StatementGraph, held: HeldStatement, source: str, entities: Mapping[str, Entity]) -> None:
    _add_node(graph, entities[held.subject])
    if held.object_is_value:
        values = graph.nodes[held.subject].setdefault(held.relation, [])
        if held.object not in values:
            values.append(held.object)
        return
    _add_node(graph, entities[str(held.object)])
    graph.add_edge(held.subject, held.object, key=held.iri, **edge_attributes(held, source))


def edge_attributes(held: HeldStatement, source: str) -> dict[str, Any]:
    """What an edge of a StatementGraph bears; `source` is the name of the source."""
    return {
        "relation": held.relation,
        "document": held.document,
        "evidence": held.text,
        "source": source,
        "line": held.line,
        "start": held.start,
        "end": held.end,
        "rule": held.rule,
        "confidence": held.confidence,
        "qualifiers": held.qualifiers,
    }


def _add_node(graph: StatementGraph, entity: Entity) -> None:
    if entity.iri not in graph:
        graph.add_node(
            entity.iri, label=entity.label, type=entity.type, place=entity.scope, aliases=list(entity.aliases)
        )
