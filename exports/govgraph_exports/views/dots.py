"""Nodes as dots with their names below them: the largest labels for those of which the most is said."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import networkx as nx

from govgraph_exports.views.forces import Extent
from govgraph_exports.views.layout import Point, apart, fitting_scale
from govgraph_exports.views.palette import type_color
from govgraph_exports.wrapping import balance_label, text_columns

_SMALL_LABEL = 11
LEAST_LABEL, LARGEST_LABEL, _FAR_LABEL = 10, 16, 13
"""On the screen: labels smaller than the least are not drawn, those of hubs are never larger than the largest
and have the third size while everything is in sight."""

_MOST_HUBS = 60
_FEW, _ROOMY = 150, 1.5
"""A picture of few nodes has room for all names; they get it."""


def measure_dots(graph: nx.MultiDiGraph, degrees: Mapping[str, int]) -> dict[str, Extent]:
    """What each dot covers with the label below it, as large as it can be while all labels are drawn."""
    hubs = set(_hubs(degrees))
    roomy = _ROOMY if len(graph) <= _FEW else 1.0
    largest = LARGEST_LABEL * _SMALL_LABEL / LEAST_LABEL
    return {
        node: measure_dot(attributes, degrees[node], roomy * (largest if node in hubs else _SMALL_LABEL))
        for node, attributes in graph.nodes(data=True)
    }


def measure_dot(attributes: Mapping[str, Any], degree: int, size: float = _SMALL_LABEL) -> Extent:
    """What a dot covers with a label of this size below it."""
    radius = _radius(degree)
    lines = _lines(attributes)
    half = max(radius, max(text_columns(line) for line in lines) * size / 4 + 2)
    return Extent(half, half, radius + 1, radius + size * len(lines) + 8)


def far_labels(
    graph: nx.MultiDiGraph, points: Mapping[str, Point], degrees: Mapping[str, int]
) -> dict[str, int]:
    """The size of the labels that are to be read while everything is in sight: as many as keep clear of each
    other, those of the nodes with the most statements first.
    """
    size = max(_FAR_LABEL / fitting_scale(points.values()), _FAR_LABEL)
    extents = {node: measure_dot(graph.nodes[node], degrees[node], size) for node in _hubs(degrees)}
    return dict.fromkeys(sorted(apart(points, extents)), round(size))


def dot_look(attributes: Mapping[str, Any], degree: int, far: int | None = None) -> dict[str, Any]:
    """The dot as vis-network draws it; `far`: the size of its label where it is to be read from afar."""
    return {
        "label": "\n".join(_lines(attributes)),
        "shape": "dot",
        "size": round(_radius(degree), 1),
        "color": type_color(str(attributes.get("type", ""))),
        "font": {
            "size": far or _SMALL_LABEL,
            "color": "#1f2937",
            "strokeWidth": 8 if far else 3,
            "strokeColor": "#ffffff",
            "vadjust": -2,
        },
        "hub": far is not None,
        "borderWidth": 0,
    }


def _hubs(degrees: Mapping[str, int]) -> list[str]:
    """The nodes with the most statements, whose labels are to be read from afar; of few nodes all."""
    most = len(degrees) if len(degrees) <= _FEW else _MOST_HUBS
    return sorted(degrees, key=lambda node: (-degrees[node], node))[:most]


def _radius(degree: int) -> float:
    return 5 + 2 * math.sqrt(min(degree, 60))


def _lines(attributes: Mapping[str, Any]) -> list[str]:
    return _balanced(str(attributes.get("label", "")))


@lru_cache(maxsize=1 << 12)
def _balanced(label: str) -> list[str]:
    return balance_label(label, 14, 2)
