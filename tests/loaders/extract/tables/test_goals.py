"""Goals in words, in rows of tasks."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.tables.goals import read_goals


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
