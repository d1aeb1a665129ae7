from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.damage.digits import days_of, find_digits, find_run_together, read_date
from loaders.papers import extraction_of, notice, said


def read(text: str) -> list[str]:
    return [read_date(match) for match in find_run_together(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023210前", "2023-02-10"),
        ("20231225起", "2023-12-25"),
        ("2023年1225日", "2023-12-25"),
        ("20236月30日", "2023-06-30"),
        ("202311月3日", "2023-11-03"),
        ("2024630日前", "2024-06-30"),
        ("202451起", "2024-05-01"),
    ],
)
def test_digits_with_one_day_of_the_calendar_are_read(text: str, day: str) -> None:
    assert read(text) == [day]
    assert [(fault.kind, fault.reading is not None) for fault in find_digits(text)] == [("damage.date", True)]


@pytest.mark.parametrize("text", ["2023111前", "2023年112日", "2023112起"])
def test_digits_with_two_days_are_flagged_and_not_read(text: str) -> None:
    assert read(text) == [""]
    assert [(fault.kind, fault.reading) for fault in find_digits(text)] == [("damage.date", None)]


@pytest.mark.parametrize(
    "text",
    [
        "2010301\t行政运行",
        "2023年6月30日前",
        "12023210前",
        "3.2023210前",
        "2023年",
        "2023210户",
        "20232026年",
        "2023年12日",
        "202312前",
    ],
)
def test_other_digits_are_no_dates(text: str) -> None:
    assert read(text) in ([], [""])
    assert [fault for fault in find_digits(text) if fault.reading is not None] == []


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)))
def test_the_day_that_was_meant_is_among_the_readings(day: date) -> None:
    digits = f"{day.month}{day.day}"
    assert day.isoformat() in days_of(day.year, digits) or digits in {"11", "12"}


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("云府〔20238号", True),
        ("云府2023〕8号", True),
        ("云府〔2023〕号", False),
        ("云府〔023〕8号", False),
    ],
)
def test_a_number_that_lost_a_part_is_flagged_and_read_where_the_year_is_whole(
    text: str, mended: bool
) -> None:
    assert [(fault.kind, fault.reading is not None) for fault in find_digits(text)] == [
        ("damage.number", mended)
    ]


@pytest.mark.parametrize("text", ["云府〔2023〕8号", "（2023年）8号", "第〔3〕条", "【2023】8号"])
def test_a_whole_number_is_not_damaged(text: str) -> None:
    assert list(find_digits(text)) == []


def test_a_signature_with_digits_run_together_dates_the_document() -> None:
    text = notice("云溪市人民政府关于绿道的通知", "请抓好落实。", date="2024326")
    assert said(text, "issuedOn") == [("issuedOn", "2024-03-26", "date.damaged")]


def test_an_ambiguous_date_of_issue_is_rejected_with_its_readings() -> None:
    text = notice("云溪市人民政府关于绿道的通知", "请抓好落实。", date="2024111")
    extraction = extraction_of(text)
    assert [found for found in extraction.statements if found.relation == "issuedOn"] == []
    (rejection,) = [found for found in extraction.rejections if found.rule == "document.date.damaged"]
    assert "2024-01-11、2024-11-01" in rejection.reason


def test_a_deadline_with_digits_run_together_is_a_deadline() -> None:
    text = notice("云溪市人民政府关于绿道的通知", "一、主要任务\n\n（一）贯通绿道。2024830前完成步道改造。")
    (statement,) = [found for found in extraction_of(text).statements if found.relation == "dueBy"]
    assert (statement.object, statement.damage) == ("2024-08-30", ("damage.date",))
