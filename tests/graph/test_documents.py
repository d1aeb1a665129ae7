from __future__ import annotations

from collections.abc import Callable

import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import QueryRefused
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PAPERS = """# 示范省/云溪市 印发人才办法的通知
- includes 人才办法
- documentNumber 云府〔2024〕5号
- documentNumber 云规〔2024〕1号
- issuedOn 2024-03-15
- issuedBy 市人民政府
# 示范省/云溪市 人才办法
- cites 示范省人才条例
- effectiveFrom 2024-05-01
- expiresOn 2026-04-30
# 示范省/云溪市 人才办法解读
- interprets 人才办法
# 示范省/丹枫市 平台方案
- cites 示范省人才条例
- issuedOn 2024-02
"""


@pytest.fixture
def papers(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(papers=PAPERS)


def links(graph: KnowledgeGraph, **given: str) -> list[tuple[object, ...]]:
    columns = ("document", "relation", "other")
    return [tuple(row[name] for name in columns) for row in in_all_forms(graph, "documents", **given)]


def test_links_are_told_from_both_ends(papers: KnowledgeGraph) -> None:
    told = {(row[1], row[2]) for row in links(papers, document="人才办法") if row[0] == "人才办法"}
    assert told == {
        ("引用", "示范省人才条例"),
        ("被…解读", "人才办法解读"),
        ("载于", "印发人才办法的通知"),
        ("施行日期", "2024-05-01"),
        ("失效日期", "2026-04-30"),
    }
    assert {row[2] for row in links(papers, document="条例", relation="cited")} == {"人才办法", "平台方案"}


def test_a_document_may_be_asked_for_by_its_number(papers: KnowledgeGraph) -> None:
    assert {row[0] for row in links(papers, document="云府〔2024〕5号")} == {"印发人才办法的通知"}


def test_a_plan_has_number_and_date_of_the_notice_that_forwards_it(papers: KnowledgeGraph) -> None:
    rows = [
        row for row in in_all_forms(papers, "documents", document="人才办法") if row["document"] == "人才办法"
    ]
    assert {(row["document_number"], row["issued_on"]) for row in rows} == {
        ("云府〔2024〕5号；云规〔2024〕1号", "2024-03-15")
    }
    assert {row["force"] for row in rows} == {""}


@pytest.mark.parametrize(
    ("day", "force"),
    [("2024-04-30", "未施行"), ("2024-05-01", "有效"), ("2026-04-30", "有效"), ("2026-05-01", "失效")],
)
def test_a_document_is_in_force_from_its_first_to_its_last_day(
    papers: KnowledgeGraph, day: str, force: str
) -> None:
    rows = in_all_forms(papers, "documents", document="人才办法", relation="force", on=day)
    assert {row["force"] for row in rows} == {force}


def test_what_is_no_longer_in_force_on_a_day(papers: KnowledgeGraph) -> None:
    assert {row[0] for row in links(papers, on="2027", force="expired")} == {"人才办法"}
    assert links(papers, on="2026-04", force="expired") == []
    assert {row[0] for row in links(papers, on="2024-01", force="pending")} >= {"平台方案", "人才办法"}


def test_a_state_without_a_day_means_nothing(papers: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused, match="on"):
        papers.documents(force="expired")


def test_documents_of_one_place_may_be_asked_for(papers: KnowledgeGraph) -> None:
    assert {row[0] for row in links(papers, district="丹枫市")} == {"平台方案", "示范省人才条例"}
