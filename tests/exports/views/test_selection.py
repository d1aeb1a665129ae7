from __future__ import annotations

import networkx as nx
import pytest

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.selection import select_around, select_overview


def test_a_bureau_stands_left_of_its_tasks_and_its_tasks_left_of_partners() -> None:
    graph = bureau_graph(12)
    selection = select_around(graph, BUREAU, 300)
    bureau, tasks, partners = selection.columns
    assert [block.nodes for block in bureau] == [(BUREAU,)]
    assert [block.heading for block in tasks] == ["牵头", "配合"]
    leads = {task for _, task, edge in graph.out_edges(BUREAU, data=True) if edge["relation"] == "leads"}
    assert set(tasks[0].nodes) == leads
    shown = {node for block in partners for node in block.nodes}
    assert shown == {actor for task in graph.successors(BUREAU) for actor in graph.predecessors(task)} - {
        BUREAU
    }


def test_every_node_of_a_view_has_exactly_one_place() -> None:
    selection = select_around(bureau_graph(12), BUREAU, 300)
    placed = [node for column in selection.columns for block in column for node in block.nodes]
    assert sorted(placed) == sorted(selection.graph)


def test_tasks_come_in_the_order_of_the_text() -> None:
    graph = bureau_graph(12)
    leads = select_around(graph, BUREAU, 300).columns[1][0].nodes
    starts = [min(edge["start"] for _, _, edge in graph.in_edges(task, data=True)) for task in leads]
    assert starts == sorted(starts)


def test_the_limit_drops_partners_before_tasks_and_tells_the_total() -> None:
    graph = bureau_graph(12)
    selection = select_around(graph, BUREAU, 15)
    assert len(selection.graph) == 15
    assert selection.total == len(graph)
    assert set(graph.successors(BUREAU)) < set(selection.graph)


def test_a_task_is_shown_with_what_stands_one_statement_away() -> None:
    graph = bureau_graph(3)
    task = next(iter(graph.successors(BUREAU)))
    graph.add_node("indicator", label="研发投入强度", type="Indicator", place="")
    graph.add_edge(task, "indicator", relation="hasTarget", evidence="", source="a", start=0, end=0)
    before, focus, after = select_around(graph, task, 300).columns
    assert [block.nodes for block in focus] == [(task,)]
    assert {node for block in before for node in block.nodes} == set(graph.predecessors(task))
    assert {node for block in after for node in block.nodes} == {"indicator"}


def test_a_node_that_both_speaks_and_is_spoken_of_stands_once() -> None:
    graph = nx.MultiDiGraph()
    for node in "ab":
        graph.add_node(node, label=node, type="Document", place="")
    for tail, head in ("ab", "ba", "aa"):
        graph.add_edge(tail, head, relation="cites", evidence="", source="s", start=0, end=1)
    selection = select_around(graph, "a", 300)
    placed = [node for column in selection.columns for block in column for node in block.nodes]
    assert sorted(placed) == ["a", "b"]


def test_a_node_without_statements_is_shown_alone() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="云溪市", type="District", place="")
    assert [len(column) for column in select_around(graph, "a", 300).columns] == [1]


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


def test_an_unknown_focus_is_an_error() -> None:
    with pytest.raises(KeyError):
        select_around(bureau_graph(3), "nobody", 300)
