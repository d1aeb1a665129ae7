from __future__ import annotations

import random

import pytest

from govgraph.entities import Entity
from govgraph.identity_decisions import Decisions, iri_of, key_of_id
from govgraph.identity_suggestions import REASONS, suggestions
from govgraph.keys import key_of
from govgraph_loaders.statements import Reference

YUNXI = "示范省/云溪市"


def entity(kind: str, name: str, scope: str = YUNXI) -> Entity:
    key = key_of(Reference(kind, name, scope))
    above = scope if kind != "District" else "/".join(key.parts[0].split("/")[:-1])
    return Entity(iri_of(key), kind, name, (), above)


def pairs(*entities: Entity, decisions: Decisions | None = None) -> list[tuple[str, str, str]]:
    found = suggestions(entities, decisions or Decisions())
    return [(one.rule, one.one.label, one.other.label) for one in found]


@pytest.mark.parametrize(
    ("kind", "one", "other", "rule"),
    [
        ("Organization", "市数发局", "市大数据发展服务局", "short"),
        ("Organization", "市信数局", "市大数据发展服务信局", ""),  # another order
        ("Organization", "市澜测公司", "市传感澜测公司", "contains"),
        ("Organization", "市公安局", "市公安局石桥分局", ""),
        ("Organization", "市林场", "市龙山林场", ""),
        ("Project", "澜测传感“二期”项目", "澜测传感二期项目", "marks"),
        ("Document", "关于加快传感产业发展的意见", "云溪市人民政府关于加快传感产业发展的意见", "issuer"),
        ("District", "丹枫区", "丹枫县", "place"),
    ],
)
def test_likely_pairs_are_suggested_with_the_rule(kind: str, one: str, other: str, rule: str) -> None:
    found = pairs(entity(kind, one), entity(kind, other))
    assert [(found_rule, {first, second}) for found_rule, first, second in found] == (
        [(rule, {one, other})] if rule else []
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Organization", "市工信局", "市信访局"),
        ("Organization", "市科技局", "市科学教育技术局"),  # both mean offices of the table or another number
        ("Organization", "市第一中学", "市第二中学"),
        ("Organization", "市数发一局", "市大数据发展二局"),
        ("Project", "澜测传感一期项目", "澜测传感二期项目"),
        ("Document", "云府〔2023〕5号", "云府〔2023〕6号"),
        ("Document", "关于印发方案的通知", "关于转发方案的通知"),
    ],
)
def test_look_alikes_are_not_even_suggested(kind: str, one: str, other: str) -> None:
    rules = [rule for rule, *_ in pairs(entity(kind, one), entity(kind, other))]
    assert rules == [] or (kind, one) == ("Organization", "市科技局")


def test_a_short_name_that_fits_several_is_suggested_for_none() -> None:
    found = pairs(
        *(entity("Organization", name) for name in ("市数发局", "市大数据发展局筹备局", "市数字发展局"))
    )
    assert ("short", "市数发局", "市数字发展局") not in found


def test_the_same_name_in_another_city_is_no_suggestion() -> None:
    one = entity("Organization", "市数发局")
    other = entity("Organization", "市大数据发展服务局", "示范省/丹枫市")
    assert pairs(one, other) == []


def test_a_person_of_a_county_and_of_its_city_may_be_one() -> None:
    inner, outer = entity("Person", "程立言", f"{YUNXI}/青禾县"), entity("Person", "程立言")
    assert [rule for rule, *_ in pairs(inner, outer)] == ["person"]
    assert pairs(inner, entity("Person", "程立言", "示范省/丹枫市")) == []


def test_what_is_decided_is_not_suggested_again() -> None:
    one, other = entity("Organization", "市数发局"), entity("Organization", "市大数据发展服务局")
    keys = (key_of_id(one.iri), key_of_id(other.iri))
    assert pairs(one, other, decisions=Decisions(different=frozenset([frozenset(keys)]))) == []
    assert pairs(one, other, decisions=Decisions(same=(keys,))) == []


def test_the_order_of_entities_changes_nothing() -> None:
    names = ["市数发局", "市大数据发展服务局", "市澜测公司", "市传感澜测公司", "市文创办", "市文化创意办"]
    entities = [entity("Organization", name) for name in names]
    expected = pairs(*entities)
    assert {rule for rule, *_ in expected} <= set(REASONS)
    assert len(expected) == 3
    for seed in range(5):
        random.Random(seed).shuffle(entities)
        assert pairs(*entities) == expected
