"""What a page carries as data: nodes, lines, and the facts behind the lines with their paragraphs.

Ids, paragraphs and places stand there once and are named by number: an IRI of Chinese names has hundreds of
characters, and a paragraph often holds ten facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from govgraph.wording import qualifier_words
from govgraph_exports.views.network import Picture
from govgraph_exports.views.palette import ROLES, relation_color, relation_label, type_color, type_label
from govgraph_exports.views.paragraphs import Paragraphs

Row = tuple[str, str, dict[str, Any]]
Line = tuple[str, str, str]


class Carried:
    """The data of a page. `graph`: all that is known; `shown`, `spare`: the nodes that the page carries."""

    def __init__(
        self,
        graph: nx.MultiDiGraph,
        shown: Sequence[str],
        spare: Sequence[str],
        text: Callable[[str], str] | None,
    ) -> None:
        self._graph = graph
        self._shown = len(shown)
        self._ids = [*shown, *spare]
        self._numbers = {node: number for number, node in enumerate(self._ids)}
        self._paragraphs = Paragraphs(text) if text else None
        self._places: dict[tuple[str, str], int] = {}

    def data(self, picture: Picture, beside: Picture, facts: Iterable[Row]) -> dict[str, Any]:
        """All of it, as JSON can hold it. `beside`: the model of the spare nodes and their lines."""
        lines = {_line(edge): edge["id"] for edge in (*picture.edges, *beside.edges)}
        types = Counter(str(self._graph.nodes[node].get("type", "")) for node in self._ids[: self._shown])
        relations = Counter(edge["relation"] for edge in picture.edges)
        types.update({str(self._graph.nodes[node].get("type", "")): 0 for node in self._ids[self._shown :]})
        relations.update({edge["relation"]: 0 for edge in beside.edges})
        found = [self._fact(lines[tail, head, edge["relation"]], edge) for tail, head, edge in facts]
        return {
            "ids": self._ids,
            "entities": [self._entity(node) for node in self._ids],
            "nodes": self._numbered(picture.nodes),
            "edges": self._numbered(picture.edges),
            "spare": {"nodes": self._numbered(beside.nodes), "edges": self._numbered(beside.edges)},
            "types": _legend(types, type_label, type_color),
            "relations": _legend(relations, relation_label, relation_color, ROLES),
            "facts": found,
            "places": [list(place) for place in self._places],
            "paragraphs": self._paragraphs.found if self._paragraphs else [],
        }

    def _numbered(self, items: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The items with numbers in place of ids."""
        ends = ("id", "from", "to")
        return [
            {
                **item,
                **{end: self._numbers[item[end]] for end in ends if item.get(end) in self._numbers},
                **(
                    {"tasks": [self._numbers[task] for task in item["tasks"] if task in self._numbers]}
                    if "tasks" in item
                    else {}
                ),
            }
            for item in items
        ]

    def _entity(self, node: str) -> dict[str, Any]:
        attributes = self._graph.nodes[node]
        beside = {*self._graph.successors(node), *self._graph.predecessors(node)} - {node}
        return {
            "label": str(attributes.get("label", "")),
            "type": str(attributes.get("type", "")),
            "place": str(attributes.get("place") or ""),
            "aliases": [str(alias) for alias in attributes.get("aliases", ())],
            "left": sum(other not in self._numbers for other in beside),
        }

    def _fact(self, line: int, edge: Mapping[str, Any]) -> dict[str, Any]:
        fact: dict[str, Any] = {"edge": line}
        if edge.get("source"):
            document = self._graph.nodes.get(edge.get("document"), {}).get("label", "")
            place = (str(edge["source"]), str(document))
            fact["in"] = self._places.setdefault(place, len(self._places))
        if self._paragraphs and "in" in fact:
            fact["at"] = list(self._paragraphs.locate(edge["source"], edge["start"], edge["end"]))
        else:
            fact["text"] = str(edge.get("evidence", ""))
        where = edge.get("locator") or edge.get("line")
        if where is not None:
            fact["where"] = where
        if edge.get("confidence") is not None and not edge.get("derived"):
            fact["confidence"] = edge["confidence"]
        if words := qualifier_words(edge.get("said", edge["relation"]), edge.get("qualifiers") or {}):
            fact["qualifiers"] = words
        return fact


def _line(edge: Mapping[str, Any]) -> Line:
    return edge["from"], edge["to"], edge["relation"]


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
