from __future__ import annotations

import pytest

from govgraph.entities import Entity
from govgraph.groups import group_members
from govgraph.identity_decisions import iri_of
from govgraph.keys import key_of
from govgraph_loaders.statements import Reference
from govgraph_ontology.terms import ORG

YUNXI = "示范省/云溪市"


def entity(kind: str, name: str, scope: str = YUNXI) -> Entity:
    key = key_of(Reference(kind, name, scope))
    return Entity(iri_of(key), kind, name, (), key.parts[0] if kind == "Organization" else scope)


STORE = [
    entity("Organization", name, scope)
    for name, scope in [
        ("县政府", f"{YUNXI}/青禾县"),
        ("丹枫区人民政府", f"{YUNXI}/丹枫区"),
        ("市政府", f"{YUNXI}/临湖市"),
        ("区教育局", f"{YUNXI}/丹枫区"),
        ("高新区管委会", YUNXI),
        ("石桥镇政府", f"{YUNXI}/青禾县"),
        ("桃源街道办事处", f"{YUNXI}/青禾县"),
        ("柳河乡政府", f"{YUNXI}/青禾县"),
        ("市政府", YUNXI),
        ("市人民政府", "示范省/丹枫市"),
        ("县政府", "示范省/丹枫市/临川县"),
    ]
]


def members(name: str, scope: str = YUNXI, *mentions: str) -> set[str]:
    group = entity("OrganizationGroup", name, scope)
    named = {group.iri: [(text, text.index(name), text.index(name) + len(name)) for text in mentions]}
    found = list(group_members([*STORE, group], named))
    assert all(one.predicate == str(ORG.hasMember) and one.subject == group.iri for one in found)
    labels = {one.iri: one.label for one in STORE}
    return {labels[one.object] for one in found}


@pytest.mark.parametrize(
    ("name", "scope", "expected"),
    [
        ("各县（市、区）人民政府", YUNXI, {"县政府", "丹枫区人民政府", "市政府"}),
        ("各县（市、区）人民政府（管委会）", YUNXI, {"县政府", "丹枫区人民政府", "市政府", "高新区管委会"}),
        ("各县（市、区）", YUNXI, {"县政府", "丹枫区人民政府", "市政府"}),
        ("各县（区）人民政府", YUNXI, {"县政府", "丹枫区人民政府"}),
        ("各区人民政府", YUNXI, {"丹枫区人民政府"}),
        ("全市各县市区政府", YUNXI, {"县政府", "丹枫区人民政府", "市政府"}),
        ("各镇（街道）", f"{YUNXI}/青禾县", {"石桥镇政府", "桃源街道办事处"}),
        ("各镇（街道、办事处）", f"{YUNXI}/青禾县", {"石桥镇政府", "桃源街道办事处"}),
        ("各乡镇人民政府、街道办事处", f"{YUNXI}/青禾县", set()),
        ("各乡镇（街道）", f"{YUNXI}/青禾县", {"石桥镇政府", "柳河乡政府", "桃源街道办事处"}),
        ("各镇街", f"{YUNXI}/青禾县", {"石桥镇政府", "桃源街道办事处"}),
        ("各镇人民政府", f"{YUNXI}/青禾县", {"石桥镇政府"}),
        ("各市人民政府", "示范省", {"市政府", "市人民政府"}),
        ("各地级以上市人民政府", "示范省", {"市政府", "市人民政府"}),
    ],
)
def test_members_are_the_governments_of_the_places_meant(name: str, scope: str, expected: set[str]) -> None:
    assert members(name, scope) == expected


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("有关单位", YUNXI),
        ("各有关单位", YUNXI),
        ("市直各部门", YUNXI),
        ("市直有关部门", YUNXI),
        ("各行业主管部门", YUNXI),
        ("各县（市、区）党委", YUNXI),
        ("有关乡镇", f"{YUNXI}/青禾县"),
        ("各县（市、区）人民政府", "示范省"),  # counties of a province are not right below it
        ("各县（市、区）人民政府", f"{YUNXI}/青禾县"),
        ("各县（市、区）人民政府", "示范省/丹枫市/临川县"),
    ],
)
def test_a_group_whose_members_are_uncertain_has_none(name: str, scope: str) -> None:
    assert members(name, scope) == set()


@pytest.mark.parametrize(
    "text",
    [
        "〔各县（市、区）人民政府（除丹枫区外）结合职责抓好落实〕",
        "除青禾县外，各县（市、区）人民政府结合职责抓好落实",
        "各县（市、区）人民政府（不含丹枫区）负责",
    ],
)
def test_an_exception_in_the_text_is_a_refusal(text: str) -> None:
    name = "各县（市、区）人民政府"
    assert members(name, YUNXI, text) == set()
    assert members(name, YUNXI, f"〔{name}负责〕") != set()


def test_an_exception_far_from_the_name_is_none() -> None:
    name = "各县（市、区）人民政府"
    assert members(name, YUNXI, f"{name}负责。{'此外另有安排。' * 10}除丹枫区外，均须完成。") != set()
