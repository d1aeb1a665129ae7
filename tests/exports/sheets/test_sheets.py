"""The book of the samples: its sheets say what the questions answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from govgraph import KnowledgeGraph


@pytest.fixture(scope="module")
def graph(store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(store) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("book") / "graph.xlsx"
    rows = graph.export(path)
    book = openpyxl.load_workbook(path)
    below = [sheet.max_row - (2 if sheet.title == "责任矩阵" else 1) for sheet in book.worksheets[:-1]]
    assert rows == sum(below)
    return book


def _rows(sheet: Any, head: int = 1) -> list[dict[str, Any]]:
    names = [cell.value for cell in sheet[head]]
    return [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=head + 1)]


def test_the_sheets_are_in_the_order_in_which_people_read_them(book: Any) -> None:
    assert book.sheetnames == ["任务", "责任矩阵", "目标", "项目", "人员", "来源"]


def test_a_task_has_its_roles_date_targets_and_sentence(book: Any) -> None:
    (row,) = [row for row in _rows(book["任务"]) if row["任务"].value == "新建改建社区食堂"]
    assert (row["地区"].value, row["牵头"].value) == ("云溪市", "云溪市民政局")
    assert "云溪市财政局" in row["配合"].value.split("；")
    assert row["完成期限"].value == datetime(2024, 10, 31)
    assert row["原文"].value == "牵头单位：市民政局"
    target = book["来源"][row["出处"].hyperlink.location.rpartition("!")[2]]
    assert target.value == row["原文"].value


def test_targets_of_a_task_are_in_words(book: Any) -> None:
    (row,) = [row for row in _rows(book["任务"]) if row["任务"].value == "推进医疗机构与养老机构签约合作"]
    assert row["目标"].value == "签约率 100%（2024-06-30）"


def test_the_matrix_marks_who_leads_and_who_helps(book: Any, graph: KnowledgeGraph) -> None:
    rows = _rows(book["责任矩阵"], head=2)
    (row,) = [row for row in rows if row["任务"].value == "新建改建社区食堂"]
    assert (row["云溪市民政局"].value, row["云溪市财政局"].value) == ("◎", "△")
    assert "◎ 牵头" in book["责任矩阵"]["A1"].value
    led = {(answer["bureau"], answer["task"]) for answer in graph.leads()}
    marked = {
        (name, row["任务"].value)
        for row in rows
        for name, cell in row.items()
        if isinstance(cell.value, str) and "◎" in cell.value
    }
    assert marked == led


@pytest.mark.parametrize(
    ("name", "question", "date"),
    [("目标", "targets", "时限"), ("项目", "projects", ""), ("人员", "people", "自")],
)
def test_answers_are_whole_and_their_dates_and_numbers_are_such(
    name: str, question: str, date: str, book: Any, graph: KnowledgeGraph
) -> None:
    rows = _rows(book[name])
    assert len(rows) == len(graph.ask(question))
    assert all(row["出处"].hyperlink for row in rows)
    if date:
        dates = [row[date] for row in rows if row[date].value]
        assert dates
        assert all(cell.is_date for cell in dates)
    for row in rows:
        for amount in ("数值", "投资额"):
            if amount in row and row[amount].value is not None:
                assert row[amount].data_type == "n"


def test_every_column_is_of_use(book: Any) -> None:
    for sheet in book.worksheets[2:5]:
        for column in sheet.iter_cols():
            assert any(cell.value is not None for cell in column[1:]), (sheet.title, column[0].value)


def test_an_empty_graph_is_a_book_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("云溪市下了一场雨。", encoding="utf-8")
    with KnowledgeGraph.build(tmp_path / "a.txt", tmp_path / "store") as graph:
        assert graph.export(tmp_path / "graph.xlsx") == 0
    assert openpyxl.load_workbook(tmp_path / "graph.xlsx")["任务"].max_row == 1
