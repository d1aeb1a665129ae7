"""What a page carries beside its picture: neighbours that it shows when somebody expands a node."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

import networkx as nx

from govgraph_exports.views.near import neighbours

_EACH, _LEAST, _MOST = 12, 120, 600


def select_ring(graph: nx.MultiDiGraph, shown: Iterable[str]) -> list[str]:
    """Neighbours of what is shown, at most twelve of each node, and 600 in all.

    Every node has its first before any has its second; roles come first, then the order of the text.
    """
    inside = dict.fromkeys(shown)
    limit = min(_MOST, max(_LEAST, 2 * len(inside)))
    outside = [
        [node for node in neighbours(graph, one) if node not in inside][:_EACH]
        for one in inside
        if one in graph
    ]
    ring = dict.fromkeys(node for turn in zip_longest(*outside) for node in turn if node is not None)
    return list(ring)[:limit]
