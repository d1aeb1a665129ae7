from __future__ import annotations

import pytest

from govgraph import AmbiguousName, KnowledgeGraph
from govgraph.finding import resolve
from govgraph_ontology.errors import UnknownName


@pytest.mark.parametrize("name", ["云溪市财政局", "市财政局", "财政局", " 市财政局 "])
def test_a_bureau_is_found_as_people_say_it(graph: KnowledgeGraph, name: str) -> None:
    assert [found.label for found in graph.find(name)] == ["云溪市财政局"]


@pytest.mark.parametrize("name", ["发改局", "市发改局", "云溪市发展和改革局", "市发展和改革局"])
def test_a_form_that_no_text_uses_is_understood(graph: KnowledgeGraph, name: str) -> None:
    assert [found.label for found in graph.find(name)] == ["云溪市发展改革局"]


def test_width_and_spaces_do_not_matter(graph: KnowledgeGraph) -> None:
    assert graph.find("各县(市、区) 人民政府")[0].type == "OrganizationGroup"


def test_the_label_of_one_wins_over_a_form_that_is_only_understood(graph: KnowledgeGraph) -> None:
    assert [found.label for found in graph.find("云溪市科技局")] == ["云溪市科技局"]


def test_a_name_that_two_cities_have_gives_both(graph: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousName) as caught:
        graph.leads("市教育局")
    assert [(found.label, found.place) for found in caught.value.candidates] == [
        ("丹枫市教育局", "丹枫市"),
        ("云溪市教育局", "云溪市"),
    ]
    assert "示范省/丹枫市" in str(caught.value)


def test_a_name_that_nobody_bears_comes_with_names_written_alike(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="云溪市科技局"):
        graph.leads("云溪市科学局")


def test_suggestions_are_of_the_kind_that_was_asked_for(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName) as caught:
        graph.leads("建设创新平台了")
    assert "建设创新平台" not in str(caught.value).partition("相近")[2]


def test_an_iri_finds_its_entity(graph: KnowledgeGraph) -> None:
    entity = graph.find("云溪市科技局")[0]
    assert resolve(graph.store, entity.iri) == entity
    assert graph.find("https://example.org/nothing") == []
    assert graph.find("https://no iri") == []


def test_the_type_narrows_the_search(graph: KnowledgeGraph) -> None:
    assert graph.find("建设创新平台", type="Task")
    assert graph.find("建设创新平台", type="Organization") == []


@pytest.mark.parametrize("name", ["", " ", "\u3000", "'; DROP TABLE name; --", "%"])
def test_odd_names_find_nothing(graph: KnowledgeGraph, name: str) -> None:
    assert graph.find(name) == []


def test_found_entities_are_those_that_identity_decided(graph: KnowledgeGraph) -> None:
    for entity in graph.entities():
        assert entity in graph.find(entity.label, entity.type)
