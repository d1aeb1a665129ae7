"""For which place a document speaks: chains from the province down, namesakes told apart by the text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.structure.jurisdiction import (
    complete_chain,
    count_places,
    place_chain,
    province_of_number,
    resolve_chain,
    speaking_place,
)
from loaders.papers import layout_of
from loaders.strategies import chinese_text


@pytest.mark.parametrize(
    ("name", "chain", "place"),
    [
        ("阳江市教育局", "广东省/阳江市", "阳江市"),
        ("广东省阳江市阳西县人民政府", "广东省/阳江市/阳西县", "广东省阳江市阳西县"),
        ("江苏省教育厅", "江苏省", "江苏省"),
        ("苏州市人民政府", "江苏省/苏州市", "苏州市"),
        ("昆山市人民政府", "江苏省/苏州市/昆山市", "昆山市"),
        ("北京市发展和改革委员会", "北京市", "北京市"),
        ("北京市东城区人民政府", "北京市/东城区", "北京市东城区"),
        ("东城区人民政府", "北京市/东城区", "东城区"),
        ("吉林省吉林市人民政府", "吉林省/吉林市", "吉林省吉林市"),
        ("吉林市人民政府", "吉林省/吉林市", "吉林市"),
        ("江苏省徐州市鼓楼区财政局", "江苏省/徐州市/鼓楼区", "江苏省徐州市鼓楼区"),
        ("内蒙古自治区教育厅", "内蒙古自治区", "内蒙古自治区"),
        ("延边朝鲜族自治州延吉市财政局", "吉林省/延边朝鲜族自治州/延吉市", "延边朝鲜族自治州延吉市"),
        ("浦东新区人民政府", "上海市/浦东新区", "浦东新区"),
        ("示范省人民政府", "示范省", "示范省"),
        ("云溪市教育局", "云溪市", "云溪市"),
        ("示范省云溪市青禾县教育局", "示范省/云溪市/青禾县", "示范省云溪市青禾县"),
        ("中共阳江市委", "广东省/阳江市", "中共阳江市"),
        ("共青团云溪市委", "云溪市", "共青团云溪市"),
        ("云溪高新区管委会", "云溪高新区", "云溪高新区"),
    ],
)
def test_a_name_begins_with_its_place(name: str, chain: str, place: str) -> None:
    assert place_chain(name) == (chain, len(place))


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("云溪市市场监管局", "云溪市"),
        ("丹枫区区域发展局", "丹枫区"),
        ("阳江市市政管理局", "广东省/阳江市"),
    ],
)
def test_the_level_that_begins_the_name_of_an_office_is_no_place(name: str, chain: str) -> None:
    assert place_chain(name)[0] == chain


@pytest.mark.parametrize(
    "name",
    [
        "",
        "市场监管局",
        "市教育局",
        "县域经济",
        "我市",
        "全市",
        "各县区",
        "关于",
        "有关地区",
        "国家发展改革委",
        "市区",
        "自治区人民政府",
        "直辖市人民政府",
        "选举市人民政府市长",
    ],
)
def test_what_names_no_place_has_no_chain(name: str) -> None:
    assert place_chain(name) == ("", 0)


@pytest.mark.parametrize("name", ["城区停车管理办法", "郊区绿化", "矿区治理方案"])
def test_a_common_word_that_one_city_uses_as_a_name_is_no_place(name: str) -> None:
    assert place_chain(name) == ("", 0)


def test_an_unknown_county_stands_between_city_and_town() -> None:
    assert place_chain("云溪市青禾县白鹭镇人民政府")[0] == "云溪市/青禾县/白鹭镇"


@pytest.mark.parametrize(
    ("hints", "chain"),
    [
        ({"福建省": 1, "福州市": 2}, "福建省/福州市/鼓楼区"),
        ({"徐州市": 3, "江苏省": 1}, "江苏省/徐州市/鼓楼区"),
        ({"开封市": 1}, "河南省/开封市/鼓楼区"),
    ],
)
def test_namesakes_are_told_apart_by_what_the_text_names(hints: dict[str, int], chain: str) -> None:
    assert place_chain("鼓楼区教育局", Counter(hints))[0] == chain


def test_the_place_named_above_decides_between_namesakes() -> None:
    assert resolve_chain(["贵阳市", "白云区"]) == "贵州省/贵阳市/白云区"
    assert resolve_chain(["广州市", "白云区"]) == "广东省/广州市/白云区"


def test_namesakes_without_a_hint_are_not_guessed() -> None:
    assert place_chain("鼓楼区教育局")[0] == "鼓楼区"


def test_provinces_and_cities_of_the_tables_are_counted() -> None:
    counts = count_places("江苏省苏州市与苏州市工业园区，示范省云溪市。")
    assert counts["江苏省"] == 1
    assert counts["苏州市"] == 2
    assert counts["云溪市"] == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("——2024年1月9日在青禾县第十六届人民代表大会第四次会议上", "青禾县"),
        ("现在，我代表青禾县人民政府，向大会报告工作。", "青禾县"),
        ("我代表苏州市人民政府向大会作报告。", "江苏省/苏州市"),
        ("各位代表：过去一年成绩很大。", ""),
    ],
)
def test_an_unsigned_report_speaks_for_the_government_that_it_names(text: str, place: str) -> None:
    assert speaking_place(text) == place


@pytest.mark.parametrize(
    ("place", "text", "chain"),
    [
        ("青禾县", "云溪市青禾县。示范省云溪市。", "示范省/云溪市/青禾县"),
        pytest.param(
            "青禾县",
            "云溪市青禾县地处示范省云溪市东部。",
            "示范省/云溪市/青禾县",
        ),
        pytest.param(
            "阳江高新区",
            "地处广东省阳江市阳江高新区。",
            "广东省/阳江市/阳江高新技术产业开发区",
        ),
        ("云溪市", "示范省云溪市人民政府", "示范省/云溪市"),
        ("青禾县", "全县上下团结一心。", "青禾县"),
        ("广东省/阳江市", "示范省阳江市", "广东省/阳江市"),
        ("示范省/云溪市", "其他省云溪市", "示范省/云溪市"),
    ],
)
def test_a_place_that_no_table_knows_is_completed_from_the_text(place: str, text: str, chain: str) -> None:
    assert complete_chain(place, text) == chain


@given(chinese_text)
def test_a_chain_is_parted_by_single_slashes(text: str) -> None:
    chain, end = place_chain(text)
    assert 0 <= end <= len(text)
    assert (chain == "") == (end == 0)
    assert "" not in chain.split("/") or chain == ""


BODY = "\n\n各有关单位：\n\n请做好工作。{hint}\n"


@pytest.mark.parametrize(
    ("title", "hint", "jurisdiction"),
    [
        ("阳江市人民政府关于开展绿化的通知", "", "广东省/阳江市"),
        ("关于开展绿化的通知", "阳江市各部门要负起责任。", "广东省/阳江市"),
        ("北京市东城区人民政府关于开展绿化的通知", "", "北京市/东城区"),
        ("白云区人民政府关于开展绿化的通知", "报贵州省贵阳市备案。", "贵州省/贵阳市/白云区"),
        (
            "青禾县人民政府关于开展绿化的通知",
            "云溪市青禾县人民政府，示范省云溪市人民政府。",
            "示范省/云溪市/青禾县",
        ),
        ("国务院关于开展绿化的通知", "各省、自治区、直辖市人民政府要抓好落实。", ""),
        ("关于表彰阳江市绿化先进单位的决定", "", "广东省/阳江市"),
        ("关于印发2024年阳江市绿化方案的通知", "", "广东省/阳江市"),
        ("中共云溪市委 云溪市人民政府关于开展绿化的意见", "", "云溪市"),
        ("中共阳江市委 阳江市人民政府关于开展绿化的意见", "", "广东省/阳江市"),
        pytest.param(
            "关于城区停车管理的通知",
            "云溪市人民政府2024年3月1日",
            "云溪市",
        ),
    ],
)
def test_a_document_speaks_for_the_place_of_its_title_or_its_text(
    title: str, hint: str, jurisdiction: str
) -> None:
    (document,) = layout_of(title + BODY.format(hint=hint)).documents
    assert document.jurisdiction == jurisdiction


def test_the_issuer_speaks_louder_than_the_title() -> None:
    text = "关于转发阳江市绿化经验的通知\n\n各单位：\n\n请学习。\n\n云溪市人民政府\n\n2024年3月1日\n"
    assert layout_of(text).documents[0].jurisdiction == "云溪市"


def test_a_printed_plan_speaks_for_the_place_of_its_notice() -> None:
    text = (
        "苏州市人民政府关于印发《绿化行动方案》的通知\n\n各单位：\n\n现将《绿化行动方案》印发给你们。\n\n"
        "苏州市人民政府\n\n2024年3月1日\n\n绿化行动方案\n\n一、总体要求\n\n坚持绿化。\n"
    )
    assert [document.jurisdiction for document in layout_of(text).documents] == ["江苏省/苏州市"] * 2


@given(st.sampled_from(["青禾县", "云溪市", "丹枫区"]), chinese_text)
def test_completing_a_chain_keeps_the_place_at_its_end(place: str, text: str) -> None:
    assert complete_chain(place, text + place).endswith(place)


def test_the_number_of_a_document_tells_the_province_of_an_issuer_that_says_only_its_level() -> None:
    assert province_of_number(["省人民政府"], ["鄂政发〔2018〕26号"]) == "湖北省"
    assert province_of_number(["自治区人民政府办公厅"], ["桂政办发〔2024〕3号"]) == "广西壮族自治区"
    text = "省人民政府关于节约用水的意见\n\n鄂政发〔2018〕26号\n\n各市：\n\n请节约用水。\n"
    assert layout_of(text).documents[0].jurisdiction == "湖北省"


@pytest.mark.parametrize(
    ("name", "number"), [("县人民政府", "新政发〔2024〕1号"), ("省人民政府", "示政发〔2024〕1号")]
)
def test_the_number_of_a_county_or_of_no_province_tells_none(name: str, number: str) -> None:
    assert province_of_number([name], [number]) == ""


def test_a_government_to_which_something_is_reported_has_no_verb_in_its_name() -> None:
    assert speaking_place("各单位要将方案报送市人民政府督查室") == ""


def test_a_congress_on_the_line_below_its_place_tells_the_place() -> None:
    text = "——2023年1月5日在云溪市丹枫区\n\n  第四届人民代表大会第二次会议上"
    assert speaking_place(text) == "云溪市/丹枫区"
