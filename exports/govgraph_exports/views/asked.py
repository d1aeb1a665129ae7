"""The graph views as people ask for them: by name, by place, with filters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

import networkx as nx

from govgraph.districts import districts_above
from govgraph.finding import resolve
from govgraph_exports.views.cooperation import select_cooperation
from govgraph_exports.views.graph import GraphView, check_limit, draw_view, view_graph
from govgraph_exports.views.limits import DEFAULT_LIMIT
from govgraph_exports.views.palette import TITLES, TYPES, relation_label, type_label
from govgraph_exports.views.statements import drawn_statements
from govgraph_ontology.errors import UnknownName
from govgraph_ontology.schema import RELATIONS

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph


def view_named(graph: KnowledgeGraph, name: str, limit: int | None = None) -> GraphView:
    """What the name means and what is around it, arranged as fits its class.

    Raises UnknownName and AmbiguousName, GovgraphError for a limit beyond what can be read.
    """
    found = resolve(graph.store, name)
    return view_graph(drawn_statements(graph), found.iri, limit=limit or DEFAULT_LIMIT, text=graph.text)


def view_overview(
    graph: KnowledgeGraph,
    types: Collection[str] = (),
    relations: Collection[str] = (),
    place: str | None = None,
    limit: int | None = None,
) -> GraphView:
    """The best connected part of the graph: of these classes, by these relations, of this place and below.

    Classes and relations by name or by Chinese label; all where none is given. Raises UnknownName for one
    that there is not and where nothing is left, AmbiguousName for a place of which there are several.
    """
    kinds = [_known(name, TYPES, type_label) for name in types]
    wanted = [_known(name, RELATIONS, relation_label) for name in relations]
    district = resolve(graph.store, place, ("District",)) if place else None
    statements = drawn_statements(graph)
    part = _filtered(statements, kinds, wanted, district.iri if district else None)
    said = [*map(type_label, kinds), *map(relation_label, wanted)]
    title = " · ".join(
        [district.label if district else TITLES["overview"], *(["、".join(said)] if said else [])]
    )
    if not part and statements:
        raise UnknownName(f"{title}：没有这样的陈述。 No statement is so.")
    return view_graph(part, limit=limit or DEFAULT_LIMIT, title=title, text=graph.text)


def view_cooperation(graph: KnowledgeGraph, place: str | None = None, limit: int | None = None) -> GraphView:
    """Which bodies have a part in the same tasks; of a place with all below it where one is given.

    Raises UnknownName where no two share a task, AmbiguousName for a place of which there are several.
    """
    check_limit(limit or DEFAULT_LIMIT)
    network = graph.cooperation_network(place)
    selection = select_cooperation(network, limit or DEFAULT_LIMIT)
    about = resolve(graph.store, place, ("District",)).label if place else ""
    title = " · ".join(filter(None, (about, TITLES["cooperation"])))
    if not selection.graph:
        raise UnknownName(f"{title}：没有共同承担任务的单位。 No bodies share a task.")
    return draw_view(drawn_statements(graph), selection, title, graph.text)


def _known(name: str, table: Iterable[str], label: Callable[[str], str]) -> str:
    """The name of a class or relation that bears this name or label."""
    names = {label(one): one for one in table} | {one: one for one in table}
    if name not in names:
        known = "、".join(f"{label(one)} {one}" for one in table)
        raise UnknownName(f"没有 {name!r}，可用的有 (there is none; there are): {known}")
    return names[name]


def _filtered(
    graph: nx.MultiDiGraph, types: Collection[str], relations: Collection[str], district: str | None
) -> nx.MultiDiGraph:
    """The statements between nodes of the types and of the place; with relations only what they join."""
    kept = [
        node
        for node, attributes in graph.nodes(data=True)
        if (not types or attributes["type"] in types)
        and (district is None or node == district or district in districts_above(attributes["place"]))
    ]
    part = nx.MultiDiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in kept)
    part.add_edges_from(
        (tail, head, edge)
        for tail, head, edge in graph.edges(kept, data=True)
        if head in part and (not relations or edge["relation"] in relations)
    )
    if relations:
        part.remove_nodes_from(list(nx.isolates(part)))
    return part
