"""The picture of a place and those below it: industries at the left, projects and firms at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from govgraph_exports.views.notes import notes_of
from govgraph_exports.views.palette import type_label
from govgraph_exports.views.selection import Block, Selection, name_order, part_of, place_in_text
from govgraph_exports.views.statements import WITHIN

_BELOW = "下级地区"
_SIDES = {"Industry": 0, "Project": 2, "Enterprise": 2, "Organization": 2, "Indicator": 2}
_SHARE = 12
"""Where not all can be drawn, each class has at most this part of the limit, so that none takes all room."""
_RELATIONS = ("developsIndustry", "hasProject", "locatedIn", "hasTarget", WITHIN)


def select_district(graph: nx.MultiDiGraph, focus: str, limit: int) -> Selection:
    """Left to right: industries, the place with those below it, projects, firms, bodies and targets.

    A project stands at the place where it is located, at the one that the words about it name, or at the one
    to which the document that lists it belongs. Targets are those of the place itself. Where
    there is more than the limit, the first of each class are drawn.
    """
    graph = graph.copy()
    places = _places(graph, focus)
    graph.add_edges_from(_placed_projects(graph, places))
    found: dict[str, list[str]] = {name: [] for name in _SIDES}
    busy: dict[str, None] = {focus: None}
    for place in places:
        for node in _beside(graph, place):
            name = str(graph.nodes[node].get("type", ""))
            if name in found and node not in places and (place == focus or name != "Indicator"):
                busy[place] = None
                found[name].append(node)
    found = {name: list(dict.fromkeys(nodes)) for name, nodes in found.items()}
    total = len(busy) + sum(map(len, found.values()))
    most = total if total <= limit else max(1, limit // _SHARE)
    ranked = list(dict.fromkeys([*busy, *(node for nodes in found.values() for node in nodes[:most])]))
    shown = set(ranked[:limit])
    columns: list[list[Block]] = [[], [Block("", (focus,))], []]
    if below := tuple(place for place in list(busy)[1:] if place in shown):
        columns[1].append(Block(_BELOW, below))
    for name, nodes in found.items():
        if kept := tuple(node for node in nodes if node in shown):
            columns[_SIDES[name]].append(Block(type_label(name), kept))
    part = part_of(graph, [node for node in ranked if node in shown], _RELATIONS)
    part.remove_edges_from(
        [
            (tail, head, key)
            for tail, head, key, relation in part.edges(keys=True, data="relation")
            if (tail in places) == (head in places) or (relation == "hasTarget" and tail != focus)
        ]
    )
    return Selection(
        part,
        total,
        focus,
        tuple(tuple(column) for column in columns if column),
        notes_of(part, places),
    )


def _places(graph: nx.MultiDiGraph, focus: str) -> dict[str, str]:
    """The place and all below it that the graph knows, each with its chain from the top, the place first."""
    chains = {
        node: "/".join(filter(None, (str(attributes.get("place") or ""), str(attributes.get("label", "")))))
        for node, attributes in graph.nodes(data=True)
        if attributes.get("type") == "District"
    }
    below = [node for node, chain in chains.items() if chain.startswith(f"{chains[focus]}/")]
    below.sort(key=lambda node: (chains[node].count("/"), -graph.degree(node), name_order(graph, node)))
    return {node: chains[node] for node in (focus, *below)}


def _placed_projects(
    graph: nx.MultiDiGraph, places: Mapping[str, str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Lines from projects whose place no statement tells to the place to which they belong."""
    located = {tail for tail, _, edge in graph.edges(data=True) if edge["relation"] == "locatedIn"}
    by_chain = {chain: place for place, chain in places.items()}
    by_label = {str(graph.nodes[place].get("label", "")): place for place in reversed(list(places))}
    for _, project, edge in graph.edges(data=True):
        if edge["relation"] == "hasProject" and project not in located:
            named = by_label.get(str((edge.get("qualifiers") or {}).get("district", "")))
            place = named or by_chain.get(str(graph.nodes[project].get("place") or ""))
            if place:
                located.add(project)
                yield project, place, {**edge, "relation": WITHIN, "said": edge["relation"], "derived": True}


def _beside(graph: nx.MultiDiGraph, place: str) -> list[str]:
    """What stands one line from the place, in the order of the text."""
    rows = [
        (place_in_text(edge), head if tail == place else tail)
        for tail, head, edge in (*graph.in_edges(place, data=True), *graph.out_edges(place, data=True))
        if edge["relation"] in _RELATIONS
    ]
    return [node for _, node in sorted(rows)]
