"""Offices that no table knows, by their shape; and words of the same shape that are none."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.organizations.shapes import branch_length, office_length, shape_length
from loaders.strategies import chinese_text


def found(text: str) -> list[str]:
    return [name.name for name in find_organizations(text, 0, len(text), ("云溪",))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由市桑蚕发展局牵头", ["市桑蚕发展局"]),
        ("市双招双引办要加强调度", ["市双招双引办"]),
        ("会同县古桥保护中心开展", ["县古桥保护中心"]),
        ("阳江市云台绿色发展集团负责", ["阳江市云台绿色发展集团"]),
        ("市治水办、市治气办要配合", ["市治水办", "市治气办"]),
        ("经市人大常委会批准", ["市人大常委会"]),
        ("由市公安局交警支队负责", ["市公安局交警支队"]),
        ("报市生态环境局丹枫分局备案", ["市生态环境局丹枫分局"]),
        ("云溪经开区管委会要落实", ["云溪经开区管委会"]),
        ("由云溪高新技术产业开发区管理委员会负责", ["云溪高新技术产业开发区管理委员会"]),
        ("各县区政府和城乡一体化示范区管委会要落实", ["各县区政府", "城乡一体化示范区管委会"]),
        ("市政府督考办要跟进督查", ["市政府督考办"]),
        ("市政府负责统一举办", ["市政府"]),
        ("财政局负责资金保障", ["财政局"]),
        ("由民政局、教育局牵头", ["民政局", "教育局"]),
        ("由阳西县负责", ["阳西县"]),
    ],
)
def test_an_office_that_no_table_knows_is_found_by_its_shape(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "优化城市布局",
        "形成全市一盘棋格局",
        "打造社区服务中心",
        "全市各类教育集团",
        "完善园区空间布局",
        "以市场为中心",
        "推进市区两级联办",
        "市级重点实验室",
        "建立市县联动处置机制",
        "实施区养老服务中心建设",
        "召开市委常委会议",
        "各园区管委会",
        "请示办理后归档",
        "办公厅长走访",
        "镇区负责人",
        "加强小区物业管理处建设",
    ],
)
def test_words_of_that_shape_are_no_office(text: str) -> None:
    assert not [name for name in found(text) if not name.startswith("各")]


def test_the_shape_ends_where_a_verb_stands_before_the_ending() -> None:
    text = "加强管理中心"
    assert shape_length(text, 0, len(text)) == 0
    assert shape_length("古桥保护中心建设", 0, 8) == len("古桥保护中心")


def test_a_branch_stands_right_behind_its_office() -> None:
    assert branch_length("交警支队负责", 0, 6) == len("交警支队")
    assert branch_length("负责全市支队", 0, 6) == 0


@given(chinese_text)
def test_lengths_stay_within_the_text(text: str) -> None:
    for at in range(len(text)):
        for measure in (office_length, shape_length, branch_length):
            assert 0 <= measure(text, at, len(text)) <= len(text) - at
