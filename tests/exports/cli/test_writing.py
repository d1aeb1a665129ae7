from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from rdflib import Dataset

from exports.commands import invoke


def test_facts_go_to_stdout_as_lines_of_json(store: Path) -> None:
    done = invoke("facts", "--store", store)
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"leads", "cooperates", "issuedBy"} <= {fact["relation"] for fact in facts}


def test_facts_are_cut_by_how_sure_they_are(store: Path) -> None:
    everything = [json.loads(line) for line in invoke("facts", "--store", store).stdout.splitlines()]
    sure = invoke("facts", "--min-confidence", "0.9", "--store", store).stdout.splitlines()
    assert [json.loads(line) for line in sure] == [fact for fact in everything if fact["confidence"] >= 0.9]
    assert 0 < len(sure) < len(everything)
    assert invoke("facts", "--min-confidence", "1.1", "--store", store).exit_code == 2


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".xlsx", ".parquet"])
def test_facts_files_are_named_on_stdout(ending: str, store: Path, tmp_path: Path) -> None:
    path = tmp_path / f"facts{ending}"
    done = invoke("facts", "-o", path, "--store", store)
    assert done.exit_code == 0
    assert done.stdout == f"{path}\n"
    assert path.stat().st_size > 1000


def test_every_fact_is_in_every_file(store: Path, tmp_path: Path) -> None:
    count = len(invoke("facts", "--store", store).stdout.splitlines())
    report = json.loads(invoke("facts", "-o", tmp_path / "facts.csv", "--json", "--store", store).stdout)
    with (tmp_path / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == count == report["count"]


@pytest.mark.parametrize(
    ("command", "name"), [("facts", "facts.doc"), ("export", "graph.doc"), ("export", "graph")]
)
def test_an_unknown_ending_is_a_usage_error_that_lists_the_known(
    command: str, name: str, store: Path, tmp_path: Path
) -> None:
    done = invoke(command, "-o", tmp_path / name, "--store", store)
    assert done.exit_code == 2
    assert (".jsonl" if command == "facts" else ".ttl") in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_export_parses_back_and_is_the_same_twice(store: Path, tmp_path: Path) -> None:
    for name in ("a.nq", "b.nq", "a.ttl"):
        assert invoke("export", "-o", tmp_path / name, "--store", store).exit_code == 0
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()
    dataset = Dataset()
    dataset.parse(tmp_path / "a.nq", format="nquads")
    assert len(set(dataset.quads())) == len((tmp_path / "a.nq").read_bytes().splitlines())


def test_a_place_that_cannot_be_written_is_exit_status_3(store: Path, tmp_path: Path) -> None:
    done = invoke("facts", "-o", tmp_path / "facts.csv" / "x.csv", "--store", store)
    assert done.exit_code == 0  # the folder is made
    done = invoke("facts", "-o", tmp_path / "facts.csv", "--store", store)
    assert done.exit_code == 3
    assert "facts.csv" in done.stderr


@pytest.mark.parametrize(
    ("command", "suggested"),
    [
        (["stats"], "govgraph ask leads"),
        (["validate"], "govgraph rejected"),
        (["rejected"], "govgraph view source"),
        (["explain", "新建改建社区食堂"], "govgraph view graph '新建改建社区食堂'"),
        (["facts", "-o", "out/facts.csv"], "govgraph export -o graph.xlsx"),
        (["export", "-o", "out/graph.nq"], "govgraph view graph"),
        (["view", "graph", "云溪市民政局", "-o", "out/view.html"], "govgraph explain '云溪市民政局'"),
        (
            ["view", "matrix", "云溪市", "-o", "out/a.html"],
            "govgraph view timeline '云溪市' -o timeline.html",
        ),
        (["view", "timeline", "-o", "out/a.html"], "govgraph view load -o load.html"),
        (["view", "load", "云溪市", "-o", "out/a.html"], "govgraph ask gaps"),
        (["report", "云溪市", "-o", "out/a.html"], "govgraph export -o graph.xlsx"),
    ],
)
def test_people_are_told_the_next_step_and_programs_are_not(
    command: list[str], suggested: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke(*command, "--store", store)
    assert suggested in done.stderr
    assert f"--store {store}" in done.stderr
    assert "→ " not in invoke(*command, "--json", "--store", store).stderr.replace(" → out", "")


def test_the_book_is_named_on_stdout_and_counted_in_rows(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.xlsx"
    done = invoke("export", "-o", path, "--store", store)
    assert done.stdout == f"{path}\n"
    assert "行 rows" in done.stderr
