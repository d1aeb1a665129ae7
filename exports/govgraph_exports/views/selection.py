"""What a view shows: the part of the graph that one picture can hold, chosen by rank and never at random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from govgraph_exports.views.palette import ROLES, relation_label, type_label


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes that stand together under a heading: the Chinese label of a role, a relation or a class."""

    heading: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes of a view. `columns` from left to right for a view of one entity, empty for the overview.

    `total`: how many nodes there would be without the limit.
    """

    graph: nx.MultiDiGraph
    total: int
    focus: str | None = None
    columns: tuple[tuple[Block, ...], ...] = ()


def select_overview(graph: nx.MultiDiGraph, limit: int) -> Selection:
    """The `limit` nodes with the most statements; among equals those that come first by label and id.

    Of these, the ones that only the others would have connected are left out again, where any are connected.
    """
    ranked = sorted(graph, key=lambda node: (-graph.degree(node), _order(graph, node)))
    part = _part(graph, ranked[:limit])
    lonely = list(nx.isolates(part))
    if len(lonely) < len(part):
        part.remove_nodes_from(node for node in lonely if graph.degree(node))
    return Selection(part, total=len(ranked))


def select_around(graph: nx.MultiDiGraph, focus: str, limit: int) -> Selection:
    """The view of one entity: what it takes part in and with whom, else what stands one statement away.

    Raises KeyError where `focus` is no node of the graph.
    """
    if focus not in graph:
        raise KeyError(focus)
    roles = _roles_of(graph, focus)
    return _select_responsibility(graph, focus, roles, limit) if roles else _select_near(graph, focus, limit)


def _roles_of(graph: nx.MultiDiGraph, actor: str) -> dict[str, str]:
    """Each task in which the actor takes part, with its first role by rank, in document order."""
    roles: dict[str, tuple[int, Any]] = {}
    for _, task, edge in graph.out_edges(actor, data=True):
        if edge["relation"] in ROLES:
            here = (ROLES.index(edge["relation"]), _place_in_text(edge))
            roles[task] = min(roles.get(task, here), here)
    ordered = sorted(roles.items(), key=lambda item: (item[1], item[0]))
    return {task: ROLES[rank] for task, (rank, _) in ordered}


def _select_responsibility(
    graph: nx.MultiDiGraph, focus: str, roles: dict[str, str], limit: int
) -> Selection:
    """Left to right: the actor, its tasks by role, and all who take part in the same tasks."""
    shared: Counter[str] = Counter()
    for task in roles:
        actors = {actor for actor, _, edge in graph.in_edges(task, data=True) if edge["relation"] in ROLES}
        shared.update(actors - {focus, *roles})
    tasks = list(roles)[: limit - 1]
    ranked = sorted(shared, key=lambda node: (-shared[node], _order(graph, node)))
    partners = ranked[: max(0, limit - 1 - len(tasks))]
    by_role = tuple(
        Block(relation_label(role), tuple(task for task in tasks if roles[task] == role))
        for role in ROLES
        if any(roles[task] == role for task in tasks)
    )
    columns = (
        (Block("", (focus,)),),
        by_role,
        _blocks_by_type(graph, _near_their_tasks(graph, partners, tasks)),
    )
    shown = _part(graph, [focus, *tasks, *partners])
    shown.remove_edges_from(
        [edge for edge in shown.edges(keys=True) if shown.edges[edge]["relation"] not in ROLES]
    )
    return Selection(
        shown, 1 + len(roles) + len(shared), focus, tuple(column for column in columns if column)
    )


def _select_near(graph: nx.MultiDiGraph, focus: str, limit: int) -> Selection:
    """Left to right: who says something of the focus, the focus, of whom it says something."""
    before = _by_relation(((node, edge) for node, _, edge in graph.in_edges(focus, data=True)), {focus})
    after = _by_relation(
        ((node, edge) for _, node, edge in graph.out_edges(focus, data=True)), {focus, *before}
    )
    near = [*before, *after]
    shown = set(near[: limit - 1])
    columns = (
        _blocks_by_relation(before, shown),
        (Block("", (focus,)),),
        _blocks_by_relation(after, shown),
    )
    part = _part(graph, [focus, *near[: limit - 1]])
    part.remove_edges_from([edge for edge in part.edges(keys=True) if focus not in edge[:2]])
    return Selection(part, 1 + len(near), focus, tuple(column for column in columns if column))


def _by_relation(ends: Iterable[tuple[str, dict[str, Any]]], but: set[str]) -> dict[str, str]:
    """Each neighbour with its first relation, ordered by relation and place in the text."""
    found: dict[str, tuple[Any, ...]] = {}
    for node, edge in ends:
        if node not in but:
            rank = ROLES.index(edge["relation"]) if edge["relation"] in ROLES else len(ROLES)
            here = (rank, edge["relation"], _place_in_text(edge))
            found[node] = min(found.get(node, here), here)
    return {node: here[1] for node, here in sorted(found.items(), key=lambda item: (item[1], item[0]))}


def _blocks_by_relation(relations: dict[str, str], shown: set[str]) -> tuple[Block, ...]:
    names = dict.fromkeys(relation for node, relation in relations.items() if node in shown)
    return tuple(
        Block(
            relation_label(name),
            tuple(node for node in relations if relations[node] == name and node in shown),
        )
        for name in names
    )


def _blocks_by_type(graph: nx.MultiDiGraph, nodes: Sequence[str]) -> tuple[Block, ...]:
    types = sorted({str(graph.nodes[node].get("type", "")) for node in nodes})
    return tuple(
        Block(type_label(name), tuple(node for node in nodes if graph.nodes[node].get("type", "") == name))
        for name in types
    )


def _near_their_tasks(graph: nx.MultiDiGraph, partners: Sequence[str], tasks: Sequence[str]) -> list[str]:
    """The partners in the order of the middle of their tasks, which leaves the fewest lines crossing."""
    rank = {task: position for position, task in enumerate(tasks)}

    def middle(partner: str) -> float:
        ranks = [rank[task] for task in set(graph.successors(partner)) if task in rank]
        return sum(ranks) / len(ranks)

    return sorted(partners, key=lambda partner: (middle(partner), _order(graph, partner)))


def _part(graph: nx.MultiDiGraph, nodes: Sequence[str]) -> nx.MultiDiGraph:
    """The nodes in the order given, with all edges between them in the order of the text."""
    part = nx.MultiDiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    inside = [(tail, head, edge) for tail, head, edge in graph.edges(nodes, data=True) if head in part]
    inside.sort(key=lambda row: (_place_in_text(row[2]), row[2]["relation"], row[0], row[1]))
    part.add_edges_from(inside)
    return part


def _place_in_text(edge: dict[str, Any]) -> tuple[str, int, int]:
    return (str(edge.get("source", "")), int(edge.get("start", 0)), int(edge.get("end", 0)))


def _order(graph: nx.MultiDiGraph, node: str) -> tuple[str, str]:
    return (str(graph.nodes[node].get("label", "")), node)
