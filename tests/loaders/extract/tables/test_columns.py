"""Columns by what they hold: headings tell, and cells where a heading says nothing."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.tables.columns import TableColumns, read_columns
from loaders.papers import layout_of

HEAD = "云溪市2024年工作方案\n\n"


def columns(text: str) -> TableColumns:
    (table,) = (table for document in layout_of(HEAD + text).documents for table in document.tables)
    return read_columns(table)


def test_numbers_make_a_measure_of_a_heading_that_nobody_knows() -> None:
    assert columns("序号\t县（市、区）\t改造面积\n1\t青禾县\t30\n").roles == ("serial", "district", "measure")


def test_numbers_under_a_heading_of_goals_are_measures_and_words_are_goals() -> None:
    assert columns("任务\t年度目标\n建公园\t5\n").roles == ("task", "measure")
    assert columns("任务\t年度目标\n建公园\t建成5个\n").roles == ("task", "goal")


@pytest.mark.parametrize(("cell", "role"), [("亿元", "unit"), ("市水利局", "organization")])
def test_a_column_headed_unit_holds_units_or_bodies(cell: str, role: str) -> None:
    assert columns(f"指标\t单位\t2024年\n产值\t{cell}\t5\n").roles[1] == role


def test_the_first_column_of_words_names_the_rows_where_no_heading_does() -> None:
    found = columns("行业增加值\t总量\n工业\t30\n建筑业\t20\n")
    assert found.roles == ("name", "measure")
    assert found.key == "name"


def test_a_class_names_no_row_of_duties() -> None:
    assert columns("类别\t补助标准\t责任单位\n甲类\t30\t市民政局\n").key == ""


def test_the_parent_heading_counts_for_duties_only() -> None:
    assert columns("任务\t责任单位\t\n\t第一组\t第二组\n建公园\t市城管局\t市住建局\n").roles[1:] == (
        "responsible",
        "responsible",
    )


def test_the_finer_of_two_keys_names_rows_under_a_merged_cell() -> None:
    found = columns("重点任务\t具体举措\t牵头单位\n绿化\t建公园\t市城管局\n\t种行道树\t市林业局\n")
    assert [cell.text for cell in (found.finest(row, "task", "detail") for row in (0, 1)) if cell] == [
        "建公园",
        "种行道树",
    ]


def test_the_task_names_its_row_where_nothing_is_merged() -> None:
    found = columns("重点任务\t具体举措\t牵头单位\n绿化\t建公园\t市城管局\n水利\t修水库\t市水利局\n")
    cell = found.finest(1, "task", "detail")
    assert cell is not None
    assert cell.text == "水利"
