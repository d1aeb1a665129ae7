from __future__ import annotations

import pytest

from govgraph_loaders.statements import Extraction, Statement
from loaders.papers import extraction_of, plan

BRACKET = "〔市园林局牵头，市水利局配合〕"


def leading(text: str) -> Statement:
    (statement,) = [found for found in extraction_of(text).statements if found.relation == "leads"]
    return statement


def test_a_fact_whose_words_run_across_damage_says_so_and_is_less_sure() -> None:
    whole = leading(plan(f"（一）贯通绿道。改造步道。{BRACKET}"))
    across = leading(plan(f"（一）贯通绿道。改造步道。{BRACKET.replace('牵头', '牵 the 头')}"))
    assert across.damage == ("damage.foreign",)
    assert across.subject == whole.subject
    assert across.confidence < whole.confidence
    assert whole.damage == ()


def test_damage_elsewhere_costs_a_fact_nothing() -> None:
    whole = leading(plan(f"（一）贯通绿道。改造步道。{BRACKET}"))
    beside = leading(plan(f"（一）贯通绿道。进一步进一步改造步道。{BRACKET}"))
    assert (beside.damage, beside.confidence) == ((), whole.confidence)


def test_signs_that_only_look_otherwise_cost_nothing() -> None:
    folded = leading(plan(f"（一）贯通绿道。改造步道。{BRACKET.replace('市水', '市⽔')}"))
    assert folded.damage == ()


@pytest.mark.parametrize("junk", ["\ue123", "\ufffd", " project "])
def test_an_office_with_a_damaged_name_is_rejected_with_the_reason(junk: str) -> None:
    extraction = extraction_of(plan(f"（一）贯通绿道。改造步道。〔市园{junk}林局牵头，市水利局配合〕"))
    assert [found.subject.name for found in extraction.statements if found.relation == "cooperates"] == [
        "市水利局"
    ]
    assert not [found for found in extraction.statements if found.relation == "leads"]


def test_a_task_with_a_damaged_name_keeps_its_facts_and_they_say_so() -> None:
    statement = leading(plan(f"（一）贯通绿\ue123。改造步道。{BRACKET}"))
    assert statement.damage == ("damage.lost",)
    assert statement.confidence < 0.7


def test_what_follows_an_unreadable_name_is_not_said_of_the_one_before_it() -> None:
    body = "（一）优化布局。支持白鹭镇发展食用菌产业，支持桃\ue123街道发展现代物流产业。"
    extraction = extraction_of(plan(body))
    industries = {(found.subject.name, found.object.name) for found in _developing(extraction)}
    assert industries == {("白鹭镇", "食用菌")}


def _developing(extraction: Extraction) -> list[Statement]:
    return [found for found in extraction.statements if found.relation == "developsIndustry"]


def test_what_is_not_read_is_kept_as_a_rejection() -> None:
    extraction = extraction_of(plan("（一）贯通绿道。推进 development 建设。"))
    (rejection,) = [found for found in extraction.rejections if found.rule == "damage.foreign"]
    assert (rejection.relation, rejection.evidence.text) == ("", "development")
    assert [(place.kind, place.mended) for place in extraction.damage] == [("damage.foreign", False)]


def test_an_extraction_with_damage_comes_back_from_json() -> None:
    extraction = extraction_of(
        plan(f"（一）贯通绿道。进一步进一步改造 the 步道。{BRACKET.replace('牵头', '牵 the 头')}")
    )
    assert extraction.damage
    assert Extraction.from_json(extraction.to_json()) == extraction


def test_an_indicator_that_lost_a_bracket_is_rejected() -> None:
    table = "单位\t企业（家\t产值（亿元）\n丹枫区\t13\t52\n临湖区\t8\t30\n"
    body = f"（一）分解目标。各区目标见下表。\n\n2024年主要目标分解表\n\n{table}"
    extraction = extraction_of(plan(body))
    assert {found.object.name for found in extraction.statements if found.relation == "hasTarget"} == {"产值"}
    assert {found.rule for found in extraction.rejections} == {"damage.bracket"}
