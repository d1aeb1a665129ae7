import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.dates import DateExpression, document_date, find_dates, iso_date, plan_year
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout


def read_all(text: str, year: int | None = 2023, month: int | None = None) -> list[DateExpression]:
    return find_dates(text, 0, len(text), year, month)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("到2027年，", "2027", "deadline"),
        ("2023年底前完成", "2023-12-31", "deadline"),
        ("2024年年底建成", "2024-12-31", "deadline"),
        ("于6月30日前报送", "2023-06-30", "deadline"),
        ("在7月12日上午下班前报送", "2023-07-12", "deadline"),
        ("于4月20日（星期五）前上报", "2023-04-20", "deadline"),
        ("于4月20日（周五）下班前上报", "2023-04-20", "deadline"),
        ("于4月20日（星期五）召开", "2023-04-20", "point"),
        ("12月底前完成", "2023-12-31", "deadline"),
        ("2月底前完成", "2023-02-28", "deadline"),
        ("上半年完成", "2023-06-30", "point"),
        ("2024年一季度开工", "2024-03-31", "point"),
        ("9月上旬召开", "2023-09-10", "point"),
        ("到“十四五”期末", "2025", "deadline"),
        ("“十五五”时期", "2030", "span"),
        ("今年力争", "2023", "point"),
        ("明年建成", "2024", "point"),
        ("三年内建成", "2026", "deadline"),
        ("用3-5年时间打造", "2028", "span"),
        ("较2020年下降", "2020", "base"),
        ("在2020年基础上提高", "2020", "base"),
        ("比上年增长", "2022", "base"),
        ("截至2022年底", "2022-12-31", "as_of"),
        ("2021—2025年", "2025", "span"),
        ("自2023年7月1日起施行", "2023-07-01", "from"),
        ("二〇二三年", "", ""),
    ],
)
def test_date_is_read_at_its_own_precision(text: str, value: str, kind: str) -> None:
    assert [(date.value, date.kind) for date in read_all(text)][:1] == ([(value, kind)] if value else [])


@pytest.mark.parametrize(
    "text", ["近三年内无违法记录", "任职三年内", "2023年级新生", "第3年内", "统一、二、三", "12345"]
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert read_all(text) == []


def test_how_often_is_a_period() -> None:
    assert [date.period for date in read_all("每年新增，每季度通报，每月调度，每天锻炼")] == [
        "annual",
        "quarter",
        "month",
        "daily",
    ]


def test_a_day_of_every_year_is_no_day_of_this_one() -> None:
    assert [date.period for date in read_all("每年12月底前报送")] == ["annual"]


def test_span_ends_with_the_words_of_the_date_at_the_end_of_the_text() -> None:
    text = "完成时限：2024年10月底前\n后文"
    (found,) = find_dates(text, 0, 15, 2024)
    assert text[found.start : found.end] == "2024年10月底前"


def test_report_is_dated_by_the_day_on_which_it_was_given() -> None:
    text = "政府工作报告\n\n——2024年1月16日在云溪市第三届人民代表大会第四次会议上\n\n各位代表：\n"
    layout = read_layout(Source("report.txt", text, "", "utf-8"))
    assert document_date(layout, 0) == "2024-01-16"


def test_month_without_year_is_in_the_year_that_its_sentence_named() -> None:
    text = "2024年3月底前开工，6月底前封顶。9月底前验收。"
    assert [date.value for date in read_all(text)] == ["2024-03-31", "2024-06-30", "2023-09-30"]


def test_deadline_in_a_month_that_is_over_is_in_the_next_year() -> None:
    assert [date.value for date in read_all("3月底前报送，12月底前完成", 2023, 11)] == [
        "2024-03-31",
        "2023-12-31",
    ]


def test_without_a_year_a_month_is_no_date() -> None:
    assert [date.value for date in read_all("6月底前，2025年底前", None)] == ["2025-12-31"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023年6月19日", "2023-06-19"),
        ("2023-6-1", "2023-06-01"),
        ("2023年6月", "2023-06"),
        ("2023年13月", "2023"),
        ("2023年2月30日", "2023-02"),
        ("二〇二三年六月十九日", "2023-06-19"),
        ("二○二三年十二月三十一日", "2023-12-31"),
        ("2023210", "2023-02-10"),
        ("20230619", "2023-06-19"),
        ("2023112", ""),
        ("六月", ""),
    ],
)
def test_written_date_becomes_iso(text: str, iso: str) -> None:
    assert iso_date(text) == iso


def test_date_and_year_of_a_plan_come_from_the_document() -> None:
    text = "云溪市2024年教育工作要点\n\n一、总体要求\n\n抓好落实。\n"
    layout = read_layout(Source("plan.txt", text, "", "utf-8"))
    assert document_date(layout, 0) == "2024"
    assert plan_year(layout.documents[0]) == 2024


def test_plan_of_several_years_has_no_one_year() -> None:
    text = "云溪市教育发展行动计划（2023—2025年）\n\n一、总体要求\n\n抓好落实。\n"
    layout = read_layout(Source("plan.txt", text, "", "utf-8"))
    assert plan_year(layout.documents[0]) is None


@given(st.dates())
def test_written_day_reads_back(day: object) -> None:
    iso = str(day)
    year, month, rest = (int(part) for part in iso.split("-"))
    if 1900 <= year <= 2099:
        text = f"于{year}年{month}月{rest}日前"
        (found,) = read_all(text)
        assert (found.value, found.kind, text[found.start : found.end]) == (iso, "deadline", text[1:])
        assert iso_date(text) == iso


@given(st.text("0123456789年月日前底末到至-—每今上半季度一二三四五十“”期内 ", max_size=60))
def test_spans_are_ordered_and_apart_and_values_are_in_the_calendar(text: str) -> None:
    position = 0
    for found in read_all(text):
        assert position <= found.start < found.end <= len(text)
        assert (
            not found.value
            or iso_date(found.value + "年" if len(found.value) == 4 else found.value) == found.value
        )
        position = found.end


@pytest.mark.parametrize("piece", ["2", "2023年", "1月", "1-", "三年", "每", "“十四五”", "2023-", "年底"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    before = time.process_time()
    read_all(text)
    assert time.process_time() - before < 3
