"""A source becomes documents with paragraphs, tables and keys, all in one clean view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.papers import layout_of, notice, paragraphs_of, plan
from loaders.strategies import chinese_text, genre_text


def test_paragraphs_are_clean_and_whole() -> None:
    text = plan("（一）贯通 绿道。建成绿道，\n\n— 2 —\n\n开放使用.(市园林局牵头)")
    layout = layout_of(text)
    assert paragraphs_of(layout, layout.documents[1]) == [
        "一、主要任务",
        "（一）贯通绿道。建成绿道，开放使用。（市园林局牵头）",
    ]


def test_spans_of_the_view_lead_back_to_the_source() -> None:
    text = plan("（一）贯通 绿道。建成绿道，\n\n— 2 —\n\n开放使用。")
    view = layout_of(text).view
    start = view.text.index("贯通绿道。建成绿道，开放使用")
    first, last = view.source_span(start, start + len("贯通绿道。建成绿道，开放使用"))
    assert text[first:last] == "贯通 绿道。建成绿道，\n\n— 2 —\n\n开放使用"


def test_line_ends_of_windows_make_no_difference() -> None:
    text = plan("（一）贯通绿道。建成绿道，\n\n— 2 —\n\n开放使用。")
    unix, windows = layout_of(text), layout_of(text.replace("\n", "\r\n"))
    assert [d.key for d in unix.documents] == [d.key for d in windows.documents]
    assert [paragraphs_of(unix, d) for d in unix.documents] == [
        paragraphs_of(windows, d) for d in windows.documents
    ]


def test_half_width_punctuation_gives_the_same_plan() -> None:
    full = plan("（一）贯通绿道。建成绿道，开放使用。（市园林局牵头，市财政局配合；青禾县政府落实）")
    half = full.replace("（", "(").replace("）", ")").replace("，", ",").replace("；", ";").replace("：", ":")
    one, other = layout_of(full), layout_of(half)
    assert [d.key for d in one.documents] == [d.key for d in other.documents]
    assert paragraphs_of(one, one.documents[1]) == paragraphs_of(other, other.documents[1])


def test_spaces_everywhere_give_the_same_plan() -> None:
    text = plan("（一）贯通绿道。建成绿道，开放使用。（市园林局牵头，市财政局配合）")
    spaced = "\n".join(" ".join(line) for line in text.split("\n"))
    one, other = layout_of(text), layout_of(spaced)
    assert [d.key for d in one.documents] == [d.key for d in other.documents]
    assert paragraphs_of(one, one.documents[1]) == paragraphs_of(other, other.documents[1])


def test_the_key_of_a_document_is_its_place_and_its_title_in_any_source() -> None:
    alone = layout_of(
        "云溪市重点工作方案\n（2024年）\n\n一、主要任务\n\n云溪市人民政府推进绿化。\n"
    ).documents[0]
    printed = layout_of(plan("推进绿化。", name="重点工作方案（2024年）")).documents[1]
    assert alone.key == printed.key
    assert printed.key.startswith("云溪市#")


def test_documents_of_other_places_never_share_a_key() -> None:
    keys = {layout_of(plan("推进绿化。", place=place)).documents[1].key for place in ("云溪市", "青禾县")}
    assert len(keys) == 2


def test_a_number_behind_the_title_is_its_number() -> None:
    (document,) = layout_of(
        "云溪市公园管理办法（云府〔2024〕3号）\n\n第一条 为了管理公园，制定本办法。\n"
    ).documents
    assert document.title == "云溪市公园管理办法"
    assert [mark.text for mark in document.numbers] == ["云府〔2024〕3号"]


def test_a_table_stands_in_the_section_above_it() -> None:
    text = plan(
        "（一）绿道\n\n绿道表\n\n序号\t任务\t单位\n1\t绿道\t市园林局\n2\t公园\t市园林局\n\n（二）公园\n\n建成公园。"
    )
    document = layout_of(text).documents[1]
    (table,) = document.tables
    assert table.document == 1
    assert table.section is not None
    assert document.sections[table.section].title == "绿道"


def test_navigation_and_page_furniture_are_in_no_paragraph() -> None:
    text = (
        "首页\n当前位置：首页 > 文件\n"
        + plan("（一）贯通绿道。\n\n- 3 -\n\n建成绿道。")
        + "\n打印本页\n上一篇：无\n"
    )
    layout = layout_of(text)
    words = "".join("".join(paragraphs_of(layout, document)) for document in layout.documents)
    assert not any(noise in words for noise in ("首页", "打印", "上一篇", "- 3 -"))


@pytest.mark.parametrize("text", ["", "\n", " \n\u3000\n", "\t\n", "。", "首页", "- 3 -"])
def test_a_source_without_words_has_a_layout(text: str) -> None:
    assert len(layout_of(text).documents) == 1


def test_text_without_paragraph_marks_is_one_paragraph() -> None:
    text = "市教育局负责开放操场。市财政局保障经费。"
    layout = layout_of(text)
    assert paragraphs_of(layout, layout.documents[0]) == [text]


def test_a_notice_without_a_plan_has_no_child() -> None:
    assert [
        d.parent for d in layout_of(notice("云溪市人民政府关于防汛的通知", "请做好防汛。")).documents
    ] == [None]


@given(st.one_of(genre_text, chinese_text))
def test_documents_and_paragraphs_part_the_view_without_overlap(text: str) -> None:
    layout = layout_of(text)
    position = 0
    for index, document in enumerate(layout.documents):
        assert position <= document.start <= document.end <= len(layout.view.text)
        assert document.parent is None or document.parent < index
        position = document.start
        for paragraph in document.paragraphs:
            assert position <= paragraph.start < paragraph.end <= document.end
            assert "\n" not in layout.text(paragraph.start, paragraph.end)
            position = paragraph.end
        position = document.end
    assert all(
        earlier <= later for earlier, later in zip(layout.view.origins, layout.view.origins[1:], strict=False)
    )


@given(genre_text)
def test_marks_stand_in_the_source(text: str) -> None:
    for document in layout_of(text).documents:
        for mark in (
            document.title_mark,
            document.date,
            *document.numbers,
            *document.issuers,
            *document.contents,
        ):
            if mark is not None:
                assert 0 <= mark.start <= mark.end <= max(len(text), 1)
