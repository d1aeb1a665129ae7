from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from rdflib import Dataset

from govgraph import KnowledgeGraph, questions
from govgraph_ontology.schema import get_relation

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")


def ordered(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The rows in an order that no engine's collation decides."""
    return sorted(rows, key=lambda row: tuple(map(str, row)))


def with_rdflib(graph: KnowledgeGraph, question: str, given: str = "") -> list[tuple[object, ...]]:
    """The rows that plain rdflib gives for the same SPARQL over the N-Quads."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=graph.store.dump(), format="nquads")
    columns = questions.COLUMNS[question]
    rows = []
    solutions: Iterable[Any] = dataset.query(questions.query_text(question, given))
    for row in solutions:
        cells = [row[column].toPython() if row[column] is not None else "" for column in columns]
        rows.append(
            tuple(
                questions.in_order(cell) if column in {"lead", "partners"} else cell
                for column, cell in zip(columns, cells, strict=True)
            )
        )
    return ordered(rows)


@pytest.mark.parametrize("question", [questions.LEADS, questions.TASKS, questions.WHO])
def test_oxigraph_and_plain_rdflib_give_the_same_rows(graph: KnowledgeGraph, question: str) -> None:
    rows = [row for row, _ in questions.ask(graph.store, question)]
    assert rows
    assert ordered(rows) == with_rdflib(graph, question)


@pytest.mark.parametrize("question", [questions.LEADS, questions.TASKS])
def test_the_rows_of_one_body_are_the_same_too(graph: KnowledgeGraph, question: str) -> None:
    body = graph.find("云溪市科技局")[0].iri
    rows = [row for row, _ in questions.ask(graph.store, question, body)]
    assert [row[0] for row in rows] == ["云溪市科技局"]
    assert ordered(rows) == with_rdflib(graph, question, body)


def test_who_leads_with_whom_and_by_which_words(graph: KnowledgeGraph) -> None:
    rows = {row[0]: row for row, _ in questions.ask(graph.store, questions.LEADS)}
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


def test_a_task_that_two_sources_print_is_one_row_with_both_statements(graph: KnowledgeGraph) -> None:
    found = [used for row, used in questions.ask(graph.store, questions.LEADS) if row[0] == "云溪市科技局"]
    assert len(found) == 1
    assert len(found[0]) == 2


def test_the_tasks_of_a_body_come_with_its_role(graph: KnowledgeGraph) -> None:
    body = graph.find("云溪市财政局")[0].iri
    ((row, _),) = questions.ask(graph.store, questions.TASKS, body)
    assert dict(zip(questions.COLUMNS[questions.TASKS], row, strict=True)) == {
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


def test_who_is_asked_by_words_of_the_task_in_any_case(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(a="# 示范省/云溪市 方案\n市科技局 leads 建设MEMS产线\n市教育局 leads 办好学校\n")
    assert [row["bureau"] for row in graph.who("mems")] == ["云溪市科技局"]


@pytest.mark.parametrize(
    "keyword", ['引进"人才', "人才\\", "人\n才", "} INSERT DATA { <a:a> <a:b> <a:c> } #"]
)
def test_a_keyword_is_never_read_as_sparql(graph: KnowledgeGraph, keyword: str) -> None:
    assert questions.ask(graph.store, questions.WHO, keyword) == []


def test_the_roles_are_called_as_the_ontology_calls_them() -> None:
    for question in (questions.TASKS, questions.WHO):
        text = questions.query_text(question)
        for name in ("leads", "responsible", "cooperates", "implements", "oversees"):
            assert f'(gov:{name} "{get_relation(name).label_zh}" ' in text


@pytest.mark.parametrize("question", [questions.LEADS, questions.TASKS, questions.WHO])
def test_each_file_explains_itself_in_both_languages(question: str) -> None:
    head = questions.query_text(question).splitlines()[:2]
    assert head[0].startswith("# ") and head[1].startswith("# ")
    assert head[1].isascii()
