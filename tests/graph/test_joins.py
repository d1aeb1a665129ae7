from __future__ import annotations

from itertools import permutations

from govgraph.joins import Joins, one_body
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
