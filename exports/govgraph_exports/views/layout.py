"""Where things stand in a picture, computed beforehand so that the browser need not push anything about.

All lengths are pixels at scale 1; y grows downward, as on a canvas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import networkx as nx

from govgraph_exports.views.forces import Extent, separate, spread
from govgraph_exports.views.selection import Block

Point = tuple[float, float]

# The room that a browser window of 1440 by 900 leaves to the picture: the shape that fills it best is chosen.
_ROOM = (1020.0, 740.0)
_COLUMN_GAP, _GRID_GAP, _ROW_GAP, _BLOCK_GAP, _HEADING = 170.0, 24.0, 9.0, 22.0, 30.0
_MOST_ABREAST = 4


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
    """Neighbours near each other, labels apart from each other: the layout of the overview."""
    nodes = list(graph)
    index = {node: position for position, node in enumerate(nodes)}
    pairs = sorted({(index[tail], index[head]) for tail, head in graph.edges() if tail != head})
    points = spread(len(nodes), pairs)
    points -= points.mean(axis=0)
    covered = sum((e.left + e.right) * (e.above + e.below) for e in extents.values())
    area = float((points.max(axis=0) - points.min(axis=0) + 1e-9).prod()) if nodes else 1.0
    points *= (2.2 * covered / area) ** 0.5
    points[:, 0] *= 1.25  # labels are wider than high, and so are windows
    placed = separate(points, [extents[node] for node in nodes])
    return {
        node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, placed, strict=True)
    }


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
