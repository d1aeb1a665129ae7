"""A deterministic force layout, and the separation of labels that it leaves overlapping.

No random start and no clock: the same graph gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_SWEEPS, _GROWTH = 12, 1.12
_TOUCH = 1e-3  # less than this many pixels is no overlap


@dataclass(frozen=True, slots=True)
class Extent:
    """What a node with its label covers around its point, in pixels at scale 1."""

    left: float
    right: float
    above: float
    below: float


def spread(count: int, edges: Sequence[tuple[int, int]]) -> Points:
    """Points for the nodes 0 … count-1, about one unit apart, neighbours near each other.

    Fruchterman and Reingold 1991 from a sunflower spiral instead of random points. Time and memory grow with
    the square of `count`: meant for up to some thousand nodes.
    """
    index = np.arange(count, dtype=np.float64)
    radius, angle = np.sqrt(index + 0.5), index * _GOLDEN_ANGLE
    points: Points = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    if not edges:
        return points
    tails, heads = np.array(edges, dtype=np.intp).T
    rounds = 120 if count <= 600 else 50
    across, along = np.empty((count, count)), np.empty((count, count))
    near = np.empty((count, count))
    for turn in range(rounds):
        np.subtract.outer(points[:, 0], points[:, 0], out=across)
        np.subtract.outer(points[:, 1], points[:, 1], out=along)
        np.multiply(across, across, out=near)
        near += along * along
        np.maximum(near, 1e-4, out=near)
        across /= near
        along /= near
        force = np.column_stack((across.sum(axis=1), along.sum(axis=1)))
        pull = points[heads] - points[tails]
        pull *= np.sqrt((pull**2).sum(axis=1))[:, None]
        np.add.at(force, tails, pull)
        np.add.at(force, heads, -pull)
        force -= points * 0.05  # parts that nothing joins stay in sight
        length = np.sqrt((force**2).sum(axis=1))[:, None]
        step = math.sqrt(count) * 0.1 * (1 - turn / rounds)
        points += force / np.maximum(length, 1e-9) * np.minimum(length, step)
    return points


def separate(points: Points, extents: Sequence[Extent], gap: float = 6.0) -> Points:
    """The points moved apart until no two extents, `gap` pixels around them, overlap.

    Overlapping pairs are pushed along the axis on which they overlap less for their size; where that does not
    settle, the whole picture grows, so the result never overlaps. Two nodes on one point are told apart by
    their order.
    """
    # Plain lists: a sweep touches single numbers, and those are slow to reach in an array.
    across: list[float] = [x + index * 1e-6 for index, x in enumerate(points[:, 0].tolist())]
    along: list[float] = [y + index * 1.7e-6 for index, y in enumerate(points[:, 1].tolist())]
    while True:
        for _ in range(_SWEEPS):
            if not _push_apart(across, along, extents, gap):
                return np.column_stack((across, along))
        across = [x * _GROWTH for x in across]
        along = [y * _GROWTH for y in along]


def _push_apart(across: list[float], along: list[float], extents: Sequence[Extent], gap: float) -> bool:
    """One sweep from left to right; True where a pair had to move."""
    lefts = [x - extent.left for x, extent in zip(across, extents, strict=True)]
    moved = False
    active: list[int] = []
    for node in sorted(range(len(across)), key=lefts.__getitem__):
        here = extents[node]
        limit = lefts[node] - gap
        active = [other for other in active if across[other] + extents[other].right > limit]
        for other in active:
            there = extents[other]
            downward = along[other] + there.below + gap - (along[node] - here.above)
            upward = along[node] + here.below + gap - (along[other] - there.above)
            if downward <= _TOUCH or upward <= _TOUCH:
                continue
            rightward = across[other] + there.right + gap - (across[node] - here.left)
            leftward = across[node] + here.right + gap - (across[other] - there.left)
            if rightward <= _TOUCH or leftward <= _TOUCH:
                continue
            moved = True
            # The axis on which the smaller share overlaps: by pixels, wide labels would pile up in columns.
            if min(rightward, leftward) * (downward + upward) < min(downward, upward) * (
                rightward + leftward
            ):
                shift = rightward / 2 if rightward < leftward else -leftward / 2
                across[node] += shift
                across[other] -= shift
            else:
                shift = downward / 2 if downward < upward else -upward / 2
                along[node] += shift
                along[other] -= shift
        active.append(node)
    return moved
