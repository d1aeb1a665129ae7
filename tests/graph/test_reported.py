from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

Build = Callable[..., KnowledgeGraph]

_LINKS = """SELECT ?link ?rule (COUNT(?said) AS ?count) {
  ?inference rdf:predicate ?link ; gov:rule ?rule ; rdf:subject ?target ; rdf:object ?result ;
             prov:wasDerivedFrom ?said .
  FILTER(STRSTARTS(?rule, "target."))
  FILTER EXISTS { ?target ?link ?result . FILTER EXISTS { ?result gov:achieved true } }
} GROUP BY ?link ?rule"""


def five_years(
    build: Build, target: str, result: str, *, title: str = "云溪市“十四五”规划", issued: str = ""
) -> KnowledgeGraph:
    """A plan of several years with a target, and the report of one of them."""
    day = f"本规划 issuedOn {issued}\n" if issued else ""
    return build(
        plan=f"# 示范省/云溪市 {title}\n发展目标 hasTarget {target}\n{day}",
        report=f"# 示范省/云溪市 云溪市报告\n本文件 hasTarget {result} achieved=true\n",
    )


GDP = "地区生产总值 value=200 unit=亿元 due=2025"
GROWTH = "地区生产总值 value=7 unit=% change=increase due=2025 period=annual"


def test_a_five_year_target_and_the_result_of_an_annual_report_are_linked_as_progress(build: Build) -> None:
    graph = five_years(build, GDP, "GDP value=1378400 unit=万元 due=2022")
    (row,) = in_all_forms(graph, "promise")
    told = ("indicator", "year", "target", "basis", "result_year", "result", "difference", "unit", "reached")
    assert tuple(row[column] for column in told) == (
        *("地区生产总值", 2025, "200亿元", "进展", 2022, "1378400万元", -6216000000, "元", None),
    )
    ((link, rule, count),) = graph.query(_LINKS).rows
    assert (str(link).rpartition("#")[2], rule, count) == ("progressReportedBy", "target.progress", 2)


def test_a_target_and_the_result_of_its_year_are_linked_in_the_graph(build: Build) -> None:
    graph = five_years(build, GDP, "GDP value=203 unit=亿元 due=2025")
    ((link, rule, _),) = graph.query(_LINKS).rows
    assert (str(link).rpartition("#")[2], rule) == ("reportedBy", "target.reported")
    assert [(row["basis"], row["reached"]) for row in graph.promise()] == [("结果", True)]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        (GROWTH, "GDP value=0.7 unit=% change=increase due=2022"),
        (
            "规上工业增加值增速 " + GROWTH.partition(" ")[2],
            "规模以上工业增加值 value=5 unit=% change=increase due=2023",
        ),
        ("规上工业企业数量 value=100 unit=个 due=2025", "规模以上工业企业 value=51 unit=家 due=2021"),
        (
            "科技辅导员培训 value=30 unit=名 due=2025 period=annual",
            "科技辅导员培训 value=28 unit=名 due=2023",
        ),
    ],
)
def test_names_of_one_indicator_meet(build: Build, target: str, result: str) -> None:
    assert [row["basis"] for row in five_years(build, target, result).promise()] == ["进展"]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        (GDP, "GDP value=124 unit=亿元 due=2020"),
        (GDP, "GDP value=60 unit=亿元 due=2022-06"),
        (GDP, "GDP value=5 unit=% change=increase due=2022"),
        (GDP, "GDP value=5 unit=亿美元 due=2022"),
        (GDP, "人均GDP value=5 unit=亿元 due=2022"),
        (GDP, "GDP value=137 unit=亿元 due=2022 period=quarter"),
        (
            "地区生产总值 value=40 unit=% change=increase due=2025",
            "GDP value=7 unit=% change=increase due=2022",
        ),
        (
            "规上工业企业 value=50 unit=家 change=increase due=2025",
            "规上工业企业 value=16 unit=家 change=increase due=2022",
        ),
        (
            "地区生产总值 value=1.5 unit=倍 change=multiple due=2025",
            "GDP value=1.2 unit=倍 change=multiple due=2022",
        ),
        ("固定资产投资 value=900 unit=亿元 due=2025", "固定资产投资 value=150 unit=亿元 due=2022"),
        ("学位 value=9000 unit=个 due=2025 text=五年累计", "学位 value=1500 unit=个 due=2022"),
        ("投资总额 value=150 unit=亿元 due=2025", "投资总额 value=88 unit=亿元 due=2022"),
        ("搬迁 value=150 unit=户 due=2025", "搬迁 value=88 unit=人 due=2022"),
    ],
)
def test_what_would_be_a_wrong_meeting_is_none(build: Build, target: str, result: str) -> None:
    assert five_years(build, target, result).promise().rows == []


def test_a_name_that_needs_its_sentence_does_not_meet_even_in_one_year(build: Build) -> None:
    same_year = ("投资总额 value=150 unit=亿元 due=2025", "投资总额 value=88 unit=亿元 due=2025")
    assert five_years(build, *same_year).promise().rows == []


@pytest.mark.parametrize(("year", "expected"), [("2022", 0), ("2023", 1), ("2026", 1)])
def test_a_plan_that_names_no_years_begins_when_it_was_issued(build: Build, year: str, expected: int) -> None:
    target = "地区生产总值 value=350 unit=亿元 due=2027"
    result = f"GDP value=137 unit=亿元 due={year}"
    graph = five_years(build, target, result, title="云溪市制造强市方案", issued="2023-06-19")
    assert len(graph.promise()) == expected


def test_documents_of_no_known_place_do_not_meet(build: Build) -> None:
    graph = build(
        plan="# / 发展“十四五”规划\n发展目标 hasTarget " + GDP + "\n",
        report="# / 工作报告\n本文件 hasTarget GDP value=9 unit=亿元 due=2022 achieved=true\n",
    )
    assert graph.promise().rows == []


def test_the_official_name_of_an_indicator_finds_it(build: Build) -> None:
    graph = five_years(build, "GDP value=200 unit=亿元 due=2025", "GDP value=137 unit=亿元 due=2022")
    assert len(in_all_forms(graph, "promise", indicator="地区生产总值", district="云溪市")) == 1
