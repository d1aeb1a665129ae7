from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

HERE = """# 示范省/云溪市 云溪市创新方案
市发展改革局 leads 建设创新平台
市委组织部 leads 引进创新人才
市教育局 responsible 办好学校
建设创新平台 hasTarget 创新平台 value=30 unit=家 comparator=>= change=increase period=annual due=2025
本文件 hasTarget 创新投入 value=3 value_max=4 unit=% comparator=~ due=2024-06
建设创新平台 hasTarget 创新企业 value=9 unit=家 achieved=true due=2023
"""
THERE = """# 示范省/丹枫市 丹枫市创新方案
市发改局 leads 建设创新中心
建设创新中心 hasTarget 创新平台 value=8 unit=个 due=2026
# 示范省/丹枫市/青禾县 青禾县创新方案
县发改局 leads 建设创新园区
"""


@pytest.fixture
def two(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(here=HERE, there=THERE)


def test_offices_are_joined_by_their_official_name_and_indicators_by_theirs(two: KnowledgeGraph) -> None:
    rows = in_all_forms(two, "compare", one="云溪市", two="丹枫市", topic="创新")
    assert [(row["aspect"], row["matter"], row["place"], row["content"]) for row in rows] == [
        ("牵头", "发展和改革局", "丹枫市", "建设创新中心"),
        ("牵头", "发展和改革局", "云溪市", "建设创新平台"),
        ("牵头", "党委组织部", "云溪市", "引进创新人才"),
        ("目标", "创新平台", "丹枫市", "8个（2026）"),
        ("目标", "创新平台", "云溪市", "每年增≥30家（2025）"),
        ("目标", "创新投入", "云溪市", "约3—4%（2024-06）"),
    ]
    assert (rows[1]["sentence"], rows[1]["source"], rows[1]["line"]) == (
        "市发展改革局 leads 建设创新平台",
        "here.txt",
        2,
    )


def test_without_a_topic_everything_is_compared(two: KnowledgeGraph) -> None:
    rows = two.compare("云溪市", "丹枫市")
    assert ("负责", "教育局") in {(row["aspect"], row["matter"]) for row in rows}


def test_documents_of_lower_places_do_not_count(two: KnowledgeGraph) -> None:
    assert {row["place"] for row in two.compare("云溪市", "丹枫市")} == {"云溪市", "丹枫市"}
    assert {row["place"] for row in two.compare("云溪市", "青禾县")} == {"云溪市", "青禾县"}
