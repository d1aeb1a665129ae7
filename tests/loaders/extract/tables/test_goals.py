"""Goals in words, in rows of tasks."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.tables.goals import read_goals
from loaders.papers import extraction_of


@pytest.mark.parametrize(
    ("text", "task", "expected"),
    [
        ("5所", "新建幼儿园", [("幼儿园", 5, "所", "increase")]),
        ("300公里", "农村公路提档升级", [("农村公路提档升级", 300, "公里", "")]),
        (
            "建成2个，床位不少于300张",
            "建设养老服务中心",
            [("养老服务中心", 2, "个", ""), ("床位", 300, "张", "")],
        ),
        ("签约率达到100%", "推进家庭医生签约", [("签约率", 100, "%", "")]),
        ("新增托位400个", "建设托育点", [("托位", 400, "个", "increase")]),
    ],
)
def test_a_number_counts_what_its_words_or_its_task_name(
    text: str, task: str, expected: list[tuple[str, int, str, str]]
) -> None:
    found = [
        (goal.indicator, goal.quantity.value, goal.quantity.unit, goal.change)
        for goal in read_goals(text, task, 2024)
    ]
    assert found == expected


@pytest.mark.parametrize("text", ["平台上线运行", "完成招标", "6月底前开工", "12"])
def test_words_without_a_number_that_measures_set_no_goal(text: str) -> None:
    assert list(read_goals(text, "建设数据平台", 2024)) == []


@pytest.mark.parametrize(
    "title",
    [
        "云溪市2024年民生实事项目进展情况表（截至9月底）",
        "云溪市2024年工作目标任务分解方案\n\n（此件公开发布）",
    ],
)
def test_a_document_that_is_nothing_but_a_table_gives_it_its_title_and_remarks_give_none(title: str) -> None:
    rows = "1\t改造农村公路100公里\t市交通运输局\n2\t新建公园3个\t市园林局\n"
    text = f"{title}\n\n序号\t工作目标任务\t责任单位\n{rows}"
    found = [one for one in extraction_of(text).statements if one.rule == "target.table.words"]
    assert [one.qualifiers["value"] for one in found] == [100, 3]
