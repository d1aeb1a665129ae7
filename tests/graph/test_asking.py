from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govgraph import AmbiguousName, KnowledgeGraph
from govgraph.packaged import solutions
from govgraph.patterns import select
from govgraph.questions import QUESTIONS
from govgraph_ontology.errors import UnknownName
from graph.three_forms import in_all_forms, ordered, with_rdflib

_ABOUT: dict[str, dict[str, Any]] = {
    "targets": {"indicator": "产业规模"},
    "timeline": {"bureau": "云溪市民政局"},
}
"""What is asked of the samples where plain rdflib is slow; all else is asked about everything."""

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")


@pytest.mark.parametrize("question", QUESTIONS)
def test_oxigraph_and_plain_rdflib_give_the_same_rows_on_the_samples(
    samples: KnowledgeGraph, question: str
) -> None:
    given = _ABOUT.get(question, {})
    rows = samples.ask(question, **given).rows
    assert rows
    assert ordered(rows) == ordered(with_rdflib(samples, question, given))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_rows_stand_in_the_order_of_the_file(samples: KnowledgeGraph, question: str) -> None:
    asked = QUESTIONS[question]
    columns = [column for column in asked.columns if column not in asked.lists]
    by_engine = [[row[column] for column in columns] for row in select(samples.store.quads, asked.text())]
    quads, given = samples.store.quads, (*asked.columns, "statements")
    found = [[row[column] for column in columns] for row in solutions(quads, asked.text(), given)]
    assert found == by_engine


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("leads", {}),
        ("leads", {"name": "云溪市科技局"}),
        ("tasks", {"name": "云溪市财政局"}),
        ("who", {"keyword": "创新"}),
    ],
)
def test_method_file_and_command_give_the_same_rows(
    graph: KnowledgeGraph, question: str, given: dict[str, Any]
) -> None:
    assert in_all_forms(graph, question, **given)


def test_who_leads_with_whom_and_by_which_words(graph: KnowledgeGraph) -> None:
    rows = {row[0]: row for row in graph.leads().rows}
    assert rows["云溪市科技局"] == (
        "云溪市科技局",
        "云溪市",
        "建设创新平台",
        "云溪市创新平台建设行动方案",
        "云溪市教育局；云溪市财政局；各县（市、区）人民政府",
        "云溪市科学技术局 leads 建设创新平台",
        "notice.txt",
        5,
    )
    assert rows["丹枫市教育局"][4] == "丹枫市科学技术局"


def test_a_question_about_one_body_is_answered_for_it_alone(graph: KnowledgeGraph) -> None:
    assert [row["bureau"] for row in graph.leads("云溪市科技局")] == ["云溪市科技局"]


def test_a_task_that_two_sources_print_is_one_row_with_both_statements(graph: KnowledgeGraph) -> None:
    (statements,) = graph.leads("云溪市科技局").statements
    assert len(statements) == 2


def test_the_tasks_of_a_body_come_with_its_role(graph: KnowledgeGraph) -> None:
    assert list(graph.tasks("云溪市财政局")) == [
        {
            "bureau": "云溪市财政局",
            "place": "云溪市",
            "role": "配合",
            "task": "建设创新平台",
            "document": "云溪市创新平台建设行动方案",
            "lead": "云溪市科技局",
            "partners": "云溪市教育局；云溪市财政局；各县（市、区）人民政府",
            "sentence": "云溪市财政局 cooperates 建设创新平台",
            "source": "plan.txt",
            "line": 4,
        }
    ]


def test_who_is_asked_by_words_of_the_task_in_any_case(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(a="# 示范省/云溪市 方案\n市科技局 leads 建设MEMS产线\n市教育局 leads 办好学校\n")
    assert [row["bureau"] for row in graph.who("mems")] == ["云溪市科技局"]


@pytest.mark.parametrize(
    "keyword", ['引进"人才', "人才\\", "人\n才", "} INSERT DATA { <a:a> <a:b> <a:c> } #"]
)
def test_a_keyword_is_never_read_as_sparql(graph: KnowledgeGraph, keyword: str) -> None:
    assert graph.who(keyword).rows == []


def test_a_name_that_several_bear_is_not_guessed(graph: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousName):
        graph.leads("教育局")
    with pytest.raises(UnknownName):
        graph.leads("水务局")
