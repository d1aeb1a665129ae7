from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

TABLE = """# 示范省/云溪市 部门预算
市档案局 allocates 一般公共服务支出 code=201 amount=804.26 unit=万元 year=2024 table=支出总表
市档案局 allocates 档案事务 code=20126 amount=800 unit=万元 year=2024 table=支出总表
市档案局 allocates 行政运行 code=2012601 amount=556.6 unit=万元 year=2024 table=支出总表
市水务局 allocates 农林水支出 code=213 amount=90 unit=万元 year=2023 table=支出总表
"""


@pytest.fixture
def budget(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(table=TABLE)


def codes(graph: KnowledgeGraph, **given: str | int) -> list[object]:
    return [row["code"] for row in in_all_forms(graph, "budget", **given)]


def test_a_heading_has_its_level_and_the_one_above_it_and_amounts_stay_numbers(
    budget: KnowledgeGraph,
) -> None:
    rows = in_all_forms(budget, "budget", bureau="市档案局")
    columns = ("code", "level", "above", "amount", "unit", "year")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("201", 1, None, 804.26, "万元", 2024),
        ("20126", 2, "201", 800, "万元", 2024),
        ("2012601", 3, "20126", 556.6, "万元", 2024),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"heading": "档案"}, ["20126"]),
        ({"code": "20126"}, ["20126", "2012601"]),
        ({"level": 1}, ["201", "213"]),
        ({"year": 2023}, ["213"]),
        ({"code": "201", "level": 3}, ["2012601"]),
        ({"heading": "教育"}, []),
    ],
)
def test_headings_are_found_by_name_code_level_and_year(
    budget: KnowledgeGraph, given: dict[str, str | int], expected: list[str]
) -> None:
    assert sorted(map(str, codes(budget, **given))) == expected
