"""Lines become paragraphs: joined where a page broke them, never with a heading or a signature."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.structure.blocks import read_blocks
from govgraph_loaders.structure.lines import read_lines
from loaders.papers import layout_of, paragraphs_of, plan, source_of
from loaders.strategies import genre_text

LONG = "推动传感器产业由零部件配套向系统方案延伸并建设省内领先特色鲜明的"


def blocks(text: str) -> list[str]:
    return [block.text for block in read_blocks(read_lines(source_of(text)))]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            f"坚持应用牵引，{LONG}\n\n— 3 —\n\n智能传感器产业基地。",
            f"坚持应用牵引，{LONG}智能传感器产业基地。",
        ),
        (f"坚持应用牵引，{LONG}\n智能传感器产业基地。", f"坚持应用牵引，{LONG}智能传感器产业基地。"),
        ("加强组织领导，\n\n- 5 -\n\n落实各项责任。", "加强组织领导，落实各项责任。"),
        ("推进改革（以下简称\n\n— 8 —\n\n改革试点）工作。", "推进改革（以下简称改革试点）工作。"),
        (
            "建成绿道。〔市园林局牵头，市财政局、\n\n— 9 —\n\n市水利局配合〕",
            "建成绿道。〔市园林局牵头，市财政局、市水利局配合〕",
        ),
        ("落实《云溪市绿道\n建设办法》要求。", "落实《云溪市绿道建设办法》要求。"),
        ("采取“揭榜\n挂帅”方式。", "采取“揭榜挂帅”方式。"),
    ],
)
def test_a_paragraph_that_a_page_broke_is_joined(text: str, joined: str) -> None:
    assert blocks(text) == [joined]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、总体要求", "坚持应用牵引。"],
        ["（一）基本思路", "坚持应用牵引，建设基地。"],
        ["坚持应用牵引，建设基地。", "云溪市人民政府"],
        ["请认真贯彻执行", "云溪市人民政府", "2024年3月1日"],
        ["附件：1.重点项目表", "2.分解表"],
        ["各县（区）人民政府：", "现将方案印发给你们。"],
        ["工作目标", "到2025年，全市新增托位1200个。"],
        [f"坚持应用牵引，{LONG}", "（二）发展目标。到2026年达到180亿元。"],
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headings_labels_and_signatures_stay_apart(lines: list[str], between: str) -> None:
    assert blocks(between.join(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["牵头单位：市民政局", "配合单位：市财政局"],
        ["牵头单位：市民政局", "完成时限：2024年10月底前", "进度安排：上半年启动"],
        ["责任领导：李沐川", "责任单位：市卫生健康委"],
    ],
)
def test_each_labelled_line_is_a_paragraph(lines: list[str]) -> None:
    assert blocks("\n".join(lines)) == lines


def test_a_short_line_before_a_gap_is_no_broken_paragraph() -> None:
    assert blocks("工作安排：分三步\n\n第一步，动员部署，明确责任。") == [
        "工作安排：分三步",
        "第一步，动员部署，明确责任。",
    ]


def test_an_unclosed_bracket_does_not_swallow_the_sections_that_follow() -> None:
    text = "（一）健全制度。建立台账。〔市财政局牵头\n\n（二）强化监督。开展检查。〔市审计局牵头〕"
    assert blocks(text) == text.split("\n\n")


def test_rows_without_a_gap_are_one_fragment_and_a_gap_parts_them() -> None:
    read = read_blocks(read_lines(source_of("序号\t任务\n1\t绿道\n\n— 2 —\n\n2\t公园\n")))
    assert [len(block.lines) for block in read if block.table is not None] == [2, 1]


def test_a_table_takes_the_title_and_the_unit_above_it() -> None:
    (block,) = read_blocks(read_lines(source_of("重点项目表\n\n单位：万元\n\n序号\t项目\n1\t绿道\n")))
    assert block.table is not None
    assert [line.text for line in block.table.captions] == ["重点项目表", "单位：万元"]


@given(genre_text)
def test_every_text_line_is_in_one_block_and_in_order(text: str) -> None:
    lines = [line for line in read_lines(source_of(text)) if line.kind in {"text", "row"}]
    held: list[int] = []
    for block in read_blocks(lines):
        if block.table is not None:
            held += [line.start for line in (*block.table.captions, *block.table.lines, *block.table.notes)]
        else:
            held += [line.start for line in block.lines]
    assert sorted(held) == [line.start for line in lines]


def test_a_short_numbered_heading_with_a_comma_ends_at_its_line() -> None:
    text = plan("（一）坚持产业强县，加快水利建设\n做强水利。建成水库3座。")
    layout = layout_of(text)
    assert paragraphs_of(layout, layout.documents[1])[1:] == [
        "（一）坚持产业强县，加快水利建设",
        "做强水利。建成水库3座。",
    ]


def test_a_short_line_that_breaks_off_goes_on() -> None:
    text = plan("（一）坚持产业强县，加快水利和\n交通建设。")
    layout = layout_of(text)
    assert paragraphs_of(layout, layout.documents[1])[1:] == ["（一）坚持产业强县，加快水利和交通建设。"]
