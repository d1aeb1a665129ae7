"""The ways in which governments of many provinces name who does what; and their nearest neighbours.

The cases of `tests/samples/responsibility_cases.jsonl` are held here as well, before identity joins names.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph_loaders.extract.confidence import confidence
from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of, plan

DUTIES = {"leads", "cooperates", "responsible", "implements", "oversees"}
CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "samples" / "responsibility_cases.jsonl")
    .read_text("utf-8")
    .splitlines()
]
LEADER_LEVELS = "省市县区"


def label(reference: Reference) -> str:
    """The name with its place in front, where it begins with the level of the place."""
    place = reference.scope.rpartition("/")[2]
    if reference.type == "Organization" and place and reference.name[0] in LEADER_LEVELS:
        return place + reference.name[1:]
    return reference.name


def duties(text: str, place: str = "云溪市") -> set[tuple[str, str, str]]:
    return {
        (found.relation, label(found.subject), found.object.name)
        for found in extraction_of(plan(text, place=place)).statements
        if found.relation in DUTIES and isinstance(found.object, Reference)
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_each_case_gives_exactly_its_facts(case: dict[str, Any]) -> None:
    found = duties(case["text"], case["place"])
    wanted = list(case["facts"])
    for relation, name, task in sorted(found):
        match = next(
            (
                row
                for row in wanted
                if row[0] == relation and (name in row[1] or _in_list(name, row[1])) and row[2] == task
            ),
            None,
        )
        assert match is not None, f"not stated: {relation} {name} {task}"
        wanted.remove(match)
    assert not wanted


def _in_list(name: str, names: list[str]) -> bool:
    """青禾县 in 丹枫区、青禾县政府 stands for its government."""
    return any(known.startswith(name) and known.endswith("政府") for known in names)


# Each text is the first section of a plan of 云溪市, 建设粮仓; the names by their relation, parted by spaces.
WAYS = [
    (
        "（责任单位：市发展改革委（市粮食和物资储备局）、市财政局）",
        {"responsible": "云溪市发展改革委 云溪市财政局"},
    ),
    ("（市发展和改革委员会、市财政局负责）", {"leads": "云溪市发展和改革委员会 云溪市财政局"}),
    (
        "责任单位：市发展改革委；配合单位：市财政局。",
        {"responsible": "云溪市发展改革委", "cooperates": "云溪市财政局"},
    ),
    ("（市商务局牵头实施，市财政局做好资金保障）", {"leads": "云溪市商务局"}),
    (
        "（牵头单位：市商务局；责任单位：各县（市、区）人民政府，云溪高新区管委会）",
        {"leads": "云溪市商务局", "cooperates": "各县（市、区）人民政府 云溪高新区管委会"},
    ),
    (
        "〔市商务局牵头，市财政局按职责分工负责，各县（区）抓好落实〕",
        {"leads": "云溪市商务局", "cooperates": "云溪市财政局", "implements": "各县（区）"},
    ),
    ("[市商务局、市财政局按职责分工负责]", {"responsible": "云溪市商务局 云溪市财政局"}),
    ("（各级各有关部门按职责分工负责）", {"responsible": "各级各有关部门"}),
    (
        "（市级责任单位：市商务局；属地责任单位：各县区）",
        {"responsible": "云溪市商务局", "implements": "各县区"},
    ),
    ("（牵头市领导：王一凡；责任单位：市商务局）", {"oversees": "王一凡", "responsible": "云溪市商务局"}),
    ("责任领导：王一凡 责任单位：市商务局", {"oversees": "王一凡", "responsible": "云溪市商务局"}),
    ("（牵头单位：市商务局 参与单位：市财政局）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（主责单位：市商务局，协同单位：市财政局）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（主办：市商务局；协办：市财政局）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（由市商务局牵头，市财政局等按职责分工负责）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（由市商务局会同市财政局负责）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    (
        "（市商务局总牵头，市财政局、市水利局分别负责）",
        {"leads": "云溪市商务局", "cooperates": "云溪市财政局 云溪市水利局"},
    ),
    ("（市商务局主责，市财政局协同）", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（市商务局，各县区政府）", {"responsible": "云溪市商务局 各县区政府"}),
    ("（市直有关单位，各县区人民政府按职责分工负责）", {"responsible": "市直有关单位 各县区人民政府"}),
    (
        "（市委网信办、市商务局牵头负责，市级相关部门按职责分工负责）",
        {"leads": "云溪市委网信办 云溪市商务局", "cooperates": "市级相关部门"},
    ),
    ("责任单位：（市商务局、市财政局）", {"responsible": "云溪市商务局 云溪市财政局"}),
    ("牵头单位为市商务局，配合单位为市财政局。", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("〔责任单位：市商务局；完成时限：2024年底〕", {"responsible": "云溪市商务局"}),
    ("由市商务局具体负责。", {"responsible": "云溪市商务局"}),
    ("市商务局会同市财政局制定计划。", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("市商务局要加强调度。", {"responsible": "云溪市商务局"}),
    ("( 市商 务局 牵头, 市财 政局 配合 )", {"leads": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（丹枫区人民政府、临湖区人民政府负责）", {"leads": "丹枫区人民政府 临湖区人民政府"}),
    ("（国网云溪供电公司牵头，云溪海关配合）", {"leads": "国网云溪供电公司", "cooperates": "云溪海关"}),
    ("（团市委牵头，市妇联、市总工会配合）", {"leads": "团市委", "cooperates": "云溪市妇联 云溪市总工会"}),
    ("（市 商务局牵头）", {"leads": "云溪市商务局"}),
    ("（市商务局、市财政局共同牵头）", {"leads": "云溪市商务局 云溪市财政局"}),
    ("（市商务局承办，市财政局协办）", {"responsible": "云溪市商务局", "cooperates": "云溪市财政局"}),
    ("（市商务局、各县区政府，2024年底前完成）", {"responsible": "云溪市商务局 各县区政府"}),
    ("【责任单位】市商务局、市财政局", {"responsible": "云溪市商务局 云溪市财政局"}),
    ("\n牵头单位：市商务局\n完成时限：2024年10月底前", {"leads": "云溪市商务局"}),
    (
        "\n\n责任单位：市商务局\n市财政局\n各县区人民政府",
        {"responsible": "云溪市商务局 云溪市财政局 各县区人民政府"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_each_way_gives_exactly_its_names(text: str, expected: dict[str, str]) -> None:
    wanted = {(relation, name, "建设粮仓") for relation, names in expected.items() for name in names.split()}
    assert duties(f"（一）建设粮仓。新建粮仓3座。{text}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "支持龙头企业牵头建设。",
        "由市商务局牵头的项目优先。",
        "具体办法由商会制定。",
        "材料经市财政局负责同志审签。",
        "市商务局牵头人为王一凡。",
        "联系单位：市商务局",
        "（详见附件）",
        "（以下简称粮仓）",
        "（联系人：王一凡，电话：0000-1234567）",
        "（市、县两级）",
        "（含市本级）",
        "（云府〔2023〕5号）",
        "落实责任单位，明确完成时限。",
        "各责任单位于每月25日前报送进展。",
        "严格落实粮食安全责任制。",
        "请报市商务局备案。",
        "依托学校（市第一中学、市实验小学）开展活动。",
        "压实企业主体责任，由企业负责日常维护。",
        "配合度达到95%。",
    ],
)
def test_the_nearest_neighbour_of_a_duty_is_none(text: str) -> None:
    assert duties(f"（一）建设粮仓。新建粮仓3座。{text}") == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("（市商务局牵头）", "responsibility.bracket"),
        ("（市商务局、市财政局）", "responsibility.bracket.plain"),
        ("责任单位：市商务局", "responsibility.label"),
        ("由市商务局牵头推进。", "responsibility.prose.lead"),
        ("由市商务局负责推进。", "responsibility.prose.by"),
        ("市商务局会同市财政局推进。", "responsibility.prose.joint"),
        ("市商务局负责推进。", "responsibility.prose.head"),
        ("市商务局要加快推进。", "responsibility.prose.duty"),
        ("市商务局负责推进，市财政局配合。", "responsibility.prose.cooperate"),
    ],
)
def test_each_rule_says_who_it_is_and_how_sure(text: str, rule: str) -> None:
    found = [
        statement
        for statement in extraction_of(plan(f"（一）建设粮仓。新建粮仓3座。{text}")).statements
        if statement.relation in DUTIES
    ]
    assert rule in {statement.rule for statement in found}
    assert all(statement.confidence == confidence(statement.rule) for statement in found)


def test_the_evidence_of_a_list_is_the_list_as_the_source_has_it() -> None:
    text = plan("（一）建设粮仓。新建粮仓3座。（市商 务局牵头,市财政局、\n\n— 3 —\n\n市水利局配合）")
    found = [s for s in extraction_of(text).statements if s.relation in DUTIES]
    assert {s.evidence.text for s in found} == {"（市商 务局牵头,市财政局、\n\n— 3 —\n\n市水利局配合）"}
    assert {s.subject.name for s in found} == {"市商务局", "市财政局", "市水利局"}


def test_responsible_beside_a_lead_in_the_line_above_cooperates() -> None:
    text = "（一）建设粮仓\n\n新建粮仓3座。\n\n牵头单位：市商务局\n\n责任单位：市财政局"
    assert duties(text) == {("leads", "云溪市商务局", "建设粮仓"), ("cooperates", "云溪市财政局", "建设粮仓")}


def _told(text: str) -> set[tuple[str, str, str]]:
    return {
        (found.relation, found.subject.name, found.object.name)
        for found in extraction_of(plan(text)).statements
        if found.rule.startswith("responsibility") and not isinstance(found.object, str)
    }


def test_a_bracket_within_a_labelled_line_belongs_to_it() -> None:
    text = "（一）改造管网120公里\n\n牵头单位：市水利局（责任人：李一凡）\n\n责任单位：市财政局"
    assert _told(text) == {
        ("leads", "市水利局", "改造管网120公里"),
        ("oversees", "李一凡", "改造管网120公里"),
        ("cooperates", "市财政局", "改造管网120公里"),
    }


@pytest.mark.parametrize("brackets", ["（）", "【】", "〔〕"])
def test_one_body_in_brackets_behind_a_numbered_task_has_the_duty(brackets: str) -> None:
    text = f"1.改造城区供水管网120公里{brackets[0]}市水利局{brackets[1]}"
    assert _told(text) == {("responsible", "市水利局", "改造城区供水管网120公里")}


def test_one_body_in_brackets_behind_a_body_is_another_name_of_it() -> None:
    assert _told("1.办公室设在市水利局（市河长办）") == set()


def test_who_carries_out_what_another_leads_does_not_lead() -> None:
    assert _told("（一）改造管网。市水利局牵头，各县（市、区）政府负责实施。") == {
        ("leads", "市水利局", "改造管网"),
        ("implements", "各县（市、区）政府", "改造管网"),
    }
