from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import QueryRefused
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 云溪市改造方案
市科技局 leads 建设平台
市教育局 leads 建设平台
建设平台 hasTarget 平台数量 value=3 unit=个 due=2025
建设平台 dueBy 2025
市财政局 cooperates 改造管网
市水务局 cooperates 改造管网
市林业局 responsible 植树造林
市民政局 responsible 养老服务
市卫生健康局 responsible 养老服务
植树造林 hasTarget 造林面积 value=12 unit=亩 due=2024
修建步道 hasTarget 步道长度 value=8 unit=公里 due=2024
回顾全年 hasTarget 网格数量 value=9 unit=个 achieved=true due=2023
"""
NO_DUTIES = """# 示范省/丹枫市 丹枫市工作报告
城乡建设 hasTarget 道路长度 value=8 unit=公里 due=2024
"""


@pytest.fixture
def gaps(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN, report=NO_DUTIES)


def names(graph: KnowledgeGraph, gap: str) -> list[str]:
    return [str(row["name"]) for row in in_all_forms(graph, "gaps", gap=gap)]


def test_a_task_that_several_share_without_a_lead_has_none(gaps: KnowledgeGraph) -> None:
    rows = in_all_forms(gaps, "gaps", gap="无牵头")
    assert [(row["name"], row["parties"]) for row in rows] == [
        ("改造管网", "云溪市水务局；云溪市财政局"),
        ("养老服务", "云溪市卫生健康局；云溪市民政局"),
    ]
    assert rows[0] == {
        "gap": "无牵头",
        "name": "改造管网",
        "place": "云溪市",
        "document": "云溪市改造方案",
        "parties": "云溪市水务局；云溪市财政局",
        "sentence": "市财政局 cooperates 改造管网",
        "source": "plan.txt",
        "line": 6,
    }


def test_several_leads_are_a_gap_with_their_names(gaps: KnowledgeGraph) -> None:
    (row,) = in_all_forms(gaps, "gaps", gap="several")
    assert (row["name"], row["parties"]) == ("建设平台", "云溪市教育局；云溪市科技局")


def test_nobody_is_missing_only_where_the_document_gives_tasks_to_somebody(gaps: KnowledgeGraph) -> None:
    assert names(gaps, "无人承担") == ["修建步道"]


def test_a_date_may_stand_on_the_task_or_on_its_target(gaps: KnowledgeGraph) -> None:
    assert names(gaps, "无期限") == ["改造管网", "养老服务"]


def test_a_task_that_is_called_as_an_indicator_has_its_numbers(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(
        a="# 示范省/云溪市 分解表\n市统计局 responsible 工业产值\n"
        "总体目标 hasTarget 工业产值 value=3 unit=亿元 due=2024\n市统计局 responsible 编制年鉴\n"
    )
    assert names(graph, "无量化") == ["编制年鉴"]
    assert names(graph, "无期限") == ["编制年鉴"]


def test_a_target_of_the_document_that_no_task_names_is_a_gap(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(
        a="# 示范省/云溪市 规划\n"
        "本文件 hasTarget 绿地面积 value=3 unit=亩 due=2024\n"
        "本文件 hasTarget 道路长度 value=5 unit=公里 due=2024\n"
        "修路 hasTarget 道路长度 value=2 unit=公里 due=2024\n"
        "本文件 hasTarget 水库容量 value=5 unit=吨 achieved=true due=2023\n"
        "本文件 hasTarget 粮食产量 value=5 unit=吨 due=2024\n市农业局 leads 粮食产量\n"
    )
    assert names(graph, "目标无任务") == ["绿地面积"]


def test_a_body_in_one_statement_is_to_be_checked(gaps: KnowledgeGraph) -> None:
    assert "云溪市财政局" in names(gaps, "仅见一次")
    assert "云溪市科技局" in names(gaps, "仅见一次")


def test_a_district_takes_its_own_documents_only(gaps: KnowledgeGraph) -> None:
    assert in_all_forms(gaps, "gaps", district="丹枫市") == []
    assert len(in_all_forms(gaps, "gaps", district="示范省")) == len(gaps.gaps())


def test_a_gap_that_is_none_is_refused(gaps: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused, match="unmeasured"):
        gaps.gaps("没有")
