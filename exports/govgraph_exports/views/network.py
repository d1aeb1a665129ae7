"""The picture as pyvis's model: the only importer of pyvis.

pyvis holds nodes, edges and options in the form that vis-network reads. Its own page is not used: it calls
other servers, and a title with a link in it makes it run text as HTML (see `page`).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import networkx as nx
from pyvis.network import Network

from govgraph_exports.views.forces import Extent
from govgraph_exports.views.layout import Box, Columns, Point
from govgraph_exports.views.palette import relation_color, type_color
from govgraph_exports.wrapping import text_columns, wrap_label

FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
_BUNDLE = "templates/lib/vis-9.1.2/vis-network.min.js"
_ACTORS = ("Organization", "OrganizationGroup", "Person", "Enterprise")
_MARGIN_ACROSS, _MARGIN_ALONG = 10, 5
_FONT_SIZE, _FOCUS_SIZE, _HEADING_SIZE = 14, 18, 15
LINE_HEIGHT = 1.35

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"font": {"face": FONT}, "scaling": {"label": {"maxVisible": 200, "drawThreshold": 7}}},
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
    return wrap_label(str(attributes.get("label", "")), *_shape(attributes, focus=focus)[:2])


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


def dot_size(attributes: Mapping[str, Any], degree: int, most: int) -> tuple[float, int]:
    """Radius of a dot and size of the label below it, by its statements and by the most that any node has.

    Actors carry larger labels than what they act on: those are the ones to be read first, from afar.
    """
    share = (degree / most) ** 0.5 if most else 0.0
    if attributes.get("type") in _ACTORS:
        return 9 + 15 * share, round(20 + 20 * share)
    return 5 + 4 * share, 11


def dot_lines(attributes: Mapping[str, Any]) -> list[str]:
    """The lines of a label below a dot."""
    return wrap_label(str(attributes.get("label", "")), 20, 2)


def measure_dot(attributes: Mapping[str, Any], degree: int, most: int) -> Extent:
    """What a dot with the label below it covers."""
    radius, size = dot_size(attributes, degree, most)
    lines = dot_lines(attributes)
    half = max(radius, max(text_columns(line) for line in lines) * size / 4 + 2)
    return Extent(half, half, radius + 1, radius + size * len(lines) + 8)


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
    _draw_edges(network, graph, focus)
    return network


def draw_cloud(graph: nx.MultiDiGraph, points: Mapping[str, Point], degrees: Mapping[str, int]) -> Network:
    """The graph as dots with their labels below them."""
    network = _network(_STRAIGHT)
    most = max(degrees.values())
    for node, attributes in graph.nodes(data=True):
        radius, size = dot_size(attributes, degrees[node], most)
        color = type_color(str(attributes.get("type", "")))
        network.add_node(
            node,
            label="\n".join(dot_lines(attributes)),
            shape="dot",
            size=radius,
            color=color,
            font={
                "size": size,
                "color": "#1f2937",
                "strokeWidth": 4,
                "strokeColor": "#ffffff",
                "vadjust": -2,
            },
            borderWidth=0,
            **_position(points[node]),
        )
    _draw_edges(network, graph, None)
    return network


def _network(smooth: Any) -> Network:
    network = Network(directed=True)
    network.node_ids = _Ids()
    network.options = {**_OPTIONS, "edges": {**_OPTIONS["edges"], "smooth": smooth}}
    return network


def _draw_edges(network: Network, graph: nx.MultiDiGraph, focus: str | None) -> None:
    """One line for each pair and relation, however many sentences say it; the more lines, the fainter."""
    lines = dict.fromkeys((tail, head, edge["relation"]) for tail, head, edge in graph.edges(data=True))
    faint = min(0.5, max(0.16, 4 / (len(lines) + 1) ** 0.5))
    for number, (tail, head, relation) in enumerate(lines):
        color = {"color": relation_color(relation), "opacity": 0.7 if focus in (tail, head) else faint}
        network.add_edge(tail, head, id=number, relation=relation, color=color, width=1.3)


def _position(at: Point) -> dict[str, float]:
    return {"x": round(at[0], 1), "y": round(at[1], 1)}


def tint(color: str, share: float) -> str:
    """The colour thinned with white: `share` of it is left."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)
