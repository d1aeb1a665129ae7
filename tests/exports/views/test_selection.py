from __future__ import annotations

import networkx as nx

from exports.pictures import bureau_graph
from govgraph_exports.views.selection import select_overview


def test_the_overview_keeps_the_nodes_with_the_most_statements() -> None:
    graph = bureau_graph(40)
    selection = select_overview(graph, 5)
    kept = min(graph.degree(node) for node in selection.graph)
    assert kept >= max(graph.degree(node) for node in graph if node not in selection.graph)


def test_the_overview_leaves_out_what_only_the_others_connect() -> None:
    graph = nx.MultiDiGraph()
    for node in "abcde":
        graph.add_node(node, label=node, type="Task", place="")
    for tail, head in ("ab", "ab", "ab", "cd", "cd", "ce"):
        graph.add_edge(tail, head, relation="cites", evidence="", source="s", start=0, end=1)
    assert set(select_overview(graph, 3).graph) == {"a", "b"}
    assert set(select_overview(graph, 5).graph) == set("abcde")
