from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
市科技局 leads 建设平台
市科技局 cooperates 引进人才
市科技局 implements 引进人才
市教育局 leads 引进人才
张明远 oversees 建设平台
张明远 oversees 引进人才
"""
NOTICE = """# 示范省/丹枫市 通知
市教育局 responsible 办好学校
# 示范省/云溪市 方案
市科技局 leads 建设平台
"""
COUNTS = ["tasks", "leading", "answering", "helping", "carrying_out", "overseeing"]


@pytest.fixture
def duties(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN, notice=NOTICE)


def test_tasks_are_counted_once_and_roles_each_for_itself(duties: KnowledgeGraph) -> None:
    rows = {row["bureau"]: [row[column] for column in COUNTS] for row in in_all_forms(duties, "load")}
    assert rows == {
        "云溪市科技局": [2, 1, 0, 1, 1, 0],
        "张明远": [2, 0, 0, 0, 0, 2],
        "云溪市教育局": [1, 1, 0, 0, 0, 0],
        "丹枫市教育局": [1, 0, 1, 0, 0, 0],
    }
    assert next(iter(rows)) == "云溪市科技局"


def test_one_body_or_one_place_may_be_asked_for(duties: KnowledgeGraph) -> None:
    assert [row["bureau"] for row in in_all_forms(duties, "load", district="丹枫市")] == ["丹枫市教育局"]
    (row,) = in_all_forms(duties, "load", name="张明远")
    assert (row["tasks"], row["sentence"], row["line"]) == (2, "张明远 oversees 建设平台", 6)


def test_every_statement_stands_behind_its_count(duties: KnowledgeGraph) -> None:
    (statements,) = duties.load("云溪市科技局").statements
    assert len(statements) == 4
