"""The picture of a task, a document, or anything else: what stands one line away, by what the line says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import networkx as nx

from govgraph_exports.views.notes import notes_of
from govgraph_exports.views.palette import ROLES, relation_label
from govgraph_exports.views.selection import Block, Selection, part_of, place_in_text

_TABLE: Mapping[str, Any] = tomllib.loads(
    files(__package__).joinpath("near.toml").read_text(encoding="utf-8")
)


def select_near(graph: nx.MultiDiGraph, focus: str, limit: int) -> Selection:
    """Left to right: what the thing rests on or who acts on it, the thing, what follows from it.

    Which block stands where is said in `near.toml`. The limit leaves out what stands last there.
    """
    sides = _TABLE["sides"].get(str(graph.nodes[focus].get("type", "")), {})
    left, right = sides.get("left", []), sides.get("right", [])
    ways = neighbours(graph, focus, [*left, *right])
    shown = list(ways)[: limit - 1]
    blocks: dict[str, list[str]] = {}
    for node in shown:
        blocks.setdefault(ways[node], []).append(node)
    before: list[Block] = []
    after: list[Block] = []
    for way, nodes in blocks.items():
        at_left = way in left or (way not in right and way.startswith("<"))
        (before if at_left else after).append(Block(heading(way), tuple(nodes)))
    columns = (tuple(before), (Block("", (focus,)),), tuple(after))
    part = part_of(graph, [focus, *shown])
    part.remove_edges_from([edge for edge in part.edges(keys=True) if focus not in edge[:2]])
    return Selection(part, 1 + len(ways), focus, tuple(filter(None, columns)), notes_of(part, (focus,)))


def neighbours(graph: nx.MultiDiGraph, focus: str, known: Sequence[str] = ()) -> dict[str, str]:
    """Each neighbour with the first way that leads to it: `<leads` or `leads>`.

    First come the ways that are `known`, in their order, then roles, then the others by name, each in the
    order of the text.
    """
    found: dict[str, tuple[Any, ...]] = {}
    for tail, head, edge in [*graph.in_edges(focus, data=True), *graph.out_edges(focus, data=True)]:
        node, way = (head, f"{edge['relation']}>") if tail == focus else (tail, f"<{edge['relation']}")
        if node != focus:
            rank = known.index(way) if way in known else len(known)
            role = ROLES.index(edge["relation"]) if edge["relation"] in ROLES else len(ROLES)
            here = (rank, way[0] != "<", role, way, place_in_text(edge), node)
            found[node] = min(found.get(node, here), here)
    return {node: here[3] for node, here in sorted(found.items(), key=lambda item: item[1])}


def heading(way: str) -> str:
    """What stands above the block to which a way leads: `<leads` or `leads>`."""
    return str(_TABLE["headings"].get(way) or relation_label(way.strip("<>")))
