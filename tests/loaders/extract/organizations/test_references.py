"""Whose office a name means in a document: its place, its issuer, its class."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.organizations import (
    organization_reference,
    scope_of,
)
from loaders.papers import layout_of, notice
from loaders.strategies import chinese_text

YANGJIANG = "广东省/阳江市"


QINGHE = "示范省/云溪市/青禾县"


@pytest.mark.parametrize(
    ("name", "jurisdiction", "scope"),
    [
        ("市教育局", YANGJIANG, YANGJIANG),
        ("市教育局", "广东省/阳江市/阳西县", YANGJIANG),
        ("市教育局", "江苏省/苏州市/昆山市", "江苏省/苏州市/昆山市"),
        ("市教育局", "北京市/东城区", "北京市"),
        ("区教育局", "北京市/东城区", "北京市/东城区"),
        ("县教育局", QINGHE, QINGHE),
        ("省教育厅", YANGJIANG, "广东省"),
        ("省教育厅", QINGHE, "示范省"),
        ("州教育局", "湖北省/恩施土家族苗族自治州", "湖北省/恩施土家族苗族自治州"),
        ("市委组织部", YANGJIANG, YANGJIANG),
        ("市直各部门", YANGJIANG, YANGJIANG),
        ("各县（市、区）人民政府", YANGJIANG, YANGJIANG),
        ("团市委", YANGJIANG, YANGJIANG),
        ("阳江市教育局", YANGJIANG, YANGJIANG),
        ("阳江市教育局", "广东省/阳江市/阳西县", YANGJIANG),
        ("苏州市教育局", YANGJIANG, "江苏省/苏州市"),
        ("云溪市教育局", QINGHE, "示范省/云溪市"),
        ("青禾县教育局", "示范省/云溪市", QINGHE),
        ("丹枫区人民政府", "示范省/云溪市", "示范省/云溪市/丹枫区"),
        ("临湖区政府", QINGHE, "示范省/云溪市/临湖区"),
        ("高新区管委会", "示范省/云溪市", "示范省/云溪市"),
        ("人行阳江中心支行", "广东省", YANGJIANG),
        ("阳江海关", "广东省/茂名市", YANGJIANG),
        ("阳江海关", "湖南省/长沙市", "湖南省/长沙市"),
        ("杭州市政府", "浙江省", "浙江省/杭州市"),
        ("杭州市政协", "浙江省", "浙江省/杭州市"),
        ("城东区政府", YANGJIANG, "广东省/阳江市/城东区"),
        ("麻章区政府", YANGJIANG, "广东省/湛江市/麻章区"),
        ("西宁市城东区政府", YANGJIANG, "青海省/西宁市/城东区"),
        ("昆山市财政局", YANGJIANG, "江苏省/苏州市/昆山市"),
        ("国务院", YANGJIANG, ""),
        ("国家发展改革委", YANGJIANG, ""),
        ("财政部", YANGJIANG, ""),
        ("市教育局", "", ""),
    ],
)
def test_a_level_or_a_place_in_the_name_says_whose_office_it_is(
    name: str, jurisdiction: str, scope: str
) -> None:
    assert scope_of(name, jurisdiction) == scope


@pytest.mark.parametrize(
    ("name", "jurisdiction", "scope"),
    [
        ("自治区教育厅", "内蒙古自治区/包头市", "内蒙古自治区"),
        ("国家税务总局阳江市税务局", YANGJIANG, YANGJIANG),
    ],
)
def test_an_office_above_or_of_the_nation_has_its_own_place(name: str, jurisdiction: str, scope: str) -> None:
    assert scope_of(name, jurisdiction) == scope


def test_the_office_of_a_level_that_the_document_is_above_is_kept_apart() -> None:
    county = scope_of("县公安局", YANGJIANG)
    assert county not in {"", YANGJIANG, "广东省"}
    assert scope_of("省教育厅", "云溪市") not in {"", "云溪市"}


def test_two_cities_have_two_bureaus_of_one_name() -> None:
    assert scope_of("市教育局", YANGJIANG) != scope_of("市教育局", "江苏省/苏州市")


def test_our_bureau_is_the_issuer() -> None:
    text = notice(
        "云溪市教育局关于开放操场的通知", "请将情况报我局。", issuer="云溪市教育局", number="云教〔2024〕3号"
    )
    layout = layout_of(text)
    reference = organization_reference("我局", layout.documents[0], layout)
    assert (reference.type, reference.name, reference.scope) == ("Organization", "云溪市教育局", "云溪市")


def test_a_second_name_in_brackets_is_an_alias() -> None:
    layout = layout_of(notice("云溪市人民政府关于防汛的通知", "请做好防汛。"))
    reference = organization_reference("市文化广电旅游局（市文物局）", layout.documents[0], layout)
    assert reference.name == "市文化广电旅游局"
    assert any("市文物局" in alias for alias in reference.aliases)


def test_a_group_is_of_the_class_of_groups() -> None:
    layout = layout_of(notice("云溪市人民政府关于防汛的通知", "请做好防汛。"))
    reference = organization_reference("各县（市、区）人民政府（管委会）", layout.documents[0], layout)
    assert (reference.type, reference.name, reference.scope) == (
        "OrganizationGroup",
        "各县（市、区）人民政府（管委会）",
        "云溪市",
    )


@given(chinese_text.filter(bool), st.sampled_from(["", "云溪市", YANGJIANG, QINGHE]))
def test_every_name_has_a_scope_of_whole_segments(name: str, jurisdiction: str) -> None:
    scope = scope_of(name, jurisdiction)
    assert scope == "" or "" not in scope.split("/")
