"""What a title looks like, of which kind its document is, and when two titles are the same."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.structure.titles import (
    DOCUMENT_NUMBER,
    find_titles,
    is_plain_title,
    is_standing_title,
    normal_title,
    split_title,
    title_kind,
)
from loaders.strategies import chinese_text


@pytest.mark.parametrize(
    "number",
    [
        "云府〔2023〕5号",
        "云府[2023]5号",
        "云府（2023）5号",
        "云府(2023)5号",
        "云府【2023】5号",
        "云府﹝2023﹞5号",
        "云府〔2023〕第5号",
        "云府办函〔2023〕105号",
        "云府〔20235号",
        "云府2023〕5号",
        "云溪市人民政府令第12号",
        "云溪市人民政府令第十二号",
    ],
)
def test_a_document_number_is_known_in_every_form_and_where_a_bracket_is_lost(number: str) -> None:
    assert DOCUMENT_NUMBER.fullmatch(number)


@pytest.mark.parametrize(
    "text", ["2023年5号", "云府5号", "文澜路1号", "〔2023〕5号", "云府〔23〕5号", "云府〔2023〕号"]
)
def test_what_has_no_letters_year_or_count_is_no_document_number(text: str) -> None:
    assert not DOCUMENT_NUMBER.fullmatch(text)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪市人民政府关于开展绿化的通知", "notice"),
        ("关于表扬绿化先进单位的通报", "circular"),
        ("关于命名绿化模范的决定", "decision"),
        ("关于加快绿化的实施意见", "opinion"),
        ("云溪市绿化方案（2024—2026年）", "plan"),
        ("云溪市绿化办法（试行）（2023年修订）", "measures"),
        ("《云溪市绿化办法》", "measures"),
        ("《云溪市绿化办法》政策解读", "interpretation"),
        ("绿化任务分工表", "task_list"),
        ("云溪市人民政府公报", "gazette"),
        ("绿化", None),
    ],
)
def test_the_ending_of_a_title_names_its_kind(title: str, kind: str | None) -> None:
    assert title_kind(title) == kind


@pytest.mark.parametrize(
    "title",
    [
        "云溪市人民政府关于开展绿化的通知",
        "关于开展绿化的通知",
        "转发市教育局关于开展绿化工作意见的通知",
        "云溪市教育局 云溪市财政局关于印发《云溪市绿化办法》的通知",
        "印发云溪市绿化办法的通知",
        "关于王一凡等同志职务任免的通知",
        "《云溪市绿化办法》政策解读",
        "关于《云溪市绿化办法》的解读",
    ],
)
def test_a_title_with_its_matter_and_kind_stands_by_itself(title: str) -> None:
    assert is_standing_title(title)


@pytest.mark.parametrize(
    "text",
    [
        "云溪市绿化办法",
        "通知",
        "请按照关于开展绿化的通知。",
        "一、关于开展绿化的通知",
        "附件：关于开展绿化的通知",
        "现将关于开展绿化的通知",
        "根据市政府关于开展绿化的通知",
        "云府〔2021〕3号",
        "，关于开展绿化的通知",
    ],
)
def test_other_lines_do_not_stand_as_titles(text: str) -> None:
    assert not is_standing_title(text)


@pytest.mark.parametrize("text", ["云溪市绿化办法", "云溪市绿化方案（2024—2026年）", "绿化任务分工表"])
def test_a_short_line_that_ends_in_a_kind_may_be_a_title(text: str) -> None:
    assert is_plain_title(text)


@pytest.mark.parametrize(
    "text", ["", "方案", "各县人民政府：", "落实好绿化方案。", "（一）绿化方案", "绿化工作"]
)
def test_a_sentence_or_a_heading_is_no_title(text: str) -> None:
    assert not is_plain_title(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《云溪市绿化办法（试行）》", "云溪市绿化办法(试行)"),
        ("云溪市2024年“一老一小”方案", "云溪市２０２４年一老一小方案"),
        ("云溪市绿化方案（2024—2026年）", "云溪市绿化方案 （2024-2026年）"),
        ("教育局 财政局关于绿化的通知", "教育局、财政局关于绿化的通知"),
    ],
)
def test_titles_are_the_same_whatever_their_marks_and_widths(one: str, other: str) -> None:
    assert normal_title(one) == normal_title(other)


def test_titles_of_other_years_or_phases_differ() -> None:
    assert normal_title("绿化方案（2023年）") != normal_title("绿化方案（2024年）")


@given(chinese_text)
def test_a_normal_title_is_normal(text: str) -> None:
    assert normal_title(normal_title(text)) == normal_title(text)


def test_a_title_within_a_title_belongs_to_it() -> None:
    text = "落实《关于印发〈绿化办法〉的通知》和《云溪市贯彻《示范省条例》办法》要求"
    assert [text[start:end] for start, end in find_titles(text, 0, len(text))] == [
        "《关于印发〈绿化办法〉的通知》",
        "《云溪市贯彻《示范省条例》办法》",
    ]


@given(chinese_text)
def test_quoted_titles_stand_in_order_and_keep_their_marks(text: str) -> None:
    position = 0
    for start, end in find_titles(text, 0, len(text)):
        assert position <= start
        assert text[start] == "《"
        assert text[end - 1] == "》"
        position = end


@pytest.mark.parametrize(
    ("printed", "title", "number"),
    [
        ("云溪市绿化方案", "云溪市绿化方案", ""),
        ("云府〔2014〕20号云溪市绿化方案", "云溪市绿化方案", "云府〔2014〕20号"),
        ("云府〔2014〕20号《云溪市绿化方案》", "云溪市绿化方案", "云府〔2014〕20号"),
        ("云溪市绿化方案（云府〔2014〕20号）", "云溪市绿化方案", "云府〔2014〕20号"),
        ("政务服务丨云溪市绿化方案", "云溪市绿化方案", ""),
        ("云溪市绿化方案_云溪市人民政府网", "云溪市绿化方案", ""),
        ("《云溪市绿化方案》", "云溪市绿化方案", ""),
        ("云溪市绿化方案（2021-2025年）", "云溪市绿化方案（2021-2025年）", ""),
        ("《云溪市绿化方案》解读", "《云溪市绿化方案》解读", ""),
        ("云溪—青禾一体化规划", "云溪—青禾一体化规划", ""),
    ],
)
def test_a_title_is_parted_from_what_a_site_prints_beside_it(printed: str, title: str, number: str) -> None:
    assert split_title(printed) == (title, number)
