from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
市科技局 leads 建设平台
市教育局 responsible 办好学校
建设平台 dueBy 2024-06 due=2024-06 actor=市科技局 text=平台建成
办好学校 dueBy 2025
建设平台 hasTarget 创新平台数量 value=3 unit=个 comparator=>= due=2024-12-31
建设平台 hasTarget 研发机构 value=2 unit=个 due=2023 achieved=true
# 示范省/丹枫市 通知
修好道路 dueBy 2024-03-01
"""


@pytest.fixture
def plan(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN)


def told(graph: KnowledgeGraph, **given: str) -> list[tuple[object, ...]]:
    columns = ("due", "status", "subject")
    return [tuple(row[name] for name in columns) for row in in_all_forms(graph, "timeline", **given)]


def test_deadlines_and_targets_come_in_the_order_of_their_days_and_results_do_not(
    plan: KnowledgeGraph,
) -> None:
    assert told(plan) == [
        ("2024-03-01", "", "修好道路"),
        ("2024-06-30", "", "建设平台"),
        ("2024-12-31", "", "建设平台"),
        ("2025-12-31", "", "办好学校"),
    ]


def test_each_has_its_kind_matter_number_actor_and_lead(plan: KnowledgeGraph) -> None:
    rows = in_all_forms(plan, "timeline", subject="建设平台")
    columns = ("kind", "matter", "value", "unit", "actor", "lead")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("任务", "平台建成", None, None, "市科技局", "云溪市科技局"),
        ("目标", "创新平台数量", 3, "个", None, "云溪市科技局"),
    ]


def test_what_is_overdue_on_a_day_was_due_before_it(plan: KnowledgeGraph) -> None:
    assert [row[2] for row in told(plan, on="2024-06-30", status="overdue")] == ["修好道路"]
    assert [row[0] for row in told(plan, on="2024-07-01", status="overdue")] == ["2024-03-01", "2024-06-30"]
    assert {row[1] for row in told(plan, on="2024-07-01", status="open")} == {"未到期限"}


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({"bureau": "市教育局"}, ["2025-12-31"]),
        ({"district": "丹枫市"}, ["2024-03-01"]),
        ({"since": "2024-06", "by": "2024"}, ["2024-06-30", "2024-12-31"]),
    ],
)
def test_bureau_district_and_days_narrow_it(
    plan: KnowledgeGraph, given: dict[str, str], due: list[str]
) -> None:
    assert [row[0] for row in told(plan, **given)] == due
