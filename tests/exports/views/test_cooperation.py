from __future__ import annotations

import networkx as nx

from govgraph_exports.views.cooperation import select_cooperation
from govgraph_exports.views.graph import draw_view


def bodies() -> nx.Graph:
    network = nx.Graph()
    for body in "abcd":
        network.add_node(body, label=body, type="Organization", place="示范省/云溪市")
    network.add_edge("a", "b", weight=3, tasks=["t1", "t2", "t3"])
    network.add_edge("b", "c", weight=1, tasks=["t1"])
    return network


def test_those_who_share_the_most_tasks_come_first_and_those_who_share_none_not() -> None:
    selection = select_cooperation(bodies(), 300)
    assert list(selection.graph) == ["b", "a", "c"]
    assert selection.total == 3
    assert set(select_cooperation(bodies(), 2).graph) == {"a", "b"}


def test_a_line_is_the_wider_the_more_tasks_are_shared() -> None:
    graph = nx.MultiDiGraph()
    for body in "abcd":
        graph.add_node(body, label=body, type="Organization", place="")
    for number in (1, 2, 3):
        graph.add_node(f"t{number}", label=f"任务{number}", type="Task", place="")
        for body in "ab":
            graph.add_edge(body, f"t{number}", relation="leads", evidence="", source="s", start=0, end=0)
    still = draw_view(graph, select_cooperation(bodies(), 300), "部门协作").still.svg
    widths = [float(part.split('"')[0]) for part in still.split('stroke-width="')[1:]]
    lines = sorted(width for width in widths[:2])
    assert lines[1] > 3 * lines[0]
