from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import QueryRefused
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
市科技局 leads 建设平台
市教育局 responsible 办好学校
建设平台 hasTarget 创新平台数量 value=14.3 value_max=15 unit=万个 comparator=>= change=increase due=2025
建设平台 hasTarget 研发投入强度 value=4 unit=% comparator=>= due=2026-06
办好学校 hasTarget 学位数量 text=明显增加
"""
COPY = """# 示范省/云溪市 方案
建设平台 hasTarget 创新平台数量 value=14.3 value_max=15 unit=万个 comparator=>= change=increase due=2025
# 示范省/云溪市/青禾县 报告
办好学校 hasTarget 学位数量 value=2100 unit=个 comparator== due=2023 achieved=true
"""


@pytest.fixture
def targets(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN, copy=COPY)


def values(graph: KnowledgeGraph, **given: str) -> list[object]:
    return [row["value"] for row in in_all_forms(graph, "targets", **given)]


def test_a_target_comes_with_numbers_unit_date_lead_and_the_first_words(targets: KnowledgeGraph) -> None:
    (row,) = in_all_forms(targets, "targets", indicator="创新平台")
    assert row == {
        "subject": "建设平台",
        "place": "云溪市",
        "indicator": "创新平台数量",
        "comparator": ">=",
        "value": 14.3,
        "value_max": 15,
        "unit": "万个",
        "change": "increase",
        "due": "2025-12-31",
        "period": None,
        "nature": None,
        "wording": None,
        "achieved": False,
        "lead": "云溪市科技局",
        "document": "方案",
        "sentence": COPY.splitlines()[1],
        "source": "copy.txt",
        "line": 2,
    }


def test_what_two_sources_say_is_one_row_with_both_statements(targets: KnowledgeGraph) -> None:
    (statements,) = targets.targets("创新平台").statements
    assert len(statements) == 2


def test_a_target_in_words_has_no_number(targets: KnowledgeGraph) -> None:
    (row,) = in_all_forms(targets, "targets", bureau="市教育局", only="target")
    assert (row["value"], row["wording"], row["due"], row["lead"]) == (None, "明显增加", None, "云溪市教育局")


def test_a_bureau_has_the_targets_of_the_tasks_for_which_it_answers(targets: KnowledgeGraph) -> None:
    assert values(targets, bureau="市科技局") == [14.3, 4]


def test_a_district_has_those_below_it_and_not_those_above(targets: KnowledgeGraph) -> None:
    assert values(targets, district="青禾县") == [2100]
    assert len(values(targets, district="云溪市")) == 4


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"by": "2025"}, [14.3, 2100]),
        ({"by": "2025-12-30"}, [2100]),
        ({"since": "2025"}, [14.3, 4]),
        ({"since": "2026-01", "by": "2026-06-30"}, [4]),
        ({"only": "result"}, [2100]),
    ],
)
def test_dates_count_to_their_last_day_and_from_their_first(
    targets: KnowledgeGraph, given: dict[str, str], expected: list[float]
) -> None:
    assert values(targets, **given) == expected


def test_words_that_no_indicator_holds_find_nothing(targets: KnowledgeGraph) -> None:
    assert values(targets, indicator="用水总量") == []


@pytest.mark.parametrize("given", [{"by": "2025-13"}, {"since": "明年"}, {"only": "all"}])
def test_what_is_no_date_or_choice_is_refused(targets: KnowledgeGraph, given: dict[str, str]) -> None:
    with pytest.raises(QueryRefused, match=next(iter(given))):
        targets.ask("targets", **given)
