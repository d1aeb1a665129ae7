import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.timeframes import Timeframe, read_timeframe
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout


def frame(title: str, *headings: str) -> Timeframe:
    """The timeframe of the innermost of `headings`, each under the one before."""
    markers = ("一、", "（一）", "1.")
    parts = "\n\n".join(f"{marker}{heading}" for marker, heading in zip(markers, headings, strict=False))
    text = f"{title}\n\n{parts}\n\n抓好各项工作落实。\n"
    reading = Reading(read_layout(Source("plan.txt", text, "", "utf-8")), 0)
    return read_timeframe(reading, len(reading.document.sections) - 1)


@pytest.mark.parametrize(
    ("title", "headings", "due", "achieved"),
    [
        ("云溪市2024年工作要点", ["重点任务"], "2024", False),
        ("云溪市产业发展规划（2023—2025年）", ["重点任务"], "", False),
        ("云溪市产业发展规划（2023—2025年）", ["发展基础"], "", True),
        ("2024年云溪市政府工作报告", ["过去一年工作回顾"], "2023", True),
        ("2024年云溪市政府工作报告", ["2023年工作回顾", "聚焦产业升级"], "2023", True),
        ("2024年云溪市政府工作报告", ["2024年工作安排"], "2024", False),
        ("云溪市教育局关于2023年工作情况的报告", ["主要成效"], "2023", True),
        ("云溪市教育局关于2023年工作情况的报告", ["下一步打算"], "", False),
    ],
)
def test_headings_and_title_tell_the_time(title: str, headings: list[str], due: str, achieved: bool) -> None:
    found = frame(title, *headings)
    assert (found.due, found.achieved) == (due, achieved)


def test_run_in_heading_under_goals_is_no_result() -> None:
    text = "云溪市发展规划（2023—2025年）\n\n一、主要目标\n\n——经济发展取得新成效。总量扩大。\n"
    reading = Reading(read_layout(Source("plan.txt", text, "", "utf-8")), 0)
    found = read_timeframe(reading, len(reading.document.sections) - 1)
    assert (found.achieved, found.goals) == (False, True)


def test_sentence_that_names_a_situation_is_no_review() -> None:
    assert not frame(
        "云溪市2024年工作方案", "到年底体系基本建立，安全形势持续稳定，群众满意度不断提高"
    ).achieved


@pytest.mark.parametrize(
    ("title", "headings", "due", "achieved"),
    [
        ("云溪市国民经济和社会发展“十五五”规划", ["“十五五”时期主要目标"], "2030", False),
        ("云溪市第十四个五年规划和2035年远景目标纲要", ["重点任务"], "", False),
        ("云溪市政府工作报告", ["2024年民生实事"], "2024", False),
        ("云溪市教育局2023年工作总结和2024年工作计划", ["主要指标完成情况"], "2023", True),
        ("云溪市教育局2023年工作总结和2024年工作计划", ["重点任务"], "2024", False),
        ("云溪市卫生健康发展“十四五”规划", ["发展背景"], "", True),
    ],
)
def test_year_is_that_of_the_heading_or_of_the_half_of_the_title(
    title: str, headings: list[str], due: str, achieved: bool
) -> None:
    found = frame(title, *headings)
    assert (found.due, found.achieved) == (due, achieved)
