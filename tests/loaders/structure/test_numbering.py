"""The rank of a section's number, in every style that official documents use."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.structure.numbering import match_marker
from loaders.strategies import chinese_text


@pytest.mark.parametrize(
    ("line", "marker", "rank"),
    [
        ("第一编总则", "第一编", 1),
        ("第一部分：发展基础", "第一部分：", 1),
        ("第三章认定", "第三章", 2),
        ("第二节程序", "第二节", 3),
        ("第十二条幼儿园应当", "第十二条", 4),
        ("第一百零二条本办法", "第一百零二条", 4),
        ("第3条本办法", "第3条", 4),
        ("一、总体要求", "一、", 5),
        ("十一、保障措施", "十一、", 5),
        ("二．主要任务", "二．", 5),
        ("二）主要任务", "二）", 6),
        ("（一）基本思路", "（一）", 6),
        ("(十二)基本思路", "(十二)", 6),
        ("〔三〕基本思路", "〔三〕", 6),
        ("（四）、基本思路", "（四）、", 6),
        ("1．智慧水务", "1．", 7),
        ("1.智慧水务", "1.", 7),
        ("12、智慧水务", "12、", 7),
        ("1.1编制目的", "1.1", 8),
        ("1.1.2适用范围", "1.1.2", 9),
        ("2.3.1.4值班职责", "2.3.1.4", 10),
        ("（1）新建", "（1）", 8),
        ("(10)新建", "(10)", 8),
        ("3）新建", "3）", 8),
        ("⑴新建", "⑴", 8),
        ("①新建", "①", 9),
        ("㉑新建", "㉑", 9),
        ("一是突出应用", "一是", 10),
        ("十一是突出应用", "十一是", 10),
        ("——坚持创新", "——", 10),
    ],
)
def test_each_style_of_number_has_its_rank(line: str, marker: str, rank: int) -> None:
    found = match_marker(line)
    assert found is not None
    assert (found.text, found.rank, found.end) == (marker, rank, len(marker))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "一",
        "一、二、三产业融合",
        "一季度完成投资",
        "一）。",
        "一是否完成",
        "1.5亿元",
        "2.5万亩高标准农田",
        "5.2个百分点",
        "7.5级地震",
        "110.5千伏变电站",
        "2023.6",
        "2024年底前",
        "20个项目",
        "（2023）5号",
        "（市教育局牵头）",
        "第一届代表大会",
        "第一书记",
        "二〇二三年五月",
        "1.2.3项",
        "市教育局",
    ],
)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert match_marker(line) is None


@given(chinese_text)
def test_a_marker_is_the_head_of_the_line(line: str) -> None:
    found = match_marker(line)
    if found is not None:
        assert line.startswith(found.text)
        assert found.end == len(found.text)
        assert 1 <= found.rank <= 10


@pytest.mark.parametrize(
    "line",
    [
        "3.2023年底前完成改造",
        "4.12345热线提质",
    ],
)
def test_a_half_width_number_may_be_followed_by_a_digit(line: str) -> None:
    found = match_marker(line)
    assert found is not None
    assert found.text == line[:2]
