from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import GovgraphError, StoreUnusable


def test_a_graph_without_a_store_goes_with_its_folder(notes: None, folder: Path) -> None:
    with KnowledgeGraph.build([folder / "plan.txt"]) as graph:
        home = graph.store.folder
        assert graph.sources() == ["plan.txt"]
        assert len(graph.leads("科技局")) == 1
    assert not home.exists()


def test_one_path_need_not_be_a_list(notes: None, folder: Path) -> None:
    with KnowledgeGraph.build(str(folder)) as graph:
        assert graph.sources() == ["notice.txt", "plan.txt"]


def test_the_store_is_the_one_given_else_the_variable_else_the_usual_folder(
    graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GOVGRAPH_STORE", raising=False)
    with pytest.raises(StoreUnusable, match="govgraph-store"):
        KnowledgeGraph.open()
    monkeypatch.setenv("GOVGRAPH_STORE", str(tmp_path / "store"))
    with KnowledgeGraph.open() as opened:
        assert opened.sources() == graph.sources()
    monkeypatch.setenv("GOVGRAPH_STORE", str(tmp_path / "nowhere"))
    with KnowledgeGraph.open(tmp_path / "store") as opened:
        assert opened.sources() == graph.sources()


def test_only_a_build_has_a_report(graph: KnowledgeGraph) -> None:
    assert graph.report.sources == 2
    with KnowledgeGraph.open(graph.store.folder) as opened, pytest.raises(GovgraphError):
        _ = opened.report


def test_after_a_removal_the_graph_answers_without_it(graph: KnowledgeGraph) -> None:
    report = graph.remove("plan.txt")
    assert report.dropped == ("plan.txt",)
    assert graph.sources() == ["notice.txt"]
    assert [row["source"] for row in graph.leads("云溪市科学技术局")] == ["notice.txt"]
    assert graph.find("云溪市财政局") == []


def test_answers_come_without_loading_spacy_or_networkx(graph: KnowledgeGraph) -> None:
    script = (
        "import sys; from govgraph import KnowledgeGraph\n"
        "graph = KnowledgeGraph.open(sys.argv[1]); assert len(graph.leads()) == 3; list(graph.facts())\n"
        "print([name for name in ('spacy', 'networkx', 'pandas', 'pyvis') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(graph.store.folder)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_it_tells_what_it_is(graph: KnowledgeGraph) -> None:
    assert "2 sources" in repr(graph)


def test_the_export_and_the_view_are_made_of_the_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert graph.export(tmp_path / "graph.nq") == len(list(graph.quads()))
    assert (tmp_path / "graph.nq").read_bytes() == graph.store.dump()
    assert graph.view("云溪市科技局").shown > 1
