from __future__ import annotations

import networkx as nx

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.ring import select_ring


def star(leaves: int) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for center in ("a", "b"):
        for number in range(leaves):
            graph.add_edge(center, f"{center}{number:03}", relation="cites", source="s", start=number)
    return graph


def test_every_node_has_its_first_neighbours_before_any_has_all() -> None:
    ring = select_ring(star(100), ["a", "b"])
    assert ring[:4] == ["a000", "b000", "a001", "b001"]
    assert len(ring) == 24


def test_what_is_shown_is_no_part_of_the_ring() -> None:
    graph = bureau_graph(20)
    shown = [BUREAU, *graph.successors(BUREAU)]
    ring = select_ring(graph, shown)
    assert not set(ring) & set(shown)
    assert set(ring) == set(graph) - set(shown)


def test_the_ring_is_bounded_however_much_is_shown() -> None:
    graph = nx.MultiDiGraph()
    for number in range(500):
        for leaf in range(3):
            graph.add_edge(f"n{number}", f"n{number}.{leaf}", relation="cites", source="s", start=leaf)
    assert len(select_ring(graph, [f"n{number}" for number in range(500)])) == 600
