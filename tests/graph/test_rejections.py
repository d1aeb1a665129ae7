from __future__ import annotations

from collections.abc import Callable

from govgraph import KnowledgeGraph


def test_what_was_rejected_is_told_with_its_reason_and_place(graph: KnowledgeGraph) -> None:
    assert list(graph.rejected()) == [
        {
            "relation": "leads",
            "reason": "没有任务名称",
            "text": "! leads 没有任务名称",
            "source": "plan.txt",
            "line": 13,
            "rule": "notes.rejected",
        }
    ]


def test_an_equation_that_was_not_believed_is_told(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(a="# 示范省/云溪市 方案\n= 市工信局 市信访局\n市工信局 leads 甲\n市信访局 leads 乙\n")
    (row,) = graph.rejected()
    assert (row["text"], row["line"], row["rule"]) == ("= 市工信局 市信访局", 2, "identity.equation")
