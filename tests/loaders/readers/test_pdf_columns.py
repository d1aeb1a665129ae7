"""Two columns are read one after the other; what only stands side by side is no column."""

from __future__ import annotations

from typing import Any

from govgraph_loaders.readers.pdf_columns import columns_of


def _word(text: str, left: float, row: int) -> dict[str, Any]:
    return {
        "text": text,
        "x0": left,
        "x1": left + 10 * len(text),
        "top": row * 20.0,
        "bottom": row * 20.0 + 10,
    }


def _texts(words: list[dict[str, Any]]) -> list[tuple[int, list[str]]]:
    return [(part.columns, [word["text"] for word in part.words]) for part in columns_of(words)]


LINE = "建设水库疏通河道加固堤防安装水表"


def test_the_left_column_is_read_before_the_right_one() -> None:
    lefts = [_word(f"左{LINE}", 50, row) for row in range(5)]
    rights = [_word(f"右{LINE}", 250, row) for row in range(5)]
    read = _texts([word for pair in zip(lefts, rights, strict=True) for word in pair])
    assert read == [(2, [f"左{LINE}"] * 5), (2, [f"右{LINE}"] * 5)]


def test_lines_of_the_right_column_have_the_margins_of_the_left_one() -> None:
    words = [_word(LINE, left, row) for row in range(5) for left in (50, 250)]
    assert {word["x0"] for part in columns_of(words) for word in part.words} == {50}


def test_what_lies_across_the_page_parts_what_stands_above_and_below() -> None:
    beside = [_word(LINE, left, row) for row in (1, 2, 4, 5) for left in (50, 250)]
    title = _word("横跨两栏的标题" * 4, 90, 3)
    assert [columns for columns, _ in _texts([*beside, title])] == [2, 2, 1, 2, 2]


def test_short_cells_side_by_side_are_no_columns() -> None:
    words = [_word(text, left, row) for row in range(9) for text, left in (("市水利局", 50), ("张三", 250))]
    assert columns_of(words) == []


def test_lines_over_the_whole_width_are_no_columns() -> None:
    assert columns_of([_word(LINE * 2, 50, row) for row in range(9)]) == []


def test_a_page_without_words_has_no_columns() -> None:
    assert columns_of([]) == []
