from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fresh_python import outputs_by_seed
from govgraph import KnowledgeGraph
from govgraph.cooperation import BODIES, ROLES, TASKS, cooperation_network, duty_network


def duties_of(parts: dict[str, str]) -> nx.Graph:
    """A bipartite graph in which each body (a letter) has a part in each of its tasks (digits)."""
    graph = nx.Graph()
    for side, nodes in ((BODIES, sorted(parts)), (TASKS, sorted(set("".join(parts.values()))))):
        for node in nodes:
            graph.add_node(node, label=node, type="", place="", bipartite=side)
    for body in sorted(parts):
        for task in parts[body]:
            graph.add_edge(body, task, roles=["leads"], statements=[f"{body}{task}"])
    return graph


def test_roles_are_those_of_the_ontology_leads_first() -> None:
    assert ROLES == ("leads", "cooperates", "responsible", "implements", "oversees")


def test_duties_are_a_bipartite_graph_by_the_convention_of_networkx(graph: KnowledgeGraph) -> None:
    duties = duty_network(graph.store)
    assert nx.is_bipartite(duties)
    sides: dict[int, list[str]] = {BODIES: [], TASKS: []}
    for node, attributes in duties.nodes(data=True):
        sides[attributes["bipartite"]].append(node)
        assert attributes["type"] == ("Organization" if attributes["bipartite"] == BODIES else "Task")
    assert nx.bipartite.is_bipartite_node_set(duties, sides[BODIES])
    labels = [duties.nodes[node]["label"] for node in duties]
    assert labels == sorted(labels[: len(sides[BODIES])]) + sorted(labels[len(sides[BODIES]) :])


def test_a_duty_has_its_roles_and_the_statements_of_all_sources(graph: KnowledgeGraph) -> None:
    duties = duty_network(graph.store)
    office, task = graph.find("云溪市科技局")[0].iri, graph.find("建设创新平台", "Task")[0].iri
    edge = duties[office][task]
    assert edge["roles"] == ["leads"]
    assert edge["statements"] == sorted(graph.leads("云溪市科技局").statements[0])


def test_groups_and_people_take_part_only_where_they_are_asked_for(graph: KnowledgeGraph) -> None:
    def kinds(duties: nx.Graph) -> set[str]:
        return {kind for _, kind in duties.nodes(data="type")}

    assert kinds(duty_network(graph.store)) == {"Organization", "Task"}
    everybody = ("Organization", "OrganizationGroup", "Person")
    assert kinds(duty_network(graph.store, everybody)) == {*everybody, "Task"}


def test_a_district_takes_its_own_bodies_only(graph: KnowledgeGraph) -> None:
    duties = graph.duty_network(district="丹枫市")
    bodies = [node for node, side in duties.nodes(data="bipartite") if side == BODIES]
    assert [duties.nodes[node]["label"] for node in bodies] == ["丹枫市教育局", "丹枫市科学技术局"]


def test_bodies_that_share_tasks_are_joined_by_their_number_with_the_tasks_and_statements() -> None:
    graph = cooperation_network(duties_of({"a": "12", "b": "123", "c": "3", "d": "4"}))
    assert list(graph.edges(data=True)) == [
        (
            "a",
            "b",
            {"weight": 2, "distance": 0.5, "tasks": ["1", "2"], "statements": ["a1", "a2", "b1", "b2"]},
        ),
        ("b", "c", {"weight": 1, "distance": 1.0, "tasks": ["3"], "statements": ["b3", "c3"]}),
    ]
    assert list(graph.nodes) == ["a", "b", "c", "d"]
    assert set(graph.nodes["a"]) == {"label", "type", "place"}


@given(st.dictionaries(st.sampled_from("abcde"), st.text("123456", min_size=1, max_size=6), min_size=1))
def test_the_weights_are_those_of_networkx_s_own_projection(parts: dict[str, str]) -> None:
    duties = duties_of(parts)
    ours = cooperation_network(duties)
    theirs = nx.bipartite.weighted_projected_graph(duties, sorted(parts))
    for one, other in combinations(sorted(parts), 2):
        assert ours.has_edge(one, other) == theirs.has_edge(one, other)
        if ours.has_edge(one, other):
            assert ours[one][other]["weight"] == theirs[one][other]["weight"]


def test_another_back_end_takes_the_graphs_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """networkx's own test back end stands for those that people install."""
    backends: Any = nx.utils.backends
    (loopback,) = entry_points(name="nx_loopback", group="networkx.backends")
    monkeypatch.setitem(backends.backends, "nx_loopback", loopback)
    monkeypatch.setitem(backends.backend_info, "nx_loopback", {})
    dispatch = backends._dispatchable  # which looks for back ends only once, when networkx is imported
    monkeypatch.setattr(dispatch, "__call__", dispatch._call_if_any_backends_installed)
    bodies = cooperation_network(duties_of({"a": "12", "b": "123", "c": "3"}))
    with nx.config(backends=nx.utils.Config(nx_loopback=nx.utils.Config()), cache_converted_graphs=False):
        for algorithm, weight in (
            (nx.betweenness_centrality, "distance"),
            (nx.clustering, "weight"),
            (nx.core_number, None),
        ):
            named = {} if weight is None else {"weight": weight}
            assert algorithm(bodies, backend="nx_loopback", **named) == algorithm(bodies, **named)


_SCRIPT = """
import sys
from govgraph import KnowledgeGraph
from govgraph.cooperation import cooperation_network, duty_network
duties = duty_network(KnowledgeGraph.open(sys.argv[1]).store)
for graph in (duties, cooperation_network(duties)):
    print(list(graph.nodes(data=True)), list(graph.edges(data=True)))
"""


def test_nodes_and_edges_come_in_one_order_whatever_the_hash_seed(
    build: Callable[..., KnowledgeGraph],
) -> None:
    lines = [f"市{name}局 leads 任务{number}" for name in "甲乙丙丁" for number in range(4)]
    graph = build(a="\n".join(["# 示范省/云溪市 方案", *lines]))
    assert len(outputs_by_seed("-c", _SCRIPT, str(graph.store.folder))) == 1
