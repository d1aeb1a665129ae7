from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph_exports.views.forces import Extent, Points, separate, spread

EXTENTS = st.builds(Extent, st.floats(1, 90), st.floats(1, 90), st.floats(1, 30), st.floats(1, 50))
PLACES = st.tuples(st.floats(-200, 200), st.floats(-200, 200))


def _overlaps(points: Points, extents: list[Extent]) -> list[tuple[int, int]]:
    boxes = [
        (x - e.left, x + e.right, y - e.above, y + e.below) for (x, y), e in zip(points, extents, strict=True)
    ]
    return [
        (i, j)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
    ]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(PLACES, EXTENTS), min_size=1, max_size=40))
def test_separated_labels_never_overlap(nodes: list[tuple[tuple[float, float], Extent]]) -> None:
    extents = [extent for _, extent in nodes]
    assert _overlaps(separate(np.array([place for place, _ in nodes]), extents), extents) == []


def test_nodes_on_one_point_are_told_apart() -> None:
    extents = [Extent(20, 20, 5, 15)] * 12
    assert _overlaps(separate(np.zeros((12, 2)), extents), extents) == []


def test_labels_that_are_apart_stay_where_they_are() -> None:
    points = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert np.allclose(separate(points, [Extent(10, 10, 5, 5)] * 2), points, atol=1e-4)


def test_same_graph_gives_the_same_picture() -> None:
    edges = [(0, index) for index in range(1, 30)]
    assert np.array_equal(spread(30, edges), spread(30, edges))


def test_neighbours_come_closer_than_strangers() -> None:
    edges = [(0, index) for index in range(1, 10)] + [(10, index) for index in range(11, 20)]
    points = spread(20, edges)
    distance = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert distance[0, 1:10].mean() < distance[0, 11:].mean()
