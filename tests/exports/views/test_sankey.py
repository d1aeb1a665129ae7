"""Boxes of a column stand apart, bands meet boxes side by side, and the same flows give the same picture."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from govgraph_exports.views.sankey import Flow, Node, Picture, lay_flows

COLUMNS = (0.0, 100.0)
FLOWS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)), st.integers(1, 500), min_size=1, max_size=30
)


def _picture(weights: dict[tuple[int, int], int], last: str = "") -> Picture:
    flows = [Flow(f"a{tail}", f"b{head}", weight) for (tail, head), weight in weights.items()]
    keys = dict.fromkeys(key for flow in flows for key in (flow.tail, flow.head))
    nodes = [Node(key, "ab".index(key[0]), 16, key == last) for key in keys]
    return lay_flows(nodes, flows, COLUMNS)


@given(FLOWS)
def test_boxes_stand_apart_within_the_picture(weights: dict[tuple[int, int], int]) -> None:
    picture = _picture(weights)
    assert picture == _picture(weights)
    for x in COLUMNS:
        stack = sorted((box for box in picture.boxes.values() if box.x == x), key=lambda box: box.middle)
        assert all(box.y >= 0 and box.y + box.height <= picture.height for box in stack)
        for above, below in itertools.pairwise(stack):
            assert below.middle - above.middle >= 16
            assert below.y >= above.y + above.height


@given(FLOWS)
def test_the_bands_of_a_box_fill_it(weights: dict[tuple[int, int], int]) -> None:
    picture = _picture(weights)
    for key, box in picture.boxes.items():
        column = "ab".index(key[0])
        meet = [
            (float(band.path.split()[1 if column == 0 else -1]), weight * box.height / _weight(weights, key))
            for band, (ends, weight) in zip(picture.bands, weights.items(), strict=True)
            if ends[column] == int(key[1:])
        ]
        at = box.y
        for middle, thick in sorted(meet):
            assert abs(middle - (at + thick / 2)) < 0.2 + thick * 1e-6
            at += thick


def _weight(weights: dict[tuple[int, int], int], key: str) -> int:
    return sum(weight for ends, weight in weights.items() if ends["ab".index(key[0])] == int(key[1:]))


def test_a_column_is_ordered_by_what_flows_into_it() -> None:
    weights = {(0, 1): 1, (1, 0): 1, (2, 2): 5, (0, 2): 1}
    boxes = _picture(weights).boxes
    assert boxes["b1"].y < boxes["b0"].y < boxes["b2"].y
    boxes = _picture(weights, last="b1").boxes
    assert boxes["b0"].y < boxes["b2"].y < boxes["b1"].y
