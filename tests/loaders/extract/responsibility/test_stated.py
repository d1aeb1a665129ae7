"""Rules that a document states for its own lists."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.responsibility.stated import before_stated, read_stated_rules
from loaders.papers import claims, extraction_of, layout_of, plan

DUTIES = ("leads", "cooperates", "responsible", "implements", "oversees")


def rules_of(text: str) -> object:
    return read_stated_rules(Reading(layout_of(plan(text)), 1))


@pytest.mark.parametrize(
    "rule",
    [
        "列第一位的为牵头单位",
        "排在第一位的为牵头单位",
        "第一个单位为牵头单位",
        "列首位的为牵头单位",
        "排在首位的单位为牵头单位",
        "排名第一的为牵头单位",
    ],
)
def test_the_first_leads_where_the_document_says_so(rule: str) -> None:
    text = plan(
        f"（一）建水库。建水库3座。（责任单位：市水利局、市财政局，{rule}，下同）\n\n（二）修道路。修5条。（责任单位：市交通运输局、市审计局）"
    )
    assert sorted(claims(extraction_of(text).statements, *DUTIES)) == [
        ("cooperates", "市审计局", "修道路"),
        ("cooperates", "市财政局", "建水库"),
        ("leads", "市交通运输局", "修道路"),
        ("leads", "市水利局", "建水库"),
    ]


@pytest.mark.parametrize(
    "rule", ["加*的为牵头单位", "标*的为牵头单位", "带*号的为牵头单位", "带“*”的为牵头单位"]
)
def test_the_starred_lead_where_the_document_says_so(rule: str) -> None:
    text = plan(f"（一）建水库。建水库3座。（责任单位：市财政局、市水利局*。{rule}，下同）")
    assert sorted(claims(extraction_of(text).statements, *DUTIES)) == [
        ("cooperates", "市财政局", "建水库"),
        ("leads", "市水利局", "建水库"),
    ]


@pytest.mark.parametrize("rule", ["不再列出", "不再一一列出", "不再逐一列出", "不再重复"])
def test_all_places_carry_out_what_follows_the_rule_that_says_so(rule: str) -> None:
    text = plan(
        "（一）修道路。修道路5条。（市交通运输局牵头）\n\n"
        f"（二）建水库。建水库3座。（市水利局牵头。以下均需各县（市、区）落实，{rule}）\n\n（三）建公园。建公园2个。（市园林局牵头）"
    )
    extraction = extraction_of(text)
    implemented = [found for found in extraction.statements if found.relation == "implements"]
    tasks = [found.object.name for found in implemented if not isinstance(found.object, str)]
    assert sorted(tasks) == ["建公园", "建水库"]
    assert {found.rule for found in implemented} == {"responsibility.stated"}
    assert {found.subject.name for found in implemented} == {"各县（市、区）"}


@pytest.mark.parametrize(
    "text",
    [
        "（一）建水库。建水库3座。（责任单位：市水利局、市财政局）",
        "（一）建水库。建水库3座。（责任单位：市水利局*、市财政局）",
        "（一）建水库。建水库3座，由牵头单位负责。（责任单位：市水利局、市财政局）",
        "（一）建水库。已建成的不再补助。（责任单位：市水利局、市财政局）",
    ],
)
def test_without_such_a_rule_nobody_leads_and_no_place_is_added(text: str) -> None:
    found = claims(extraction_of(plan(text)).statements, *DUTIES)
    assert sorted(found) == [("responsible", "市水利局", "建水库"), ("responsible", "市财政局", "建水库")]


def test_a_lead_that_is_said_counts_before_the_rule() -> None:
    text = plan(
        "（一）建水库。建水库3座。（责任单位：市财政局、市水利局，列第一位的为牵头单位，下同）\n\n"
        "（二）修道路。修道路5条。（市审计局配合，市交通运输局牵头）"
    )
    found = claims(extraction_of(text).statements, *DUTIES)
    assert ("leads", "市交通运输局", "修道路") in found
    assert ("leads", "市审计局", "修道路") not in found


@pytest.mark.parametrize(
    "names", ["市财政局、市水利局★。标★的为牵头单位", "市财政局、*市水利局。带*的为牵头单位"]
)
def test_other_stars_mark_the_lead_too(names: str) -> None:
    text = plan(f"（一）建水库。建水库3座。（责任单位：{names}）")
    assert ("leads", "市水利局", "建水库") in claims(extraction_of(text).statements, *DUTIES)


def test_a_document_without_rules_has_none() -> None:
    assert rules_of("（一）建水库。建水库3座。（市水利局牵头）") == type(rules_of(""))()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("市水利局、市财政局，列第一位的为牵头单位", "市水利局、市财政局，"),
        ("市水利局、市财政局*。加*的为牵头单位，下同", "市水利局、市财政局*。"),
        ("市水利局、市财政局", "市水利局、市财政局"),
    ],
)
def test_a_list_ends_before_the_rule_that_stands_in_it(text: str, kept: str) -> None:
    assert text[: before_stated(text, 0, len(text))] == kept
