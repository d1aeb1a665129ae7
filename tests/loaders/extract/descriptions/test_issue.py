"""Who issued a document and when, under which number."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.confidence import confidence
from loaders.papers import notice, said, statements_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


def test_a_signed_notice_says_issuer_number_and_date() -> None:
    assert said(notice(TITLE, "请抓好落实。"), "issuedBy", "documentNumber", "issuedOn") == [
        ("documentNumber", "云府〔2024〕31号", "number"),
        ("issuedBy", "云溪市人民政府", "signature"),
        ("issuedOn", "2024-05-06", "date"),
    ]


def test_every_issuer_is_said_with_its_own_evidence() -> None:
    text = notice(TITLE, "请抓好落实。", issuer="云溪市教育局　　云溪市财政局\n云溪市水利局")
    assert [s.evidence.text for s in statements_of(text, "issuedBy")] == [
        "云溪市教育局",
        "云溪市财政局",
        "云溪市水利局",
    ]


def test_issuers_in_the_title_count_where_nobody_signed() -> None:
    text = "云溪市教育局、云溪市财政局关于开放操场的通知\n\n各学校：\n\n请开放操场。\n"
    assert said(text, "issuedBy") == [
        ("issuedBy", "云溪市教育局", "title"),
        ("issuedBy", "云溪市财政局", "title"),
    ]


def test_a_committee_of_the_party_and_the_state_council_issue_too() -> None:
    text = "中共云溪市委办公室 云溪市人民政府办公室关于开放操场的通知\n\n各学校：\n\n请开放操场。\n"
    assert [name for _, name, _ in said(text, "issuedBy")] == ["中共云溪市委办公室", "云溪市人民政府办公室"]
    text = "中共云溪市委 云溪市人民政府关于开放操场的意见\n\n各学校：\n\n请开放操场。\n"
    assert [name for _, name, _ in said(text, "issuedBy")] == ["中共云溪市委", "云溪市人民政府"]
    text = "国务院关于开放操场的通知\n\n各学校：\n\n请开放操场。\n"
    assert [name for _, name, _ in said(text, "issuedBy")] == ["国务院"]


def test_a_report_is_by_the_government_for_which_its_speaker_speaks() -> None:
    text = (
        "政府工作报告\n\n——2024年1月9日在青禾县第十六届人民代表大会第四次会议上\n\n各位代表：\n\n"
        "现在，我代表青禾县人民政府，向大会报告工作。\n\n一、回顾\n\n增长6%。\n"
    )
    assert said(text, "issuedBy", "issuedOn") == [
        ("issuedOn", "2024-01-09", "speech"),
        ("issuedBy", "青禾县人民政府", "speech"),
    ]


@pytest.mark.parametrize(
    ("title", "line", "name"),
    [
        ("政府工作报告", "青禾县人民政府县长 赵云", "青禾县人民政府"),
        ("政府工作报告", "青禾县代理县长 赵云", "青禾县人民政府"),
        ("政府工作报告", "县长 赵云", "县人民政府"),
        ("关于青禾县2023年计划执行情况与2024年计划草案的报告", "青禾县发展和改革局", "青禾县发展和改革局"),
        ("关于青禾县2023年财政预算执行情况的报告", "青禾县财政局局长 赵云", "青禾县财政局"),
    ],
)
def test_a_report_is_by_the_office_of_the_speaker_below_its_title(title: str, line: str, name: str) -> None:
    session = "——2024年1月9日在青禾县第十六届人民代表大会第四次会议上"
    text = f"{title}\n\n{session}\n\n{line}\n\n一、回顾\n\n增长6%。\n"
    assert said(text, "issuedBy") == [("issuedBy", name, "speech")]


def test_a_line_of_another_kind_below_the_title_of_a_report_names_no_issuer() -> None:
    text = "政府工作报告\n\n——2024年1月9日在青禾县第十六届人民代表大会第四次会议上\n\n各位代表\n\n增长6%。\n"
    assert said(text, "issuedBy") == []


def test_an_order_is_by_the_government_of_its_title() -> None:
    text = (
        "云溪市人民政府令\n\n第12号\n\n《云溪市停车管理办法》已经通过，现予公布，自2024年5月1日起施行。"
        "\n\n市长 张明\n\n2024年3月15日\n"
    )
    assert said(text, "issuedBy", "issuedOn") == [
        ("issuedBy", "云溪市人民政府", "title"),
        ("issuedOn", "2024-03-15", "date"),
    ]


def test_a_text_without_signature_title_or_speaker_names_no_issuer() -> None:
    assert (
        said("公园管理办法\n\n第一条 为了管理公园，制定本办法。\n", "issuedBy", "issuedOn", "documentNumber")
        == []
    )


@pytest.mark.parametrize(
    "date", ["2024年5月6日", "二〇二四年五月六日", "二O二四年五月六日", "2024 年 5 月 6 日"]
)
def test_the_date_of_issue_is_iso_at_its_precision(date: str) -> None:
    assert said(notice(TITLE, "请抓好落实。", date=date), "issuedOn") == [("issuedOn", "2024-05-06", "date")]


def test_a_month_stays_a_month() -> None:
    assert said(notice(TITLE, "请抓好落实。", date="2024年5月"), "issuedOn") == [
        ("issuedOn", "2024-05", "date")
    ]


@pytest.mark.parametrize(
    "damaged",
    [
        "云府〔20235号",
        "云府2023〕5号",
    ],
)
def test_a_damaged_number_is_mended_and_flagged_with_what_stands_there_as_evidence(damaged: str) -> None:
    (statement,) = statements_of(notice(TITLE, "请抓好落实。", number=damaged), "documentNumber")
    assert (statement.object, statement.rule) == ("云府〔2023〕5号", "document.number.damaged")
    assert statement.evidence.text == damaged
    assert statement.confidence < confidence("document.number")


@pytest.mark.parametrize(
    "opening",
    [
        "各县、区人民政府：\n\n请认真学习。\n",
        "现将《云溪市节约用水工作方案》印发给你们。\n",
    ],
)
def test_a_notice_without_its_title_signs_the_plan_below_it(opening: str) -> None:
    signed = f"{opening}\n云溪市人民政府办公室\n2024年5月6日\n"
    text = f"{signed}云溪市节约用水工作方案\n\n一、总体要求\n\n节约用水。\n"
    assert said(text, "issuedBy", "issuedOn") == [
        ("issuedBy", "云溪市人民政府办公室", "signature"),
        ("issuedOn", "2024-05-06", "date"),
    ]


def test_a_date_above_a_title_without_a_notice_is_not_that_of_its_issue() -> None:
    text = "云溪日报\n2024年5月6日\n云溪市节约用水工作方案\n\n一、总体要求\n\n节约用水。\n"
    assert said(text, "issuedBy") == []


def test_a_list_of_appointments_is_issued_by_whom_its_title_names() -> None:
    text = "青禾县人民代表大会常务委员会任免名单\n\n任命：\n\n王一凡为青禾县人民法院副院长。\n"
    assert [name for _, name, _ in said(text, "issuedBy")] == ["青禾县人民代表大会常务委员会"]


def test_a_regulation_is_issued_by_whoever_promulgated_it_under_an_order() -> None:
    text = (
        "云溪市市场管理规定\n\n（1991年3月26日云溪市人民政府令19号发布）\n\n第一条 为加强管理，制定本规定。\n"
    )
    assert said(text, "issuedBy", "documentNumber", "issuedOn") == [
        ("issuedOn", "1991-03-26", "date"),
        ("issuedBy", "云溪市人民政府", "signature"),
        ("documentNumber", "云溪市人民政府令19号", "number"),
    ]


def test_a_regulation_adopted_by_a_session_is_not_issued_by_the_session() -> None:
    adopted = "（1991年3月26日云溪市第三届人民代表大会第一次会议通过）"
    text = f"云溪市市场管理规定\n\n{adopted}\n\n第一条 为加强管理，制定本规定。\n"
    assert said(text, "issuedBy") == []


def test_the_day_of_a_page_is_not_that_of_what_is_years_older() -> None:
    text = "云溪市市场管理规定（2002年）\n\n时间：2024-06-25\n\n第一条 为加强管理，制定本规定。\n"
    assert said(text, "issuedOn") == []
    assert said(text.replace("2002", "2023"), "issuedOn") != []


def test_a_report_whose_title_names_its_issuer_was_given_on_the_day_of_the_session() -> None:
    text = (
        "青禾县人民政府关于青禾县2023年计划执行情况的报告\n\n——2023年8月31日在县第十七届人大常委会第五次会议上\n\n"
        "各位委员：\n\n请予审议。\n"
    )
    assert ("issuedOn", "2023-08-31", "speech") in said(text, "issuedOn")
