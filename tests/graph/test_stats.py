from __future__ import annotations

from govgraph import KnowledgeGraph


def test_the_counts_are_those_of_the_graph(graph: KnowledgeGraph) -> None:
    stats = graph.stats()
    assert (stats["sources"], stats["skipped"], stats["documents"]) == (2, 0, 3)
    assert stats["statements"] == sum(stats["relations"].values()) == len(list(graph.facts()))
    assert stats["relations"]["leads"] == 4
    assert stats["quads"] == len(list(graph.quads()))
    for kind, count in stats["entities"].items():
        assert count == len(graph.entities(kind))


def test_as_text_they_are_in_chinese(graph: KnowledgeGraph) -> None:
    text = str(graph.stats())
    assert "来源 2" in text and "牵头 4" in text and "机构 " in text


def test_the_encodings_of_the_sources_are_counted(graph: KnowledgeGraph) -> None:
    assert graph.stats()["encodings"] == {"utf-8": 2}
    assert "编码：utf-8 2" in str(graph.stats())
