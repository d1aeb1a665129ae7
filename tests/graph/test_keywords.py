from __future__ import annotations

import pytest

from govgraph import KnowledgeGraph
from govgraph.keywords import statements_holding
from govgraph.packaged import in_order
from govgraph.patterns import Term, select
from govgraph.questions import QUESTIONS
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

KEYWORDS = [
    "平台",
    "创",
    "市科技局",
    "LEADS",
    "云溪市创新平台",
    "没有这个",
    "引进人才",
    '"',
    "'); DROP TABLE",
]

_SCAN = """
PREFIX gov: <https://w3id.org/govgraph/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?statement {
  ?statement gov:evidence/oa:exact|((gov:subject|gov:object)/(skos:prefLabel|skos:altLabel)) ?text
  FILTER CONTAINS(LCASE(?text), LCASE(?keyword))
}"""


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_the_index_gives_the_statements_that_a_scan_gives(graph: KnowledgeGraph, keyword: str) -> None:
    quoted = '"' + keyword.replace('"', '\\"') + '"'
    scanned = select(graph.store.quads, _SCAN.replace("LCASE(?keyword)", f"LCASE({quoted})"))
    found = sorted(row["statement"].value for row in scanned if row["statement"])
    assert statements_holding(graph.store, keyword) == found


NARROWED = sorted(
    (question.name, parameter.name)
    for question in QUESTIONS.values()
    for parameter in question.parameters
    if parameter.narrows
)


@pytest.mark.parametrize("keyword", KEYWORDS[:-2])
@pytest.mark.parametrize(("question", "parameter"), NARROWED)
def test_with_the_index_and_without_it_the_answer_is_the_same(
    graph: KnowledgeGraph, question: str, parameter: str, keyword: str
) -> None:
    asked = QUESTIONS[question]
    solutions = select(graph.store.quads, asked.text({parameter: [f'"{keyword}"']}))
    scanned = [
        tuple(shown(row[column], column in asked.lists) for column in asked.columns) for row in solutions
    ]
    rows = graph.ask(question, **{parameter: keyword}).rows
    assert [tuple(None if cell is None else str(cell) for cell in row) for row in rows] == scanned


def shown(term: Term | None, listed: bool) -> str | None:
    if term is None:
        return None
    return in_order(term.value) if listed else term.value


def test_some_question_uses_the_index() -> None:
    assert ("who", "keyword") in NARROWED


def test_the_variable_that_the_index_fills_stands_open_in_the_file() -> None:
    for question, parameter in NARROWED:
        asked = QUESTIONS[question]
        assert f"VALUES ?{asked.parameter(parameter).narrows} {{ UNDEF }}" in asked.text()


def test_search_tells_which_words_hold_a_keyword_and_whom_they_are_about(graph: KnowledgeGraph) -> None:
    found = in_all_forms(graph, "search", keyword="财政局")
    assert found == [
        {
            "sentence": "云溪市财政局 cooperates 建设创新平台",
            "about": "云溪市财政局；建设创新平台",
            "document": "云溪市创新平台建设行动方案",
            "source": "plan.txt",
            "line": 4,
        }
    ]


def test_search_looks_at_words_not_at_names(graph: KnowledgeGraph) -> None:
    assert graph.find("云溪市科学技术局")
    sentences = {row["sentence"] for row in graph.search("云溪市科学技术局")}
    assert sentences == {"云溪市科学技术局 leads 建设创新平台"}


def test_search_finds_words_whose_object_is_a_value(graph: KnowledgeGraph) -> None:
    (row,) = graph.search("2024-03-15")
    assert row["about"] == "云溪市创新平台建设行动方案"
