"""Who joins whom: how central bodies are among those that share tasks, and which groups they form.

Measures of networkx on `govgraph.cooperation.cooperation_network`; SPARQL cannot say them.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from govgraph import scopes
from govgraph.cooperation import cooperation_network, duty_network
from govgraph.held import held_statement
from govgraph.ledger import STORED
from govgraph.result import Cell
from govgraph.store import Store
from govgraph_ontology.iri import source_iri

COLUMNS = ["bureau", "place", "group", "partners_count", "tasks", "brokerage", "sentence", "source", "line"]

EXACT = 400
"""Bodies up to which betweenness is exact; of more, it is estimated from PIVOTS of them."""

PIVOTS = 200
_SEED = 0  # the same pivots and groups each time


def broker_rows(
    store: Store, district: str | None = None
) -> Iterator[tuple[tuple[Cell, ...], tuple[str, ...]]]:
    """A row for each body that shares a task, the greatest brokers first, with the statements behind it.

    `partners_count`: bodies with which it shares tasks; `tasks`: tasks that it shares. `brokerage`:
    betweenness centrality (Freeman 1977), from 0 to 1, where those that share more are nearer: how often it
    lies between others. `group`: number of its Louvain community (Blondel et al. 2008), the largest first.
    `district`: IRI of a place; only bodies of it and of those below it.
    """
    duties = duty_network(store, district=district)
    graph = cooperation_network(duties)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    if not graph:
        return
    pivots = PIVOTS if len(graph) > EXACT else None
    between = nx.betweenness_centrality(graph, k=pivots, weight="distance", seed=_SEED)
    groups = _groups(graph)
    names = {str(source_iri(row.name)): row.name for row in store.ledger.sources() if row.outcome == STORED}
    order = {node: number for number, node in enumerate(graph)}
    for node in sorted(graph, key=lambda body: (-between[body], order[body])):
        tasks = {task for edge in graph[node].values() for task in edge["tasks"]}
        said = sorted(iri for task in tasks for iri in duties[node][task]["statements"])
        first = min(
            (held_statement(store.quads, iri) for iri in said),
            key=lambda held: (names[held.source], held.line, held.text),
        )
        body = graph.nodes[node]
        yield (
            (
                body["label"],
                scopes.place(body["place"]),
                groups[node],
                graph.degree(node),
                len(tasks),
                round(between[node], 4),
                first.text,
                names[first.source],
                first.line,
            ),
            tuple(said),
        )


def _groups(graph: nx.Graph) -> dict[str, int]:
    """By body the number of its community."""
    order = {node: number for number, node in enumerate(graph)}
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ranked = sorted(found, key=lambda group: (-len(group), min(order[node] for node in group)))
    return {node: number for number, group in enumerate(ranked, start=1) for node in group}
