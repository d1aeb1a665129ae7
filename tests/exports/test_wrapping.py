from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph_exports.wrapping import ELLIPSIS, balance_label, printable, text_columns, wrap_label

TEXT = st.text(alphabet="云溪市科技局牵头，。）》（《abc 012　\n\u202e\x00", max_size=120)


def test_full_width_characters_take_two_columns() -> None:
    assert text_columns("科技A１") == 7


def test_text_that_fits_stays_one_line() -> None:
    assert wrap_label("云溪市科技局", 20, 2) == ["云溪市科技局"]


def test_closing_punctuation_does_not_start_a_line() -> None:
    assert wrap_label("一二三，四五六", 6, 3) == ["一二三，", "四五六"]


def test_opening_brackets_do_not_end_a_line() -> None:
    assert wrap_label("建设人才公寓（二期）", 14, 2) == ["建设人才公寓", "（二期）"]


def test_balanced_lines_leave_no_single_character() -> None:
    assert balance_label("抓好重点项目建设", 14, 2) == ["抓好重点", "项目建设"]


@given(TEXT, st.integers(4, 40), st.integers(1, 4))
def test_balancing_changes_where_lines_break_and_nothing_else(text: str, columns: int, lines: int) -> None:
    plain, balanced = wrap_label(text, columns, lines), balance_label(text, columns, lines)
    assert "".join(balanced) == "".join(plain)
    assert len(balanced) == len(plain)


def test_what_does_not_fit_is_marked() -> None:
    lines = wrap_label("一二三四五六七八九十", 6, 2)
    assert lines == ["一二三", "四五" + ELLIPSIS]


def test_controls_and_direction_marks_are_not_drawn() -> None:
    assert wrap_label("科\u202e技\x00局\r\n办", 40, 1) == ["科技 局 办"]


def test_empty_text_still_has_a_line() -> None:
    assert wrap_label(" \u200f", 10, 2) == [ELLIPSIS]


def test_a_run_of_closing_punctuation_is_broken_too() -> None:
    assert wrap_label("）" * 9, 6, 9) == ["）" * 4, "）" * 4, "）"]


def test_a_terminal_gets_no_escape_from_a_document() -> None:
    assert printable("市\x1b[31m科技局\x9b\u202e\n") == "市 [31m科技局 \n"


@given(TEXT, st.integers(4, 40), st.integers(1, 4))
def test_lines_keep_within_their_number_and_width(text: str, columns: int, lines: int) -> None:
    wrapped = wrap_label(text, columns, lines)
    assert 1 <= len(wrapped) <= lines
    assert all(line and text_columns(line) <= columns + 2 for line in wrapped)


@given(TEXT)
def test_enough_room_keeps_every_character(text: str) -> None:
    shown = "".join(wrap_label(text, 10, 1000))
    kept = "".join(char for char in text if char.isprintable() and char not in " \u202e")
    assert shown.replace(" ", "") == (kept or ELLIPSIS)
