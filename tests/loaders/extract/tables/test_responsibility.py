"""Duties in tables: by columns, by what cells say, by headings, by groups."""

from __future__ import annotations

import pytest

from govgraph_loaders.statements import Rejection
from loaders.papers import claims, extraction_of

HEAD = "云溪市2024年重点工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"
DUTIES = ("leads", "cooperates", "responsible", "implements", "oversees")


def duties(text: str) -> list[tuple[str, str, str]]:
    found = extraction_of(HEAD + text).statements
    named = claims(tuple(one for one in found if one.rule.startswith("responsibility.table")), *DUTIES)
    return sorted(named, key=lambda claim: DUTIES.index(claim[0]))


def test_columns_of_lead_and_cooperation() -> None:
    assert duties(
        "序号\t工作内容\t主办单位\t协办单位\n1\t举办丰收节\t市农业农村局\t市商务局、青禾县政府\n"
    ) == [
        ("leads", "市农业农村局", "举办丰收节"),
        ("cooperates", "市商务局", "举办丰收节"),
        ("cooperates", "青禾县政府", "举办丰收节"),
    ]


def test_those_responsible_beside_a_lead_cooperate_and_alone_are_responsible() -> None:
    assert duties("任务\t牵头单位\t责任单位\n修建水库\t市水利局\t市财政局\n") == [
        ("leads", "市水利局", "修建水库"),
        ("cooperates", "市财政局", "修建水库"),
    ]
    assert duties("任务\t责任单位\n修建水库\t市水利局 市财政局\n") == [
        ("responsible", "市水利局", "修建水库"),
        ("responsible", "市财政局", "修建水库"),
    ]


@pytest.mark.parametrize("heading", ["责任单位（第一个为牵头单位）", "责任单位（★为牵头单位）"])
def test_the_heading_may_say_who_of_those_responsible_leads(heading: str) -> None:
    assert duties(f"任务\t{heading}\n修建水库\t★市水利局、市财政局\n") == [
        ("leads", "市水利局", "修建水库"),
        ("cooperates", "市财政局", "修建水库"),
    ]


def test_a_star_that_nothing_explains_makes_nobody_lead() -> None:
    assert {claim[0] for claim in duties("任务\t责任单位\n修建水库\t★市水利局、市财政局\n")} == {
        "responsible"
    }


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("市级牵头部门", "leads"),
        ("协同责任单位", "cooperates"),
        ("具体实施单位", "implements"),
        ("牵头负责领导", "oversees"),
    ],
)
def test_headings_are_the_labels_of_lists(heading: str, relation: str) -> None:
    cell = "王一凡" if relation == "oversees" else "市水利局"
    assert duties(f"任务\t{heading}\n修建水库\t{cell}\n") == [(relation, cell, "修建水库")]


def test_goals_in_words_are_the_tasks_where_the_column_beside_them_only_groups_them() -> None:
    assert duties(
        "序号\t项目\t目标任务\t责任单位\n1\t农业发展\t建设粮仓。\t市商务局\n\t\t修建水库。\t市水利局\n"
    ) == [("responsible", "市商务局", "建设粮仓"), ("responsible", "市水利局", "修建水库")]


def test_a_project_of_its_own_row_is_what_the_row_is_about() -> None:
    assert duties(
        "项目\t目标任务\t责任单位\n云溪粮仓\t主体完工\t市商务局\n丹枫水库\t开工建设\t市水利局\n"
    ) == [
        ("responsible", "市商务局", "云溪粮仓"),
        ("responsible", "市水利局", "丹枫水库"),
    ]


@pytest.mark.parametrize("heading", ["牵头单位及责任人", "牵头单位（责任人）", "牵头单位、责任人"])
def test_a_column_of_bodies_and_persons_has_both(heading: str) -> None:
    assert duties(f"任务\t{heading}\n修建水库\t市水利局 王一凡\n") == [
        ("leads", "市水利局", "修建水库"),
        ("oversees", "王一凡", "修建水库"),
    ]


def test_a_body_merged_before_its_tasks_has_them_all() -> None:
    assert duties("责任单位\t工作任务\n市水利局\t修建水库\n\t修缮渠道\n市商务局\t建设粮仓\n") == [
        ("responsible", "市水利局", "修建水库"),
        ("responsible", "市水利局", "修缮渠道"),
        ("responsible", "市商务局", "建设粮仓"),
    ]


def test_a_row_without_a_body_behind_its_task_has_none() -> None:
    assert duties("工作任务\t责任单位\n修建水库\t市水利局\n修缮渠道\t\n") == [
        ("responsible", "市水利局", "修建水库")
    ]


def test_names_and_tasks_that_a_narrow_column_wraps_are_whole() -> None:
    assert duties("任务\t责任单位\n建设养老服 务中心\t市交通运 输局 市民政局\n") == [
        ("responsible", "市交通运输局", "建设养老服务中心"),
        ("responsible", "市民政局", "建设养老服务中心"),
    ]


def test_a_cell_may_say_the_roles_itself() -> None:
    assert duties("任务\t责任部门\n发展服务业\t市商务局牵头拟订计划，各县（区）政府落实\n") == [
        ("leads", "市商务局", "发展服务业"),
        ("implements", "各县（区）政府", "发展服务业"),
    ]


def test_persons_oversee_even_where_a_space_parts_their_names() -> None:
    assert duties("任务\t责任领导\t责任单位\n修建水库\t陆 舟 欧阳文清\t市水利局\n") == [
        ("responsible", "市水利局", "修建水库"),
        ("oversees", "欧阳文清", "修建水库"),
        ("oversees", "陆舟", "修建水库"),
    ]


def test_a_body_under_a_heading_of_persons_is_responsible() -> None:
    assert duties("任务\t责任人\n修建水库\t市水利局\n") == [("responsible", "市水利局", "修建水库")]


@pytest.mark.parametrize("heading", ["责任单位（第一个为牵头单位）", "责任单位（列首位的为牵头单位）"])
def test_the_heading_may_say_that_the_first_leads(heading: str) -> None:
    assert duties(f"任务\t{heading}\n编制规划\t市水利局、市财政局\n") == [
        ("leads", "市水利局", "编制规划"),
        ("cooperates", "市财政局", "编制规划"),
    ]


def test_a_merged_lead_counts_for_the_rows_below_it() -> None:
    found = duties(
        "重点任务\t具体举措\t牵头单位\t配合单位\n"
        "绿化城市\t建设三个公园\t市城管局\t市财政局\n\t种植行道树\t\t市林业局\n"
    )
    assert ("leads", "市城管局", "种植行道树") in found


def test_a_blank_beside_blanks_names_nobody() -> None:
    found = duties("指标\t责任领导\t责任部门\n造林面积\t陆舟\t市林业局\n地区生产总值\t\t\n")
    assert not [claim for claim in found if claim[2] == "地区生产总值"]


def test_rows_of_bodies_are_for_what_the_title_speaks_of() -> None:
    found = duties(
        "2024年全市固定资产投资任务分解表\n\n责任单位\t任务数（万元）\t责任人\n市水利局\t300\t陆舟\n"
    )
    assert found == [("responsible", "市水利局", "固定资产投资"), ("oversees", "陆舟", "固定资产投资")]


def test_a_heading_may_name_the_lead_of_its_column() -> None:
    found = duties("县（区）\t新增住宿企业（牵头单位：市文旅局）\n青禾县\t3\n")
    assert found == [("leads", "市文旅局", "新增住宿企业")]


def test_a_body_that_heads_a_group_has_its_tasks() -> None:
    found = duties("序号\t任务\t目标\n一、市教育局\n1\t新建幼儿园\t5所\n二、市水利局\n2\t修建水库\t1座\n")
    assert found == [("responsible", "市教育局", "新建幼儿园"), ("responsible", "市水利局", "修建水库")]


def test_lists_of_powers_give_no_duties() -> None:
    assert duties("云溪市权责清单\n\n事项名称\t实施主体\n建筑施工许可\t市住建局\n") == []


def test_total_rows_give_no_duties() -> None:
    assert duties("任务\t责任单位\t数量\n修建水库\t市水利局\t3\n合计\t市财政局\t3\n") == [
        ("responsible", "市水利局", "修建水库")
    ]


def test_a_duty_without_a_task_is_kept_as_rejected() -> None:
    found = extraction_of(HEAD + "编号\t责任单位\n1\t市水利局\n").rejections
    assert [(one.relation, one.rule) for one in found if isinstance(one, Rejection)] == [
        ("leads", "responsibility.table")
    ]


def test_a_post_before_a_name_is_no_part_of_it() -> None:
    found = duties(
        "产业链\t链长\t牵头单位\n新能源汽车\t市委书记 陆舟\t市工信局\n生物医药\t副市长李明\t市卫健委\n"
    )
    assert [claim for claim in found if claim[0] == "oversees"] == [
        ("oversees", "陆舟", "新能源汽车"),
        ("oversees", "李明", "生物医药"),
    ]


def test_a_goal_may_be_the_only_name_of_its_row() -> None:
    assert duties("目标任务\t牵头单位\n新增就业3万人\t市人社局\n") == [("leads", "市人社局", "新增就业3万人")]


def test_a_rule_that_all_places_carry_out_holds_for_the_rows_below_it() -> None:
    text = "以下任务均需各县（区）政府落实，不再列出。\n\n任务\t牵头单位\n修建水库\t市水利局\n"
    found = claims(extraction_of(HEAD + text).statements, "leads", "implements")
    assert ("implements", "各县（区）政府", "修建水库") in found
