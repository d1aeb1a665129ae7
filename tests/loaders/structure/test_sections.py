"""The tree of sections of a document, by its own numbering."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.model import Paragraph
from govgraph_loaders.structure.sections import read_sections
from loaders.papers import layout_of, plan
from loaders.strategies import genre_text


def tree(*lines: str) -> list[tuple[str, str, int | None]]:
    """(marker, title, parent) of the sections that the lines, one paragraph each, open."""
    text, paragraphs = "", []
    for line in lines:
        paragraphs.append(Paragraph(len(text), len(text) + len(line)))
        text += line + "\n"
    return [(s.marker, s.title, s.parent) for s in read_sections(text, paragraphs, len(text))]


def test_sections_nest_by_the_rank_of_their_numbers() -> None:
    assert tree(
        "一、总体要求", "（一）目标", "1.绿道", "（1）新建", "①选址", "2.公园", "（二）原则", "二、任务"
    ) == [
        ("一、", "总体要求", None),
        ("（一）", "目标", 0),
        ("1.", "绿道", 1),
        ("（1）", "新建", 2),
        ("①", "选址", 3),
        ("2.", "公园", 1),
        ("（二）", "原则", 0),
        ("二、", "任务", None),
    ]


def test_chapters_hold_articles() -> None:
    assert tree(
        "第一章总则", "第一条为了绿化，制定本办法。", "第二章认定", "第一节条件", "第二条申请条件如下："
    ) == [
        ("第一章", "总则", None),
        ("第一条", "为了绿化，制定本办法", 0),
        ("第二章", "认定", None),
        ("第一节", "条件", 2),
        ("第二条", "申请条件如下", 3),
    ]


def test_a_skipped_rank_is_no_fault() -> None:
    assert tree("一、任务", "1.绿道", "（1）新建", "二、保障") == [
        ("一、", "任务", None),
        ("1.", "绿道", 0),
        ("（1）", "新建", 1),
        ("二、", "保障", None),
    ]


@pytest.mark.parametrize(
    ("line", "title", "run_in"),
    [
        ("一、总体要求", "总体要求", False),
        ("（一）完善网络。到2025年建成100公里。", "完善网络", True),
        ("（一）工作目标：到2025年建成100公里。", "工作目标", True),
        ("（一）完善网络。", "完善网络", False),
        ("（一）完善网络（市园林局牵头，市财政局配合）", "完善网络", True),
        ("（一）完善网络〔责任单位：市园林局〕", "完善网络", True),
        ("（一）完善城市（县城）网络", "完善城市（县城）网络", False),
        ("1. 完善网络", "完善网络", False),
    ],
)
def test_the_title_is_the_heading_or_the_words_before_the_first_stop(
    line: str, title: str, run_in: bool
) -> None:
    paragraph = Paragraph(0, len(line))
    (section,) = read_sections(line, [paragraph], len(line))
    assert (section.title, section.run_in) == (title, run_in)
    assert (section.start, section.end) == (0, len(line))


def test_a_long_first_clause_is_cut_where_a_clause_ends() -> None:
    line = (
        "1.推动城乡绿道互联互通，完善驿站、标识、照明、停车等配套服务设施，"
        + "提升绿道服务市民游客休闲健身的能力和水平。"
    )
    assert tree(line)[0][1] == "推动城乡绿道互联互通"


def test_a_section_ends_where_one_of_its_rank_or_above_begins() -> None:
    lines = ["一、任务", "（一）绿道", "建成绿道。", "（二）公园", "二、保障"]
    text = "\n".join(lines) + "\n"
    paragraphs, position = [], 0
    for line in lines:
        paragraphs.append(Paragraph(position, position + len(line)))
        position += len(line) + 1
    sections = read_sections(text, paragraphs, len(text))
    assert [text[section.start : section.end].strip() for section in sections] == [
        "一、任务\n（一）绿道\n建成绿道。\n（二）公园",
        "（一）绿道\n建成绿道。",
        "（二）公园",
        "二、保障",
    ]
    assert [paragraph.section for paragraph in paragraphs] == [0, 1, 1, 2, 3]


def test_a_paragraph_above_all_headings_is_in_no_section() -> None:
    paragraphs = [Paragraph(0, 5), Paragraph(6, 10)]
    read_sections("为了绿化。\n一、总则\n", paragraphs, 11)
    assert [paragraph.section for paragraph in paragraphs] == [None, 0]


def test_the_subtitle_of_a_report_opens_no_section() -> None:
    text = (
        "政府工作报告\n\n——2024年1月9日在青禾县第十六届人民代表大会上\n\n各位代表：\n\n一、回顾\n\n增长6%。\n"
    )
    assert [section.title for section in layout_of(text).documents[0].sections] == ["回顾"]


@given(genre_text)
def test_sections_are_nested_and_in_order(text: str) -> None:
    layout = layout_of(text)
    for document in layout.documents:
        for index, section in enumerate(document.sections):
            assert document.start <= section.start <= section.heading_end <= section.end <= document.end
            if index:
                assert document.sections[index - 1].start < section.start
            if section.parent is not None:
                parent = document.sections[section.parent]
                assert section.parent < index
                assert parent.rank < section.rank
                assert parent.start <= section.start
                assert section.end <= parent.end
        for paragraph in document.paragraphs:
            if paragraph.section is not None:
                held = document.sections[paragraph.section]
                assert held.start <= paragraph.start < held.end


def test_a_label_behind_a_heading_is_no_part_of_it() -> None:
    layout = layout_of(plan("1、改造管网，牵头单位：市水利局。已完成一半。"))
    assert layout.documents[1].sections[-1].title == "改造管网"


def test_a_heading_of_a_report_without_a_number_opens_a_part() -> None:
    layout = layout_of(
        "政府工作报告\n\n2023年工作回顾\n\n一年来，建成水库3座。\n\n2024年重点工作\n\n一、水利\n\n建成水库。\n"
    )
    document = layout.documents[0]
    assert [(part.title, part.parent) for part in document.sections] == [
        ("2023年工作回顾", None),
        ("2024年重点工作", None),
        ("水利", 1),
    ]


@pytest.mark.parametrize(
    "line", ["2023年工作回顾显示，成效明显", "工作回顾", "2023年青禾县的安排。", "今年春节安排值班"]
)
def test_a_line_that_only_looks_like_such_a_heading_opens_none(line: str) -> None:
    assert layout_of(f"政府工作报告\n\n{line}\n\n建成水库3座。\n").documents[0].sections == []


@pytest.mark.parametrize(
    "bodies", ["（市城管局、市水务集团）", "【市水利局】", "〔市妇联、各县（市、区）政府〕"]
)
def test_bodies_in_brackets_behind_a_heading_are_no_part_of_it(bodies: str) -> None:
    assert layout_of(plan(f"1.改造管网15处{bodies}")).documents[1].sections[-1].title == "改造管网15处"


def test_other_words_in_brackets_belong_to_the_heading() -> None:
    title = "建设县城（市区）"
    assert layout_of(plan(f"1.{title}")).documents[1].sections[-1].title == title
