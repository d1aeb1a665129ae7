from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph_exports.views.forces import Extent
from govgraph_exports.views.layout import Box, apart, lay_cloud, lay_columns
from govgraph_exports.views.selection import Block

SIZES = st.builds(Box, st.floats(20, 300), st.floats(10, 80))
COLUMNS = st.lists(
    st.lists(st.lists(SIZES, min_size=1, max_size=12), min_size=1, max_size=3), min_size=1, max_size=3
)


@given(COLUMNS)
def test_boxes_never_overlap_and_columns_keep_their_order(sizes: list[list[list[Box]]]) -> None:
    boxes: dict[str, Box] = {}
    columns = []
    for i, column in enumerate(sizes):
        blocks = []
        for j, block in enumerate(column):
            names = [f"{i}.{j}.{k}" for k in range(len(block))]
            boxes.update(zip(names, block, strict=True))
            blocks.append(Block("任务", tuple(names)))
        columns.append(blocks)
    placed = lay_columns(columns, boxes).nodes
    assert placed.keys() == boxes.keys()
    for one, other in combinations(boxes, 2):
        (x, y), (u, v) = placed[one], placed[other]
        apart = abs(x - u) >= (boxes[one].width + boxes[other].width) / 2 - 1e-6
        assert apart or abs(y - v) >= (boxes[one].height + boxes[other].height) / 2 - 1e-6
        if one[0] < other[0]:
            assert x < u


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=40))
def test_no_labels_overlap_in_a_cloud_of_many_parts(pairs: list[tuple[int, int]]) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(str(number) for number in range(26))
    graph.add_edges_from((str(tail), str(head)) for tail, head in pairs)
    extents = {node: Extent(40, 40, 6, 10 + len(node) * 9) for node in graph}
    points = lay_cloud(graph, extents)
    assert points.keys() == extents.keys()
    assert apart(points, extents) == set(graph)


def test_of_extents_in_each_others_way_the_first_stays() -> None:
    extents = dict.fromkeys("abc", Extent(10, 10, 5, 5))
    assert apart({"a": (0, 0), "b": (5, 5), "c": (30, 0)}, extents) == {"a", "c"}


def test_many_tasks_stand_abreast_rather_than_in_one_endless_column() -> None:
    names = tuple(str(number) for number in range(60))
    boxes = dict.fromkeys(names, Box(240, 30))
    placed = lay_columns([[Block("牵头", names)]], boxes).nodes
    assert len({x for x, _ in placed.values()}) > 1
