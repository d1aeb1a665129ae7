from __future__ import annotations

import pytest

from govgraph.places import district_chain, own_office, whole_scopes

YUNXI = "示范省/云溪市"
YANGJIANG = "广东省/阳江市"
LECHANG = "广东省/韶关市/乐昌市"


@pytest.mark.parametrize(
    ("name", "scope", "chain"),
    [
        ("云溪市", YUNXI, ("示范省", "云溪市")),
        ("云溪", YUNXI, ("示范省", "云溪市")),
        ("示范省", YUNXI, ("示范省",)),
        ("青禾镇", YUNXI, ("示范省", "云溪市", "青禾镇")),
        ("云溪市青禾镇", YUNXI, ("示范省", "云溪市", "青禾镇")),
        ("海淀区", "北京市", ("北京市", "海淀区")),
        ("成都市", YUNXI, ("四川省", "成都市")),
        ("朝阳区", "北京市", ("北京市", "朝阳区")),
    ],
)
def test_places_are_looked_for_from_the_inside_out(name: str, scope: str, chain: tuple[str, ...]) -> None:
    assert district_chain(name, scope) == chain


def test_a_name_of_many_places_stays_a_place_of_its_own() -> None:
    assert district_chain("鼓楼区", YUNXI) == ("示范省", "云溪市", "鼓楼区")


@pytest.mark.parametrize(
    ("name", "scope"),
    [("虎门镇", LECHANG), ("横店镇", LECHANG), ("博白", LECHANG), ("昆山", YANGJIANG)],
)
def test_a_text_does_not_mean_a_namesake_far_away(name: str, scope: str) -> None:
    """The table has one bearer, but it is a town, or said without its kind, of another province."""
    chain = district_chain(name, scope)
    assert chain[0] == "广东省"
    assert name != "虎门镇" or chain == ("广东省", "东莞市", "虎门镇")


@pytest.mark.parametrize(
    ("name", "scope", "place", "office"),
    [
        ("市科技局", YUNXI, YUNXI, "科技局"),
        ("石桥镇政府", f"{YUNXI}/青禾县", f"{YUNXI}/青禾县/石桥镇", "政府"),
        ("桃源街道办事处", f"{YUNXI}/青禾县", f"{YUNXI}/青禾县/桃源街道", "办事处"),
        ("三溪镇", LECHANG, f"{LECHANG}/三溪镇", "人民政府"),
        ("石桥镇", f"{YUNXI}/青禾县", f"{YUNXI}/青禾县/石桥镇", "人民政府"),
        ("乐城街道", LECHANG, f"{LECHANG}/乐城街道", "街道办事处"),
        ("阳东区", YANGJIANG, f"{YANGJIANG}/阳东区", "人民政府"),
        ("阳东区人民政府", YANGJIANG, f"{YANGJIANG}/阳东区", "人民政府"),
        ("阳东公安分局", YANGJIANG, f"{YANGJIANG}/阳东区", "公安分局"),
        ("市公安局阳东分局", YANGJIANG, f"{YANGJIANG}/阳东区", "公安局分局"),
        ("滨海新区管委会", YANGJIANG, f"{YANGJIANG}/阳江滨海新区", "管委会"),
        ("海陵试验区管委会", YANGJIANG, f"{YANGJIANG}/海陵岛经济开发试验区", "管委会"),
        ("高新区", YANGJIANG, f"{YANGJIANG}/阳江高新技术产业开发区", "管理委员会"),
        ("云溪高新区管委会", YUNXI, f"{YUNXI}/云溪高新区", "管委会"),
        ("中国人民银行阳江市分行", "", YANGJIANG, "中国人民银行分行"),
        ("国家统计局阳江调查队", "", YANGJIANG, "国家统计局调查队"),
    ],
)
def test_an_office_is_of_the_place_that_its_name_says(name: str, scope: str, place: str, office: str) -> None:
    assert own_office(name, scope) == (place, office)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("阳东区域协调办", YANGJIANG),  # 区域, not 阳东区
        ("传感小镇", f"{YUNXI}/青禾县"),  # no town with a government
        ("国家金融监督管理总局云溪监管分局", ""),  # of a city that no table has, not of 岳阳's 云溪区
        ("本镇政府", LECHANG),
        ("各乡镇政府", LECHANG),
        ("村镇银行", LECHANG),
        ("梅花镇中心卫生院", LECHANG),
        ("中国人民银行某地分行", ""),
        ("国家税务总局", ""),
    ],
)
def test_what_is_no_place_stays_part_of_the_name(name: str, scope: str) -> None:
    assert own_office(name, scope) == (scope, name)


def test_a_scope_that_begins_below_the_top_is_completed_by_another() -> None:
    assert whole_scopes(["青禾县", "青禾县/石桥镇", "云溪市/青禾县", "云溪市"]) == {
        "青禾县": "云溪市/青禾县",
        "青禾县/石桥镇": "云溪市/青禾县/石桥镇",
    }


def test_a_scope_is_completed_only_where_one_place_is_meant() -> None:
    assert whole_scopes(["青禾县", "云溪市/青禾县", "丹枫市/青禾县"]) == {}
    assert whole_scopes(["朝阳区", "北京市/朝阳区"]) == {}  # the table has several: not for us to choose
    assert whole_scopes(["", "示范省", "示范省/云溪市"]) == {}
