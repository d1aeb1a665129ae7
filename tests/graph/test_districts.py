from __future__ import annotations

from collections.abc import Callable

from govgraph import KnowledgeGraph
from govgraph.districts import districts_above, districts_of
from govgraph.entities import Entity
from govgraph_ontology.iri import entity_iri


def district(chain: str) -> str:
    return str(entity_iri("District", chain))


def test_whatever_has_a_scope_belongs_to_each_of_its_places_the_nearest_first() -> None:
    task = Entity("https://example.org/task", "Task", "建设粮库", (), "示范省/云溪市")
    assert districts_of(task) == (district("示范省/云溪市"), district("示范省"))
    assert districts_of(Entity("https://example.org/term", "Term", "粮库")) == ()


def test_a_district_belongs_to_itself_and_to_those_above_it() -> None:
    county = Entity(district("示范省/云溪市/青禾县"), "District", "青禾县", (), "示范省/云溪市")
    assert districts_of(county) == (county.iri, *districts_above("示范省/云溪市"))


def test_one_pattern_finds_all_that_belongs_to_a_city(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(
        a="# 示范省/云溪市 方案\n市科技局 leads 建设平台\n",
        b="# 示范省/云溪市/青禾县 通知\n县教育局 leads 办好学校\n",
        c="# 示范省/丹枫市 意见\n市教育局 leads 引进人才\n",
    )
    found = graph.query(
        "SELECT ?task { ?place skos:prefLabel '云溪市' . "
        "?what gov:within ?place ; a gov:Task ; skos:prefLabel ?task }"
    )
    assert {row["task"] for row in found} == {"建设平台", "办好学校"}
    assert graph.query("ASK { ?place skos:prefLabel '云溪市' ; gov:within ?place }").rows == [(True,)]
