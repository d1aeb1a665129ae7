"""Documents that belong together, read by the rules from invented texts: what is one, and what is linked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = "云溪市传感产业发展行动方案"
PROVINCE = """示范省人民政府关于印发示范省传感产业发展规划的通知

示府〔2021〕8号

各市人民政府，省政府各部门：

现将《示范省传感产业发展规划》印发给你们，请认真贯彻落实。

示范省人民政府
2021年3月1日

示范省传感产业发展规划

一、总体要求

到2025年，全省传感产业规模达到900亿元。
"""
CITY = f"""云溪市人民政府关于印发{PLAN}的通知

云府〔2022〕6号

各县（市、区）人民政府，市政府各部门：

现将《{PLAN}》印发给你们，请认真组织实施。

云溪市人民政府
2022年5月10日

{PLAN}

为贯彻落实《示范省传感产业发展规划》，根据《中华人民共和国科学技术进步法》，结合我市实际，制定本方案。

一、发展目标

到2025年，全市地区生产总值达到1200亿元，规模以上工业企业达到500家。

二、重点任务

（一）建设创新平台。建设省级创新平台。（市科技局牵头，市财政局配合）
"""
GAZETTE = f"云溪市人民政府公报\n\n2022年第5期\n\n{CITY}"
NOTE = f"""《{PLAN}》解读

一、制定背景

为贯彻落实《示范省传感产业发展规划》，我市起草了《{PLAN}》。
"""
REPORT = """政府工作报告

——2024年1月10日在云溪市第八届人民代表大会第四次会议上

云溪市市长  顾远山

各位代表：

现在，我代表市人民政府，向大会报告工作，请予审议。

一、2023年工作回顾

过去一年，全市地区生产总值完成1080亿元，规上工业企业达到436家。
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    home = tmp_path_factory.mktemp("across")
    texts = home / "texts"
    texts.mkdir()
    for name, text in (
        ("province", PROVINCE),
        ("city", CITY),
        ("gazette", GAZETTE),
        ("note", NOTE),
        ("report", REPORT),
    ):
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    with KnowledgeGraph.build(texts, home / "store") as built:
        yield built


def links(graph: KnowledgeGraph, relation: str) -> set[tuple[str, str, str]]:
    rows = in_all_forms(graph, "documents", relation=relation)
    assert all(row["sentence"] for row in rows)
    return {(row["document"], row["relation"], row["other"]) for row in rows}


def test_a_plan_printed_twice_is_one_document_with_two_sources_and_one_set_of_tasks(
    graph: KnowledgeGraph,
) -> None:
    (plan,) = (found for found in graph.entities("Document") if found.label == PLAN)
    printed = graph.query(
        f"SELECT ?name {{ <{plan.iri}> gov:printedIn/skos:prefLabel ?name }} ORDER BY ?name"
    )
    assert [row[0] for row in printed.rows] == ["city.txt", "gazette.txt"]
    (lead,) = in_all_forms(graph, "leads")
    assert (lead["bureau"], lead["task"]) == ("云溪市科技局", "建设创新平台")
    assert [row["source"] for row in graph.leads().evidence()] == ["city.txt", "gazette.txt"]


def test_the_plan_of_a_city_carries_out_that_of_its_province(graph: KnowledgeGraph) -> None:
    assert links(graph, "carries") == {(PLAN, "贯彻落实", "示范省传感产业发展规划")}
    assert links(graph, "carried") == {("示范省传感产业发展规划", "由…贯彻落实", PLAN)}


def test_a_plan_rests_on_the_law_that_it_names(graph: KnowledgeGraph) -> None:
    assert links(graph, "based") == {(PLAN, "依据", "中华人民共和国科学技术进步法")}
    (row,) = in_all_forms(graph, "documents", relation="basis", document="科学技术进步法")
    assert row["other"] == PLAN


def test_the_links_of_a_place_are_those_of_its_documents(graph: KnowledgeGraph) -> None:
    of_the_city = in_all_forms(graph, "documents", district="云溪市", relation="carries")
    assert [row["document"] for row in of_the_city] == [PLAN]
    assert in_all_forms(graph, "documents", district="云溪市", relation="carried") == []


def test_an_interpretation_leads_to_its_plan(graph: KnowledgeGraph) -> None:
    assert links(graph, "interpreted") == {(PLAN, "被…解读", f"《{PLAN}》解读")}


def test_the_target_of_a_plan_meets_the_figure_of_an_annual_report(graph: KnowledgeGraph) -> None:
    rows = in_all_forms(graph, "promise", district="云溪市")
    told = [
        tuple(row[column] for column in ("indicator", "year", "basis", "result_year", "difference", "unit"))
        for row in rows
    ]
    assert told == [
        ("地区生产总值", 2025, "进展", 2023, -120, "亿元"),
        ("规模以上工业企业", 2025, "进展", 2023, -64, "家"),
    ]
    assert {row["result_source"] for row in rows} == {"report.txt"}
