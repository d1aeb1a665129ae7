"""A source keeps its text as it is and knows the line of every character."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.source import Source
from loaders.strategies import chinese_text


def source(text: str) -> Source:
    return Source("a.txt", text, "", "utf-8")


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_a_line_feed_belongs_to_the_line_that_it_ends(offset: int, line: int) -> None:
    assert source("甲\n\n乙丙").line_number(offset) == line


@given(chinese_text)
def test_the_line_number_counts_the_line_feeds_before(text: str) -> None:
    read = source(text)
    assert [read.line_number(offset) for offset in range(len(text))] == [
        text.count("\n", 0, offset) + 1 for offset in range(len(text))
    ]
