"""Tables whose cells stand one a line, or are parted by spaces."""

from __future__ import annotations

import time

import pytest

from govgraph_loaders.model import Table
from loaders.papers import layout_of

HEAD = "云溪市养老服务“十四五”规划\n\n一、发展目标\n\n养老服务主要指标表\n\n"


def tables(text: str) -> list[Table]:
    layout = layout_of(HEAD + text)
    found = [table for document in layout.documents for table in document.tables]
    for table in found:
        for row in (*table.header_rows, *table.rows):
            for cell in row.cells:
                assert set(cell.joined) <= set(layout.source.text[cell.start : cell.end])
    return found


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def lines(*cells: str, gap: str = "\n") -> str:
    return gap.join(cells) + "\n"


INDICATORS = (
    *("指标", "单位", "2022年", "2025年"),
    *("养老床位数", "张", "1200", "2100"),
    *("护理型床位占比", "%", "48", "58"),
    *("月探访率", "%", "-", "100"),
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_cells_of_one_line_each_are_put_together_by_the_width_of_the_header(gap: str) -> None:
    (table,) = tables(lines(*INDICATORS, gap=gap))
    assert [column.path for column in table.columns] == [("指标",), ("单位",), ("2022年",), ("2025年",)]
    assert texts(table) == [
        ["养老床位数", "张", "1200", "2100"],
        ["护理型床位占比", "%", "48", "58"],
        ["月探访率", "%", "-", "100"],
    ]


def test_rows_end_with_their_nature_and_heads_of_groups_are_left_out() -> None:
    cells = (
        *("指标", "2020年", "2025年", "属性"),
        "一、资源供给",
        *("养老床位数（张）", "1200", "2100", "预期性"),
        *("护理型床位占比（%）", "48", "58以上", "约束性"),
        "二、人才队伍",
        *("其中：城区", "乡村", "3", "4", "5", "6", "预期性"),
        *("护理员（人）", "300", "500", "预期性"),
    )
    (table,) = tables(lines(*cells))
    assert [row[0] for row in texts(table)] == ["养老床位数（张）", "护理型床位占比（%）", "护理员（人）"]


def test_rows_of_tasks_begin_with_their_numbers() -> None:
    cells = (
        *("序号", "工作任务", "责任单位", "完成时限"),
        *("1", "建设县级养老服务中心2个，床位不少于300张。", "市民政局", "2024年底"),
        *("2", "培训护理员500人。", "市民政局", "2025年底"),
        *("3", "改造乡镇敬老院5所；", "各县（区）", "2025年底"),
    )
    (table,) = tables(lines(*cells) + "\n云溪市民政局\n2024年2月1日\n")
    assert [row[0] for row in texts(table)] == ["1", "2", "3"]
    assert texts(table)[2][2] == "各县（区）"


def test_columns_parted_by_spaces_are_those_of_the_header() -> None:
    (table,) = tables("乡镇 床位（张） 占比（%）\n城关镇 320 58\n临河镇   280　55.5\n合计 600 57\n")
    assert texts(table) == [["城关镇", "320", "58"], ["临河镇", "280", "55.5"], ["合计", "600", "57"]]


@pytest.mark.parametrize(
    "text",
    [
        "指标\n单位\n2022年\n2025年\n养老床位数\n张\n1200\n2100\n",  # one row is no table
        "工作任务\n责任单位\n完成时限\n建设中心\n市民政局\n年底\n培训人员\n市民政局\n年底\n改造\n市民政局\n年底\n",
        "乡镇 床位（张） 占比（%）\n城关镇 建成投用 进展顺利\n临河镇 正在建设 进展顺利\n",
        "张三 李四 王五\n赵六 钱七 孙八\n周九 吴十 郑一\n",
        "目标\n任务\n措施\n保障\n",
    ],
)
def test_short_lines_without_the_shape_of_a_table_stay_text(text: str) -> None:
    assert not tables(text)


def test_many_headings_take_linear_time() -> None:
    before = time.process_time()
    tables(lines(*("指标", "单位", "2022年") * 4000))
    assert time.process_time() - before < 4


def test_pipes_between_cells_alone_make_rows_above_and_below_their_rule() -> None:
    (table,) = tables(
        "指标|2022年|2025年\n---|---|---\n床位数（张）|1200|2100\n月探访率（%）||100\n\n全市共同推进。\n"
    )
    assert [column.path for column in table.columns] == [("指标",), ("2022年",), ("2025年",)]
    assert texts(table) == [["床位数（张）", "1200", "2100"], ["月探访率（%）", "", "100"]]


def test_pipes_without_a_rule_are_text() -> None:
    assert not tables("首页|新闻|公开\n床位数|1200|2100\n")


def test_lines_of_a_budget_keep_code_name_and_first_amount() -> None:
    cells = (
        *("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        *("合计", "1,250.36", "980.36", "270.00"),
        *("204", "公共安全支出", "1,050.36", "780.36", "270.00"),
        *("2040601", "行政运行", "780.36", "780.36"),
        *("208", "社会保障和就业支出", "200.00", "200.00"),
    )
    (table,) = tables(lines(*cells))
    assert texts(table) == [
        ["204", "公共安全支出", "1,050.36"],
        ["2040601", "行政运行", "780.36"],
        ["208", "社会保障和就业支出", "200.00"],
    ]
