"""What the table of a site says against the text is told with both, and the text is taken."""

from __future__ import annotations

import pytest

from loaders.papers import extraction_of, notice, said

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


def _page(table: str) -> str:
    return f"{table}\n\n{notice(TITLE, '请抓好落实。')}"


def _conflicts(text: str) -> list[tuple[str, str]]:
    rejections = extraction_of(text).rejections
    return [(one.relation, one.evidence.text) for one in rejections if one.rule == "document.conflict"]


@pytest.mark.parametrize(
    ("line", "relation", "value"),
    [
        ("发文字号：云府〔2024〕13号", "documentNumber", "云府〔2024〕13号"),
        ("发文字号：云府办〔2024〕31号", "documentNumber", "云府办〔2024〕31号"),
        ("成文日期：2024-05-16", "issuedOn", "2024-05-16"),
        ("发布日期：2024-05-01", "issuedOn", "2024-05-01"),
        ("发文机关：云溪市教育局", "issuedBy", "云溪市教育局"),
        ("标题：云溪市人民政府关于加强校园安全的通知", "", "云溪市人民政府关于加强校园安全的通知"),
        ("文种：公告", "", "公告"),
    ],
)
def test_a_contradiction_is_told_and_the_text_is_taken(line: str, relation: str, value: str) -> None:
    text = _page(line)
    assert _conflicts(text) == [(relation, value)]
    assert said(text, "issuedBy", "documentNumber", "issuedOn") == [
        ("documentNumber", "云府〔2024〕31号", "number"),
        ("issuedBy", "云溪市人民政府", "signature"),
        ("issuedOn", "2024-05-06", "date"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "发文字号：云府〔2024〕31号",
        "发文字号：云规〔2024〕3号",  # of another series: a document may have both
        "成文日期：2024-05-06",
        "发布日期：2024-05-16",
        "发布机构：云溪市人民政府办公室",
        "发文机关：云溪市人民政府",
        f"标题：{TITLE}",
        "文种：通知",
        "体裁分类：其他",
    ],
)
def test_what_agrees_or_says_something_else_is_no_contradiction(line: str) -> None:
    assert _conflicts(_page(line)) == []


def test_the_reason_quotes_both_and_names_the_line() -> None:
    (found,) = [
        one for one in extraction_of(_page("成文日期：2024-05-16")).rejections if one.relation == "issuedOn"
    ]
    assert "“2024-05-16”与正文第" in found.reason
    assert "“2024年5月6日”不一致" in found.reason
    assert "contradicts line" in found.reason


def test_a_day_of_publication_is_a_weaker_date_of_issue() -> None:
    text = f"发布日期：2024-05-16\n\n{TITLE}\n\n各单位：\n\n请抓好落实。\n"
    assert said(text, "issuedOn") == [("issuedOn", "2024-05-16", "date.published")]


def _dated(line: str) -> str:
    body = "本通知自2024年7月1日起施行，有效期至2026年6月30日。"
    return f"{line}\n\n{notice(TITLE, body)}"


@pytest.mark.parametrize(
    ("line", "relation", "value"),
    [
        ("施行日期：2024-08-01", "effectiveFrom", "2024-08-01"),
        ("失效日期：2029-06-30", "expiresOn", "2029-06-30"),
    ],
)
def test_days_of_force_that_contradict_the_text_are_told_and_the_text_is_taken(
    line: str, relation: str, value: str
) -> None:
    assert _conflicts(_dated(line)) == [(relation, value)]
    assert said(_dated(line), "effectiveFrom", "expiresOn") == [
        ("effectiveFrom", "2024-07-01", "force"),
        ("expiresOn", "2026-06-30", "expiry"),
    ]


@pytest.mark.parametrize("line", ["施行日期：2024-07-01", "失效日期：2026-06-30"])
def test_days_of_force_that_agree_are_no_contradiction(line: str) -> None:
    assert _conflicts(_dated(line)) == []
