"""Names of organizations in lists and in prose, and the place whose office each of them is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.cleanview import CleanViewBuilder
from govgraph_loaders.extract.organizations import (
    find_organizations,
    is_group,
    is_organization,
    organization_reference,
    read_organizations,
    scope_of,
)
from loaders.papers import layout_of, notice
from loaders.strategies import chinese_text, genre_text


def listed(text: str) -> list[str]:
    """The names of a list as they are read through the clean view."""
    builder = CleanViewBuilder(text)
    builder.append(0, len(text))
    view = builder.build()
    names = read_organizations(view.text, 0, len(view.text), view.gaps)
    return [name.name for name in names]


def found(text: str) -> list[str]:
    """The names that running text holds."""
    names = find_organizations(text, 0, len(text), ("云溪",))
    assert all(text[name.start : name.end] == name.name for name in names)
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
        ("完成项目建设", []),
        ("", []),
    ],
)
def test_pieces_that_name_no_organization_are_left_out(text: str, names: list[str]) -> None:
    assert listed(text) == names


@pytest.mark.xfail(
    strict=True, reason="the 市 that opens the list is taken for a name that ends before the space"
)
def test_a_space_after_the_level_of_the_first_name_parts_nothing() -> None:
    assert listed("市 人力资源 社会保障局、市财政局") == ["市人力资源社会保障局", "市财政局"]


@pytest.mark.parametrize(
    "name",
    [
        "各县（市、区）人民政府",
        "各县（市、区）人民政府（管委会）",
        "各旗县区人民政府",
        "各镇人民政府",
        "各街道办事处",
        "各镇（街道）",
        "各县区",
        "各市、县人民政府",
        "市直有关部门",
        "市直各部门",
        "各有关单位",
        "有关部门",
        "省直有关单位",
        "驻市有关单位",
        "领导小组成员单位",
        "各地",
        pytest.param(
            "县（区）政府",
            marks=pytest.mark.xfail(strict=True, reason="a level with another in brackets is no opening"),
        ),
    ],
)
def test_a_name_for_many_is_a_group(name: str) -> None:
    assert is_group(name)
    assert is_organization(name)


@pytest.mark.parametrize(
    "name",
    [
        "市教育局",
        pytest.param(
            "市级机关事务管理局",
            marks=pytest.mark.xfail(strict=True, reason="_is_named looks for 级机关事务管理局 in the table"),
        ),
        "云溪市人民政府",
        "丹枫区人民政府",
        "市直机关工委",
        "绿化工作领导小组",
    ],
)
def test_one_office_is_no_group(name: str) -> None:
    assert not is_group(name)
    assert is_organization(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由市市场监管局牵头整治", ["市市场监管局"]),
        ("全市市场监管局系统", ["市市场监管局"]),
        ("云溪市教育局、云溪市财政局要落实", ["云溪市教育局", "云溪市财政局"]),
        ("丹枫区人民政府要落实", ["丹枫区人民政府"]),
        ("云溪供电局负责供电", ["云溪供电局"]),
        ("各县（市、区）人民政府要加强", ["各县（市、区）人民政府"]),
        ("我局牵头，本委配合", ["我局", "本委"]),
        ("市防汛抗旱指挥部负责调度", ["市防汛抗旱指挥部"]),
        ("成立由市长任组长的绿化工作领导小组", ["绿化工作领导小组"]),
        ("国家发展改革委批复后", ["国家发展改革委"]),
        ("市文化广电旅游局（市文物局）牵头", ["市文化广电旅游局（市文物局）"]),
        ("团市委牵头", ["团市委"]),
        ("自治区教育厅负责", ["自治区教育厅"]),
        ("市直有关部门配合", ["市直有关部门"]),
        ("县委宣传部要做好", ["县委宣传部"]),
        ("由市教育局会同市财政局办理", ["市教育局", "市财政局"]),
    ],
)
def test_organizations_are_found_in_running_text(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "打造市场主体培育高地",
        "完善城市管理体系",
        "方便市民办事",
        "城区居民生活改善",
        "市政设施完好",
        "发展县域经济",
        "省级以上实验室",
        "布局区块链产业",
        "完善各项制度",
    ],
)
def test_words_that_only_look_like_offices_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "云溪市教育局和云溪市财政局要落实",
            ["云溪市教育局", "云溪市财政局"],
            marks=pytest.mark.xfail(strict=True, reason="a place that no table knows is lost behind 和"),
        ),
        pytest.param(
            "由县教育局会同县财政局办理",
            ["县教育局", "县财政局"],
            marks=pytest.mark.xfail(
                strict=True, reason="会同县 is a real county: the place is read before the verb"
            ),
        ),
        pytest.param(
            "国务院办公厅印发",
            ["国务院办公厅"],
            marks=pytest.mark.xfail(
                strict=True, reason="the general office of the State Council is cut short"
            ),
        ),
        pytest.param(
            "小区管委会换届",
            [],
            marks=pytest.mark.xfail(strict=True, reason="the 区 of 小区 is taken for a level"),
        ),
        pytest.param(
            "市公安局长到会",
            [],
            marks=pytest.mark.xfail(
                strict=True, reason="局长 is a post: its 局 is taken for the end of a name"
            ),
        ),
    ],
)
def test_a_name_is_neither_longer_nor_shorter_than_it_is(text: str, names: list[str]) -> None:
    assert found(text) == names


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
        pytest.param(
            "自治区教育厅",
            "内蒙古自治区/包头市",
            "内蒙古自治区",
            marks=pytest.mark.xfail(strict=True, reason="自治区 is taken for a place within the city"),
        ),
        pytest.param(
            "国家税务总局阳江市税务局",
            YANGJIANG,
            YANGJIANG,
            marks=pytest.mark.xfail(
                strict=True, reason="the office of a vertical agency in a place has no place"
            ),
        ),
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


@given(st.one_of(chinese_text, genre_text))
def test_found_names_are_slices_in_order_and_none_lies_in_another(text: str) -> None:
    position = 0
    for name in find_organizations(text, 0, len(text), ("云溪",)):
        assert position <= name.start < name.end
        assert text[name.start : name.end] == name.name
        position = name.end


@given(st.one_of(chinese_text, genre_text), st.frozensets(st.integers(0, 60)))
def test_names_of_a_list_stand_in_order(text: str, gaps: frozenset[int]) -> None:
    position = 0
    for name in read_organizations(text, 0, len(text), gaps):
        assert position <= name.start < name.end
        assert is_organization(name.name)
        position = name.end


@given(chinese_text.filter(bool), st.sampled_from(["", "云溪市", YANGJIANG, QINGHE]))
def test_every_name_has_a_scope_of_whole_segments(name: str, jurisdiction: str) -> None:
    scope = scope_of(name, jurisdiction)
    assert scope == "" or "" not in scope.split("/")
