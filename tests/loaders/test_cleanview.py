"""The clean view adds nothing, and every character of it knows the one of the source for which it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.cleanview import CleanView, CleanViewBuilder, clean_text, fold_character
from loaders.strategies import chinese_text, plain_line

HALF_TO_FULL = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。"}


def view_of(text: str, *, keep_spaces: bool = False) -> CleanView:
    builder = CleanViewBuilder(text)
    builder.append(0, len(text), keep_spaces=keep_spaces)
    return builder.build()


@given(st.one_of(chinese_text, st.text()))
def test_every_clean_character_stands_for_one_source_character(text: str) -> None:
    view = view_of(text)
    assert len(view.origins) == len(view.text)
    assert all(earlier < later for earlier, later in zip(view.origins, view.origins[1:], strict=False))
    for character, origin in zip(view.text, view.origins, strict=True):
        source = text[origin]
        if character == " ":
            assert source.isspace()
        else:
            assert character in {source, fold_character(source), HALF_TO_FULL.get(source)}


@given(st.one_of(chinese_text, st.text(min_size=1)), st.data())
def test_source_span_is_the_slice_that_holds_the_clean_characters(text: str, data: st.DataObject) -> None:
    view = view_of(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.source_span(start, end)
    assert 0 <= first < last <= len(text)
    assert first == view.origins[start]
    assert last == view.origins[end - 1] + 1
    assert all(first <= origin < last for origin in view.origins[start:end])


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_an_empty_or_outside_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such clean span"):
        view_of("市科局").source_span(start, end)


@given(plain_line)
def test_clean_text_stays_as_it_is(line: str) -> None:
    assert clean_text(line) == line


@given(st.lists(st.sampled_from([*"市局县教育，。（）〔〕2023Ab \u3000\t"])).map("".join))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(
    st.lists(st.sampled_from(list("市局县教育，。（）〔〕")), min_size=2),
    st.sampled_from([" ", "\u3000", "\t", "\u00a0 "]),
)
def test_a_space_anywhere_between_chinese_characters_is_dropped(pieces: list[str], space: str) -> None:
    assert clean_text(space.join(pieces)) == "".join(pieces)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("２０２３年１０月", "2023年10月"),
        ("ＡＩ＋制造", "AI+制造"),
        ("增长１４．３％", "增长14.3%"),
        ("市教育局,市财政局", "市教育局，市财政局"),
        ("(市科技局牵头;市财政局配合)", "（市科技局牵头；市财政局配合）"),
        ("牵头单位:市科技局", "牵头单位：市科技局"),
        ("﹝2023﹞", "〔2023〕"),
        ("［2023］", "[2023]"),
        ("⟨办法⟩", "〈办法〉"),
    ],
)
def test_widths_are_folded_to_what_a_chinese_text_has(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@pytest.mark.parametrize("text", ["1,200万元", "10:30前", "4:6比例", "12,345,678元"])
def test_marks_inside_a_number_keep_their_width(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("加强监管.推进改革", "加强监管。推进改革"),
        ("加强监管.", "加强监管。"),
        ("加强监管.(市教育局牵头)", "加强监管。（市教育局牵头）"),
        ("加强监管.[市教育局牵头]", "加强监管。[市教育局牵头]"),
    ],
)
def test_a_half_width_stop_between_chinese_words_ends_a_sentence(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@pytest.mark.parametrize(
    "text", ["GB/T 9704.2", "www.yunxi.gov.cn", "1.5亿元", "1.推进改革", "总则....1", "v2.0版"]
)
def test_other_stops_stay_half_width(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("**（一）健全制度。**建立台账", "（一）健全制度。建立台账"),
        ("市科技局^[12]牵头", "市科技局牵头"),
        ("市\u200b科技\ufeff局", "市科技局"),
        ("连\u00ad续", "连续"),
    ],
)
def test_emphasis_footnote_marks_and_invisible_characters_are_dropped(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_a_star_by_itself_stays_for_it_may_mark_the_lead() -> None:
    assert clean_text("市商务局*、市公安局＊") == "市商务局*、市公安局*"


def test_a_space_between_latin_words_and_numbers_stays_as_one() -> None:
    assert clean_text("GB/T   9704  2012") == "GB/T 9704 2012"


def test_leading_and_trailing_spaces_are_dropped() -> None:
    assert clean_text("\u3000\u3000第一条 ") == "第一条"


def test_a_dropped_space_is_remembered_as_a_gap() -> None:
    view = view_of("市教育局 市财政局\u3000市水利局")
    assert view.text == "市教育局市财政局市水利局"
    assert view.gaps == frozenset({4, 8})


def test_spaces_are_kept_as_one_where_asked_for() -> None:
    assert clean_text("市教育局 \u3000 市财政局", keep_spaces=True) == "市教育局 市财政局"


def test_pieces_follow_each_other_and_a_break_stands_for_its_place() -> None:
    source = "第一段。\n\n第 二 段。"
    builder = CleanViewBuilder(source)
    builder.append(0, 4)
    assert builder.length == 4
    builder.append_break(4)
    builder.append(6, len(source))
    view = builder.build()
    assert view.text == "第一段。\n第二段。"
    assert view.source_span(5, 9) == (6, len(source))
    assert source[view.origins[7]] == "段"


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    view = view_of("𠮷 家村")
    assert view.text == "𠮷家村"
    assert view.source_span(1, 3) == (2, 4)


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("( 1 )推进", "（1）推进"),
        ("云府〔2023 )5号", "云府〔2023）5号"),
        ("2024 ,推进", "2024，推进"),
    ],
)
def test_a_space_before_a_half_width_mark_is_dropped_as_before_a_full_width_one(half: str, full: str) -> None:
    assert clean_text(half) == full


def test_a_space_between_rare_han_is_dropped() -> None:
    assert clean_text("𠮷 𬭎") == "𠮷𬭎"
