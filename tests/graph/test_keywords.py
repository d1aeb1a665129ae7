from __future__ import annotations

import pytest

from govgraph import KnowledgeGraph
from govgraph.keywords import statements_holding
from govgraph.patterns import select
from govgraph.questions import QUESTIONS

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
    scanned = [
        tuple(None if cell is None else cell.value for cell in (row[name] for name in asked.columns))
        for row in select(graph.store.quads, asked.text({parameter: [f'"{keyword}"']}))
    ]
    rows = graph.ask(question, **{parameter: keyword}).rows
    assert [tuple(None if cell is None else str(cell) for cell in row) for row in rows] == scanned


def test_some_question_uses_the_index() -> None:
    assert ("who", "keyword") in NARROWED


def test_the_variable_that_the_index_fills_stands_open_in_the_file() -> None:
    for question, parameter in NARROWED:
        asked = QUESTIONS[question]
        assert f"VALUES ?{asked.parameter(parameter).narrows} {{ UNDEF }}" in asked.text()
