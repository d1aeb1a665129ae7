from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
丹枫区 developsIndustry 汽车传感器 role=支柱产业 scale=超50亿元
丹枫区 developsIndustry 工业控制
临湖区 developsIndustry 医疗传感器
"""


@pytest.fixture
def industries(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN)


def pairs(graph: KnowledgeGraph, **given: str) -> list[tuple[object, object]]:
    return [(row["district"], row["industry"]) for row in in_all_forms(graph, "industries", **given)]


def test_a_district_has_its_industries_with_rank_and_size(industries: KnowledgeGraph) -> None:
    rows = in_all_forms(industries, "industries", district="丹枫区")
    assert {row["industry"]: (row["standing"], row["scale"]) for row in rows} == {
        "汽车传感器": ("支柱产业", "超50亿元"),
        "工业控制": (None, None),
    }


def test_an_industry_has_its_districts_and_a_city_those_of_its_districts(industries: KnowledgeGraph) -> None:
    sensors = [("临湖区", "医疗传感器"), ("丹枫区", "汽车传感器")]
    assert sorted(pairs(industries, industry="传感器")) == sorted(sensors)
    assert sorted(pairs(industries, district="云溪市", industry="传感器")) == sorted(sensors)
    assert pairs(industries, district="临湖区", industry="汽车") == []
