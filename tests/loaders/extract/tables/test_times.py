"""Times in headings and in cells of deadlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.tables.times import read_deadline, read_time


@pytest.mark.parametrize(
    ("text", "due", "kind"),
    [
        ("2025年", "2025", "year"),
        ("2025", "2025", "year"),
        ("全年任务", "2024", "year"),
        ("2024年度目标", "2024", "year"),
        ("2021-2025年", "2025", "year"),
        ("一季度任务数", "2024-03-31", "quarter"),
        ("第四季度", "2024-12-31", "quarter"),
        ("3季度", "2024-09-30", "quarter"),
        ("Q2", "2024-06-30", "quarter"),
        ("1-3月目标", "2024-03-31", "until"),
        ("1—11月", "2024-11-30", "until"),
        ("一至六月", "2024-06-30", "until"),
        ("上半年", "2024-06-30", "until"),
        ("前三季度", "2024-09-30", "until"),
        ("2023年1-9月", "2023-09-30", "until"),
        ("6月底", "2024-06-30", "until"),
        ("2月", "2024-02", "month"),
        ("2023年末", "2023-12-31", "until"),
    ],
)
def test_headings_name_times(text: str, due: str, kind: str) -> None:
    time = read_time(text, 2024)
    assert time is not None
    assert (time.due, time.kind) == (due, kind)


@pytest.mark.parametrize("text", ["总产值", "13月", "第三产业增加值", "120个"])
def test_other_headings_name_none(text: str) -> None:
    time = read_time(text, 2024)
    assert time is None or not time.due


def test_a_time_without_a_year_needs_the_year_of_the_table() -> None:
    assert read_time("一季度", None) is None


def test_the_rest_of_a_heading_is_kept() -> None:
    time = read_time("2024年一季度固定资产投资", None)
    assert time is not None
    assert time.rest == "固定资产投资"


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("2024年12月底", "2024-12-31"),
        ("6月底前", "2024-06-30"),
        ("2024年9月30日前", "2024-09-30"),
        ("12月底", "2024-12-31"),
        ("第三季度", "2024-09-30"),
        ("2025年", "2025"),
        ("2025", "2025"),
    ],
)
def test_cells_name_deadlines(cell: str, due: str) -> None:
    assert read_deadline(cell, 2024) == due


@pytest.mark.parametrize("cell", ["全年", "长期坚持", "持续推进", "合同签订后两个月内", ""])
def test_what_has_no_end_is_no_deadline(cell: str) -> None:
    assert read_deadline(cell, 2024) == ""


@given(st.text("0123456789年月日季度底前上半全一二三四-—Q至 ", max_size=20))
def test_any_heading_gives_an_iso_date_or_nothing(text: str) -> None:
    time = read_time(text, 2024)
    if time is not None and time.due:
        parts = [int(part) for part in time.due.split("-")]
        assert 1900 <= parts[0] <= 2099
        assert len(parts) == 1 or 1 <= parts[1] <= 12
