from __future__ import annotations

import networkx as nx
import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import UnknownName


def test_nodes_are_entities_and_edges_are_statements(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx({"leads"})
    office = graph.find("云溪市科技局")[0]
    task = graph.find("建设创新平台", "Task")[0]
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[office.iri] == {
        "label": "云溪市科技局",
        "type": "Organization",
        "place": "示范省/云溪市",
        "aliases": ["市科技局", "云溪市科学技术局"],
    }
    edges = network.get_edge_data(office.iri, task.iri)
    assert sorted(edge["source"] for edge in edges.values()) == ["notice.txt", "plan.txt"]
    for key, edge in edges.items():
        assert graph.explain(key).rows[0][4] == edge["evidence"]
        assert graph.text(edge["source"])[edge["start"] : edge["end"]] == edge["evidence"]
        assert (edge["relation"], edge["confidence"], edge["qualifiers"]) == ("leads", 0.9, {})


def test_only_the_relations_that_were_asked_for_are_there(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx({"leads", "cooperates"})
    assert {edge["relation"] for _, _, edge in network.edges(data=True)} == {"leads", "cooperates"}
    assert set(network.nodes) == {end for edge in network.edges() for end in edge}


def test_without_relations_every_statement_is_there(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    values = sum(
        len(attributes[name])
        for _, attributes in network.nodes(data=True)
        for name in ("documentNumber", "issuedOn", "dueBy")
        if name in attributes
    )
    assert network.number_of_edges() + values == len(list(graph.facts()))


def test_values_are_attributes_of_their_node(graph: KnowledgeGraph) -> None:
    document = graph.find("云溪市创新平台建设行动方案")[0]
    assert graph.to_networkx().nodes[document.iri]["documentNumber"] == ["云府〔2024〕5号"]


def test_a_relation_that_is_none_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="leads"):
        graph.to_networkx({"lead"})


def test_the_graph_of_an_answer_holds_the_statements_behind_its_rows(graph: KnowledgeGraph) -> None:
    answer = graph.leads("云溪市科技局")
    found = answer.graph()
    assert [key for _, _, key in found.edges(keys=True)] == list(answer.statements[0])
    whole = graph.to_networkx()
    for edge in found.edges(keys=True):
        assert found.edges[edge] == whole.edges[edge]
    values = {"documentNumber", "issuedOn", "dueBy"}
    for node, attributes in found.nodes(data=True):
        assert attributes == {name: value for name, value in whole.nodes[node].items() if name not in values}


def test_a_graph_shows_itself_in_a_sandboxed_frame(graph: KnowledgeGraph) -> None:
    frame = graph.leads("云溪市科技局").graph()._repr_html_()
    assert frame is not None
    assert frame.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert "<script" not in frame


def test_the_graph_of_an_answer_is_drawn_around_one_of_its_nodes(graph: KnowledgeGraph) -> None:
    found = graph.leads("云溪市科技局").graph()
    focus = next(iter(found))
    view = found.view(focus)
    assert view.title.startswith(found.nodes[focus]["label"])
    assert view.still.title == view.title
