"""The graph view: one thing and what is around it, who works with whom, or the overview, as one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx

from govgraph_exports.output import choose_writer
from govgraph_exports.views import network as drawing
from govgraph_exports.views.around import select_around
from govgraph_exports.views.boxes import LINE_HEIGHT
from govgraph_exports.views.carried import Carried
from govgraph_exports.views.dots import LARGEST_LABEL
from govgraph_exports.views.limits import DEFAULT_LIMIT, MOST_NODES
from govgraph_exports.views.page import Page, asset, render_page
from govgraph_exports.views.palette import ROLES, TITLES
from govgraph_exports.views.ring import select_ring
from govgraph_exports.views.selection import Selection, select_overview
from govgraph_exports.views.still import Still, draw_still
from govgraph_ontology.errors import GovgraphError, UnknownName
from govgraph_ontology.iri import ID

_SCRIPTS = ("graph_data.js", "graph_room.js", "graph_labels.js", "graph_panel.js")


@dataclass(frozen=True, slots=True)
class GraphView(Page):
    """A picture as one HTML page. `shown` of `total` nodes are in it. `still`: the same as SVG."""

    shown: int
    total: int
    still: Still = field(repr=False)

    def write(self, path: Path | str) -> None:
        """Write the page, or the still where `path` ends in `.svg`. Raises UnknownName for other endings."""
        get_writer(Path(path))(self, path)


def get_writer(path: Path) -> Callable[[GraphView, Path | str], None]:
    """What writes a view to a file with this ending. Raises UnknownName, listing the endings."""
    return choose_writer(_WRITERS, path, "picture")


def _write_page(view: GraphView, path: Path | str) -> None:
    Page.write(view, path)


def _write_still(view: GraphView, path: Path | str) -> None:
    view.still.write(path)


_WRITERS = {".html": _write_page, ".htm": _write_page, ".svg": _write_still}


def view_graph(
    graph: nx.MultiDiGraph,
    focus: str | None = None,
    *,
    limit: int = DEFAULT_LIMIT,
    title: str | None = None,
    text: Callable[[str], str] | None = None,
) -> GraphView:
    """The view of `focus` (an id of the graph), or the overview without one.

    `graph`: nodes with `label`, `type` and `place`; edges with `relation`, `evidence`, `source`, `line`,
    `start`, `end`, `confidence`, `qualifiers`, as `KnowledgeGraph.to_networkx` gives them. At most `limit`
    nodes are drawn and the page says how many it left out. `text`: the text of a source, for the paragraphs
    around the words. Raises UnknownName where nothing is stated of `focus`, GovgraphError for an empty graph
    and for a `limit` beyond 2000 nodes, which nobody can read.
    """
    check_limit(limit)
    if not graph:
        raise GovgraphError("图谱是空的，没有可画的。 The graph is empty: there is nothing to draw.")
    if focus is not None and focus not in graph:
        raise UnknownName(
            f"{focus}：没有关于它的陈述，无图可画。 Nothing is stated of it: there is nothing to draw."
        )
    selection = select_overview(graph, limit) if focus is None else select_around(graph, focus, limit)
    return draw_view(graph, selection, title or _title(selection), text)


def draw_view(
    graph: nx.MultiDiGraph, selection: Selection, title: str, text: Callable[[str], str] | None = None
) -> GraphView:
    """The page of a selection from the graph; `text` as in `view_graph`."""
    shown = list(selection.graph)
    spare = select_ring(graph, shown)
    beside = _beside(graph, selection, spare)
    picture = drawing.draw(selection)
    stock = drawing.draw_spare(beside, set(spare), picture, boxes=bool(selection.columns))
    carried = Carried(graph, shown, spare, text)
    drawn = (row for row in selection.graph.edges(data=True) if "weight" not in row[2])
    data: dict[str, Any] = {
        "title": title,
        "base": ID,
        "focus": selection.focus,
        "shown": len(shown),
        "total": selection.total,
        "more": min(selection.total, MOST_NODES),
        "options": picture.options,
        "lineHeight": LINE_HEIGHT,
        "largestLabel": LARGEST_LABEL,
        "font": drawing.FONT,
        **carried.data(picture, stock, (*drawn, *beside.edges(data=True))),
    }
    html = render_page("graph", title, [drawing.vis_bundle(), *map(asset, _SCRIPTS)], data=data)
    return GraphView(
        html, title, len(shown), selection.total, draw_still(picture.nodes, picture.edges, title)
    )


def check_limit(limit: int) -> None:
    """Raises GovgraphError for more nodes than a picture can hold."""
    if limit > MOST_NODES:
        raise GovgraphError(
            f"{limit} 个节点的图无人能读，最多 {MOST_NODES} 个；请给出一个名称、筛选条件或更小的 --limit。 "
            f"A picture of {limit} nodes cannot be read; the most is {MOST_NODES}: "
            "give a name, a filter or a smaller --limit."
        )


def _beside(graph: nx.MultiDiGraph, selection: Selection, spare: list[str]) -> nx.MultiDiGraph:
    """The shown and the spare nodes with the lines between them that the picture does not draw."""
    drawn = {(tail, head, edge["relation"]) for tail, head, edge in selection.graph.edges(data=True)}
    nodes = dict.fromkeys([*selection.graph, *spare])
    found = nx.MultiDiGraph()
    found.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    found.add_edges_from(
        (tail, head, edge)
        for tail, head, edge in graph.edges(nodes, data=True)
        if head in nodes and tail != head and (tail, head, edge["relation"]) not in drawn
    )
    return found


def _title(selection: Selection) -> str:
    if selection.focus is None:
        return TITLES["overview"]
    attributes = selection.graph.nodes[selection.focus]
    edges = selection.graph.out_edges(selection.focus, data=True)
    kind = (
        "acts" if any(edge["relation"] in ROLES for _, _, edge in edges) else str(attributes.get("type", ""))
    )
    return f"{attributes.get('label', '')} · {TITLES.get(kind, TITLES['other'])}"
