"""The picture of who works with whom: bodies joined by the tasks that they share, the wider the more."""

from __future__ import annotations

import networkx as nx

from govgraph_exports.views.palette import SHARES
from govgraph_exports.views.selection import Selection


def select_cooperation(network: nx.Graph, limit: int) -> Selection:
    """The `limit` bodies that share the most tasks, of those that share any.

    `network`: as `KnowledgeGraph.cooperation_network` gives it. An edge bears `weight` (the number of tasks)
    and `tasks` (their IRIs).
    """
    shared = dict(network.degree(weight="weight"))
    ranked = sorted(
        (body for body in network if shared[body]),
        key=lambda body: (-shared[body], str(network.nodes[body].get("label", "")), body),
    )
    part = nx.MultiDiGraph()
    part.add_nodes_from((body, network.nodes[body]) for body in ranked[:limit])
    for one, other, edge in network.edges(data=True):
        if one in part and other in part:
            part.add_edge(one, other, relation=SHARES, weight=edge["weight"], tasks=edge["tasks"])
    return Selection(part, len(ranked))
