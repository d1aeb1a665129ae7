"""The graph view: a bureau and its tasks, the surroundings of anything else, or the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from govgraph.wording import qualifier_words
from govgraph_exports.views import network as drawing
from govgraph_exports.views.layout import lay_cloud, lay_columns
from govgraph_exports.views.page import Page, render_page
from govgraph_exports.views.palette import (
    ROLES,
    relation_color,
    relation_label,
    type_color,
    type_label,
)
from govgraph_exports.views.selection import Selection, select_around, select_overview
from govgraph_exports.views.still import Still, draw_still
from govgraph_ontology.errors import GovgraphError, UnknownName
from govgraph_ontology.iri import ID

DEFAULT_LIMIT = 300
MOST_NODES = 2000


@dataclass(frozen=True, slots=True)
class GraphView(Page):
    """A picture as one HTML page. `shown` of `total` nodes are in it. `still`: the same as SVG."""

    shown: int
    total: int
    still: Still = field(repr=False)


def view_graph(
    graph: nx.MultiDiGraph, focus: str | None = None, *, limit: int = DEFAULT_LIMIT, title: str | None = None
) -> GraphView:
    """The view of `focus` (an id of the graph), or the overview without one.

    `graph`: nodes with `label`, `type` and `place`; edges with `relation`, `evidence`, `source`, `line`,
    `start`, `end`, `confidence`, `qualifiers`, as `KnowledgeGraph.to_networkx` gives them. At most `limit`
    nodes are drawn and the page says how many it left out. Raises UnknownName where nothing is stated of
    `focus`, GovgraphError for an empty graph and for a `limit` beyond 2000 nodes, which nobody can read.
    """
    if limit > MOST_NODES:
        raise GovgraphError(
            f"{limit} 个节点的图无人能读，最多 {MOST_NODES} 个；请给出一个名称或更小的 --limit。 "
            f"A picture of {limit} nodes cannot be read; the most is {MOST_NODES}: "
            "give a name or a smaller --limit."
        )
    if not graph:
        raise GovgraphError("图谱是空的，没有可画的。 The graph is empty: there is nothing to draw.")
    if focus is not None and focus not in graph:
        raise UnknownName(
            f"{focus}：没有关于它的陈述，无图可画。 Nothing is stated of it: there is nothing to draw."
        )
    selection = select_overview(graph, limit) if focus is None else select_around(graph, focus, limit)
    picture = _draw(selection)
    heading = title or _title(selection)
    html = render_page("graph", heading, [drawing.vis_bundle()], data=_page_data(selection, picture, heading))
    still = draw_still(picture.nodes, picture.edges, heading)
    return GraphView(html, heading, len(selection.graph), selection.total, still)


def _draw(selection: Selection) -> Any:
    graph = selection.graph
    if selection.columns:
        boxes = {
            node: drawing.measure_box(attributes, focus=node == selection.focus)
            for node, attributes in graph.nodes(data=True)
        }
        return drawing.draw_columns(graph, lay_columns(selection.columns, boxes), selection.focus)
    degrees = dict(graph.degree())
    points = lay_cloud(graph, drawing.measure_dots(graph, degrees))
    return drawing.draw_cloud(graph, points, degrees)


def _title(selection: Selection) -> str:
    if selection.focus is None:
        return "治理知识图谱 · 总览"
    label = str(selection.graph.nodes[selection.focus].get("label", ""))
    edges = selection.graph.out_edges(selection.focus, data=True)
    acts = any(edge["relation"] in ROLES for _, _, edge in edges)
    return f"{label} · {'职责关系' if acts else '关系'}"


def _page_data(selection: Selection, picture: Any, title: str) -> dict[str, Any]:
    graph = selection.graph
    types = Counter(str(attributes.get("type", "")) for _, attributes in graph.nodes(data=True))
    relations = Counter(edge["relation"] for edge in picture.edges)
    lines = {(edge["from"], edge["to"], edge["relation"]): edge["id"] for edge in picture.edges}
    return {
        "title": title,
        "base": str(ID),
        "focus": selection.focus,
        "shown": len(graph),
        "total": selection.total,
        "types": _legend(types, type_label, type_color),
        "relations": _legend(relations, relation_label, relation_color, ROLES),
        "nodes": picture.nodes,
        "edges": picture.edges,
        "options": picture.options,
        "lineHeight": drawing.LINE_HEIGHT,
        "largestLabel": drawing.LARGEST_LABEL,
        "font": drawing.FONT,
        "entities": {
            node: {
                "label": str(attributes.get("label", "")),
                "type": str(attributes.get("type", "")),
                "place": str(attributes.get("place") or ""),
                "aliases": [str(alias) for alias in attributes.get("aliases", ())],
            }
            for node, attributes in graph.nodes(data=True)
        },
        "facts": [
            _fact(lines[tail, head, edge["relation"]], edge) for tail, head, edge in graph.edges(data=True)
        ],
    }


def _legend(
    counts: Counter[str],
    label: Callable[[str], str],
    color: Callable[[str], str],
    first: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Rows of the legend: the names in `first` in their order, then the most frequent."""

    def rank(item: tuple[str, int]) -> tuple[int, int, str]:
        name, count = item
        return (first.index(name) if name in first else len(first), -count, name)

    return [
        {"name": name, "label": label(name), "color": color(name), "count": count}
        for name, count in sorted(counts.items(), key=rank)
    ]


def _fact(line: int, edge: dict[str, Any]) -> dict[str, Any]:
    """A fact by the number of the line that stands for it, so that the page need not repeat long names."""
    return {
        "edge": line,
        "text": str(edge.get("evidence", "")),
        "source": str(edge.get("source", "")),
        "line": edge.get("line"),
        "start": edge.get("start"),
        "end": edge.get("end"),
        "confidence": edge.get("confidence"),
        "qualifiers": qualifier_words(edge["relation"], edge.get("qualifiers") or {}),
    }
