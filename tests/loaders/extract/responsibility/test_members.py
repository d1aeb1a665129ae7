"""Duties told behind the name of each member of a body."""

from __future__ import annotations

import pytest

from loaders.papers import extraction_of, plan

Found = list[tuple[str, str, str]]


def members(text: str, place: str = "云溪市") -> Found:
    """(relation, name, task) of the duties of members in a plan, in the order of the names."""
    return sorted(
        (found.relation, found.subject.name, found.object.name)
        for found in extraction_of(plan(text, place=place)).statements
        if found.rule == "responsibility.member" and not isinstance(found.object, str)
    )


@pytest.mark.parametrize(
    "head",
    ["市水利局：", "1．市水利局：", "（3）市水利局。", "——市水利局：", "市水利局:", "（二）市水利局：主要"],
)
def test_a_name_before_a_stop_at_the_head_of_a_paragraph_has_the_duty_behind_it(head: str) -> None:
    assert members(f"（一）成员单位职责\n\n{head}负责水库调度和洪水预报。") == [
        ("leads", "市水利局", "水库调度和洪水预报")
    ]


@pytest.mark.parametrize(
    ("said", "relation", "task"),
    [
        ("负责水库调度；组织抢险。", "leads", "水库调度"),
        ("牵头编制抗旱预案。", "leads", "牵头编制抗旱预案"),
        ("协助市应急局做好抢险。", "cooperates", "协助市应急局做好抢险"),
        ("参与灾情调查。", "cooperates", "参与灾情调查"),
        ("指导各县区开展抢险演练。", "responsible", "指导各县区开展抢险演练"),
        ("做好物资储备和调运。", "responsible", "做好物资储备和调运"),
    ],
)
def test_the_first_verb_says_the_relation(said: str, relation: str, task: str) -> None:
    assert members(f"（一）成员单位职责\n\n市水利局：{said}") == [(relation, "市水利局", task)]


def test_several_members_of_one_head_share_the_duty() -> None:
    assert members("（一）职责分工\n\n市水利局、市气象局：负责雨情水情会商。") == [
        ("leads", "市气象局", "雨情水情会商"),
        ("leads", "市水利局", "雨情水情会商"),
    ]


@pytest.mark.parametrize("below", ["负责雨情会商。", "1．负责雨情会商。\n\n2．负责水库调度。"])
def test_the_name_may_stand_alone_above_its_duties(below: str) -> None:
    found = members(f"（一）市水利局\n\n{below}")
    assert ("leads", "市水利局", "雨情会商") in found
    assert len(found) == below.count("负责")


def test_a_county_names_its_offices_without_a_place() -> None:
    assert members(
        "（一）成员单位职责\n\n（1）民政局：负责灾民安置。\n\n（2）县委宣传部：负责新闻发布。", "青禾县"
    ) == [
        ("leads", "县委宣传部", "新闻发布"),
        ("leads", "民政局", "灾民安置"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各县（区）人民政府，市政府各部门：\n\n现将有关事项通知如下。",
        "（一）联系方式\n\n市水利局：王一凡，0000-1234567。",
        "（一）成员名单\n\n市水利局：负责人王一凡。",
        "（一）目标。负责人要到位。",
        "（一）完成情况\n\n市水利局：已完成水库除险3座。",
        "（一）水利局长负责制：负责到底。",
        "（一）责任分工：负责落实。",
    ],
)
def test_a_name_that_no_duty_follows_has_none(text: str) -> None:
    assert members(text) == []


def test_the_evidence_is_the_name_with_the_duty() -> None:
    found = extraction_of(plan("（一）成员单位职责\n\n（1）市水利局：负责水库调度；组织抢险。")).statements
    assert [one.evidence.text for one in found if one.rule == "responsibility.member"] == [
        "（1）市水利局：负责水库调度"
    ]


def test_a_heading_that_only_ends_like_a_name_has_no_duties() -> None:
    text = "3．建设公办示范性托育机构。每个县至少建成1所。\n牵头单位：市民政局\n配合单位：市财政局、市妇联"
    assert members(f"（一）增加供给\n\n{text}") == []


def test_what_a_place_is_good_for_is_no_duty_of_it() -> None:
    assert members("（一）产业布局\n\n丹枫区：重点发展轨道交通装备，培育数字经济。") == []
    assert members("（一）职责分工\n\n丹枫区：负责水库征地工作。") == [("leads", "丹枫区", "水库征地工作")]
