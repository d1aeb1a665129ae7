import pytest

from govgraph_loaders.extract.indicators import Lead
from govgraph_loaders.extract.measure_names import full_name, names_apart, names_dealt, place_names


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("城镇和农村常住居民人均可支配收入", 2, ("城镇常住居民人均可支配收入", "农村常住居民人均可支配收入")),
        ("城镇居民和农村居民人均可支配收入", 2, ("城镇居民人均可支配收入", "农村居民人均可支配收入")),
        ("农林牧渔业、服务业增加值", 2, ("农林牧渔业增加值", "服务业增加值")),
        ("一般公共预算收入、税收收入", 2, ("一般公共预算收入", "税收收入")),
        ("投资总额、GDP和财政收入", 3, ("投资总额", "GDP", "财政收入")),
        ("GDP和财政收入占全县比重", 2, ("GDP占全县比重", "财政收入占全县比重")),
        ("一二三产增加值", 3, ("一产增加值", "二产增加值", "三产增加值")),
        ("肉、奶产量", 2, ("肉产量", "奶产量")),
        ("外省游客、入境游客", 2, ("外省游客", "入境游客")),
    ],
)
def test_names_of_numbers_in_a_row_are_told_apart(name: str, count: int, expected: tuple[str, ...]) -> None:
    assert names_apart(name, count) == expected


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("规上工业增加值", 2),
        ("投资、消费和出口总额", 2),
        ("丹枫新城、青禾县固定资产投资", 2),
        ("一二三产增加值", 2),
    ],
)
def test_names_that_are_not_as_many_stay_together(name: str, count: int) -> None:
    assert names_apart(name, count) == ()


def _lead(name: str) -> Lead:
    return Lead(name, "", 0, "", "", "", adjacent=False)


@pytest.mark.parametrize("name", ["丹枫区", "青禾县、临水镇", "云溪经济开发区"])
def test_places_are_told_from_their_names(name: str) -> None:
    assert place_names(_lead(name))


@pytest.mark.parametrize(
    "name", ["美食街区", "先导区", "绿色工业园区", "老旧小区", "特色小镇", "丹枫区、示范区"]
)
def test_what_only_ends_like_a_place_is_none(name: str) -> None:
    assert place_names(_lead(name)) == ()


@pytest.mark.parametrize(
    ("name", "before", "expected"),
    [
        ("占全市比重", "数字经济增加值", "数字经济增加值占全市比重"),
        ("完成率", "农村改厕", "农村改厕完成率"),
        ("年计划", "固定资产投资", "固定资产投资"),
        ("3亿元以上", "亿元以上项目", "3亿元以上项目"),
        ("学位", "幼儿园", "学位"),
        ("年计划", "", "年计划"),
    ],
)
def test_name_leans_on_the_one_before(name: str, before: str, expected: str) -> None:
    assert full_name(name, before, joined=False) == expected


def test_levels_share_the_noun_of_the_last() -> None:
    assert names_dealt("省、市卫生村") == ("省卫生村", "市卫生村")
