from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from govgraph import KnowledgeGraph
from govgraph.answer_tables import TABLES, AnswerTables, write_answer_tables
from govgraph.asking import answer
from govgraph.build import build_store
from govgraph.generations import ANSWER_TABLES
from govgraph.questions import QUESTIONS
from govgraph.store import Store
from govgraph_ontology.errors import QueryRefused, UnknownName

GIVEN: dict[str, dict[str, list[Any]]] = {
    "leads": {"name": ["云溪市民政局", "云溪市科技局"]},
    "who": {"keyword": ["创新", "传感器", "市", "没有这个", "%", ""]},
    "search": {"keyword": ["创新", "市民政局", "没有这个", "'"]},
    "targets": {
        "indicator": ["产业", "没有这个"],
        "subject": ["云溪市"],
        "bureau": ["云溪市民政局", "云溪市科技局"],
        "district": ["云溪市", "青禾县"],
        "since": ["2025", "2030"],
        "by": ["2024-06", "2025"],
        "only": ["target", "result"],
    },
    "projects": {
        "project": ["产业园", "项目"],
        "district": ["云溪市", "青禾县", "丹枫区"],
        "industry": ["传感器", "农"],
        "stage": ["建", "没有这个"],
        "least": [0.5, 5],
    },
    "people": {
        "name": ["高远舟", "顾明溪"],
        "matter": ["局长", "产业"],
        "district": ["云溪市"],
        "on": ["2023-12-31", "2024-06-30", "2026"],
        "only": ["tenures", "duties"],
    },
    "documents": {
        "document": ["产业", "办法"],
        "district": ["云溪市", "青禾县"],
        "relation": ["cites", "cited", "included", "issue", "force"],
        "on": ["2023", "2025-06", "2030"],
        "force": ["expired", "pending", "valid", "unstated"],
    },
    "timeline": {
        "subject": ["云溪市"],
        "bureau": ["云溪市民政局", "云溪市科技局"],
        "district": ["云溪市"],
        "since": ["2025"],
        "by": ["2024-06", "2025"],
        "on": ["2024-11-01", "2026"],
        "status": ["overdue", "open"],
    },
    "gaps": {
        "gap": ["unled", "several", "nobody", "undated", "unmeasured", "untasked", "once"],
        "district": ["云溪市", "青禾县"],
    },
    "load": {"name": ["云溪市民政局"], "district": ["云溪市", "青禾县"]},
}
"""What is asked of the samples, by parameter."""


@pytest.fixture(scope="module")
def tables(samples: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerTables]:
    """The answer tables of the samples, which are too small to have some by themselves."""
    path = tmp_path_factory.mktemp("tables") / ANSWER_TABLES
    write_answer_tables(path, samples.store.quads)
    tables = AnswerTables(path)
    yield tables
    tables.close()


def cases(question: str) -> Iterator[dict[str, Any]]:
    """Nothing, each parameter with each of its values, and each with the next."""
    declared, given = QUESTIONS[question], GIVEN[question]
    required = {one.name for one in declared.parameters if one.required}
    asked = [{}] + [{name: value} for name, values in given.items() for value in values]
    asked += [{one: given[one][0], other: given[other][-1]} for one, other in pairwise(given)]
    for case in asked:
        needed = {one.needs for one in declared.parameters if one.needs and one.name in case}
        if required <= case.keys():
            yield {**{name: given[name][0] for name in needed}, **case}


@pytest.mark.parametrize("question", TABLES)
def test_a_table_gives_the_rows_of_the_query_in_its_order(
    samples: KnowledgeGraph, tables: AnswerTables, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows_seen = 0
    for given in cases(question):
        assert samples.store.answers is None
        by_engine = answer(samples.store, QUESTIONS[question], given)
        with monkeypatch.context() as patched:
            patched.setattr(samples.store, "answers", tables)
            patched.delattr("govgraph.asking.solutions")
            by_table = answer(samples.store, QUESTIONS[question], given)
        assert by_table == by_engine, given
        rows_seen += len(by_table)
    assert rows_seen


@pytest.mark.parametrize("question", TABLES)
def test_every_parameter_is_a_condition_on_the_table(question: str) -> None:
    assert TABLES[question].knows([one.name for one in QUESTIONS[question].parameters])
    assert GIVEN[question].keys() == {one.name for one in QUESTIONS[question].parameters}


def test_a_table_does_not_know_what_is_no_condition_on_it() -> None:
    assert TABLES["who"].knows(["keyword"])
    assert not TABLES["who"].knows(["keyword", "district"])


def test_large_stores_have_tables_and_small_ones_have_none(
    notes: None, folder: Path, tmp_path: Path, graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert graph.store.answers is None
    monkeypatch.setattr("govgraph.draft.LEAST_STATEMENTS", 1)
    build_store(tmp_path / "large", [folder])
    with KnowledgeGraph.open(tmp_path / "large") as large, monkeypatch.context() as newer:
        newer.setattr("govgraph.answer_tables._fingerprint", lambda: 1)
        assert Store(large.store.folder).answers is None
    with KnowledgeGraph.open(tmp_path / "large") as large:
        assert large.store.answers
        assert large.who("平台").rows == graph.who("平台").rows
        assert large.who("人才")
        large.remove("notice.txt")
        assert not large.who("人才")


def test_a_name_that_nobody_bears_is_refused_with_tables_too(
    samples: KnowledgeGraph, tables: AnswerTables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples.store, "answers", tables)
    with pytest.raises(UnknownName):
        samples.targets(bureau="没有这个局")
    with pytest.raises(QueryRefused):
        samples.timeline(by="明年")
    with pytest.raises(QueryRefused):
        samples.timeline(status="open")
