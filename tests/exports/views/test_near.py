from __future__ import annotations

import networkx as nx

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.near import select_near


def test_a_task_is_shown_with_what_stands_one_statement_away() -> None:
    graph = bureau_graph(3)
    task = next(iter(graph.successors(BUREAU)))
    graph.add_node("indicator", label="研发投入强度", type="Indicator", place="")
    graph.add_edge(task, "indicator", relation="hasTarget", evidence="", source="a", start=0, end=0)
    before, focus, after = select_near(graph, task, 300).columns
    assert [block.nodes for block in focus] == [(task,)]
    assert {node for block in before for node in block.nodes} == set(graph.predecessors(task))
    assert {node for block in after for node in block.nodes} == {"indicator"}


def test_a_node_that_both_speaks_and_is_spoken_of_stands_once() -> None:
    graph = nx.MultiDiGraph()
    for node in "ab":
        graph.add_node(node, label=node, type="Document", place="")
    for tail, head in ("ab", "ba", "aa"):
        graph.add_edge(tail, head, relation="cites", evidence="", source="s", start=0, end=1)
    selection = select_near(graph, "a", 300)
    placed = [node for column in selection.columns for block in column for node in block.nodes]
    assert sorted(placed) == ["a", "b"]


def test_a_node_without_statements_is_shown_alone() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="云溪市", type="District", place="")
    assert [len(column) for column in select_near(graph, "a", 300).columns] == [1]
