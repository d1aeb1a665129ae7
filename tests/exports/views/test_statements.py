from __future__ import annotations

import networkx as nx
import pytest

from exports.views.drawn_examples import PLAN
from govgraph import KnowledgeGraph
from govgraph_exports.views.notes import notes_of
from govgraph_exports.views.statements import drawn_statements, section_of
from govgraph_ontology.iri import entity_iri

TASK, DOCUMENT = "壮大海洋渔业", "云溪市海洋产业行动方案"


@pytest.fixture(scope="module")
def statements(plan_graph: KnowledgeGraph) -> nx.MultiDiGraph:
    return drawn_statements(plan_graph)


def ends(statements: nx.MultiDiGraph, label: str, relation: str) -> list[str]:
    """The labels to which edges of the relation lead from what bears the label."""
    nodes = statements.nodes
    return [
        nodes[head]["label"]
        for tail, head, edge in statements.edges(data=True)
        if nodes[tail]["label"] == label and edge["relation"] == relation
    ]


def test_dates_are_nodes_whose_lines_bear_the_words(statements: nx.MultiDiGraph) -> None:
    (edge,) = (edge for _, _, edge in statements.edges(data=True) if edge["relation"] == "dueBy")
    assert ends(statements, TASK, "dueBy") == ["2025-12-31"]
    assert PLAN[edge["start"] : edge["end"]] == edge["evidence"]
    assert edge["source"] == "plan.txt"


def test_a_task_leads_to_its_document_its_place_and_the_industries_of_its_paragraph(
    statements: nx.MultiDiGraph,
) -> None:
    assert ends(statements, TASK, "standsIn") == [DOCUMENT]
    assert ends(statements, TASK, "within") == ["云溪市"]
    assert ends(statements, TASK, "names") == ["深海养殖"]
    assert ends(statements, "建设海工装备基地", "names") == [], "another paragraph"


def test_a_citation_that_says_more_is_one_line_of_its_own_kind(statements: nx.MultiDiGraph) -> None:
    assert ends(statements, DOCUMENT, "carriesOut") == ["示范省海洋强省建设规划"]
    assert ends(statements, DOCUMENT, "cites") == []


def test_what_no_statement_says_by_itself_is_marked(
    plan_graph: KnowledgeGraph, statements: nx.MultiDiGraph
) -> None:
    stated = {key for _, _, key, edge in statements.edges(keys=True, data=True) if not edge.get("derived")}
    assert len(stated) == len(list(plan_graph.facts()))


def test_the_numbers_of_sections_are_told_without_the_title() -> None:
    numbered = str(entity_iri("Task", "示范省/云溪市", "方案", "二、/（四）"))
    assert section_of(numbered, "壮大海洋渔业") == "二、（四）"
    titled = str(entity_iri("Task", "示范省/云溪市", "方案", "-", "海工装备"))
    assert section_of(titled, "海工装备") == ""


def test_notes_tell_numbers_stages_and_sections(statements: nx.MultiDiGraph) -> None:
    label = statements.nodes(data="label")
    (task,) = (node for node, name in label if name == TASK)
    near = notes_of(statements.edge_subgraph(statements.out_edges(task, keys=True)), (task,))
    shown = {label[node]: notes for node, notes in near.items()}
    assert shown["深远海养殖基地"] == ["3个（2025-12-31）"]
    assert shown[DOCUMENT] == ["二、（二）"]


def test_four_notes_and_more_are_counted() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("d", label="云溪市", type="District")
    graph.add_node("i", label="产值", type="Indicator")
    for value in range(5):
        graph.add_edge("d", "i", relation="hasTarget", qualifiers={"value": value, "unit": "亿元"})
    assert notes_of(graph, ("d",)) == {"i": ["0亿元", "1亿元", "…… 共 5 项"]}
    assert notes_of(graph, ("i",)) == {"d": ["0亿元", "1亿元", "…… 共 5 项"]}, "beside what is meant"
