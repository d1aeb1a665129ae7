"""The picture as pyvis's model: the only importer of pyvis.

pyvis holds nodes, edges and options in the form that vis-network reads. Its own page is not used: it calls
other servers, and a title with a link in it makes it run text as HTML (see `page`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import networkx as nx
from pyvis.network import Network

from govgraph_exports.views.forces import Extent
from govgraph_exports.views.layout import Box, Columns, Point, apart, fitting_scale
from govgraph_exports.views.palette import relation_color, type_color
from govgraph_exports.wrapping import balance_label, text_columns

FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
_BUNDLE = "templates/lib/vis-9.1.2/vis-network.min.js"
_ACTORS = ("Organization", "OrganizationGroup", "Person", "Enterprise")
_MARGIN_ACROSS, _MARGIN_ALONG = 10, 5
_FONT_SIZE, _FOCUS_SIZE, _HEADING_SIZE = 14, 18, 15
LINE_HEIGHT = 1.35
_SMALL_LABEL = 11
# On the screen: labels smaller than the least are not drawn, those of hubs are never larger than the largest
# and have the third size while everything is in sight.
_LEAST_LABEL, LARGEST_LABEL, _FAR_LABEL = 10, 16, 13
_MOST_HUBS = 40

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "font": {"face": FONT},
        "scaling": {"label": {"drawThreshold": _LEAST_LABEL + 1}},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "selectionWidth": 1.5,
        "hoverWidth": 0,
    },
    "interaction": {"hover": True, "tooltipDelay": 0, "hideEdgesOnDrag": False, "multiselect": False},
}


# Curves whose shape follows from their ends alone; those with hidden nodes ("dynamic") take far longer.
_CURVED = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.85}
_STRAIGHT = False


class _Ids(list[str]):
    """pyvis looks every id up in a list; with this one a look-up takes the same time at any size."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, item: str) -> None:
        super().append(item)
        self._known.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


def vis_bundle() -> str:
    """The JavaScript of vis-network as pyvis ships it, without the line that would fetch its source map."""
    script = files("pyvis").joinpath(_BUNDLE).read_text(encoding="utf-8")
    return script.partition("//# sourceMappingURL=")[0]


def box_lines(attributes: Mapping[str, Any], *, focus: bool = False) -> list[str]:
    """The lines of a label inside a box: short names in one line or two, titles of tasks in up to three."""
    return balance_label(str(attributes.get("label", "")), *_shape(attributes, focus=focus)[:2])


def measure_box(attributes: Mapping[str, Any], *, focus: bool = False) -> Box:
    """The size of the box around `box_lines`."""
    columns, _, size = _shape(attributes, focus=focus)
    # Two more columns: closing punctuation may stand beyond the margin.
    width = (columns + 2) * size / 2 + 2 * _MARGIN_ACROSS
    return Box(width, len(box_lines(attributes, focus=focus)) * size * LINE_HEIGHT + 2 * _MARGIN_ALONG)


def _shape(attributes: Mapping[str, Any], *, focus: bool) -> tuple[int, int, int]:
    """Columns, lines and font size of the label of a box."""
    if focus:
        return (20, 4, _FOCUS_SIZE)
    return (22, 2, _FONT_SIZE) if attributes.get("type") in _ACTORS else (32, 3, _FONT_SIZE)


def measure_dots(graph: nx.MultiDiGraph, degrees: Mapping[str, int]) -> dict[str, Extent]:
    """What each dot covers with the label below it, as large as it can be while all labels are drawn."""
    hubs = set(_hubs(degrees))
    largest = LARGEST_LABEL * _SMALL_LABEL / _LEAST_LABEL
    return {
        node: _measure_dot(attributes, degrees[node], largest if node in hubs else _SMALL_LABEL)
        for node, attributes in graph.nodes(data=True)
    }


def _hubs(degrees: Mapping[str, int]) -> list[str]:
    """The nodes with the most statements, whose labels are to be read from afar, by rank."""
    return sorted(degrees, key=lambda node: (-degrees[node], node))[:_MOST_HUBS]


def _measure_dot(attributes: Mapping[str, Any], degree: int, size: float) -> Extent:
    radius = _dot_radius(degree)
    lines = _dot_lines(attributes)
    half = max(radius, max(text_columns(line) for line in lines) * size / 4 + 2)
    return Extent(half, half, radius + 1, radius + size * len(lines) + 8)


def _dot_radius(degree: int) -> float:
    return 5 + 2 * math.sqrt(min(degree, 60))


def _dot_lines(attributes: Mapping[str, Any]) -> list[str]:
    return balance_label(str(attributes.get("label", "")), 14, 2)


def draw_columns(graph: nx.MultiDiGraph, columns: Columns, focus: str | None) -> Network:
    """The graph as boxes at the points of `columns`, with headings above their blocks.

    `look` is what the page's own painter needs: vis-network sets lines of text without space between them.
    """
    network = _network(_CURVED)
    for node, attributes in graph.nodes(data=True):
        name = str(attributes.get("type", ""))
        box = measure_box(attributes, focus=node == focus)
        color = type_color(name)
        solid = node == focus or name in _ACTORS
        look = {
            "width": box.width,
            "height": box.height,
            "fill": color if solid else tint(color, 0.08),
            "stripe": color,
            "ink": "#ffffff" if solid else "#1f2937",
            "size": _FOCUS_SIZE if node == focus else _FONT_SIZE,
            "center": solid,
            "lines": box_lines(attributes, focus=node == focus),
        }
        network.add_node(node, label=" ", shape="custom", look=look, **_position(columns.nodes[node]))
    for number, (block, at) in enumerate(columns.headings):
        label = f"{block.heading} · {len(block.nodes)}"
        width = text_columns(label) * _HEADING_SIZE / 2
        look = {
            "width": width,
            "height": _HEADING_SIZE * 1.4,
            "ink": "#475569",
            "size": _HEADING_SIZE,
            "lines": [label],
        }
        network.add_node(
            f"heading:{number}",
            label=" ",
            shape="custom",
            look=look,
            chosen=False,
            **_position((at[0] + width / 2, at[1])),
        )
    _draw_edges(network, graph, focus, width=1.3)
    return network


def draw_cloud(graph: nx.MultiDiGraph, points: Mapping[str, Point], degrees: Mapping[str, int]) -> Network:
    """The graph as dots with their labels below them.

    The labels of the nodes with the most statements are so large that they can be read while everything is in
    sight, as many as keep clear of each other; the others show when somebody comes nearer.
    """
    network = _network(_STRAIGHT)
    scale = fitting_scale(points.values())
    large = max(_FAR_LABEL / scale, _FAR_LABEL)
    far = apart(
        points, {node: _measure_dot(graph.nodes[node], degrees[node], large) for node in _hubs(degrees)}
    )
    for node, attributes in graph.nodes(data=True):
        font = {
            "size": round(large) if node in far else _SMALL_LABEL,
            "color": "#1f2937",
            "strokeWidth": 8 if node in far else 3,
            "strokeColor": "#ffffff",
            "vadjust": -2,
        }
        network.add_node(
            node,
            label="\n".join(_dot_lines(attributes)),
            shape="dot",
            size=_dot_radius(degrees[node]),
            color=type_color(str(attributes.get("type", ""))),
            font=font,
            hub=node in far,
            borderWidth=0,
            **_position(points[node]),
        )
    _draw_edges(network, graph, None, width=1 / scale)
    return network


def _network(smooth: Any) -> Network:
    network = Network(directed=True)
    network.node_ids = _Ids()
    network.options = {**_OPTIONS, "edges": {**_OPTIONS["edges"], "smooth": smooth}}
    return network


def _draw_edges(network: Network, graph: nx.MultiDiGraph, focus: str | None, *, width: float) -> None:
    """One line for each pair and relation, however many sentences say it; the more lines, the fainter."""
    lines = dict.fromkeys((tail, head, edge["relation"]) for tail, head, edge in graph.edges(data=True))
    faint = min(0.5, max(0.2, 5 / (len(lines) + 1) ** 0.5))
    for number, (tail, head, relation) in enumerate(lines):
        color = {"color": relation_color(relation), "opacity": 0.7 if focus in (tail, head) else faint}
        network.add_edge(tail, head, id=number, relation=relation, color=color, width=round(width, 2))


def _position(at: Point) -> dict[str, float]:
    return {"x": round(at[0], 1), "y": round(at[1], 1)}


def tint(color: str, share: float) -> str:
    """The colour thinned with white: `share` of it is left."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)
