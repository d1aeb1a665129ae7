from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

import pytest
from rdflib import Dataset

from exports.commands import invoke
from govgraph import KnowledgeGraph
from govgraph.paths import COLUMNS, HUB_CLASSES, HUB_RELATIONS
from govgraph.patterns import select
from govgraph_ontology.errors import UnknownName
from govgraph_ontology.schema import RELATIONS

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
市科技局 leads 建设平台
市教育局 cooperates 建设平台
市教育局 leads 引进人才
市财政局 cooperates 引进人才
市财政局 responsible 引进人才
市民政局 leads 养老服务
各县（市、区）人民政府 implements 养老服务
各县（市、区）人民政府 implements 建设平台
建设平台 hasTarget 企业数量 value=3 unit=家 due=2025
养老服务 hasTarget 企业数量 value=5 unit=家 due=2025
张明远 oversees 建设平台
市林业局 leads 植树造林
"""


@pytest.fixture
def graph_of_duties(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN)


def steps(graph: KnowledgeGraph, *ends: str, **options: Any) -> list[tuple[Any, ...]]:
    """The steps without their places: path, step, who says what of whom."""
    return [
        (row["path"], row["step"], row["subject"], row["relation"], row["object"])
        for row in graph.path(*ends, **options)
    ]


def query_between(graph: KnowledgeGraph, one: str, two: str) -> str:
    """The packaged query about the two."""
    text = (files("govgraph") / "queries" / "path.rq").read_text(encoding="utf-8")
    for slot, name in (("from", one), ("to", two)):
        empty = f"VALUES ?{slot} {{ UNDEF }}"
        assert empty in text
        text = text.replace(empty, f"VALUES ?{slot} {{ <{graph.find(name)[0].iri}> }}")
    return text


def in_order(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(
        tuple("；".join(sorted(cell.split("；"))) if name == "relation" else cell for name, cell in row)
        for row in (list(zip(COLUMNS, row, strict=True)) for row in rows)
    )


def test_two_bodies_are_joined_by_the_task_that_they_share(graph_of_duties: KnowledgeGraph) -> None:
    assert list(graph_of_duties.path("市科技局", "市教育局")) == [
        {
            "path": "云溪市科技局 — 建设平台 — 云溪市教育局",
            "length": 2,
            "step": 1,
            "subject": "云溪市科技局",
            "relation": "牵头",
            "object": "建设平台",
            "sentence": "市科技局 leads 建设平台",
            "source": "plan.txt",
            "line": 2,
        },
        {
            "path": "云溪市科技局 — 建设平台 — 云溪市教育局",
            "length": 2,
            "step": 2,
            "subject": "云溪市教育局",
            "relation": "配合",
            "object": "建设平台",
            "sentence": "市教育局 cooperates 建设平台",
            "source": "plan.txt",
            "line": 3,
        },
    ]


def test_a_longer_way_is_found_and_relations_of_one_step_stand_together(
    graph_of_duties: KnowledgeGraph,
) -> None:
    found = steps(graph_of_duties, "张明远", "市财政局")
    assert [step[1:] for step in found] == [
        (1, "张明远", "分管", "建设平台"),
        (2, "云溪市教育局", "配合", "建设平台"),
        (3, "云溪市教育局", "牵头", "引进人才"),
        (4, "云溪市财政局", "负责；配合", "引进人才"),
    ]
    assert [len(used) for used in graph_of_duties.path("张明远", "市财政局").statements] == [1, 1, 1, 2]
    assert steps(graph_of_duties, "张明远", "市财政局", longest=3) == []


def test_hubs_join_nothing_unless_they_are_asked_for(graph_of_duties: KnowledgeGraph) -> None:
    assert steps(graph_of_duties, "市科技局", "市民政局") == []
    paths = dict.fromkeys(step[0] for step in steps(graph_of_duties, "市科技局", "市民政局", hubs=True))
    assert list(paths) == [
        "云溪市科技局 — 建设平台 — 企业数量 — 养老服务 — 云溪市民政局",
        "云溪市科技局 — 建设平台 — 各县（市、区）人民政府 — 养老服务 — 云溪市民政局",
    ]


def test_a_hub_may_be_an_end(graph_of_duties: KnowledgeGraph) -> None:
    assert [step[1:] for step in steps(graph_of_duties, "市科技局", "企业数量")] == [
        (1, "云溪市科技局", "牵头", "建设平台"),
        (2, "建设平台", "设定目标", "企业数量"),
    ]


def test_what_is_not_connected_or_not_known_is_told(graph_of_duties: KnowledgeGraph) -> None:
    assert graph_of_duties.path("市科技局", "市林业局").rows == []
    assert graph_of_duties.path("市科技局", "云溪市科技局").rows == []
    with pytest.raises(UnknownName):
        graph_of_duties.path("市科技局", "没有的局")


@pytest.mark.parametrize(
    ("one", "two"),
    [("市科技局", "市教育局"), ("张明远", "建设平台"), ("市科技局", "引进人才"), ("市科技局", "企业数量")],
)
def test_the_sparql_file_gives_the_same_rows_in_both_engines(
    graph_of_duties: KnowledgeGraph, one: str, two: str
) -> None:
    graph = graph_of_duties
    expected = in_order(graph.path(one, two).rows)
    shortest = expected[0][1]
    query = query_between(graph, one, two)
    ours: list[tuple[Any, ...]] = []
    for found in select(graph.store.quads, query):
        cells = {name: term.value for name, term in found.items() if term}
        ours.append(tuple(int(cells[n]) if n in {"length", "step", "line"} else cells[n] for n in COLUMNS))
    assert [row for row in in_order(ours) if row[1] == shortest] == expected
    dataset = Dataset(default_union=True)
    dataset.parse(data=graph.store.dump(), format="nquads")
    solutions: Iterable[Any] = dataset.query(query)
    theirs = [tuple(row[name].toPython() for name in COLUMNS) for row in solutions]
    assert in_order(theirs) == in_order(ours)


def test_the_command_gives_the_same_rows(graph_of_duties: KnowledgeGraph) -> None:
    done = invoke("ask", "path", "市科技局", "市教育局", "--json", "--store", graph_of_duties.store.folder)
    assert json.loads(done.stdout) == list(graph_of_duties.path("市科技局", "市教育局"))
    shown = invoke("ask", "path", "市科技局", "市教育局", "--store", graph_of_duties.store.folder).stdout
    assert "云溪市科技局 — 建设平台 — 云溪市教育局" in shown


def test_the_file_knows_every_relation_and_the_hubs() -> None:
    text = (files("govgraph") / "queries" / "path.rq").read_text(encoding="utf-8")
    for relation in RELATIONS.values():
        assert relation.takes_value or f'(gov:{relation.name} "{relation.label_zh}")' in text
    for name in (*HUB_CLASSES, *HUB_RELATIONS):
        assert f"gov:{name} }} # 枢纽 hub" in text
