"""Headings over several columns of which a copy kept one cell."""

from __future__ import annotations

import pytest

from loaders.papers import layout_of

HEAD = "云溪市2024年重点工作方案\n\n"
ROWS = "城关镇\t12\t8\t20\t9\t张一\n临河镇\t8\t7.5\t15\t10\t李二\n柳沟镇\t5\t7\t11\t10\t王三\n"


def paths(text: str) -> list[tuple[str, ...]]:
    (table,) = (table for document in layout_of(HEAD + text).documents for table in document.tables)
    return [column.path for column in table.columns]


def test_second_row_stands_under_the_headings_that_name_no_column() -> None:
    header = "镇街\t规上工业增加值\t固定资产投资\t责任人\n目标（亿元）\t增速（%）\t目标（亿元）\t增速（%）\n"
    assert paths(header + ROWS) == [
        ("镇街",),
        ("规上工业增加值", "目标（亿元）"),
        ("规上工业增加值", "增速（%）"),
        ("固定资产投资", "目标（亿元）"),
        ("固定资产投资", "增速（%）"),
        ("责任人",),
    ]


def test_second_row_stands_under_what_is_counted_among_the_rest() -> None:
    body = "青禾县\t8\t5\t3\t\n临水县\t6\t4\t2\t\n"
    header = "县（区）\t建设任务\t其中：\t备注\n新建\t改造提升\n"
    assert paths(header + body)[1:4] == [("建设任务",), ("其中：", "新建"), ("其中：", "改造提升")]


@pytest.mark.parametrize(
    "header",
    [
        "镇街\t增加值\t增速\t投资\t完成\n时限\t责任人\n",  # a line end cut 完成时限
        "镇街\t增加值\t增速\t投资\t增幅\t责任人\n",
    ],
)
def test_heading_that_is_only_cut_stays_one(header: str) -> None:
    assert len(paths(header + ROWS)) == 6
    assert all(len(path) == 1 for path in paths(header + ROWS))
