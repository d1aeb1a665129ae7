"""What a page is about: everything, a place with all below it, or a document with those that it includes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import KnowledgeGraph
from govgraph_exports.views.told import Passages, told_about
from govgraph_ontology.errors import UnknownName

CITY = (
    "云溪市人民政府关于印发粮食安全工作方案的通知\n"
    "一、建设粮仓。（市发改局牵头，市财政局配合）\n云溪市人民政府\n2024年3月1日\n"
)
COUNTY = (
    "青禾县人民政府关于印发河湖管理方案的通知\n一、清理河道。（县水利局牵头）\n青禾县人民政府\n2024年4月1日\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    folder = tmp_path_factory.mktemp("told")
    (folder / "city.txt").write_text(CITY, encoding="utf-8")
    (folder / "county.txt").write_text(COUNTY, encoding="utf-8")
    with KnowledgeGraph.build(folder) as built:
        yield built


def _sources(graph: KnowledgeGraph, name: str | None) -> list[str]:
    return sorted({fact["source"]["file"] for fact in told_about(graph, name).facts})


def test_a_place_tells_what_is_its_own(graph: KnowledgeGraph) -> None:
    assert _sources(graph, None) == ["city.txt", "county.txt"]
    assert _sources(graph, "云溪市") == ["city.txt"]
    assert told_about(graph, "青禾县").about == "青禾县"
    assert _sources(graph, "青禾县") == ["county.txt"]


def test_a_document_tells_what_it_says(graph: KnowledgeGraph) -> None:
    assert _sources(graph, "云溪市人民政府关于印发粮食安全工作方案的通知") == ["city.txt"]


def test_a_name_that_nobody_bears_is_unknown(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName):
        told_about(graph, "丹枫区")


def test_passages_have_their_paragraph_and_are_kept_once() -> None:
    passages = Passages({"a.txt": "前言。\r\n新建粮仓。新建粮仓。\n结语。"}.__getitem__)
    assert passages.number("a.txt", 10, 15, "方案") == passages.number("a.txt", 10, 15, "方案") == 0
    found = passages.found[0]
    assert (found.before, found.words, found.after, found.line) == ("新建粮仓。", "新建粮仓。", "", 2)
    assert found.place == "a.txt 第 2 行"
    assert passages.number("a.txt", 0, 3, "方案", "第 1 页") == 1
    assert passages.found[1].place == "a.txt 第 1 页"


@given(st.text("云。！\n\r a", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_words_of_a_passage_are_those_of_the_span(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    passages = Passages({"a.txt": text}.__getitem__)
    passages.number("a.txt", start, end, "")
    found = passages.found[0]
    assert found.words == text[start:end]
    assert found.before + found.words + found.after in text
    assert found.line == text.count("\n", 0, start) + 1
