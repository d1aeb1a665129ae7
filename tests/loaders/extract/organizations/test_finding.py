"""Organizations in running text, whole, and the words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.organizations import (
    find_organizations,
)
from loaders.strategies import chinese_text, genre_text


def found(text: str) -> list[str]:
    """The names that running text holds."""
    names = find_organizations(text, 0, len(text), ("云溪",))
    assert all(text[name.start : name.end] == name.name for name in names)
    return [name.name for name in names]


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
        ("由县教育局会同县财政局办理", ["县教育局", "县财政局"]),
        ("国务院办公厅印发", ["国务院办公厅"]),
        pytest.param(
            "小区管委会换届",
            [],
        ),
        pytest.param(
            "市公安局长到会",
            [],
        ),
    ],
)
def test_a_name_is_neither_longer_nor_shorter_than_it_is(text: str, names: list[str]) -> None:
    assert found(text) == names


@given(st.one_of(chinese_text, genre_text))
def test_found_names_are_slices_in_order_and_none_lies_in_another(text: str) -> None:
    position = 0
    for name in find_organizations(text, 0, len(text), ("云溪",)):
        assert position <= name.start < name.end
        assert text[name.start : name.end] == name.name
        position = name.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("支持市产业投资集团做好基金募集", "市产业投资集团"),
        ("积极督促县住建局整改", "县住建局"),
        ("授权区城管局执法", "区城管局"),
        ("丹枫区城管局负责", "丹枫区城管局"),
    ],
)
def test_a_verb_before_a_level_is_no_place(text: str, name: str) -> None:
    assert [found.name for found in find_organizations(text, 0, len(text))] == [name]


def test_a_department_of_a_city_is_no_ministry() -> None:
    text = "由市人力资源社会保障部门会同财政部门制定标准"
    assert [name.name for name in find_organizations(text, 0, len(text))][:1] == ["市人力资源社会保障部门"]
    assert "财政部" not in [name.name for name in find_organizations(text, 0, len(text))]
