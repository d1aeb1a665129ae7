"""The picture of a body or a person: its tasks by role, who takes part in them, their dates and targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from govgraph_exports.views.near import heading
from govgraph_exports.views.notes import notes_of
from govgraph_exports.views.palette import ROLES, relation_label
from govgraph_exports.views.selection import (
    Block,
    Selection,
    blocks_by_type,
    name_order,
    part_of,
    place_in_text,
)

_RESULTS = ("dueBy", "hasTarget")
"""What a task has at its right: when it is due, and its targets."""


def roles_of(graph: nx.MultiDiGraph, actor: str) -> dict[str, str]:
    """Each task in which the actor takes part, with its first role by rank, in document order."""
    roles: dict[str, tuple[int, Any]] = {}
    for _, task, edge in graph.out_edges(actor, data=True):
        if edge["relation"] in ROLES:
            here = (ROLES.index(edge["relation"]), place_in_text(edge))
            roles[task] = min(roles.get(task, here), here)
    ordered = sorted(roles.items(), key=lambda item: (item[1], item[0]))
    return {task: ROLES[rank] for task, (rank, _) in ordered}


def select_responsibility(
    graph: nx.MultiDiGraph, focus: str, roles: Mapping[str, str], limit: int
) -> Selection:
    """Left to right: the actor, its tasks by role, who takes part in the same tasks, dates and targets.

    `roles`: as `roles_of` gives them. The limit leaves out partners first, then targets.
    """
    tasks = list(roles)[: limit - 1]
    results = list(dict.fromkeys(end for name in _RESULTS for end in _ends(graph, roles, name)))
    partners = _partners(graph, focus, roles)
    shown_results = results[: max(0, limit - 1 - len(tasks))]
    shown_partners = partners[: max(0, limit - 1 - len(tasks) - len(shown_results))]
    by_role = (
        Block(relation_label(role), tuple(task for task in tasks if roles[task] == role)) for role in ROLES
    )
    by_result = (
        Block(heading(f"{name}>"), _near(graph, _kept(graph, tasks, name, shown_results), tasks))
        for name in _RESULTS
    )
    columns = (
        (Block("", (focus,)),),
        tuple(block for block in by_role if block.nodes),
        blocks_by_type(graph, _near(graph, shown_partners, tasks)),
        tuple(block for block in by_result if block.nodes),
    )
    shown = part_of(graph, [focus, *tasks, *shown_partners, *shown_results], {*ROLES, *_RESULTS})
    shown.remove_edges_from(
        [
            (*ends, key)
            for *ends, key in shown.edges(keys=True)
            if ends[1] in shown_results and ends[0] not in tasks
        ]
    )
    total = 1 + len(roles) + len(results) + len(partners)
    return Selection(shown, total, focus, tuple(filter(None, columns)), notes_of(shown, (focus,)))


def _partners(graph: nx.MultiDiGraph, focus: str, roles: Mapping[str, str]) -> list[str]:
    """Who takes part in the same tasks, those with the most in common first."""
    shared: Counter[str] = Counter()
    for task in roles:
        actors = {actor for actor, _, edge in graph.in_edges(task, data=True) if edge["relation"] in ROLES}
        shared.update(actors - {focus, *roles})
    return sorted(shared, key=lambda node: (-shared[node], name_order(graph, node)))


def _ends(graph: nx.MultiDiGraph, tasks: Iterable[str], relation: str) -> list[str]:
    """Where the edges of the relation lead from the tasks, in their order."""
    return [
        end
        for task in tasks
        for _, end, edge in sorted(graph.out_edges(task, data=True), key=lambda row: place_in_text(row[2]))
        if edge["relation"] == relation
    ]


def _kept(graph: nx.MultiDiGraph, tasks: Sequence[str], relation: str, shown: Sequence[str]) -> list[str]:
    return [end for end in dict.fromkeys(_ends(graph, tasks, relation)) if end in shown]


def _near(graph: nx.MultiDiGraph, nodes: Sequence[str], tasks: Sequence[str]) -> tuple[str, ...]:
    """The nodes in the order of the middle of their tasks, which leaves the fewest lines crossing."""
    rank = {task: position for position, task in enumerate(tasks)}

    def middle(node: str) -> float:
        beside = {*graph.successors(node), *graph.predecessors(node)}
        ranks = [rank[task] for task in beside if task in rank]
        return sum(ranks) / len(ranks)

    return tuple(sorted(nodes, key=lambda node: (middle(node), name_order(graph, node))))
