from __future__ import annotations

from itertools import permutations

import pytest

from govgraph.joins import Joins, one_body, one_firm
from govgraph.keys import Key

YUNXI = "示范省/云溪市"


def office(name: str, scope: str = YUNXI) -> Key:
    return Key("Organization", (scope, name))


def test_joins_are_the_same_in_any_order() -> None:
    one, two, three, four = (office(name) for name in ("甲局", "乙局", "丙局", "丁局"))
    pairs = [(one, two), (three, two), (four, three)]
    found = {
        tuple(Joins(order).canonical(key) for key in (one, two, three, four)) for order in permutations(pairs)
    }
    assert found == {(min(one, two, three, four),) * 4}


def test_an_office_of_the_table_stands_for_the_others() -> None:
    known, unknown = office("科学技术局"), office("一个没有的局")
    assert Joins([(unknown, known)]).canonical(unknown) == known


def test_what_nobody_joins_stands_for_itself() -> None:
    assert Joins([]).canonical(office("甲局")) == office("甲局")


def test_bureau_and_commission_of_one_place_are_one_body() -> None:
    bureau, commission = office("发展和改革局"), office("发展和改革委员会")
    assert one_body([bureau, commission]) == [(commission, bureau)]
    assert one_body([bureau, office("发展和改革委员会", "示范省")]) == []
    assert one_body([office("金融工作局"), office("金融工作办公室")]) == []


@pytest.mark.parametrize(
    ("body", "firm"),
    [
        ("青禾水泥有限公司", "云溪市青禾水泥有限公司"),
        ("青禾水泥有限公司", "云溪青禾水泥有限公司"),
        ("青禾水泥有限公司", "青禾水泥有限公司"),
        ("供电局", "示范电网公司云溪供电局"),
        ("供电局", "示范电网有限责任公司云溪市供电局"),
    ],
)
def test_a_firm_that_is_named_as_a_body_too_is_one(body: str, firm: str) -> None:
    organization, enterprise = office(body), Key("Enterprise", (firm,))
    others = [Key("Enterprise", ("丹枫市水泥有限公司",)), office("水务局")]
    pairs = one_firm([organization, enterprise, *others])
    assert pairs == [(organization, enterprise)]
    assert Joins(pairs).canonical(enterprise) == organization


@pytest.mark.parametrize(
    ("body", "firm"),
    [
        ("水泥有限公司", "云溪市青禾水泥有限公司"),
        ("青禾水泥有限公司", "丹枫市青禾水泥有限公司"),
        ("青禾水泥有限公司", "云溪市青禾水泥有限公司永乐分公司"),
        ("供电局", "示范电网公司丹枫供电局"),
        ("供电局", "云溪供电局设计公司"),
        ("水务局", "示范水务公司云溪供电局"),
        ("一个没有的局", "示范公司云溪一个没有的局"),
    ],
)
def test_firms_and_bodies_that_look_alike_stay_apart(body: str, firm: str) -> None:
    assert one_firm([office(body), Key("Enterprise", (firm,))]) == []


def test_a_name_that_two_firms_bear_joins_neither() -> None:
    two = [Key("Enterprise", ("青禾水泥有限公司",)), Key("Enterprise", ("云溪市青禾水泥有限公司",))]
    assert one_firm([office("青禾水泥有限公司"), *two]) == []
