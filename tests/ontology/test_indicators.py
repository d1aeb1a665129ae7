from __future__ import annotations

import pytest

from govgraph_ontology.indicators import (
    counted_alike,
    is_bound,
    is_cumulative,
    official_indicator,
    years_of_plan,
)
from govgraph_ontology.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    "names",
    [
        ("地区生产总值", "GDP", "生产总值", "国内生产总值"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("人均地区生产总值", "人均GDP", "人均生产总值"),
        ("一般公共预算收入", "地方一般公共预算收入"),
        ("社会消费品零售总额", "社零总额", "社消零总额", "社会消费品零售额"),
        ("高新技术企业", "高新技术企业数量", "国家高新技术企业"),
        ("规模以上工业企业", "规上工业企业", "规上工业企业数", "规模以上工业企业数量"),
        ("工业增加值占地区生产总值比重", "工业增加值占GDP比重", "工业占GDP比重"),
        ("“专精特新”中小企业", "专精特新中小企业"),
        ("R&D经费投入强度", "Ｒ＆Ｄ经费投入强度", "研发经费投入强度"),
    ],
)
def test_names_of_one_indicator_have_one_official_name(names: tuple[str, ...]) -> None:
    assert len({official_indicator(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一般公共预算收入", "一般公共预算总收入"),
        ("一般公共预算收入", "一般公共预算支出"),
        ("城镇登记失业率", "城镇调查失业率"),
        ("城镇化率", "户籍人口城镇化率"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("城镇居民人均可支配收入", "居民人均可支配收入"),
        ("工业增加值", "规模以上工业增加值"),
        ("工业投资", "固定资产投资"),
        ("工业投资", "工业技改投资"),
        ("地区生产总值", "人均地区生产总值"),
        ("第二产业增加值", "第三产业增加值"),
        ("粮食产量", "粮食播种面积"),
        ("专精特新中小企业", "专精特新小巨人企业"),
        ("高新技术企业", "科技型中小企业"),
        ("规模以上工业企业", "规模以上服务业企业"),
        ("限上零售业销售额", "限上批发业销售额"),
    ],
)
def test_indicators_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert official_indicator(one) != official_indicator(other)


def test_a_rate_of_growth_is_the_indicator_only_where_the_number_is_a_growth() -> None:
    assert official_indicator("规上工业增加值增速", is_growth=True) == "规模以上工业增加值"
    assert official_indicator("规上工业增加值增速") == "规模以上工业增加值增速"


def test_no_name_is_given_to_two_indicators_and_official_names_stay_as_they_are() -> None:
    table = load_vocabulary("indicators")["names"]
    others = [name for names in table.values() for name in names]
    assert len(others) == len(set(others))
    assert not set(others) & table.keys()
    for official, names in table.items():
        assert {official_indicator(name) for name in (official, *names)} == {official}


def test_a_name_that_needs_its_sentence_is_known() -> None:
    assert is_bound("投资总额")
    assert not is_bound("固定资产投资")


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("新增学位", "五年累计新增学位9000个", True),
        ("固定资产投资", "固定资产投资达到200亿元", True),
        ("地区生产总值", "地区生产总值达到200亿元", False),
    ],
)
def test_what_adds_up_over_the_years_is_known_by_its_words_or_name(
    name: str, words: str, expected: bool
) -> None:
    assert is_cumulative(name, words) == expected


def test_firms_are_counted_alike_and_nothing_else_is() -> None:
    assert counted_alike("规模以上工业企业", "户") == counted_alike("规模以上工业企业", "个") == "家"
    assert counted_alike("规模以上工业企业", "万元") == "万元"
    assert counted_alike("搬迁", "户") == "户"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("云溪市制造业“十四五”规划", (2021, 2025)),
        ("云溪市养老服务行动计划（2024—2026年）", (2024, 2026)),
        ("云溪市科普方案（2021-2025）", (2021, 2025)),
        ("云溪市国土空间规划（2021年至2035年）", (2021, 2035)),
        ("云溪市2023年工作要点", None),
    ],
)
def test_the_title_of_a_plan_says_its_years(title: str, expected: tuple[int, int] | None) -> None:
    assert years_of_plan(title) == expected
