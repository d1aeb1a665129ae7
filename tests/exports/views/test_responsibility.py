from __future__ import annotations

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.around import select_around


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
