"""What stands below a name in a picture: the number of a target, the stage of a project, the section."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from govgraph_exports.views.palette import NOTED
from govgraph_exports.views.statements import STANDS_IN, section_of
from govgraph_exports.wording import target_line

_MOST = 3


def notes_of(graph: nx.MultiDiGraph, about: Collection[str]) -> dict[str, list[str]]:
    """The notes of the nodes around those that the picture is `about`, in the order of the edges.

    At most three each. A note stands where its line leads, or where it comes from if it leads to those.
    """
    found: dict[str, dict[str, None]] = {}
    for tail, head, edge in graph.edges(data=True):
        if edge["relation"] == STANDS_IN:
            note = section_of(tail, str(graph.nodes[tail].get("label", "")))
        else:
            note = _note(edge["relation"], edge.get("qualifiers") or {})
        if note and note != graph.nodes[tail].get("label"):
            found.setdefault(tail if head in about else head, {})[note] = None
    return {node: _few(notes) for node, notes in found.items()}


def _note(relation: str, qualifiers: Mapping[str, Any]) -> str:
    if relation == "hasTarget":
        return target_line("", qualifiers)
    groups = ("".join(str(qualifiers.get(name, "")) for name in names) for names in NOTED.get(relation, ()))
    return " · ".join(filter(None, groups))


def _few(notes: Iterable[str]) -> list[str]:
    shown = list(notes)
    return shown if len(shown) <= _MOST else [*shown[: _MOST - 1], f"…… 共 {len(shown)} 项"]
