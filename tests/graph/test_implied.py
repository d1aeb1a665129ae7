"""Across documents, from texts to the graph: what follows from several, and the same plan twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from govgraph.finding import resolve

NOTICE = """# 示范省/云溪市 云溪市人事通知
林芳 appointed 市科技局局长 organization=市科技局 on=2024-03
周明 appointed 市信访局副局长 organization=云溪市信访局 on=2024-03
周明 removed 市没有机构的职务 on=2024-03
"""
DUTIES = """# 示范省/云溪市 云溪市落实方案
各县（市、区）人民政府（管委会） implements 甲
云溪高新区管委会 leads 丙
市科技局 leads 丁
市国土资源局 leads 戊
市自然资源局 leads 己
"""
COUNTY = """# 示范省/云溪市/青禾县 青禾县方案
县政府 leads 庚
"""

RULES = """SELECT ?rule ?one ?other { ?inference a gov:Inference ; gov:rule ?rule ;
  rdf:subject/skos:prefLabel ?one ; rdf:object/skos:prefLabel ?other } ORDER BY ?rule ?one ?other"""


@pytest.fixture
def graph(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(notice=NOTICE, duties=DUTIES, county=COUNTY)


def test_inferences_of_every_kind_stand_in_the_graph_with_their_rules(graph: KnowledgeGraph) -> None:
    found = {tuple(row) for row in graph.query(RULES).rows}
    assert {
        ("post.organization", "云溪市科技局局长", "云溪市科技局"),
        ("post.organization", "云溪市科技局", "云溪市科技局局长"),
        ("post.organization", "云溪市信访局副局长", "云溪市信访局"),
        ("group.members.county", "各县（市、区）人民政府（管委会）", "青禾县政府"),
        ("group.members.county", "各县（市、区）人民政府（管委会）", "云溪高新区管委会"),
        ("place.government", "青禾县政府", "青禾县"),
        ("place.committee", "云溪高新区管委会", "云溪高新区"),
        ("office.succession", "云溪市自然资源局", "云溪市国土资源局"),
    } <= found
    assert not any("没有机构" in one for _, one, _ in found)


def test_an_organization_that_only_a_post_names_can_be_found(graph: KnowledgeGraph) -> None:
    found = resolve(graph.store, "市信访局")
    assert (found.label, found.scope) == ("云溪市信访局", "示范省/云溪市")
    assert "市信访局" not in {fact["subject"]["label"] for fact in graph.facts()}


def test_inferences_are_no_facts_and_rest_on_statements(graph: KnowledgeGraph) -> None:
    relations = {fact["relation"] for fact in graph.facts()}
    assert relations <= {"appointed", "removed", "leads", "implements"}
    rows = graph.query(
        "SELECT DISTINCT ?exact { ?inference gov:rule 'post.organization' ; prov:wasDerivedFrom ?statement ."
        " ?statement gov:evidence/oa:exact ?exact } ORDER BY ?exact"
    ).rows
    assert [row[0].split()[0] for row in rows] == ["周明", "林芳"]
    assert graph.validate().conforms
    assert len(graph.explain("云溪市科技局").rows) == 1


def test_a_source_taken_out_takes_its_inferences_along(
    graph: KnowledgeGraph, build: Callable[..., KnowledgeGraph]
) -> None:
    graph.remove("notice.txt")
    without = build(duties=DUTIES, county=COUNTY)
    assert graph.store.dump() == without.store.dump()


def test_the_same_plan_printed_twice_is_one_document_with_two_sources(
    build: Callable[..., KnowledgeGraph],
) -> None:
    found = build(first=DUTIES, second=DUTIES + "市教育局 leads 辛\n")
    documents = found.entities("Document")
    assert [one.label for one in documents] == ["云溪市落实方案"]
    printed = found.query("SELECT ?source { ?document gov:printedIn ?source } ORDER BY ?source").rows
    assert len(printed) == 2
    assert len(found.entities("Task")) == 6
