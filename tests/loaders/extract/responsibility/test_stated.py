"""Rules that a document states for its own lists."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.responsibility.stated import (
    before_stated,
    read_stated_rules,
    says_first_leads,
    says_starred_leads,
)
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
        "列第一位者为牵头或汇总单位",
        "责任单位中排第一位的单位是牵头单位",
        "首位单位为主办单位",
        "列首位的负责牵头",
        "排在最前的单位为牵头单位",
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


@pytest.mark.parametrize(
    "rule", ["（列第一位者为牵头单位，下同）", "（除标明“分别牵头”外，列第一位为牵头或汇总单位，下同）"]
)
def test_a_rule_in_a_bracket_behind_the_last_name_is_no_part_of_the_list(rule: str) -> None:
    text = plan(
        f"1．建水库。建水库3座。\n\n责任单位：市水利局、市财政局{rule}\n\n2．修道路。修5条。\n\n责任单位：市交通运输局"
    )
    assert sorted(claims(extraction_of(text).statements, *DUTIES)) == [
        ("cooperates", "市财政局", "建水库"),
        ("leads", "市交通运输局", "修道路"),
        ("leads", "市水利局", "建水库"),
    ]


def test_the_notice_states_the_rule_for_what_it_prints() -> None:
    text = plan("（一）建水库。建水库3座。（责任单位：市水利局、市财政局）").replace(
        "请认真贯彻执行。", "请认真贯彻执行。分工中，列第一位的责任单位为牵头单位。"
    )
    assert ("leads", "市水利局", "建水库") in claims(extraction_of(text).statements, *DUTIES)


def test_all_lead_where_the_document_says_so_of_lists_without_a_lead() -> None:
    text = plan(
        "（一）建水库。建水库3座。（责任单位：市水利局）\n\n（二）修道路。修5条。（牵头单位：市交通运输局；责任单位：市审计局）"
    ).replace("请认真贯彻执行。", "请认真贯彻执行。无牵头单位的，责任单位即为牵头单位，下同。")
    assert sorted(claims(extraction_of(text).statements, *DUTIES)) == [
        ("cooperates", "市审计局", "修道路"),
        ("leads", "市交通运输局", "修道路"),
        ("leads", "市水利局", "建水库"),
    ]


@pytest.mark.parametrize("rule", ["加粗的为牵头单位", "标红单位为牵头单位"])
def test_a_mark_that_plain_text_does_not_keep_makes_nobody_lead(rule: str) -> None:
    text = plan(f"（一）建水库。建水库3座。（责任单位：市水利局、市财政局，{rule}，下同）")
    assert sorted(claims(extraction_of(text).statements, *DUTIES)) == [
        ("responsible", "市水利局", "建水库"),
        ("responsible", "市财政局", "建水库"),
    ]


@pytest.mark.parametrize(
    "text", ["把牵头协调放在第一位，各单位抓好落实。", "首位度为全省前列。", "市水利局*为试点单位。"]
)
def test_words_that_only_look_like_a_rule_state_none(text: str) -> None:
    assert not (says_first_leads(text) or says_starred_leads(text))


def test_whom_the_rule_names_in_another_clause_does_not_carry_it_out() -> None:
    text = plan(
        "（一）建水库。建水库3座。（市水利局负责。以下均需各县（区）政府落实，区政府无此职能的，由市政府部门负责，不再列出）"
    )
    implemented = [
        found.subject.name for found in extraction_of(text).statements if found.relation == "implements"
    ]
    assert implemented == ["各县（区）政府"]


def test_several_who_stand_together_carry_out_what_follows() -> None:
    text = plan(
        "（一）建水库。建水库3座。（市水利局负责。以下均需各县（区）政府和云溪高新区管委会落实，不再列出）"
    )
    implemented = [
        found.subject.name for found in extraction_of(text).statements if found.relation == "implements"
    ]
    assert sorted(implemented) == ["云溪高新区管委会", "各县（区）政府"]


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
