"""The picture as pyvis's model: the only importer of pyvis.

pyvis holds nodes, edges and options in the form that vis-network reads. Its own page is not used: it calls
other servers, and a title with a link in it makes it run text as HTML (see `page`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from importlib.resources import files
from typing import Any, TypeAlias

import networkx as nx
from pyvis.network import Network

from govgraph_exports.views.boxes import box_look, heading_look, measure_box
from govgraph_exports.views.dots import LEAST_LABEL, dot_look, far_labels, measure_dot, measure_dots
from govgraph_exports.views.layout import Box, Point, fitting_scale, lay_cloud, lay_columns
from govgraph_exports.views.palette import relation_color
from govgraph_exports.views.selection import Selection

FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
_BUNDLE = "templates/lib/vis-9.1.2/vis-network.min.js"
_BOX_LINE, _WIDEST_LINE = 1.3, 9.0

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "font": {"face": FONT},
        "scaling": {"label": {"drawThreshold": LEAST_LABEL + 1}},
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

Picture: TypeAlias = Network
"""A picture as pyvis models it: `nodes`, `edges` and `options` as vis-network reads them."""


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


def draw(selection: Selection) -> Picture:
    """Boxes in columns for a view of one entity, a cloud of dots for any other."""
    return _draw_columns(selection) if selection.columns else _draw_cloud(selection.graph)


def draw_spare(graph: nx.MultiDiGraph, spare: Collection[str], like: Picture, *, boxes: bool) -> Picture:
    """The nodes of `spare`, to be placed by the page when they are asked for, and all lines of the graph."""
    network = _network(_STRAIGHT)
    for node in graph:
        attributes = graph.nodes[node]
        if node not in spare:
            network.add_node(node, label=" ")
        elif boxes:
            box = measure_box(attributes)
            look = box_look(attributes, box)
            network.add_node(node, label=" ", shape="custom", look=look)
        else:
            network.add_node(node, **_dot(attributes, graph.degree(node)))
    widths = [edge["width"] for edge in like.edges] or [_BOX_LINE]
    _add_lines(network, graph.edges(data=True), len(like.edges), width=min(widths), opacity=0.55)
    network.nodes = [node for node in network.nodes if node["id"] in spare]
    return network


def _draw_columns(selection: Selection) -> Picture:
    """The graph as boxes in its columns, with headings above their blocks."""
    network = _network(_CURVED)
    graph, notes = selection.graph, selection.notes
    boxes: dict[str, Box] = {}
    for column in selection.columns:
        measured = {
            node: measure_box(graph.nodes[node], notes.get(node, ()), focus=node == selection.focus)
            for block in column
            for node in block.nodes
        }
        widest = max(box.width for box in measured.values())
        boxes.update((node, Box(widest, box.height)) for node, box in measured.items())
    columns = lay_columns(selection.columns, boxes)
    for node, attributes in graph.nodes(data=True):
        look = box_look(attributes, boxes[node], notes.get(node, ()), focus=node == selection.focus)
        network.add_node(node, label=" ", shape="custom", look=look, **_position(columns.nodes[node]))
    for number, (block, at) in enumerate(columns.headings):
        look = heading_look(f"{block.heading} · {len(block.nodes)}")
        place = _position((at[0] + look["width"] / 2, at[1]))
        network.add_node(f"heading:{number}", label=" ", shape="custom", look=look, chosen=False, **place)
    _add_lines(network, graph.edges(data=True), 0, width=_BOX_LINE, focus=selection.focus)
    return network


def _draw_cloud(graph: nx.MultiDiGraph) -> Picture:
    """The graph as dots with their labels below them; lines with a weight are as wide as it says."""
    network = _network(_STRAIGHT)
    degrees = dict(graph.degree())
    points = lay_cloud(graph, measure_dots(graph, degrees))
    far = far_labels(graph, points, degrees)
    for node, attributes in graph.nodes(data=True):
        network.add_node(node, **_dot(attributes, degrees[node], far.get(node)), **_position(points[node]))
    _add_lines(network, graph.edges(data=True), 0, width=1 / fitting_scale(points.values()))
    return network


def _dot(attributes: Mapping[str, Any], degree: int, far: int | None = None) -> dict[str, Any]:
    """A dot with its `extent`: left and right, above and below its point."""
    dot = measure_dot(attributes, degree)
    extent = [round(side, 1) for side in (dot.left, dot.right, dot.above, dot.below)]
    return {**dot_look(attributes, degree, far), "extent": extent}


def _network(smooth: Any) -> Picture:
    network = Network(directed=True)
    network.node_ids = _Ids()
    network.options = {**_OPTIONS, "edges": {**_OPTIONS["edges"], "smooth": smooth}}
    return network


def _add_lines(
    network: Picture,
    edges: Iterable[tuple[str, str, Mapping[str, Any]]],
    first: int,
    *,
    width: float,
    focus: str | None = None,
    opacity: float | None = None,
) -> None:
    """One line for each pair and relation, however many sentences say it; the more lines, the fainter.

    A line of an edge with `weight` has no arrow, and is the wider the more it weighs.
    """
    lines: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for tail, head, edge in edges:
        lines.setdefault((tail, head, edge["relation"]), edge)
    faint = opacity or min(0.5, max(0.2, 5 / (len(lines) + 1) ** 0.5))
    most = max((edge.get("weight", 1) for edge in lines.values()), default=1)
    for number, ((tail, head, relation), edge) in enumerate(lines.items(), start=first):
        color = {"color": relation_color(relation), "opacity": 0.7 if focus in (tail, head) else faint}
        weighted: dict[str, Any] = {}
        wide = width
        if "weight" in edge:
            wide = width * (1 + (_WIDEST_LINE - 1) * math.sqrt((edge["weight"] - 1) / max(most - 1, 1)))
            weighted = {"arrows": "", "weight": edge["weight"], "tasks": edge["tasks"]}
        network.add_edge(
            tail, head, id=number, relation=relation, color=color, width=round(wide, 2), **weighted
        )


def _position(at: Point) -> dict[str, float]:
    return {"x": round(at[0], 1), "y": round(at[1], 1)}
