"""When a document comes into force and when it goes out of it."""

from __future__ import annotations

import pytest

from loaders.papers import notice, said, statements_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("本办法自2024年6月1日起施行，有效期至2027年5月31日。", "2024-06-01", "2027-05-31"),
        ("本办法自印发之日起施行，有效期3年。", "2024-05-06", "2027-05-05"),
        ("本通知自发布之日起执行，有效期五年。", "2024-05-06", "2029-05-05"),
        ("本办法自2024年6月1日起实施，试行期两年。", "2024-06-01", "2026-05-31"),
        ("本办法自2024年2月29日起施行，有效期1年。", "2024-02-29", "2025-02-28"),
        ("本办法自2024年6月起试行，有效期2年。", "2024-06", "2026"),
        ("本政策有效期至2025年12月31日。", None, "2025-12-31"),
        ("本规定自2024年7月1日起正式实施。", "2024-07-01", None),
        ("有效期为2024年6月1日至2026年5月31日。", "2024-06-01", "2026-05-31"),
        ("本办法自2024年6月1日起至2026年5月31日止施行。", "2024-06-01", "2026-05-31"),
        ("本办法自2024年6月1日起施行，至2026年12月31日止。", "2024-06-01", "2026-12-31"),
        ("本规定自公布之日起30日后施行。", "2024-06-05", None),
        ("本办法自2024年6月1日起施行。\n\n二、期限\n\n有效期5年。", "2024-06-01", "2029-05-31"),
    ],
)
def test_when_a_document_comes_into_force_and_out_of_it(
    sentence: str, start: str | None, end: str | None
) -> None:
    statements = statements_of(notice(TITLE, f"一、其他\n\n{sentence}"), "effectiveFrom", "expiresOn")
    assert {s.relation: s.object for s in statements} == {
        relation: value for relation, value in (("effectiveFrom", start), ("expiresOn", end)) if value
    }
    for statement in statements:
        assert statement.rule in {"document.force", "document.expiry", "document.expiry.years"}


@pytest.mark.parametrize(
    "sentence",
    [
        "活动自2024年6月1日起开展报名。",
        "自2024年6月1日起60日内提出申请。",
        "合同有效期3年。",
        "自2020年起，全市推进绿化。",
        "自2024年6月1日起执行新的收费标准。",
        "项目实施期限为2024年1月1日至2026年12月31日。",
        "自2024年6月1日至2024年6月30日开展排查。",
    ],
)
def test_other_terms_are_not_the_force_of_the_document(sentence: str) -> None:
    assert statements_of(notice(TITLE, sentence), "effectiveFrom", "expiresOn") == []


def test_the_table_of_a_site_says_when_the_document_is_in_force_where_the_text_does_not() -> None:
    table = "生效时间：2024-05-01 废止时间：2029-04-30\n"
    text = table + notice(TITLE, "请抓好落实。")
    assert said(text, "effectiveFrom", "expiresOn") == [
        ("effectiveFrom", "2024-05-01", "force"),
        ("expiresOn", "2029-04-30", "expiry"),
    ]
    text = table + notice(TITLE, "本办法自2024年6月1日起施行。")
    assert sorted(said(text, "effectiveFrom", "expiresOn")) == [
        ("effectiveFrom", "2024-06-01", "force"),
        ("expiresOn", "2029-04-30", "expiry"),
    ]
