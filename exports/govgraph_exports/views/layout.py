"""Where things stand in a picture, computed beforehand so that the browser need not push anything about.

All lengths are pixels at scale 1; y grows downward, as on a canvas.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import networkx as nx

from govgraph_exports.views.forces import Extent, separate, spread
from govgraph_exports.views.selection import Block

Point = tuple[float, float]

# The room that a browser window of 1440 by 900 leaves to the picture: the shape that fills it best is chosen.
_ROOM = (1020.0, 740.0)
_COLUMN_GAP, _GRID_GAP, _ROW_GAP, _BLOCK_GAP, _HEADING = 130.0, 24.0, 9.0, 22.0, 30.0
_MOST_ABREAST = 4
_PART_GAP = 40.0


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a node that is drawn as a box with its label inside."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Points of the nodes (their centres) and of the headings (left end, middle of the line)."""

    nodes: dict[str, Point]
    headings: list[tuple[Block, Point]]


@dataclass(frozen=True, slots=True)
class _Grid:
    """One column of blocks with so many nodes abreast: its size, and points from its upper left corner."""

    width: float
    height: float
    nodes: dict[str, Point]
    headings: list[tuple[Block, Point]]


def lay_columns(columns: Sequence[Sequence[Block]], boxes: Mapping[str, Box]) -> Columns:
    """Columns of blocks from left to right, each as many nodes abreast as fills the room best.

    Blocks stand below each other under their headings, their nodes downward in order. Nothing overlaps.
    """
    choices = [
        [_lay_grid(blocks, boxes, abreast) for abreast in range(1, _most_abreast(blocks) + 1)]
        for blocks in columns
    ]
    chosen = max(product(*choices), key=_scale)  # the first of the best: the fewest abreast
    nodes: dict[str, Point] = {}
    headings: list[tuple[Block, Point]] = []
    left, middle = 0.0, max(grid.height for grid in chosen) / 2
    for grid in chosen:
        top = middle - grid.height / 2
        nodes.update((node, (left + x, top + y)) for node, (x, y) in grid.nodes.items())
        headings.extend((block, (left + x, top + y)) for block, (x, y) in grid.headings)
        left += grid.width + _COLUMN_GAP
    return Columns(nodes, headings)


def lay_cloud(graph: nx.MultiDiGraph, extents: Mapping[str, Extent]) -> dict[str, Point]:
    """Neighbours near each other, labels apart from each other: the layout of the overview.

    The largest connected part stands left, the others in rows at its right, so that no part drifts away.
    """
    order = {node: position for position, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph.to_undirected())]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    laid = [_lay_part(graph.subgraph(part), part, extents) for part in parts]
    placed: dict[str, Point] = {}
    for part, (left, top) in zip(laid, _pack(laid), strict=True):
        for node, (x, y) in part.nodes.items():
            placed[node] = (left + x, top + y)
    return placed


def apart(points: Mapping[str, Point], extents: Mapping[str, Extent]) -> set[str]:
    """The nodes whose extents keep clear of each other: each in its turn, unless one before is in its way."""
    chosen: dict[str, tuple[float, float, float, float]] = {}
    for node, extent in extents.items():
        x, y = points[node]
        left, right, top, bottom = x - extent.left, x + extent.right, y - extent.above, y + extent.below
        if all(left >= b or a >= right or top >= d or c >= bottom for a, b, c, d in chosen.values()):
            chosen[node] = (left, right, top, bottom)
    return set(chosen)


def fitting_scale(points: Iterable[Point]) -> float:
    """The scale at which points fill the room of the picture."""
    placed = list(points)
    across, along = [x for x, _ in placed], [y for _, y in placed]
    width, height = max(across) - min(across), max(along) - min(along)
    return min(_ROOM[0] / max(width, 1), _ROOM[1] / max(height, 1))


def _lay_part(graph: nx.MultiDiGraph, nodes: Sequence[str], extents: Mapping[str, Extent]) -> _Grid:
    """One connected part: its size, and points from its upper left corner."""
    index = {node: position for position, node in enumerate(nodes)}
    pairs = sorted({(index[tail], index[head]) for tail, head in graph.edges() if tail != head})
    sizes = [extents[node] for node in nodes]
    points = spread(len(nodes), pairs)
    covered = sum((size.left + size.right) * (size.above + size.below) for size in sizes)
    area = float((points.max(axis=0) - points.min(axis=0) + 1e-3).prod())
    points *= math.sqrt(1.6 * covered / area)
    points[:, 0] *= 1.3  # labels are wider than high, and so are windows
    placed = separate(points, sizes)
    left = min(x - size.left for (x, _), size in zip(placed, sizes, strict=True))
    top = min(y - size.above for (_, y), size in zip(placed, sizes, strict=True))
    width = max(x + size.right for (x, _), size in zip(placed, sizes, strict=True)) - left
    height = max(y + size.below for (_, y), size in zip(placed, sizes, strict=True)) - top
    at = {node: (float(x - left), float(y - top)) for node, (x, y) in zip(nodes, placed, strict=True)}
    return _Grid(float(width), float(height), at, [])


def _pack(parts: Sequence[_Grid]) -> list[Point]:
    """Upper left corners: the first part, and beside it the others in rows, shaped to be shown large."""
    first, others = parts[0], parts[1:]
    if not others:
        return [(0.0, 0.0)]
    narrowest = max(part.width for part in others)
    side = math.sqrt(sum((part.width + _PART_GAP) * (part.height + _PART_GAP) for part in others))
    choices = [_rows(others, narrowest + step * side / 6) for step in range(24)]

    def scale(rows: tuple[list[Point], float, float]) -> float:
        _, width, height = rows
        return min(_ROOM[0] / (first.width + _PART_GAP + width), _ROOM[1] / max(first.height, height))

    corners, _, height = max(choices, key=scale)
    left, middle = first.width + _PART_GAP, max(first.height, height) / 2
    beside = [(left + x, middle - height / 2 + y) for x, y in corners]
    return [(0.0, middle - first.height / 2), *beside]


def _rows(parts: Sequence[_Grid], limit: float) -> tuple[list[Point], float, float]:
    """Corners of the parts in rows at most `limit` wide, with the width and the height of the whole."""
    corners: list[Point] = []
    x = y = deepest = widest = 0.0
    for part in parts:
        if x and x + part.width > limit:
            x, y, deepest = 0.0, y + deepest + _PART_GAP, 0.0
        corners.append((x, y))
        x += part.width + _PART_GAP
        deepest, widest = max(deepest, part.height), max(widest, x - _PART_GAP)
    return corners, widest, y + deepest


def _most_abreast(blocks: Sequence[Block]) -> int:
    return min(_MOST_ABREAST, max(len(block.nodes) for block in blocks))


def _scale(grids: Sequence[_Grid]) -> float:
    width = sum(grid.width for grid in grids) + _COLUMN_GAP * (len(grids) - 1)
    return min(_ROOM[0] / width, _ROOM[1] / max(grid.height for grid in grids))


def _lay_grid(blocks: Sequence[Block], boxes: Mapping[str, Box], abreast: int) -> _Grid:
    nodes: dict[str, Point] = {}
    headings: list[tuple[Block, Point]] = []
    lane = max(boxes[node].width for block in blocks for node in block.nodes)
    top = 0.0
    for block in blocks:
        if block.heading:
            headings.append((block, (0.0, top + _HEADING / 2)))
            top += _HEADING
        rows = -(-len(block.nodes) // abreast)
        deepest = top
        for number in range(abreast):
            y = top
            for node in block.nodes[number * rows : (number + 1) * rows]:
                nodes[node] = (number * (lane + _GRID_GAP) + lane / 2, y + boxes[node].height / 2)
                y += boxes[node].height + _ROW_GAP
            deepest = max(deepest, y - _ROW_GAP)
        top = deepest + _BLOCK_GAP
    width = abreast * lane + (abreast - 1) * _GRID_GAP
    return _Grid(width, top - _BLOCK_GAP, nodes, headings)
