"""A deterministic force layout, and the separation of labels that it leaves overlapping.

No random start and no clock: the same graph gives the same picture everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Extent:
    """What a node with its label covers around its point, in pixels at scale 1."""

    left: float
    right: float
    above: float
    below: float


def spread(count: int, edges: Sequence[tuple[int, int]], rounds: int = 120) -> Points:
    """Points for the nodes 0 … count-1, about one unit apart, neighbours near each other.

    Fruchterman and Reingold 1991 from a sunflower spiral instead of random points. Time and memory grow with
    the square of `count`: meant for up to some thousand nodes.
    """
    index = np.arange(count, dtype=np.float64)
    radius, angle = np.sqrt(index + 0.5), index * _GOLDEN_ANGLE
    points = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    if not edges:
        return points
    tails, heads = np.array(edges, dtype=np.intp).T
    span = math.sqrt(count)
    for turn in range(rounds):
        across = points[:, None, 0] - points[None, :, 0]
        along = points[:, None, 1] - points[None, :, 1]
        push = 1.0 / np.maximum(across**2 + along**2, 1e-4)
        force = np.column_stack(((across * push).sum(axis=1), (along * push).sum(axis=1)))
        pull = points[heads] - points[tails]
        pull *= np.sqrt((pull**2).sum(axis=1))[:, None]
        np.add.at(force, tails, pull)
        np.add.at(force, heads, -pull)
        force -= points * 0.05  # parts that nothing joins stay in sight
        length = np.sqrt((force**2).sum(axis=1))[:, None]
        step = span * 0.1 * (1 - turn / rounds)
        points += force / np.maximum(length, 1e-9) * np.minimum(length, step)
    return points


def separate(points: Points, extents: Sequence[Extent], gap: float = 6.0) -> Points:
    """The points moved apart until no two extents, `gap` pixels around them, overlap.

    Overlapping pairs are pushed along the axis on which they overlap less; where that does not settle, the
    whole picture grows, so the result never overlaps. Two nodes on one point are told apart by their order.
    """
    placed: Points = points + np.arange(len(points))[:, None] * np.array([1e-6, 1.7e-6])
    for _ in range(200):
        for _ in range(60):
            if not _push_apart(placed, extents, gap):
                return placed
        placed *= 1.15
    raise AssertionError("separate: points that grow apart must part")  # 1.15**200 is beyond any label


def _push_apart(placed: Points, extents: Sequence[Extent], gap: float) -> bool:
    """One sweep from left to right; True where a pair had to move."""
    order = sorted(range(len(placed)), key=lambda node: placed[node, 0] - extents[node].left)
    moved = False
    active: list[int] = []
    for node in order:
        here = extents[node]
        left = placed[node, 0] - here.left
        active = [other for other in active if placed[other, 0] + extents[other].right + gap > left]
        for other in active:
            moved |= _part(placed, (node, other), (here, extents[other]), gap)
        active.append(node)
    return moved


def _part(placed: Points, pair: tuple[int, int], extents: tuple[Extent, Extent], gap: float) -> bool:
    node, other = pair
    here, there = extents
    (x, y), (other_x, other_y) = placed[node], placed[other]
    rightward = other_x + there.right + gap - (x - here.left)
    leftward = x + here.right + gap - (other_x - there.left)
    downward = other_y + there.below + gap - (y - here.above)
    upward = y + here.below + gap - (other_y - there.above)
    if min(rightward, leftward, downward, upward) <= 1e-3:
        return False
    across, along = min(rightward, leftward), min(downward, upward)
    if across < along:
        shift = across / 2 if rightward < leftward else -across / 2
        placed[node, 0] += shift
        placed[other, 0] -= shift
    else:
        shift = along / 2 if downward < upward else -along / 2
        placed[node, 1] += shift
        placed[other, 1] -= shift
    return True
