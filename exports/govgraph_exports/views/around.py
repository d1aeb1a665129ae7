"""The picture of one entity, arranged as fits its class."""

from __future__ import annotations

import networkx as nx

from govgraph_exports.views.district import select_district
from govgraph_exports.views.near import select_near
from govgraph_exports.views.responsibility import roles_of, select_responsibility
from govgraph_exports.views.selection import Selection


def select_around(graph: nx.MultiDiGraph, focus: str, limit: int) -> Selection:
    """The view of one entity: who acts, what is done, where; else what stands one statement away.

    Raises KeyError where `focus` is no node of the graph.
    """
    if focus not in graph:
        raise KeyError(focus)
    if roles := roles_of(graph, focus):
        return select_responsibility(graph, focus, roles, limit)
    if graph.nodes[focus].get("type") == "District":
        selection = select_district(graph, focus, limit)
        if len(selection.graph) > 1:
            return selection
    return select_near(graph, focus, limit)
