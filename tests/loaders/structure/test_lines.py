"""What each physical line is: text, a table row, blank, or furniture of the page."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.structure.lines import read_lines
from loaders.papers import source_of
from loaders.strategies import chinese_text, genre_text


def kinds(text: str) -> list[str]:
    return [line.kind for line in read_lines(source_of(text))]


@pytest.mark.parametrize(
    "line",
    [
        "- 3 -",
        "— 12 —",
        "－ 7 －",
        "15",
        "第 4 页",
        "第3页 共20页",
        "第3页/共20页",
        "·5·",
        "- 3/20 -",
    ],
)
def test_a_page_number_is_furniture(line: str) -> None:
    assert kinds(line) == ["furniture"]


@pytest.mark.parametrize(
    "line", ["2024年", "1．总则", "第3条", "12个项目", "——", "3.5亿元", "12345热线", "3/20"]
)
def test_a_short_line_with_a_number_in_it_is_text(line: str) -> None:
    assert kinds(line) == ["text"]


@pytest.mark.parametrize(
    "line",
    [
        "首页",
        "返回顶部",
        "当前位置：首页 > 政务公开",
        "上一篇：无",
        "版权所有：云溪市人民政府",
        "【字体：大 中 小】",
        "浏览次数：25",
        "您当前所在位置：首页",
        "浏览量：",
        "登录 注册",
        "设为首页",
    ],
)
def test_navigation_of_a_web_page_is_furniture(line: str) -> None:
    assert kinds(line) == ["furniture"]


def test_a_running_header_is_furniture_from_its_second_page_on() -> None:
    header = "云溪市人民政府公报 2024年第3期"
    page = f"{header}\n\n加快推进各项工作，确保完成全年目标任务。\n\n"
    lines = read_lines(source_of("\n" + page * 5))
    assert [line.kind for line in lines if line.text == clean_text(header)] == ["text", *["furniture"] * 4]


def test_a_heading_that_comes_back_is_no_running_header() -> None:
    page = "责任单位\n\n加快推进各项工作，确保完成全年目标任务。\n\n"
    lines = read_lines(source_of("\n" + page * 6))
    assert {line.kind for line in lines if line.text == "责任单位"} == {"text"}


@pytest.mark.parametrize(
    "line",
    [
        "序号\t任务\t单位",
        "| 序号 | 任务 |",
        "\t合计\t12",
        "一、基础设施类\t\t\t",
        "7\t\t\t",
    ],
)
def test_a_line_of_cells_is_a_row_even_where_only_the_first_is_filled(line: str) -> None:
    assert kinds(line) == ["row"]


@pytest.mark.parametrize("line", ["\t\t为做好绿化工作，制定本方案。", "一、总体要求\t"])
def test_tabs_before_a_line_or_one_behind_it_make_no_cells(line: str) -> None:
    assert kinds(line) == ["text"]


def test_the_rule_under_a_markdown_header_is_furniture() -> None:
    assert kinds("| 序号 | 任务 |\n| --- | :---: |\n| 1 | 绿道 |") == ["row", "furniture", "row"]


def test_a_tab_as_indent_makes_no_row() -> None:
    assert kinds("\t为了加强管理，制定本办法。") == ["text"]


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("## 一、总体要求", "一、总体要求"),
        ("- 市教育局牵头", "市教育局牵头"),
        ("> 为了加强管理", "为了加强管理"),
        ("\u3000\u3000为了加强管理\u3000", "为了加强管理"),
        ("● 强化监督", "强化监督"),
        ("\ufeff总则", "总则"),
        ("\f总则\r", "总则"),
    ],
)
def test_indent_bullet_and_heading_marks_are_outside_the_line(line: str, content: str) -> None:
    (read,) = read_lines(source_of(line))
    assert line[read.start : read.end] == content
    assert read.text == content


@given(chinese_text)
def test_lines_stand_in_order_within_the_source(text: str) -> None:
    lines = read_lines(source_of(text))
    assert len(lines) == text.count("\n") + 1
    position = 0
    for line in lines:
        assert position <= line.start <= line.end <= len(text)
        assert "\n" not in text[line.start : line.end]
        position = line.end


@given(genre_text)
def test_every_line_with_words_keeps_them(text: str) -> None:
    for line in read_lines(source_of(text)):
        if line.kind == "text":
            assert line.text == clean_text(text[line.start : line.end])


@pytest.mark.parametrize(
    ("text", "complete"),
    [("总则", False), ("加强监督。", True), ("（试行）", True), ("路径，", False), ("各单位：", True)],
)
def test_a_line_is_complete_where_a_paragraph_may_end(text: str, complete: bool) -> None:
    assert read_lines(source_of(text))[0].complete is complete
