from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
发展传感器 hasProject 澜测传感二期 stage=续建 investment=12.6 investment_unit=亿元 district=高新区 builder=澜
完善交通网络 hasProject 青禾大道北延 stage=新开工 investment=8000 investment_unit=万元
完善交通网络 hasProject 云溪大桥 period=2024—2026年 district=丹枫区西岸
丹枫区 developsIndustry 港口
# 示范省/云溪市/青禾县 报告
做强主导产业 hasProject 气体传感器产业园 district=白鹭镇 investment=75000 investment_unit=万元
"""


@pytest.fixture
def projects(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN)


def names(graph: KnowledgeGraph, **given: str | float) -> set[object]:
    return {row["project"] for row in in_all_forms(graph, "projects", **given)}


def test_a_project_comes_with_stage_money_site_builder_and_what_lists_it(projects: KnowledgeGraph) -> None:
    (row,) = in_all_forms(projects, "projects", project="澜测")
    told = {name: row[name] for name in ("stage", "investment", "investment_unit", "site", "builder")}
    assert told == {
        "stage": "续建",
        "investment": 12.6,
        "investment_unit": "亿元",
        "site": "高新区",
        "builder": "澜",
    }
    assert (row["listed_under"], row["document"], row["line"]) == ("发展传感器", "方案", 2)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"district": "青禾县"}, {"气体传感器产业园"}),
        ({"district": "丹枫区"}, {"云溪大桥"}),
        ({"industry": "传感器"}, {"澜测传感二期", "气体传感器产业园"}),
        ({"stage": "开工"}, {"青禾大道北延"}),
        ({"least": 0.8}, {"澜测传感二期", "青禾大道北延", "气体传感器产业园"}),
        ({"least": 7.5}, {"澜测传感二期", "气体传感器产业园"}),
        ({"least": 7.6, "district": "云溪市"}, {"澜测传感二期"}),
        ({"project": "水厂"}, set()),
    ],
)
def test_projects_are_chosen_by_place_industry_stage_and_money(
    projects: KnowledgeGraph, given: dict[str, str | float], expected: set[str]
) -> None:
    assert names(projects, **given) == expected
