"""Who works with whom: bodies and tasks as a bipartite graph, bodies that share tasks as a weighted one.

Plain networkx graphs with plain attributes, so that its algorithms and those of its backends take them
(`backend=` in the call, or `nx.config.backend_priority` for all). Nodes are IRIs with `label`, `type` and
`place`. The same store gives nodes and edges in the same order, on which algorithms with ties depend.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import networkx as nx

from govgraph.entities import Entity
from govgraph.held import held_entity, relation_name
from govgraph.patterns import select
from govgraph.store import Store
from govgraph_ontology.schema import RELATIONS
from govgraph_ontology.terms import GOV

ROLES = tuple(found.name for found in RELATIONS.values() if found.statement_class == GOV.Participation)
"""The relations by which somebody takes part in a task, by rank: leads first."""

BODIES, TASKS = 0, 1
"""The two sides, as the node attribute `bipartite` names them."""

_SELECT = "SELECT ?statement ?relation ?who ?what"
_DUTIES = f"""
  VALUES ?relation {{ {" ".join(f"<{RELATIONS[role].iri}>" for role in ROLES)} }}
  ?statement <{GOV.relation}> ?relation ; <{GOV.subject}> ?who ; <{GOV.object}> ?what
"""


def duty_network(
    store: Store, classes: Collection[str] = ("Organization",), district: str | None = None
) -> nx.Graph:
    """Bodies and the tasks in which they have a part, as networkx's bipartite algorithms want them.

    Nodes have `bipartite`: 0 for a body, 1 for a task. Edges have `roles` (names of relations, leads first)
    and `statements` (IRIs). `classes`: local names of the classes of bodies (Organization,
    OrganizationGroup, Person). `district`: IRI of a place; only bodies of it and of those below it.
    """
    duties = _duties(store, district)
    ends = {iri: found for pair in duties for iri in pair if (found := held_entity(store.quads, iri))}
    kept = [
        (who, what) for who, what in sorted(duties) if ends[what].type == "Task" and ends[who].type in classes
    ]
    graph = nx.Graph()
    _add_nodes(graph, {ends[who] for who, _ in kept}, BODIES)
    _add_nodes(graph, {ends[what] for _, what in kept}, TASKS)
    for pair in kept:
        said = sorted(duties[pair])
        roles = list(dict.fromkeys(ROLES[rank] for rank, _ in said))
        graph.add_edge(*pair, roles=roles, statements=[statement for _, statement in said])
    return graph


def _duties(store: Store, district: str | None) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """By who has a part in what: the ranks of the roles, and the statements."""
    duties: dict[tuple[str, str], list[tuple[int, str]]] = {}
    within = f"?who <{GOV.within}> <{district}> ." if district else ""
    for found in select(store.quads, f"{_SELECT} {{ {within} {_DUTIES} }}"):
        statement, relation, who, what = (term.value if term else "" for term in found.values())
        rank = ROLES.index(relation_name(relation) or "")
        duties.setdefault((who, what), []).append((rank, statement))
    return duties


def cooperation_network(duties: nx.Graph) -> nx.Graph:
    """The bodies of a bipartite graph of duties; those that share tasks are joined.

    Edges have `weight` (the number of tasks that both have a part in), `distance` (1 / weight: who share more
    are nearer, Newman 2001), `tasks` and `statements` (IRIs, sorted). A body that shares no task is there
    without edges.
    """
    sides = duties.nodes(data="bipartite")
    graph = nx.Graph()
    graph.add_nodes_from((node, {**duties.nodes[node]}) for node, side in sides if side == BODIES)
    rank = {node: number for number, node in enumerate(graph)}
    shared: dict[tuple[str, str], list[str]] = {}
    for task, side in sides:
        if side == TASKS:
            for pair in combinations(sorted(duties[task], key=rank.__getitem__), 2):
                shared.setdefault(pair, []).append(task)
    for (one, other), tasks in sorted(shared.items(), key=lambda row: (rank[row[0][0]], rank[row[0][1]])):
        said = {iri for task in tasks for body in (one, other) for iri in duties[body][task]["statements"]}
        graph.add_edge(
            one,
            other,
            weight=len(tasks),
            distance=1 / len(tasks),
            tasks=sorted(tasks),
            statements=sorted(said),
        )
    for _, attributes in graph.nodes(data=True):
        del attributes["bipartite"]
    return graph


def _add_nodes(graph: nx.Graph, entities: Collection[Entity], side: int) -> None:
    """By label: an order that people can follow, and that only the store decides."""
    for entity in sorted(entities, key=lambda found: (found.label, found.iri)):
        graph.add_node(entity.iri, label=entity.label, type=entity.type, place=entity.scope, bipartite=side)
