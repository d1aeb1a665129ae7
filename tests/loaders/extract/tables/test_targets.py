"""Targets in tables of every shape, and tables that set none."""

from __future__ import annotations

from typing import Any

import pytest

from govgraph_loaders.statements import Reference, Statement
from loaders.papers import extraction_of

HEAD = "云溪市2024年工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"


def found(text: str) -> list[Statement]:
    return [one for one in extraction_of(HEAD + text).statements if one.rule.startswith("target.table")]


def targets(text: str, *names: str) -> list[tuple[Any, ...]]:
    """(subject, indicator, the qualifiers of those names …) of each target."""
    rows = []
    for one in found(text):
        assert isinstance(one.object, Reference)
        rows.append((one.subject.name, one.object.name, *(one.qualifiers.get(name) for name in names)))
    return rows


def test_a_column_for_each_indicator_with_the_unit_in_its_heading() -> None:
    text = "2024年粮食生产目标分解表\n\n县（区）\t播种面积（万亩）\t总产量（万吨）\n青禾县\t80.5\t41\n"
    assert targets(text, "value", "unit", "due") == [
        ("青禾县", "播种面积", 80.5, "万亩", "2024"),
        ("青禾县", "总产量", 41, "万吨", "2024"),
    ]


def test_the_title_names_the_indicator_and_the_caption_the_unit() -> None:
    text = "2024年各县（区）固定资产投资任务分解表\n\n单位：万元\n\n县（区）\t任务数\n青禾县\t712,000\n"
    assert targets(text, "value", "unit") == [("青禾县", "固定资产投资", 712000, "万元")]


def test_growth_stands_beside_the_level() -> None:
    text = "主要指标分解表\n\n指标\t目标任务\t\n\t总量（亿元）\t增速（%）\n工业增加值\t16.5\t14\n"
    assert targets(text, "value", "unit", "change") == [
        ("云溪市2024年工作方案", "工业增加值", 16.5, "亿元", None),
        ("云溪市2024年工作方案", "工业增加值", 14, "%", "increase"),
    ]


def test_the_unit_of_the_row_goes_before_that_of_the_column_but_not_for_growth() -> None:
    text = (
        "主要指标分解表\n\n指标\t目标任务\t\n\t总量（亿元）\t增速（%）\n"
        "产值\t16.5\t14\n销售面积（万平方米）\t33\t20\n"
    )
    assert [row[2:] for row in targets(text, "value", "unit")][2:] == [(33, "万平方米"), (20, "%")]


def test_quarters_that_add_up_to_the_year_are_apart() -> None:
    text = "销售任务计划表\n\n项目名称\t一季度\t二季度\t三季度\t四季度\t累计\n南湖花园\t1\t2\t3\t4\t10\n"
    assert [row[2:] for row in targets(text, "due", "period")] == [
        ("2024-03-31", "quarter"),
        ("2024-06-30", "quarter"),
        ("2024-09-30", "quarter"),
        ("2024-12-31", "quarter"),
        ("2024", None),
    ]


def test_quarters_whose_last_is_the_year_are_cumulative() -> None:
    text = "投资任务分解表\n\n单位\t全年任务\t一季度\t二季度\t三季度\t四季度\n市水利局\t90\t10\t30\t60\t90\n"
    assert {row[2] for row in targets(text, "period")} == {None}


def test_months_from_the_first_on_are_cumulative_by_their_words() -> None:
    text = "产值目标表\n\n企业名称\t1-3月目标\t1-6月目标\n云溪轴承有限公司\t5\t9\n"
    assert targets(text, "value", "due", "period") == [
        ("云溪轴承有限公司", "产值", 5, "2024-03-31", None),
        ("云溪轴承有限公司", "产值", 9, "2024-06-30", None),
    ]


def test_a_heading_that_lost_its_quarter_is_the_fourth() -> None:
    text = "投资分解表\n\n县（区）\t一季度任务\t二季度任务\t三季度任务\t任务\n青禾县\t1\t2\t3\t5\n"
    assert targets(text, "due")[-1][2] == "2024-12-31"


def test_a_five_year_plan_has_baseline_nature_and_yearly_growth() -> None:
    text = (
        "“十四五”主要指标\n\n指标\t2020年\t2025年\t年均增速〔累计〕\t属性\n"
        "1.城镇化率（%）\t60.2\t65\t〔4.8〕\t预期性\n2.研发投入增长（%）\t—\t—\t＞8\t约束性\n"
    )
    first, second, third = (one.qualifiers for one in found(text))
    assert first == {
        "value": 65,
        "unit": "%",
        "comparator": "=",
        "due": "2025",
        "baseline": 60.2,
        "baseline_date": "2020",
        "nature": "预期性",
    }
    assert (second["value"], second["change"], second.get("period")) == (4.8, "increase", None)
    assert (third["comparator"], third["period"], third["nature"]) == (">", "annual", "约束性")


def test_a_note_gives_the_star_its_meaning() -> None:
    text = "主要目标\n\n指标\t2025年\n产值增速（%）\t10*\n占比（%）\t18\n\n备注：*为年均增速\n"
    assert targets(text, "value", "period") == [
        ("云溪市2024年工作方案", "产值增速", 10, "annual"),
        ("云溪市2024年工作方案", "占比", 18, None),
    ]


def test_an_indicator_may_have_a_goal_in_words() -> None:
    text = "主要目标\n\n指标\t2020年\t2025年\n碳排放下降（%）\t—\t完成省下达任务\n"
    assert targets(text, "text", "value", "change") == [
        ("云溪市2024年工作方案", "碳排放下降", "完成省下达任务", None, "decrease")
    ]


def test_a_unit_may_have_a_column_of_its_own() -> None:
    text = "预期目标\n\n指标\t单位\t2023年完成\t2024年计划\n公共预算收入\t亿元\t88.2\t93\n"
    assert targets(text, "value", "unit", "baseline") == [
        ("云溪市2024年工作方案", "公共预算收入", 93, "亿元", 88.2)
    ]


def test_one_indicator_split_among_bodies_is_theirs() -> None:
    text = "任务分解表\n\n指标名称\t责任单位\t任务数（家）\n新增批发企业\t市商务局\t2\n\t市工信局\t3\n"
    assert targets(text, "value", "change") == [
        ("市商务局", "新增批发企业", 2, "increase"),
        ("市工信局", "新增批发企业", 3, "increase"),
    ]


def test_the_total_is_for_the_whole_place_once() -> None:
    page = "产值任务分解表\n\n单位：万元\n\n县（区）\t产值\n合计\t90\n"
    assert targets(page + "青禾县\t40\n\n" + page + "丹枫区\t50\n", "value") == [
        ("云溪市", "产值", 90),
        ("青禾县", "产值", 40),
        ("丹枫区", "产值", 50),
    ]


def test_parts_of_a_count_of_new_things_are_new_too() -> None:
    text = "任务分解表\n\n镇（街道）\t新增企业数\t其中：\t\n\t个\t工业企业\t餐饮企业\n白鹭镇\t5\t2\t3\n"
    assert targets(text, "unit", "change") == [
        ("白鹭镇", "新增企业数", "个", "increase"),
        ("白鹭镇", "工业企业", "个", "increase"),
        ("白鹭镇", "餐饮企业", "个", "increase"),
    ]


def test_a_group_of_enterprises_has_its_own_numbers() -> None:
    text = "2024年产值任务分解表\n\n序号\t企业名称\t2024年目标\n一、能源行业\t\t90\n1\t云溪供热公司\t90\n"
    (group, enterprise) = found(text)
    assert (group.subject.type, group.subject.name) == ("OrganizationGroup", "能源行业")
    assert (enterprise.subject.type, enterprise.subject.name) == ("Enterprise", "云溪供热公司")


def test_a_zero_is_a_value_and_a_dash_is_none() -> None:
    text = "新增企业任务分解表\n\n县（区）\t任务数（家）\n青禾县\t0\n丹枫区\t—\n临湖区\t\n"
    assert targets(text, "value") == [("青禾县", "新增企业", 0)]


def test_goals_in_words_count_what_the_task_is_about() -> None:
    text = (
        "民生实事任务分解表\n\n实事项目\t年度目标\t完成时限\n"
        "新建公办幼儿园\t新建10所，新增学位3000个\t8月底前\n农村公路提档升级\t300公里\t全年\n"
    )
    assert targets(text, "value", "unit", "due") == [
        ("新建公办幼儿园", "公办幼儿园", 10, "所", "2024-08-31"),
        ("新建公办幼儿园", "学位", 3000, "个", "2024-08-31"),
        ("农村公路提档升级", "农村公路提档升级", 300, "公里", "2024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "主要指标完成情况\n\n指标\t2021年\t2023年\n产值（亿元）\t100\t120\n",
        "县域主要经济指标比较\n\n\t青禾县\t丹枫区\n产值（亿元）\t35\t29\n",
        "信息内容\t本年制发件数\t现行有效件数\n规章\t0\t3\n",
        "考核评分表\n\n考核指标\t目标值\t分值\n招商引资\t10亿元\t20\n",
        "2024年衔接资金分配表\n\n县（区）\t金额（万元）\n青禾县\t500\n",
        "补助标准表\n\n类别\t补助标准（元/月）\n甲类\t1200\n",
        "养老机构一览表\n\n机构名称\t床位数\n云溪市福利院\t300\n",
        "重点项目计划表\n\n项目名称\t总投资（万元）\t2024年计划投资\n南湖桥\t500\t100\n",
    ],
)
def test_tables_of_the_past_of_money_and_of_points_set_no_targets(text: str) -> None:
    assert found(text) == []


def test_the_table_of_a_budget_sets_no_targets() -> None:
    paper = "2024年云溪市水利局部门预算\n\n支出计划表\n\n科目名称\t预算数\n水利\t30\n"
    assert not [one for one in extraction_of(paper).statements if one.relation == "hasTarget"]


def test_a_five_year_plan_in_the_title_says_when() -> None:
    text = "“十四五”重点工程目标任务表\n\n地区\t减排量（吨）\n青禾县\t1200\n"
    assert targets(text, "due") == [("青禾县", "减排量", "2025")]


def test_years_between_the_document_and_the_end_of_the_plan_are_targets() -> None:
    text = "2021-2026年主要目标\n\n指标\t2023年\t2025年\t2026年\n造林面积（亩）\t1\t2\t3\n"
    assert targets(text, "value", "due", "baseline") == [
        ("云溪市2024年工作方案", "造林面积", 2, "2025", 1),
        ("云溪市2024年工作方案", "造林面积", 3, "2026", 1),
    ]


def test_a_task_may_hold_its_target() -> None:
    text = "重点任务分解表\n\n目标任务\t牵头单位\n新增城镇就业3万人以上，失业率控制在5.5%左右\t市人社局\n"
    assert [row[1:] for row in targets(text, "value", "comparator")] == [
        ("城镇就业", 3, ">="),
        ("失业率", 5.5, "~"),
    ]


def test_the_deadline_of_the_row_is_when_its_goal_is_due() -> None:
    text = "重点任务分解表\n\n任务\t工作目标\t完成时限\n建设绿色工厂\t10家\t2025年底\n"
    assert [one.qualifiers["due"] for one in found(text)] == ["2025-12-31"]


def test_high_standard_is_no_standard_and_a_verb_heads_a_column() -> None:
    text = (
        "2024年高标准农田建设任务分解表\n\n单位：万亩\n\n"
        "县（区）\t建设任务\t其中：\t\t备注\n\t\t新建\t改造提升\t\n青禾县\t8.0\t5.5\t2.5\t\n临水县\t6\t4\t2\t\n"
    )
    assert targets(text, "value", "unit")[:3] == [
        ("青禾县", "高标准农田建设", 8, "万亩"),
        ("青禾县", "新建高标准农田", 5.5, "万亩"),
        ("青禾县", "改造提升高标准农田", 2.5, "万亩"),
    ]


def test_standards_set_no_targets() -> None:
    assert not targets("2024年收费标准任务表\n\n县（区）\t标准（元）\n青禾县\t80\n")


def test_what_goes_down_does_so_in_a_column_of_growth() -> None:
    text = "主要指标\n\n指标\t2024年\t年均增长（%）\n单位能耗降低（%）\t-\t3.5\n工业增加值（亿元）\t60\t8\n"
    assert targets(text, "value", "change") == [
        ("云溪市2024年工作方案", "单位能耗降低", 3.5, "decrease"),
        ("云溪市2024年工作方案", "工业增加值", 60, None),
        ("云溪市2024年工作方案", "工业增加值", 8, "increase"),
    ]


def test_part_of_a_count_is_named_by_itself() -> None:
    text = "2024年粮食生产任务分配表\n\n乡镇\t播种面积（万亩）\t其中：大豆（万亩）\n青禾镇\t8\t0.5\n"
    assert targets(text, "value") == [("青禾镇", "播种面积", 8), ("青禾镇", "大豆", 0.5)]


def test_bare_numbers_of_quarters_count_what_the_goal_of_the_year_does() -> None:
    text = (
        "2024年重点任务分解表\n\n任务\t年度目标\t一季度\t二季度\t责任单位\n"
        "城镇新增就业\t3000人\t800\t1600\t市人社局\n改造老旧小区\t20个\t启动前期\t开工5个\t市住建局\n"
    )
    assert targets(text, "value", "unit", "due")[:3] == [
        ("城镇新增就业", "就业", 3000, "人", "2024"),
        ("城镇新增就业", "就业", 800, "人", "2024-03-31"),
        ("城镇新增就业", "就业", 1600, "人", "2024-06-30"),
    ]


def test_progress_beside_goals_is_no_goal() -> None:
    text = (
        "2024年民生实事项目进展情况表\n\n序号\t项目内容\t进展情况\t责任单位\n"
        "1\t新建公办幼儿园7所。\t建成幼儿园5所。\t市教育局\n2\t新增托位500个。\t新增托位600个。\t市卫生健康局\n"
    )
    assert [row[1:] for row in targets(text, "value")] == [("公办幼儿园", 7), ("托位", 500)]


def test_columns_of_places_set_numbers_for_them() -> None:
    rows = "工业增加值增速\t%\t8\t8.5\t7.5\n零售总额\t亿元\t23\t11\t6\n"
    text = f"2024年主要指标分解表\n\n指标\t单位\t全市\t丹枫区\t青禾县\n{rows}"
    assert targets(text, "value", "unit")[:4] == [
        ("云溪市", "工业增加值增速", 8, "%"),
        ("丹枫区", "工业增加值增速", 8.5, "%"),
        ("青禾县", "工业增加值增速", 7.5, "%"),
        ("云溪市", "零售总额", 23, "亿元"),
    ]


def test_money_to_be_raised_is_a_target_and_money_paid_is_none() -> None:
    rows = "青禾县\t8\t20\n临水县\t6\t10\n"
    text = f"2024年招商引资任务分解表\n\n县（区）\t到位资金（亿元）\t奖励资金（万元）\n{rows}"
    assert targets(text, "value") == [("青禾县", "到位资金", 8), ("临水县", "到位资金", 6)]


def test_document_that_is_its_table_titles_it() -> None:
    text = (
        "2024年云溪市粮食生产任务分解表\n\n乡镇\t播种面积（万亩）\t产量（万吨）\n青禾镇\t8\t4\n柳沟镇\t6\t3\n"
    )
    found = [one for one in extraction_of(text).statements if one.rule == "target.table"]
    assert [one.qualifiers["value"] for one in found] == [8, 4, 6, 3]
