"""Tables in plain text: headers, captions, pages, merged and wrapped cells."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.model import Table
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import is_number, is_serial
from loaders.papers import layout_of

HEAD = "云溪市2024年重点工作方案\n\n"


def tables(text: str) -> list[Table]:
    layout = layout_of(HEAD + text)
    found = [table for document in layout.documents for table in document.tables]
    for table in found:
        for row in (*table.header_rows, *table.rows):
            for cell in row.cells:
                slice_ = layout.source.text[cell.start : cell.end]
                assert not cell.text or set(cell.joined) & set(slice_), (cell, slice_)
    return found


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def paths(table: Table) -> list[tuple[str, ...]]:
    return [column.path for column in table.columns]


def test_a_header_of_three_rows_gives_each_column_its_path() -> None:
    (table,) = tables(
        "序号\t任务\t责任\t\t目标\t\n\t\t责任单位\t\t总量\t\n\t\t牵头\t配合\t上半年\t全年\n"
        "1\t建设公园\t市城管局\t市住建局\t10\t20\n"
    )
    assert paths(table) == [
        ("序号",),
        ("任务",),
        ("责任", "责任单位", "牵头"),
        ("责任", "责任单位", "配合"),
        ("目标", "总量", "上半年"),
        ("目标", "总量", "全年"),
    ]
    assert texts(table) == [["1", "建设公园", "市城管局", "市住建局", "10", "20"]]


def test_pipes_with_a_rule_below_the_header_are_one_table() -> None:
    (table,) = tables(
        "| 序号 | **重点任务** | 牵头单位 |\n| --- | :--- | --- |\n| 1 | 建设公园<br>和绿道 | 市城管局 |\n"
    )
    assert paths(table) == [("序号",), ("重点任务",), ("牵头单位",)]
    assert texts(table) == [["1", "建设公园 和绿道", "市城管局"]]


def test_rows_of_pipes_may_leave_the_first_pipe_out() -> None:
    (table,) = tables("序号 | 重点任务 | 牵头单位 |\n1 | 建设公园 | 市城管局 |\n2 | 修建水库 | 市水利局 |\n")
    assert paths(table) == [("序号",), ("重点任务",), ("牵头单位",)]
    assert texts(table) == [["1", "建设公园", "市城管局"], ["2", "修建水库", "市水利局"]]


@pytest.mark.parametrize("text", ["首页 | 公开 | 服务", "来源：云溪市政府 | 2024年1月2日", "办公电话 | 0000"])
def test_a_line_with_a_pipe_or_two_in_it_is_no_row(text: str) -> None:
    assert tables(f"{text}\n{text}\n") == []


def test_words_below_a_header_alone_are_no_second_header() -> None:
    (table,) = tables(
        "| 任务 | 牵头单位 | 备注 |\n|:---:|---|---|\n| 造林 | 林业局 | 5家 |\n| 治水 | 水利局 | —— |\n"
    )
    assert [row[0] for row in texts(table)] == ["造林", "治水"]


def test_a_row_of_blanks_before_the_header_takes_no_caption_away() -> None:
    (table,) = tables(
        "2024年任务清单\n\n|  |  |\n| --- | --- |\n| 任务 | 牵头单位 |\n| 建设公园 | 市城管局 |\n"
    )
    assert table.title == "2024年任务清单"
    assert paths(table) == [("任务",), ("牵头单位",)]


def test_a_header_repeated_after_the_page_goes_on_with_the_table() -> None:
    page = "表1\n\n2024年投资任务分解表\n\n单位：万元\n\n序号\t县区\t投资\n合计\t\t90\n"
    (table,) = tables(page + "1\t青禾县\t40\n\n- 3 -\n\n" + page + "2\t丹枫区\t50\n")
    assert [row.kind for row in table.rows] == ["total", "body", "body"]
    assert table.unit == "万元"
    assert table.title == "2024年投资任务分解表"


def test_a_page_without_header_goes_on_with_the_table() -> None:
    (table,) = tables("序号\t任务\t牵头单位\n1\t建设公园\t市城管局\n\n2\t修建水库\t市水利局\n")
    assert len(table.rows) == 2


def test_text_between_parts_two_tables_of_one_width() -> None:
    found = tables(
        "序号\t任务\t牵头单位\n1\t建设公园\t市城管局\n\n二、保障措施。各单位要加强领导，按时完成任务。\n\n"
        "2\t修建水库\t市水利局\n"
    )
    assert [len(table.rows) for table in found] == [1, 1]


def test_a_title_row_within_consecutive_rows_begins_another_table() -> None:
    first, second = tables(
        "| 序号 | 任务 | 牵头单位 |\n| 1 | 建设公园 | 市城管局 |\n| 表2 项目清单 | | |\n"
        "| 序号 | 项目名称 | 建设地点 |\n| 1 | 南湖桥 | 青禾县 |\n"
    )
    assert (first.title, len(first.rows)) == ("", 1)
    assert (second.title, len(second.rows)) == ("项目清单", 1)


def test_another_heading_right_after_a_table_begins_another_one() -> None:
    first, second = tables(
        "序号\t任务\t牵头单位\n1\t建设公园\t市城管局\n2\t修建水库\t市水利局\n"
        "序号\t项目名称\t建设单位\n1\t南湖桥\t市路桥公司\n"
    )
    assert [len(first.rows), len(second.rows)] == [2, 1]
    assert paths(second)[1] == ("项目名称",)


def test_the_title_may_stand_in_the_first_row() -> None:
    (table,) = tables("专栏1 主要指标\t\t\n指标\t2020年\t2025年\n造林面积（亩）\t10\t20\n")
    assert table.title == "主要指标"
    assert paths(table) == [("指标",), ("2020年",), ("2025年",)]


@pytest.mark.parametrize(
    ("caption", "unit", "organization"),
    [
        ("单位：万元", "万元", ""),
        ("（单位：亩）", "亩", ""),
        ("单位名称：云溪市水利局", "", "云溪市水利局"),
        ("部门名称：云溪市水利局    单位：元", "元", "云溪市水利局"),
        ("填报单位：云溪市水利局 金额单位：万元", "万元", "云溪市水利局"),
    ],
)
def test_captions_give_unit_and_organization(caption: str, unit: str, organization: str) -> None:
    (table,) = tables(f"支出总表\n\n{caption}\n\n项目\t金额\n甲\t1\n")
    assert (table.unit, table.organization) == (unit, organization)


def test_a_row_cut_within_a_cell_is_put_together() -> None:
    (table,) = tables("序号\t任务\t牵头单位\t时限\n1\t建设养老\n服务中心\t市民政局\t6月底\n")
    assert texts(table) == [["1", "建设养老 服务中心", "市民政局", "6月底"]]


def test_a_list_of_names_has_no_header() -> None:
    (table,) = tables("市教育局\t市财政局\n市水利局\t市民政局\n")
    assert table.columns == []
    assert len(table.rows) == 2


def test_the_blank_of_a_merged_cell_comes_back_from_the_end_of_the_row() -> None:
    (table,) = tables(
        "类别\t指标\t\t2020年\t2025年\t属性\n发展\t产业\t甲类占比（%）\t13.2\t18\t预期性\n"
        "\t\t乙类占比（%）\t11\t12\t约束性\n绿色\t造林面积（亩）\t10\t20\t预期性\t\n"
    )
    assert texts(table)[2] == ["绿色", "造林面积（亩）", "", "10", "20", "预期性"]


def test_rows_that_head_others_and_rows_that_add_up_are_known() -> None:
    (table,) = tables(
        "序号\t项目名称\t投资\n一\t水利\t30\n1\t南湖桥\t10\n2\t北河堤\t20\n"
        "\t小计\t30\n合 计\t\t30\n备注：数据截至6月。\t\t\n"
    )
    assert [row.kind for row in table.rows] == ["section", "body", "body", "total", "total"]
    assert table.notes == ["备注：数据截至6月。"]


def test_a_line_without_cells_between_rows_heads_those_below_it() -> None:
    (table,) = tables("序号\t任务\t目标\n一、市教育局\n1\t建幼儿园\t5所\n二、市水利局\n2\t修水库\t1座\n")
    assert [row.kind for row in table.rows] == ["section", "body", "section", "body"]
    assert table.rows[2].cells[0].text == "二、市水利局"


def test_numbers_of_columns_are_no_row() -> None:
    (table,) = tables("科目\t合计\t基本\n甲\t1\t2\n教育\t30\t20\n")
    assert texts(table) == [["教育", "30", "20"]]


def test_a_blank_belongs_to_the_cell_above_but_never_over_a_group() -> None:
    (table,) = tables(
        "序号\t任务\t牵头\t时限\n1\t建公园\t市城管局\t6月\n\t\t市住建局\t7月\n二、\t水利\t\t\n2\t\t市水利局\t8月\n"
    )
    above = table.carried(1, 1)
    assert above is not None
    assert above.text == "建公园"
    assert table.carried(3, 1) is None


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("牵头单位", "lead"),
        ("主办单位", "lead"),
        ("配合责任单位", "cooperate"),
        ("责任单位（部门）", "responsible"),
        ("责任市领导", "oversee"),
        ("2024年度目标", "goal"),
        ("县（市、区）", "district"),
        ("项目名称", "project"),
        ("新增企业", "ignored"),
        ("完成 时限", "time"),
        ("总投资（万元）", "investment"),
        ("功能分类科目编码", "code"),
        ("粮食总产量（万吨）", ""),
    ],
)
def test_headings_have_roles(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize("text", ["12", "1,234.5", "-3.2%", "10*", "≥95", "〔4.8〕", "6.5左右", "—", "…"])
def test_numbers_with_signs_and_dashes_are_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["5所", "2024年", "一季度", "南湖桥", ""])
def test_words_are_no_numbers(text: str) -> None:
    assert not is_number(text)


def test_serials_are_numbers_of_rows() -> None:
    assert all(map(is_serial, ["3", "12.", "三", "（四）"]))
    assert not any(map(is_serial, ["三溪镇", "2024年", "12.5"]))


@given(st.lists(st.lists(st.text("甲乙0.1%— ", max_size=4), min_size=2, max_size=5), min_size=1, max_size=8))
def test_every_cell_is_the_slice_of_its_source(grid: list[list[str]]) -> None:
    for table in tables("\n".join("\t".join(row) for row in grid) + "\n"):
        for row in table.rows:
            assert [cell.column for cell in row.cells] == list(range(len(row.cells)))


@pytest.mark.parametrize("piece", ["\t", "| ", "一、", "（", "1\t", " \t甲"])
def test_hostile_rows_take_linear_time(piece: str) -> None:
    start = time.perf_counter()
    tables("序号\t任务\n" + piece * 50_000 + "\t甲\n")
    assert time.perf_counter() - start < 5


def test_a_table_over_many_pages_takes_linear_time() -> None:
    page = "2024年任务分解表\n\n序号\t县区\t投资\n合计\t\t90\n1\t青禾县\t40\n\n"
    start = time.perf_counter()
    (table,) = tables(page * 2_000)
    assert len(table.rows) == 2_001
    assert time.perf_counter() - start < 10


def test_a_group_right_below_the_rule_of_a_heading_is_a_row() -> None:
    text = (
        "| 任务 | 责任单位 |时限|\n|---|---|---|\n| **一、水利** | | |\n| 1.改造管网 | 市水利局 | 2024年 |\n"
        "| 2.建设水库 | 市水利局 | 2024年 |\n"
    )
    (table,) = layout_of(f"云溪市工作方案\n\n{text}").documents[0].tables
    assert [(row.kind, row.cells[0].text) for row in table.rows] == [
        ("section", "一、水利"),
        ("body", "1.改造管网"),
        ("body", "2.建设水库"),
    ]


def test_a_numbered_title_above_a_heading_is_no_row() -> None:
    text = "一、水利任务\t\t\n任务\t责任单位\t时限\n改造管网\t市水利局\t2024年\n建设水库\t市水利局\t2024年\n"
    *_, table = layout_of(f"云溪市工作方案\n\n{text}").documents[0].tables
    assert [row.cells[0].text for row in table.rows] == ["改造管网", "建设水库"]
