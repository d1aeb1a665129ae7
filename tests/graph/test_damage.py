from __future__ import annotations

from pathlib import Path

import pytest

from govgraph import KnowledgeGraph
from govgraph.damage import counted, damage_by_source, damage_words
from govgraph.ledger import SKIPPED, SourceRow
from govgraph_loaders.statements import Damage, Evidence

NOTICE = """云溪市人民政府关于推进绿道建设的通知

云府〔2024〕31号

各有关单位：

一、主要任务

（一）贯通滨河绿道。进一步进一步新建绿道12公里。（市园林局牵头，市水利局配合）

（二）改造公园。由市\ue123务局牵头，改造6个公园。（市住房城乡建设局负责）

云溪市人民政府

2024年5月6日
"""


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder: Path = tmp_path_factory.mktemp("damage")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "whole.txt").write_text(
        NOTICE.replace("进一步进一步", "进一步").replace("\ue123", "商"), encoding="utf-8"
    )
    return KnowledgeGraph.build(folder, folder / "store")


def test_the_ledger_counts_damage_by_kind_and_source(damaged: KnowledgeGraph) -> None:
    assert damaged.stats()["damage"] == {"notice.txt": {"damage.doubled": 1, "damage.lost": 1}}
    assert damaged.report.damage == damaged.stats()["damage"]
    assert "损坏：词语重复 1、文字缺失 1（1 个来源）" in str(damaged.stats())


def test_what_is_not_read_is_among_the_rejected_with_its_place(damaged: KnowledgeGraph) -> None:
    (row,) = [row for row in damaged.rejected() if row["rule"] == "damage.lost" and row["relation"] == ""]
    assert (row["source"], row["line"], row["text"]) == ("notice.txt", 11, "\ue123")
    assert "文字缺失" in str(row["reason"])


def test_an_explanation_names_the_damage_that_the_words_run_across(damaged: KnowledgeGraph) -> None:
    said = {str(row["sentence"]): str(row["qualifiers"]) for row in damaged.explain("贯通滨河绿道")}
    assert "原文损坏 词语重复" in said["进一步进一步新建绿道12公里"]
    assert "原文损坏" not in said["（市园林局牵头，市水利局配合）"]


def test_facts_read_across_damage_say_so_and_others_do_not(damaged: KnowledgeGraph) -> None:
    found = list(damaged.facts())
    marked = [fact for fact in found if "damage" in fact]
    assert {fact["source"]["file"] for fact in marked} == {"notice.txt"}
    for fact in marked:
        (whole,) = [
            other["confidence"]
            for other in found
            if other["source"]["file"] == "whole.txt"
            and (other["relation"], other["subject"]["label"], other["object"])
            == (fact["relation"], fact["subject"]["label"], fact["object"])
        ]
        assert fact["confidence"] < whole


def test_a_damaged_name_gives_no_office(damaged: KnowledgeGraph) -> None:
    bureaus = {entity.label for entity in damaged.entities("Organization") if entity.label.endswith("务局")}
    assert bureaus == {"云溪市商务局"}


def test_counts_are_the_same_text_for_the_same_damage() -> None:
    places = [
        Damage(kind, True, Evidence(0, 1, "，")) for kind in ("damage.spam", "damage.lost", "damage.spam")
    ]
    assert counted(places) == counted(reversed(places)) == '{"damage.lost": 1, "damage.spam": 2}'


def test_sources_without_damage_or_not_read_are_left_out() -> None:
    kinds = '{"damage.spam": 2}'
    rows = [
        SourceRow("b", "b", damage=kinds),
        SourceRow("a", "a"),
        SourceRow("c", "c", outcome=SKIPPED, damage=kinds),
    ]
    assert damage_by_source(rows) == {"b": {"damage.spam": 2}}


def test_the_most_frequent_kind_is_named_first() -> None:
    said = damage_words({"a": {"damage.page": 1, "damage.spam": 1}, "b": {"damage.spam": 2}})
    assert said == "夹杂广告 3、夹杂页码、按钮 1（2 个来源）"
