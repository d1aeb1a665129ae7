from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import KnowledgeGraph, phrases
from govgraph.finding import holding
from govgraph.patterns import select
from govgraph.phrases import NAME, WORDS, PhraseRow, bearers, write_phrases
from govgraph.scopes import fold

TEXTS = st.text(st.sampled_from("科技局创新平台牵头，。〔〕（）MEMSmemsß '\"*%_\\\n\t\0１ＡΣ𠮷"), max_size=12)


def index(rows: list[PhraseRow]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    write_phrases(database, rows)
    return database


def without_full_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "has_full_text", lambda database: False)


@given(st.lists(TEXTS), TEXTS)
def test_a_keyword_is_found_where_it_stands_and_nowhere_else(texts: list[str], keyword: str) -> None:
    rows = [PhraseRow(text.lower(), WORDS, str(at)) for at, text in enumerate(texts)]
    wanted = sorted(str(at) for at, text in enumerate(texts) if keyword.lower() in text.lower())
    assert bearers(index(rows), keyword, WORDS) == wanted


@given(st.lists(TEXTS), TEXTS)
def test_without_full_text_the_same_is_found(texts: list[str], keyword: str) -> None:
    rows = [PhraseRow(text.lower(), WORDS, str(at)) for at, text in enumerate(texts)]
    found = bearers(index(rows), keyword, WORDS)
    with pytest.MonkeyPatch.context() as patch:
        without_full_text(patch)
        assert bearers(index(rows), keyword, WORDS) == found


def test_a_store_that_has_the_index_is_read_where_full_text_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = index([PhraseRow("建设创新平台", NAME, "task"), PhraseRow("办好学校", NAME, "other")])
    without_full_text(monkeypatch)
    assert bearers(database, "创新", NAME) == ["task"]


def test_a_store_without_the_index_is_read_where_there_is_full_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.MonkeyPatch.context() as patch:
        without_full_text(patch)
        database = index([PhraseRow("建设创新平台", NAME, "task")])
    assert bearers(database, "平台", NAME) == ["task"]


def test_names_and_words_are_kept_apart() -> None:
    database = index([PhraseRow("创新平台", NAME, "task"), PhraseRow("创新平台", WORDS, "evidence")])
    assert (bearers(database, "创新", NAME), bearers(database, "创新", WORDS)) == (["task"], ["evidence"])


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [PhraseRow(text, NAME, text) for text in ("一期", "二期", "一期工程")]
    assert index(rows).serialize() == index([*reversed(rows), rows[0]]).serialize()


def test_nothing_stands_in_every_text() -> None:
    database = index([PhraseRow("一期", NAME, "one"), PhraseRow("", NAME, "two")])
    assert bearers(database, "", NAME) == ["one", "two"]


@pytest.mark.parametrize(
    "keyword", ["科", "科技", "创新平台", "LEADS", "〔2024〕", "市科技局 leads", "没有这个"]
)
def test_the_index_of_a_store_finds_what_sparql_finds(graph: KnowledgeGraph, keyword: str) -> None:
    quads, ledger = graph.store.quads, graph.store.ledger
    for properties, found in (
        ("skos:prefLabel|skos:altLabel", ledger.named(keyword)),
        ("gov:evidence/oa:exact", ledger.worded(keyword)),
    ):
        query = f"""
            PREFIX gov: <https://w3id.org/govgraph/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?node {{
              ?node {properties} ?text FILTER CONTAINS(LCASE(?text), LCASE("{keyword}"))
            }}"""
        assert found == sorted(row["node"].value for row in select(quads, query) if row["node"])


def test_what_only_a_removed_source_says_is_found_no_more(graph: KnowledgeGraph) -> None:
    assert graph.store.ledger.named("引进人才")
    graph.remove("notice.txt")
    assert graph.store.ledger.named("引进人才") == []
    assert graph.store.ledger.worded("引进人才") == []


@pytest.mark.parametrize("words", ["科技局", "ＭＥＭＳ", "平台", "没有这个", ""])
def test_folded_names_are_found_by_class_as_a_scan_finds_them(
    build: Callable[..., KnowledgeGraph], words: str
) -> None:
    graph = build(a="# 示范省/云溪市 方案\n市科技局 leads 建设Mems平台\n市教育局 leads 建设平台二期\n")
    for kind in ("Organization", "Task", "Person"):
        wanted = sorted(
            entity.iri
            for entity in graph.entities(kind)
            if any(fold(words) in fold(name) for name in (entity.label, *entity.aliases))
        )
        assert holding(graph.store, words, [kind]) == wanted
