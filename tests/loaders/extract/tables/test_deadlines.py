"""Deadlines in tables of tasks."""

from __future__ import annotations

from loaders.papers import extraction_of

HEAD = "云溪市2024年工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"


def deadlines(text: str) -> list[tuple[str, object, object]]:
    found = extraction_of(HEAD + text).statements
    return [
        (one.subject.name, one.object, one.qualifiers.get("actor"))
        for one in found
        if one.rule == "schedule.table"
    ]


def test_the_column_of_deadlines_says_when_and_the_lead_who() -> None:
    text = (
        "任务\t牵头单位\t完成时限\n修建水库\t市水利局\t2025年6月底\n编制规划\t市财政局、市水利局\t9月底前\n"
    )
    assert deadlines(text) == [("修建水库", "2025-06-30", "市水利局"), ("编制规划", "2024-09-30", None)]


def test_a_merged_deadline_counts_for_the_rows_below_it() -> None:
    text = "任务\t责任单位\t时间节点\n修建水库\t市水利局\t6月底\n编制规划\t市财政局\t\n"
    assert [row[1] for row in deadlines(text)] == ["2024-06-30", "2024-06-30"]


def test_the_whole_year_and_no_end_are_no_deadlines() -> None:
    assert deadlines("任务\t完成时限\n修建水库\t全年\n巡查河道\t长期坚持\n") == []
