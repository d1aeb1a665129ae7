from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

NEWS = """# 示范省/云溪市 任免信息
张明远 appointed 市审计局局长 organization=市审计局 on=2020-03 by=市人大常委会 mode=任命
张明远 removed 市审计局局长 on=2021-05-20 by=市人大常委会 mode=免去
张明远 appointed 市审计局局长 on=2022-01-10
张明远 removed 市审计局局长 on=2023-06-30
李知秋 appointed 市审计局局长 on=2023-07
陈砚 removed 市水务局局长 on=2022-02
# 示范省/丹枫市 方案
周予安 oversees 建设平台
"""


@pytest.fixture
def people(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(news=NEWS)


def told(graph: KnowledgeGraph, **given: str) -> list[tuple[object, ...]]:
    columns = ("person", "role", "since", "until")
    return [tuple(row[name] for name in columns) for row in in_all_forms(graph, "people", **given)]


def test_an_appointment_ends_with_the_first_removal_after_it(people: KnowledgeGraph) -> None:
    assert told(people, name="张明远") == [
        ("张明远", "任职", "2020-03-31", "2021-05-20"),
        ("张明远", "任职", "2022-01-10", "2023-06-30"),
    ]


def test_a_tenure_rests_on_the_appointment_and_on_the_removal_that_ends_it(people: KnowledgeGraph) -> None:
    evidence = [people.people("张明远").evidence(), people.people("陈砚").evidence()]
    assert [[row["line"] for row in one] for one in evidence] == [[2, 3, 4, 5], [7]]


def test_where_only_the_removal_is_known_the_start_is_not(people: KnowledgeGraph) -> None:
    assert told(people, matter="水务局") == [("陈砚", "免职", None, "2022-02-28")]


def test_duties_are_told_beside_tenures_and_apart(people: KnowledgeGraph) -> None:
    assert told(people, only="duties") == [("周予安", "分管", None, None)]
    assert {row[0] for row in told(people, only="tenures")} == {"张明远", "李知秋", "陈砚"}
    assert [row["matter"] for row in in_all_forms(people, "people", matter="平台")] == ["建设平台"]


@pytest.mark.parametrize(
    ("day", "in_office"),
    [
        ("2020-03-30", {"陈砚"}),
        ("2020-03-31", {"张明远", "陈砚"}),
        ("2021-12", {"陈砚"}),
        ("2022-06", {"张明远"}),
        ("2023-06-30", set()),
        ("2024", {"李知秋"}),
    ],
)
def test_who_is_in_office_on_a_day(people: KnowledgeGraph, day: str, in_office: set[str]) -> None:
    assert {row[0] for row in told(people, on=day)} == in_office


def test_persons_of_one_place_may_be_asked_for(people: KnowledgeGraph) -> None:
    assert {row[0] for row in told(people, district="丹枫市")} == {"周予安"}


def test_the_post_comes_with_body_manner_and_who_decided(people: KnowledgeGraph) -> None:
    row = in_all_forms(people, "people", name="张明远")[0]
    assert (row["organization"], row["mode"], row["decided_by"]) == ("市审计局", "任命", "市人大常委会")
