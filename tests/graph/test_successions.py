from __future__ import annotations

from govgraph.entities import Entity
from govgraph.governments import governments
from govgraph.identity_decisions import iri_of
from govgraph.keys import key_of
from govgraph.successions import successions
from govgraph_loaders.statements import Reference
from govgraph_ontology.iri import entity_iri
from govgraph_ontology.terms import DCTERMS, GOV, ORG, SCHEMA

YUNXI = "示范省/云溪市"


def office(name: str, scope: str = YUNXI) -> Entity:
    key = key_of(Reference("Organization", name, scope))
    return Entity(iri_of(key), "Organization", name, (), key.parts[0])


def links(*entities: Entity) -> set[tuple[str, str, str]]:
    labels = {one.iri: one.label for one in entities}
    inferences, _ = successions(entities)
    return {
        (
            labels.get(one.subject, "event"),
            one.predicate.split("/")[-1].split("#")[-1],
            labels.get(one.object, "event"),
        )
        for one in inferences
    }


def test_predecessor_and_successor_of_one_place_are_linked_by_an_event() -> None:
    assert links(office("市国土局"), office("市自然资源局"), office("市教育局")) == {
        ("市国土局", "changedBy", "event"),
        ("event", "originalOrganization", "市国土局"),
        ("event", "resultingOrganization", "市自然资源局"),
        ("市自然资源局", "resultedFrom", "event"),
        ("市自然资源局", "replaces", "市国土局"),
    }


def test_the_finance_office_became_the_finance_bureau_under_the_name_that_the_place_gives_it() -> None:
    for bureau in ("地方金融监管局", "金融局"):
        assert ("市" + bureau, "replaces", "市金融办") in links(office("市金融办"), office("市" + bureau))
    later = links(office("市金融办"), office("市地方金融监管局"), office("市地方金融管理局"))
    assert ("市地方金融管理局", "replaces", "市地方金融监管局") in later
    assert ("市地方金融管理局", "replaces", "市金融办") not in later


def test_several_predecessors_share_one_event() -> None:
    found = links(office("市工商局"), office("市质监局"), office("市市场监管局"))
    assert {one for one, predicate, _ in found if predicate == "changedBy"} == {"市工商局", "市质监局"}
    inferences, _ = successions([office("市工商局"), office("市质监局"), office("市市场监管局")])
    assert len({one.subject for one in inferences if one.predicate == str(ORG.resultingOrganization)}) == 1


def test_what_was_absorbed_is_not_replaced() -> None:
    found = links(office("市乡村振兴局"), office("市农业农村局"))
    assert ("市乡村振兴局", "changedBy", "event") in found
    assert not any(predicate == "replaces" for _, predicate, _ in found)


def test_offices_of_two_places_and_of_no_reform_are_not_linked() -> None:
    assert links(office("市国土局"), office("市自然资源局", "示范省/丹枫市")) == set()
    assert links(office("市教育局"), office("市体育局")) == set()


def test_of_several_that_may_have_followed_none_is_taken() -> None:
    assert links(office("市文化局"), office("市文化和旅游局"), office("市文化广电旅游体育局")) == set()


def test_the_event_has_the_dates_of_its_reform() -> None:
    _, quads = successions([office("市环保局"), office("市生态环境局")])
    dates = {quad.predicate.value: quad.object.value for quad in quads if "Date" in quad.predicate.value}
    assert dates == {str(SCHEMA.startDate): "2018-03-21", str(SCHEMA.endDate): "2019-03-31"}


def test_predecessor_and_successor_stay_two_entities() -> None:
    assert office("市国土局").iri != office("市自然资源局").iri
    assert str(DCTERMS.replaces).endswith("replaces")


def test_governments_and_committees_govern_their_districts() -> None:
    found = governments(
        [
            office("市政府"),
            office("高新区管委会"),
            office("桃源街道办", f"{YUNXI}/青禾县"),
            office("市教育局"),
        ]
    )
    assert {(one.predicate, one.object, one.rule) for one in found} == {
        (str(GOV.governs), str(entity_iri("District", YUNXI)), "place.government"),
        (str(GOV.governs), str(entity_iri("District", f"{YUNXI}/云溪高新区")), "place.committee"),
        (str(GOV.governs), str(entity_iri("District", f"{YUNXI}/青禾县/桃源街道")), "place.government"),
    }
