from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph import KnowledgeGraph
from govgraph.build import build_store
from govgraph.draft import drafting
from govgraph.inputs import STORE_FILE
from govgraph.ledger import GraphRow
from govgraph.store import Store
from govgraph_ontology.errors import StoreUnusable, UnknownName


def generations(store: Path) -> list[str]:
    return sorted(path.name for path in (store / "generations").iterdir())


def quad(subject: str, graph: str) -> ox.Quad:
    iri = ox.NamedNode(f"https://example.org/{subject}")
    return ox.Quad(iri, ox.NamedNode("https://example.org/p"), ox.Literal("o"), ox.NamedNode(graph))


ONE, OTHER = "https://example.org/graph/one", "https://example.org/graph/other"


def put(store: Path, **graphs: list[str]) -> None:
    """Publish a generation in which the graphs hold these subjects."""
    with drafting(store) as draft:
        for name, subjects in graphs.items():
            iri = f"https://example.org/graph/{name}"
            draft.replace_graph(
                GraphRow(iri, name, len(subjects), repr(subjects)), [quad(s, iri) for s in subjects]
            )
        for iri in set(draft.graphs) - {f"https://example.org/graph/{name}" for name in graphs}:
            draft.remove_graph(iri)
        draft.publish([], [], [])


def default_graph(store: Path) -> list[str]:
    with Store(store) as opened:
        found = opened.quads.quads_for_pattern(None, None, None, ox.DefaultGraph())
        return sorted(str(one.subject).strip("<>").rpartition("/")[2] for one in found)


def test_where_there_is_no_store_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="govgraph build"):
        Store(tmp_path)


def test_a_store_of_another_format_is_refused(graph: KnowledgeGraph) -> None:
    pointer = graph.store.folder / STORE_FILE
    pointer.write_text(json.dumps({"format": 99, "generation": 1}), encoding="utf-8")
    with pytest.raises(StoreUnusable, match="99"):
        Store(graph.store.folder)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}', '{"format": 1, "generation": "x"}'])
def test_a_damaged_pointer_is_told(graph: KnowledgeGraph, content: str) -> None:
    (graph.store.folder / STORE_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(StoreUnusable):
        Store(graph.store.folder)


def test_a_store_that_holds_less_than_its_ledger_says_is_refused(graph: KnowledgeGraph) -> None:
    writable = ox.Store(str(graph.store.graph_folder))
    writable.remove(next(iter(writable)))
    writable.flush()
    del writable
    with pytest.raises(StoreUnusable, match="ledger"):
        Store(graph.store.folder)


def test_a_second_writer_is_turned_away_with_the_reason(tmp_path: Path) -> None:
    with (
        drafting(tmp_path / "store"),
        pytest.raises(StoreUnusable, match="正在写入"),
        drafting(tmp_path / "store"),
    ):
        pass


def test_a_writer_in_another_process_is_noticed(tmp_path: Path) -> None:
    script = "import sys; from govgraph.draft import drafting\nwith drafting(sys.argv[1]): pass"
    with drafting(tmp_path / "store"):
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "store")],
            capture_output=True,
            text=True,
            env={"PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
    assert "StoreUnusable" in done.stderr


def test_who_reads_locks_nobody_out_and_goes_on_reading_what_it_opened(
    graph: KnowledgeGraph, folder: Path
) -> None:
    before = len(list(graph.facts()))
    (folder / "more.txt").write_text("# 示范省/云溪市 又一方案\n市科技局 leads 又一任务\n", encoding="utf-8")
    build_store(graph.store.folder, [folder])
    assert len(list(graph.facts())) == before
    with KnowledgeGraph.open(graph.store.folder) as newer:
        assert len(list(newer.facts())) == before + 1


def test_the_default_graph_holds_each_triple_once(tmp_path: Path) -> None:
    put(tmp_path / "store", one=["a", "b"], other=["b", "c"])
    assert default_graph(tmp_path / "store") == ["a", "b", "c"]


def test_the_default_graph_forgets_what_no_graph_says_any_more(tmp_path: Path) -> None:
    put(tmp_path / "store", one=["a", "b"], other=["b", "c"])
    put(tmp_path / "store", one=["a"], other=["b", "c"])
    assert default_graph(tmp_path / "store") == ["a", "b", "c"]
    put(tmp_path / "store", one=["a"])
    assert default_graph(tmp_path / "store") == ["a"]


def test_a_triple_that_moves_to_another_graph_stays_in_the_default_graph(tmp_path: Path) -> None:
    put(tmp_path / "store", one=["a"], other=["b"])
    put(tmp_path / "store", one=["b"], other=["a"])
    assert default_graph(tmp_path / "store") == ["a", "b"]


def test_a_draft_that_is_not_published_leaves_nothing(graph: KnowledgeGraph) -> None:
    store = graph.store.folder
    before, dump = generations(store), graph.store.dump()
    with pytest.raises(RuntimeError), drafting(store) as draft:
        draft.replace_graph(GraphRow(ONE, "one", 1, "hash"), [quad("a", ONE)])
        raise RuntimeError("stopped")
    assert generations(store) == before
    with Store(store) as opened:
        assert opened.dump() == dump


def test_what_a_killed_build_left_is_deleted_by_the_next(graph: KnowledgeGraph, folder: Path) -> None:
    store = graph.store.folder
    litter = store / "generations" / "000002" / "graph"
    litter.mkdir(parents=True)
    (litter / "half.sst").write_bytes(b"half")
    (folder / "plan.txt").write_text("# 示范省/云溪市 方案\n市科技局 leads 甲\n", encoding="utf-8")
    build_store(store, [folder])
    with Store(store) as opened:
        assert opened.generation == 2
        assert not (opened.graph_folder / "half.sst").exists()


def test_a_graph_that_was_not_wholly_written_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="disk"), drafting(tmp_path / "store") as draft:
        draft.replace_graph(GraphRow(ONE, "one", 2, "hash"), [quad("a", ONE)])
        draft.publish([], [], [])


def test_a_full_disk_is_told_and_leaves_what_was_in_force(
    graph: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generations(graph.store.folder)

    def full(*args: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "more.txt").write_text("# 示范省/云溪市 又一方案\n市科技局 leads 任务\n", encoding="utf-8")
    monkeypatch.setattr("govgraph.draft.write_ledger", full)
    with pytest.raises(StoreUnusable, match="No space left"):
        build_store(graph.store.folder, [folder])
    assert generations(graph.store.folder) == before


def test_a_store_that_is_published_anew_while_it_is_opened_is_opened_anew(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    pointers = iter([99, 1])  # the generation that the first look found is gone when it is opened
    monkeypatch.setattr("govgraph.store.read_pointer", lambda folder: next(pointers))
    with Store(graph.store.folder) as opened:
        assert opened.generation == 1


def test_closing_twice_does_no_harm(graph: KnowledgeGraph) -> None:
    opened = Store(graph.store.folder)
    opened.close()
    opened.close()


def test_a_folder_with_other_things_in_it_does_not_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StoreUnusable, match="非空"), drafting(tmp_path):
        pass


def test_a_file_cannot_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreUnusable), drafting(tmp_path / "file"):
        pass


def test_an_unknown_source_is_told_with_those_that_there_are(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match=r"plan\.txt"):
        graph.text("missing.txt")


def test_a_text_that_was_changed_in_the_store_is_noticed(graph: KnowledgeGraph) -> None:
    row = graph.store.source("plan.txt")
    path = graph.store.folder / "texts" / f"{row.text_sha256}.txt"
    path.write_bytes(path.read_bytes() + b"!")
    with pytest.raises(StoreUnusable, match=r"plan\.txt"):
        graph.text("plan.txt")


def test_texts_come_back_with_their_line_ends(build: Callable[..., KnowledgeGraph]) -> None:
    text = "# 示范省/云溪市 方案\r\n市科技局 leads 甲\r\n\u2028"
    source = build(a="").store.folder.with_name("crlf.txt")
    source.write_bytes(text.encode())
    with KnowledgeGraph.build(source) as graph:
        assert graph.text("crlf.txt") == text


def test_the_dump_is_sorted_and_holds_no_default_graph(graph: KnowledgeGraph) -> None:
    lines = graph.store.dump().splitlines()
    assert lines == sorted(set(lines))
    assert all(line.endswith(b"> .") for line in lines)
