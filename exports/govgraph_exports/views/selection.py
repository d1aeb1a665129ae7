"""What a view shows: the part of the graph that one picture can hold, chosen by rank and never at random."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from govgraph_exports.views.palette import DATE, VALUE, type_label


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes that stand together under a heading: the Chinese label of a role, a relation or a class."""

    heading: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes of a view. `columns` from left to right for a view of one entity, empty for the overview.

    `total`: how many nodes there would be without the limit. `notes`: by node what stands below its name.
    """

    graph: nx.MultiDiGraph
    total: int
    focus: str | None = None
    columns: tuple[tuple[Block, ...], ...] = ()
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)


def select_overview(graph: nx.MultiDiGraph, limit: int) -> Selection:
    """The `limit` nodes with the most statements; among equals those that come first by label and id.

    Of these, the ones that only the others would have connected are left out again, where any are connected.
    Dates and other values are no part of it, nor lines that no statement says by itself.
    """
    graph = _stated(graph)
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), name_order(graph, node)))
    part = part_of(graph, ranked[:limit])
    lonely = list(nx.isolates(part))
    if len(lonely) < len(part):
        part.remove_nodes_from(node for node in lonely if graph.degree(node))
    return Selection(part, total=len(ranked))


def _stated(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    values = [node for node, name in graph.nodes(data="type") if name in (DATE, VALUE)]
    derived = [(*ends, key) for *ends, key, found in graph.edges(keys=True, data="derived") if found]
    if not values and not derived:
        return graph
    stated = graph.copy()
    stated.remove_nodes_from(values)
    stated.remove_edges_from(derived)
    return stated


def part_of(
    graph: nx.MultiDiGraph, nodes: Sequence[str], relations: Collection[str] | None = None
) -> nx.MultiDiGraph:
    """The nodes in the order given, with the edges (of these relations) between them in that of the text."""
    part = nx.MultiDiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    inside = [
        (tail, head, edge)
        for tail, head, edge in graph.edges(nodes, data=True)
        if head in part and (relations is None or edge["relation"] in relations)
    ]
    inside.sort(key=lambda row: (place_in_text(row[2]), row[2]["relation"], row[0], row[1]))
    part.add_edges_from(inside)
    return part


def blocks_by_type(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> tuple[Block, ...]:
    """A block for each class, its nodes in the order given."""
    by_type: dict[str, list[str]] = {}
    for node in nodes:
        by_type.setdefault(str(graph.nodes[node].get("type", "")), []).append(node)
    return tuple(Block(type_label(name), tuple(by_type[name])) for name in sorted(by_type))


def place_in_text(edge: Mapping[str, Any]) -> tuple[str, int, int]:
    """Source, start and end of the words of an edge: the order of the text."""
    return (str(edge.get("source", "")), int(edge.get("start", 0)), int(edge.get("end", 0)))


def name_order(graph: nx.MultiDiGraph, node: str) -> tuple[str, str]:
    """The order of nodes by label, then id."""
    return (str(graph.nodes[node].get("label", "")), node)
