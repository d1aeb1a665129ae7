"""Bands between columns of boxes, as wide as what flows through them (Sankey diagram): where each is drawn.

Nothing is random and nothing is iterated until it settles: a column is ordered by the mean height of what
flows into its boxes, so the same flows give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

BAR = 10.0
"""Width of a box in pixels."""
_TALL = 720.0  # what the column with the most weight is to take, in pixels
_SCALES = (0.4, 9.0)  # pixels for a unit of weight, at least and at most
_GAP, _EDGE = 7.0, 8.0
_THINNEST = 0.8


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a column (from 0). `room`: pixels that its label needs; `last`: stands below all others."""

    key: str
    column: int
    room: float
    last: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """So much that goes from one node to another, which stands in a later column."""

    tail: str
    head: str
    weight: int


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn node: its upper left corner and its height, in pixels."""

    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Band:
    """A drawn flow: its middle line as SVG path data, and its width in pixels."""

    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes by key of the node, bands in the order of the flows, and the height of the whole in pixels."""

    boxes: Mapping[str, Box]
    bands: list[Band]
    height: float


def lay_flows(nodes: Sequence[Node], flows: Sequence[Flow], columns: Sequence[float]) -> Picture:
    """Lay nodes in columns whose left sides are at `columns`, in the order given where flows do not decide.

    Every node must have a flow.
    """
    weights = {node.key: max(_sum(flows, tail=node.key), _sum(flows, head=node.key)) for node in nodes}
    stacks = [[node for node in nodes if node.column == number] for number in range(len(columns))]
    heaviest = max(sum(weights[node.key] for node in stack) for stack in stacks)
    scale = min(max(_TALL / heaviest, _SCALES[0]), _SCALES[1])
    slots = {node.key: max(weights[node.key] * scale, node.room) + _GAP for node in nodes}
    height = max(sum(slots[node.key] for node in stack) for stack in stacks)
    boxes: dict[str, Box] = {}
    for stack, x in zip(stacks, columns, strict=True):
        into = {node.key: _mean_height(flows, node.key, boxes) for node in stack}
        spare = (height - sum(slots[node.key] for node in stack)) / len(stack)
        y = _EDGE
        for node in sorted(stack, key=lambda node: (node.last, into[node.key])):
            slot, tall = slots[node.key] + spare, weights[node.key] * scale
            boxes[node.key] = Box(x, y + (slot - tall) / 2, tall)
            y += slot
    return Picture(boxes, _bands(flows, boxes, scale), height + 2 * _EDGE)


def _bands(flows: Sequence[Flow], boxes: Mapping[str, Box], scale: float) -> list[Band]:
    """The bands side by side at both ends, in the order in which the other ends stand."""
    starts = _ends(flows, [(flow.tail, boxes[flow.head].y) for flow in flows], boxes, scale)
    stops = _ends(flows, [(flow.head, boxes[flow.tail].y) for flow in flows], boxes, scale)
    bands = []
    for flow, y1, y2 in zip(flows, starts, stops, strict=True):
        x1, x2 = boxes[flow.tail].x + BAR, boxes[flow.head].x
        middle = (x1 + x2) / 2
        path = f"M{x1:.1f} {y1:.1f} C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        bands.append(Band(path, max(flow.weight * scale, _THINNEST)))
    return bands


def _ends(
    flows: Sequence[Flow], ends: Sequence[tuple[str, float]], boxes: Mapping[str, Box], scale: float
) -> list[float]:
    """Where the middle of each band meets the box at its end; `ends`: that box, and where the other is."""
    used = dict.fromkeys((key for key, _ in ends), 0.0)
    heights = [0.0] * len(flows)
    for number in sorted(range(len(flows)), key=lambda number: ends[number]):
        key, thick = ends[number][0], flows[number].weight * scale
        heights[number] = boxes[key].y + used[key] + thick / 2
        used[key] += thick
    return heights


def _mean_height(flows: Iterable[Flow], key: str, boxes: Mapping[str, Box]) -> float:
    """The mean height of the boxes from which it flows to the node; 0 for a node of the first column."""
    into = [flow for flow in flows if flow.head == key]
    weight = sum(flow.weight for flow in into)
    return sum(boxes[flow.tail].middle * flow.weight for flow in into) / weight if weight else 0.0


def _sum(flows: Iterable[Flow], tail: str = "", head: str = "") -> int:
    return sum(flow.weight for flow in flows if tail in ("", flow.tail) and head in ("", flow.head))
