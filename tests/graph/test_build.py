from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from govgraph import KnowledgeGraph
from govgraph.build import build_store, remove_source, retry_failed
from govgraph.failure_log import failed_inputs
from govgraph.ledger import SKIPPED, STORED
from govgraph.store import Store
from govgraph_loaders import extraction as rules
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction
from govgraph_ontology.errors import UnknownName
from graph.plain_notes import read_notes

MORE = (
    "# 示范省/云溪市 云溪市数字化方案\n= 市大数据发展服务局 市数发局\n市大数据发展服务局 leads 建设数字政府\n"
)
EARLIER = "# 示范省/云溪市 云溪市政务方案\n市数发局 leads 优化服务\n"


def dump(store: Path) -> bytes:
    with Store(store) as opened:
        return opened.dump()


def fresh(tmp_path: Path, folder: Path) -> bytes:
    """The N-Quads of a new store with these files."""
    store = tmp_path / "fresh"
    build_store(store, [folder])
    return dump(store)


def test_the_report_tells_what_was_read_and_what_there_is(graph: KnowledgeGraph) -> None:
    report = graph.report
    assert report.read == ("notice.txt", "plan.txt")
    assert (report.unchanged, report.dropped, report.failures) == ((), (), ())
    assert (report.sources, report.documents, report.statements, report.rejections) == (2, 3, 14, 1)
    assert report.graphs_written == 3
    assert report.validation.conforms


def test_building_again_reads_and_writes_nothing(
    graph: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Source) -> Extraction:
        raise AssertionError("read again")

    monkeypatch.setattr(rules, "extract_source", refuse)
    report = build_store(graph.store.folder, [folder])
    assert report.unchanged == ("notice.txt", "plan.txt")
    assert (report.read, report.graphs_written) == ((), 0)
    with Store(graph.store.folder) as opened:
        assert opened.generation == graph.store.generation


def test_only_what_changed_is_written(graph: KnowledgeGraph, folder: Path) -> None:
    path = folder / "notice.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("引进人才", "培养人才"), encoding="utf-8")
    report = build_store(graph.store.folder, [folder])
    assert (report.read, report.graphs_written) == (("notice.txt",), 1)


def test_sources_that_are_not_in_the_call_stay(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(MORE, encoding="utf-8")
    report = build_store(graph.store.folder, [tmp_path / "more.txt"])
    assert (report.read, report.sources) == (("more.txt",), 3)


def test_coming_one_after_the_other_gives_what_coming_together_gives(
    notes: None, folder: Path, tmp_path: Path
) -> None:
    (folder / "a.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "b.txt").write_text(MORE, encoding="utf-8")
    store = tmp_path / "store"
    for name in ("plan.txt", "a.txt", "notice.txt", "b.txt"):
        build_store(store, [folder / name])
    assert dump(store) == fresh(tmp_path, folder)


def test_removing_a_source_gives_the_graph_that_was_never_told_of_it(
    notes: None, folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    (folder / "a.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "b.txt").write_text(MORE, encoding="utf-8")
    build_store(store, [folder])
    report = remove_source(store, "b.txt")
    (folder / "b.txt").unlink()
    assert report.dropped == ("b.txt",)
    assert dump(store) == fresh(tmp_path, folder)
    with Store(store) as opened, Store(tmp_path / "fresh") as never_told:
        assert len(opened.quads) == len(never_told.quads)
        assert set(opened.quads) == set(never_told.quads)


def test_a_removed_text_is_gone_from_the_disk(graph: KnowledgeGraph) -> None:
    store = graph.store.folder
    graph.remove("notice.txt")
    words = "引进人才".encode()
    left = [path for path in (store / "texts").iterdir() if words in path.read_bytes()]
    left += [path for path in (store / "extractions").iterdir() if words in path.read_bytes()]
    assert left == []
    assert [path.name for path in (store / "generations").iterdir()] == ["000002"]


def test_removing_what_is_not_there_names_what_is(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match=r"plan\.txt"):
        remove_source(graph.store.folder, "missing.txt")


def test_one_bad_input_costs_that_input_alone(notes: None, folder: Path, tmp_path: Path) -> None:
    good = fresh(tmp_path, folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "fault.txt").write_text("# 示范省/云溪市 方案\n? 规则\n", encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    report = build_store(tmp_path / "store", [folder])
    assert [failure.name for failure in report.failures] == [
        "binary.txt",
        "empty.txt",
        "fault.txt",
        "gone.txt",
        "picture.jpg",
    ]
    assert all(failure.message.startswith(failure.name) for failure in report.failures)
    assert report.read == ("notice.txt", "plan.txt")
    assert dump(tmp_path / "store") == good
    with Store(tmp_path / "store") as opened:
        outcomes = {row.name: (row.outcome, bool(row.error)) for row in opened.ledger.sources()}
    assert outcomes["fault.txt"] == (SKIPPED, True)
    assert outcomes["plan.txt"] == (STORED, False)


def test_a_file_that_vanishes_while_the_build_runs_is_a_failure(
    notes: None, folder: Path, tmp_path: Path
) -> None:
    def progress(done: int, total: int, name: str) -> None:
        if name == "plan.txt":
            (folder / "plan.txt").unlink()

    report = build_store(tmp_path / "store", [folder], progress)
    assert [failure.name for failure in report.failures] == ["plan.txt"]
    assert report.read == ("notice.txt",)


def test_a_source_that_cannot_be_read_again_keeps_its_last_good_reading(
    graph: KnowledgeGraph, folder: Path
) -> None:
    before = graph.store.dump()
    (folder / "plan.txt").write_bytes(b"\x00\xff" * 50)
    report = build_store(graph.store.folder, [folder])
    assert [failure.name for failure in report.failures] == ["plan.txt"]
    with Store(graph.store.folder) as opened:
        assert opened.dump() == before
        assert opened.source("plan.txt").error
    (folder / "plan.txt").write_text("# 示范省/云溪市 方案\n市科技局 leads 甲\n", encoding="utf-8")
    assert build_store(graph.store.folder, [folder]).failures == ()


def test_all_inputs_failing_still_gives_a_store_that_says_so(notes: None, tmp_path: Path) -> None:
    report = build_store(tmp_path / "store", [tmp_path / "missing.txt"])
    assert (report.sources, len(report.failures)) == (0, 1)
    with Store(tmp_path / "store") as opened:
        assert opened.dump() == b""


def test_progress_counts_up_to_the_total(notes: None, folder: Path, tmp_path: Path) -> None:
    calls: list[tuple[int, int, str]] = []
    build_store(tmp_path / "store", [folder], lambda *call: calls.append(call))
    assert calls == [(0, 2, "notice.txt"), (1, 2, "plan.txt"), (2, 2, "")]


def test_rules_of_a_new_version_read_the_stored_texts_again(
    graph: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def says_otherwise(source: Source) -> Extraction:
        return read_notes(Source(source.name, source.text.replace("leads", "responsible"), "", "utf-8"))

    monkeypatch.setattr(rules, "EXTRACTION_VERSION", "next")
    monkeypatch.setattr(rules, "extract_source", says_otherwise)
    (folder / "plan.txt").unlink()
    report = build_store(graph.store.folder, [folder])
    assert report.sources == 2
    assert report.read == ("notice.txt",), "what is given again is read again, for readers change as well"
    with Store(graph.store.folder) as opened:
        assert opened.source("plan.txt").version == "next"
        assert b"/leads/" not in opened.dump()


def test_a_damaged_cache_is_made_again(graph: KnowledgeGraph, folder: Path, tmp_path: Path) -> None:
    for path in (graph.store.folder / "extractions").iterdir():
        path.write_bytes(path.read_bytes()[:50])
    build_store(graph.store.folder, [folder])
    assert dump(graph.store.folder) == fresh(tmp_path, folder)


def test_two_processes_with_other_seeds_and_orders_give_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from govgraph.build import build_store; from govgraph.store import Store\n"
        "build_store(sys.argv[1], sys.argv[2:]); sys.stdout.buffer.write(Store(sys.argv[1]).dump())"
    )
    with as_file(files("govgraph_exports") / "samples") as samples:
        paths = sorted(map(str, samples.glob("*.txt")))
        running = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(tmp_path / seed), *order],
                stdout=subprocess.PIPE,
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            )
            for seed, order in (("1", paths), ("77", paths[::-1]))
        ]
        dumps = [one.communicate()[0] for one in running]
    assert dumps[0] == dumps[1]
    assert dumps[0].count(b"\n") > 1000


KILLED = """
import os, sys, types
from graph.plain_notes import read_notes

rules = types.ModuleType("govgraph_loaders.extraction")  # the real one takes a second to load
rules.extract_source, rules.EXTRACTION_VERSION = read_notes, sys.argv[4]
sys.modules["govgraph_loaders.extraction"] = rules

from govgraph import build

moments = int(sys.argv[3])

def spy(inner):
    def spied(*args, **named):
        global moments
        moments -= 1
        if moments < 0:
            os.kill(os.getpid(), 9)
        return inner(*args, **named)
    return spied

for name in ("_digest", "extract", "source_graph", "_put", "validate", "name_rows", "log_failures"):
    setattr(build, name, spy(getattr(build, name)))
build.build_store(sys.argv[1], [sys.argv[2]])
"""


@pytest.mark.skipif(os.name == "nt", reason="no signal 9")
@pytest.mark.parametrize("moment", range(20))
def test_killed_at_any_moment_a_build_goes_on(notes: None, folder: Path, tmp_path: Path, moment: int) -> None:
    store = tmp_path / "store"
    (folder / "a.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_text(MORE, encoding="utf-8")
    build_store(store, [folder / "a.txt"])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(store), str(folder), str(moment), rules.EXTRACTION_VERSION],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == -9
    with Store(store) as opened:  # the last moment comes after the new generation is in force
        assert opened.ledger.sources()[0].name == "a.txt"
    assert [failure.name for failure in build_store(store, [folder]).failures] == ["b.txt"]
    assert dump(store) == fresh(tmp_path, folder)


def test_an_archive_costs_only_what_of_it_cannot_be_read(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "papers.zip", "w") as archive:
        archive.writestr("plan.txt", MORE)
        archive.writestr("picture.png", b"\x89PNG")
    report = build_store(tmp_path / "store", [tmp_path / "papers.zip"])
    assert report.read == ("papers.zip/plan.txt",)
    (failure,) = report.failures
    assert failure.name == "papers.zip/picture.png"
    again = build_store(tmp_path / "store", [tmp_path / "papers.zip"])
    assert (again.unchanged, again.failures) == (report.read, report.failures)


def test_a_source_keeps_its_places_in_the_file(tmp_path: Path) -> None:
    document = docx.Document()
    for line in MORE.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    build_store(tmp_path / "store", [tmp_path / "plan.docx"])
    with Store(tmp_path / "store") as opened:
        source = opened.archive.source(opened.source("plan.docx"))
    assert source.text == MORE
    places = [source.place(MORE.index(line)) for line in MORE.splitlines()]
    assert places == ["第1段", "第2段", "第3段"]


def test_two_workers_give_what_one_gives(tmp_path: Path) -> None:
    with as_file(files("govgraph_exports") / "samples") as samples:
        one = build_store(tmp_path / "one", [samples], workers=1)
        two = build_store(tmp_path / "two", [samples], workers=2)
    assert one == two
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_what_failed_can_be_tried_again(tmp_path: Path) -> None:
    folder, store = tmp_path / "papers", tmp_path / "store"
    folder.mkdir()
    (folder / "good.txt").write_text(MORE, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"")
    build_store(store, [folder])
    assert [one.name for one in failed_inputs(store)] == ["bad.txt"]
    assert [failure.name for failure in retry_failed(store).failures] == ["bad.txt"]
    (folder / "bad.txt").write_text(EARLIER, encoding="utf-8")
    report = retry_failed(store)
    assert (report.read, report.failures, report.sources) == (("bad.txt",), (), 2)
    assert failed_inputs(store) == []
    assert dump(store) == fresh(tmp_path, folder)


def test_an_archive_with_a_bad_part_is_tried_again_with_other_limits(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with ZipFile(tmp_path / "papers.zip", "w") as archive:
        archive.writestr("a.txt", MORE)
        archive.writestr("b.txt", EARLIER * 100, ZIP_DEFLATED)
    limits = Limits(size=len(EARLIER.encode()) * 100 - 1)
    report = build_store(store, [tmp_path / "papers.zip"], limits=limits)
    assert [failure.name for failure in report.failures] == ["papers.zip/b.txt"]
    assert retry_failed(store).failures == ()
    with Store(store) as opened:
        assert len(opened.ledger.sources()) == 2
