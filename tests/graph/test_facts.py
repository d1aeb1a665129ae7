from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import docx

from govgraph import KnowledgeGraph
from govgraph.extracting import extract
from govgraph_loaders.statements import Reference
from govgraph_ontology.schema import RELATIONS


def by_relation(graph: KnowledgeGraph, relation: str) -> dict[str, Any]:
    return next(fact for fact in graph.facts() if fact["relation"] == relation)


def test_a_fact_has_the_form_of_the_contract(graph: KnowledgeGraph) -> None:
    fact = by_relation(graph, "hasTarget")
    assert fact == {
        "relation": "hasTarget",
        "subject": {
            "id": fact["subject"]["id"],
            "type": "Task",
            "label": "建设创新平台",
            "aliases": [],
        },
        "object": {
            "id": fact["object"]["id"],
            "type": "Indicator",
            "label": "创新平台数量",
            "aliases": ["创新平台"],
        },
        "qualifiers": {"value": 14.3, "unit": "万个", "comparator": ">=", "due": "2025"},
        "source": {
            "file": "plan.txt",
            "document": fact["source"]["document"],
            "start": fact["source"]["start"],
            "end": fact["source"]["end"],
            "text": "建设创新平台 hasTarget 创新平台数量 value=14.3 unit=万个 comparator=>= due=2025",
        },
        "method": "notes.line",
        "confidence": 0.9,
    }


def test_names_of_all_sources_are_aliases(graph: KnowledgeGraph) -> None:
    fact = next(fact for fact in graph.facts() if fact["subject"]["label"] == "云溪市科技局")
    assert fact["subject"]["aliases"] == ["市科技局", "云溪市科学技术局"]


def test_a_value_is_the_object_where_the_relation_takes_one(graph: KnowledgeGraph) -> None:
    assert by_relation(graph, "documentNumber")["object"] == {"value": "云府〔2024〕5号"}
    assert by_relation(graph, "issuedOn")["object"] == {"value": "2024-03-15"}


def test_dates_come_back_at_their_precision(graph: KnowledgeGraph) -> None:
    assert by_relation(graph, "dueBy")["object"] == {"value": "2024-06"}


def test_every_slice_is_exact(graph: KnowledgeGraph) -> None:
    count = 0
    for fact in graph.facts():
        source = fact["source"]
        assert graph.text(source["file"])[source["start"] : source["end"]] == source["text"] != ""
        count += 1
    assert count == 14


def test_facts_stand_in_the_order_of_the_text(graph: KnowledgeGraph) -> None:
    keys = [
        (fact["source"]["file"], fact["source"]["start"], fact["source"]["end"], fact["relation"])
        for fact in graph.facts()
    ]
    assert keys == sorted(keys)


def test_kinds_of_qualifiers_come_back_as_they_went_in(build: Callable[..., KnowledgeGraph]) -> None:
    graph = build(
        a="# 示范省/云溪市 报告\n"
        "建设平台 hasTarget 平台数量 value=20 value_max=30 unit=个 due=2024-06 achieved=true\n"
        "市财政局 allocates 科学技术支出 amount=1234.5 unit=万元 year=2024 code=2060101\n"
    )
    assert [fact["qualifiers"] for fact in graph.facts()] == [
        {"value": 20, "value_max": 30, "unit": "个", "due": "2024-06", "achieved": True},
        {"unit": "万元", "amount": 1234.5, "code": "2060101", "year": 2024},
    ]


def test_the_facts_are_what_the_rules_read_in_the_samples() -> None:
    """The graph and the facts lose and add nothing on the way from statements, on real documents."""
    with as_file(files("govgraph_exports") / "samples") as samples, KnowledgeGraph.build(samples) as graph:
        assert graph.validate().conforms
        found = {
            (
                fact["source"]["file"],
                fact["relation"],
                fact["source"]["start"],
                fact["source"]["end"],
                tuple(sorted(fact["qualifiers"].items())),
                fact["object"].get("value", ""),
            )
            for fact in graph.facts()
        }
        said = {
            (
                name,
                statement.relation,
                statement.evidence.start,
                statement.evidence.end,
                tuple(sorted(statement.qualifiers.items())),
                "" if isinstance(statement.object, Reference) else statement.object,
            )
            for name in graph.sources()
            for statement in extract(graph.store.archive, graph.store.source(name)).statements
        }
        assert found == said
        assert {fact["relation"] for fact in graph.facts()} <= set(RELATIONS)


def test_a_fact_of_another_format_says_where_in_the_file_it_stands(notes: None, tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("# 示范省/云溪市 云溪市政务方案", "市数发局 leads 优化服务"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    with KnowledgeGraph.build(tmp_path / "plan.docx") as graph:
        locators = {fact["relation"]: fact["source"]["locator"] for fact in graph.facts()}
        assert locators["leads"] == "第2段"
        shown = next(iter(graph.leads().evidence()))
        assert shown["locator"] == "第2段"
        assert graph.validate().conforms
