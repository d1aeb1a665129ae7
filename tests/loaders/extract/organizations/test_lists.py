"""Organizations in a list: parted by every separator and by none, brackets kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.cleanview import CleanViewBuilder
from govgraph_loaders.extract.organizations import (
    is_organization,
    read_organizations,
)
from loaders.strategies import chinese_text, genre_text


def listed(text: str) -> list[str]:
    """The names of a list as they are read through the clean view."""
    builder = CleanViewBuilder(text)
    builder.append(0, len(text))
    view = builder.build()
    names = read_organizations(view.text, 0, len(view.text), view.gaps)
    return [name.name for name in names]


@pytest.mark.parametrize(
    "separator",
    ["、", "，", ",", "；", ";", " ", "\u3000", "/", "和", "及", "与", "以及", "、 ", " 、 ", "", "\n"],
)
def test_a_list_is_parted_by_every_separator_and_by_none(separator: str) -> None:
    names = ["市教育局", "市财政局", "市农业农村局"]
    assert listed(separator.join(names)) == names


@given(
    st.lists(
        st.sampled_from(
            ["市教育局", "市财政局", "县发展改革局", "省工业和信息化厅", "区住建局", "团市委", "市妇联"]
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["、", "，", "；", ","]),
)
def test_every_member_of_a_list_is_read_in_order(names: list[str], separator: str) -> None:
    assert listed(separator.join(names)) == names


@pytest.mark.parametrize(
    "name",
    [
        "市人力资源和社会保障局",
        "市住房和城乡建设局",
        "省工业和信息化厅",
        "市政务服务和数据管理局",
        "市城市管理和综合执法局",
        "市级机关事务管理局",
    ],
)
def test_an_and_within_an_official_name_parts_nothing(name: str) -> None:
    assert listed(f"{name}、市财政局") == [name, "市财政局"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市文化广电旅游局（市文物局）、市科协", ["市文化广电旅游局（市文物局）", "市科协"]),
        ("市发展改革委（市能源局、市粮食局）、市水利局", ["市发展改革委（市能源局、市粮食局）", "市水利局"]),
        ("各县（市、区）人民政府（管委会）", ["各县（市、区）人民政府（管委会）"]),
        ("各镇（街道）、各村（社区）", ["各镇（街道）", "各村（社区）"]),
    ],
)
def test_what_stands_in_brackets_is_never_parted(text: str, names: list[str]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    "tail", ["等", "等单位", "等部门", "等有关单位", "等有关部门", "等相关部门", "等市直单位", "等成员单位"]
)
def test_a_list_that_goes_on_loses_its_tail(tail: str) -> None:
    assert listed(f"市教育局、市财政局{tail}") == ["市教育局", "市财政局"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市教育局*、市财政局", ["市教育局", "市财政局"]),
        ("*市教育局、市财政局", ["市教育局", "市财政局"]),
        ("国网云溪供电公司、云溪海关、云溪银保监分局", ["国网云溪供电公司", "云溪海关", "云溪银保监分局"]),
        ("中国电信云溪分公司、云溪移动、云溪铁塔", ["中国电信云溪分公司", "云溪移动", "云溪铁塔"]),
        ("市中级人民法院、市检察院、市公安局交警支队", ["市中级人民法院", "市检察院", "市公安局交警支队"]),
        ("团市委、市妇联、市科协、市工商联", ["团市委", "市妇联", "市科协", "市工商联"]),
        ("市委组织部、市委宣传部、市委编办", ["市委组织部", "市委宣传部", "市委编办"]),
        ("各县、区人民政府，市直各部门", ["各县、区人民政府", "市直各部门"]),
        (
            "各市〔州〕人民政府，各县〔市、区、特区〕人民政府",
            ["各市〔州〕人民政府", "各县〔市、区、特区〕人民政府"],
        ),
        ("市工信局、发改局及各产业链责任单位", ["市工信局", "发改局", "各产业链责任单位"]),
        ("省水利厅、能源局等省有关部门和各市州人民政府", ["省水利厅", "能源局", "各市州人民政府"]),
        ("丹枫区教育局和青禾县财政局", ["丹枫区教育局", "青禾县财政局"]),
        (
            "市人行、市城投集团、云溪军分区、中央驻云溪单位",
            ["市人行", "市城投集团", "云溪军分区", "中央驻云溪单位"],
        ),
        ("市防汛指挥部各工作组，市委政研室", ["市防汛指挥部各工作组", "市委政研室"]),
        ("共青团中央、全国妇联", ["共青团中央", "全国妇联"]),
    ],
)
def test_organizations_of_every_sort_are_read(text: str, names: list[str]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推进改革、市教育局", ["市教育局"]),
        ("2024年、市财政局", ["市财政局"]),
        ("市教育局牵头", []),
        ("王一凡、市财政局", ["市财政局"]),
        ("局、市、市局", []),
        ("责任单位、各责任单位", []),
        ("市教育局、学校、企业", ["市教育局"]),
        ("完成项目建设", []),
        ("以上单位、上述部门", []),
        ("", []),
    ],
)
def test_pieces_that_name_no_organization_are_left_out(text: str, names: list[str]) -> None:
    assert listed(text) == names


def test_a_space_after_the_level_of_the_first_name_parts_nothing() -> None:
    assert listed("市 人力资源 社会保障局、市财政局") == ["市人力资源社会保障局", "市财政局"]


@given(st.one_of(chinese_text, genre_text), st.frozensets(st.integers(0, 60)))
def test_names_of_a_list_stand_in_order(text: str, gaps: frozenset[int]) -> None:
    position = 0
    for name in read_organizations(text, 0, len(text), gaps):
        assert position <= name.start < name.end
        assert is_organization(name.name)
        position = name.end


@pytest.mark.parametrize("group", ["各县<市、区>人民政府", "各县〈市、区〉政府", "各市、县、自治县人民政府"])
def test_commas_within_a_group_part_nothing(group: str) -> None:
    assert listed(f"市教育局，{group}") == ["市教育局", group]
