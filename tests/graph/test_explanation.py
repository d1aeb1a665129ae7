from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import AmbiguousName, KnowledgeGraph
from govgraph.explanation import surroundings
from govgraph_ontology.errors import UnknownName


def test_an_entity_is_explained_by_what_is_said_of_it(graph: KnowledgeGraph) -> None:
    rows = list(graph.explain("建设创新平台"))
    assert {row["relation"] for row in rows} == {"牵头", "配合", "落实", "设定目标", "分管"}
    target = next(row for row in rows if row["relation"] == "设定目标")
    assert target == {
        "subject": "建设创新平台",
        "relation": "设定目标",
        "object": "创新平台数量",
        "qualifiers": "数值 14.3；单位 万个；比较符 ≥；时限 2025",
        "sentence": "建设创新平台 hasTarget 创新平台数量 value=14.3 unit=万个 comparator=>= due=2025",
        "context": "建设创新平台 hasTarget 创新平台数量 value=14.3 unit=万个 comparator=>= due=2025",
        "document": "云溪市创新平台建设行动方案",
        "source": "plan.txt",
        "line": 8,
    }


def test_one_statement_is_explained_by_its_iri(graph: KnowledgeGraph) -> None:
    result = graph.explain("建设创新平台")
    one = graph.explain(result.statements[0][0])
    assert one.rows == result.rows[:1]


def test_a_value_is_shown_as_the_text_gives_it(graph: KnowledgeGraph) -> None:
    objects = [row["object"] for row in graph.explain("开展监测评估") if row["relation"] == "完成期限"]
    assert objects == ["2024-06"]


def test_what_is_not_known_or_not_one_is_told(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName):
        graph.explain("没有的局")
    with pytest.raises(AmbiguousName):
        graph.explain("市教育局")


def test_the_evidence_of_an_answer_gives_every_sentence(graph: KnowledgeGraph) -> None:
    evidence = graph.leads("云溪市科技局").evidence()
    assert [(row["source"], row["line"], row["sentence"]) for row in evidence] == [
        ("notice.txt", 5, "云溪市科学技术局 leads 建设创新平台"),
        ("plan.txt", 2, "市科技局 leads 建设创新平台"),
    ]


def test_surroundings_are_the_line_of_the_words() -> None:
    text = "第一行。\n第二行有词在此。第三句。\n第四行"
    at = text.index("词")
    assert surroundings(text, at, at + 1) == "第二行有词在此。第三句。"


def test_of_a_very_long_line_they_are_the_sentence() -> None:
    text = "前面的话。" * 300 + "这一句有词在此。" + "后面的话。" * 300
    at = text.index("词")
    assert surroundings(text, at, at + 1) == "这一句有词在此。"


@given(st.text(alphabet="词句。\n！a", max_size=40), st.data())
def test_surroundings_always_hold_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[start:end].strip() in surroundings(text, start, end)
