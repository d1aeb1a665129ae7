"""The tutorials run from start to end on the bundled samples, and show what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from notebooks import notebook_paths, read_notebook, run_notebooks

PATHS = notebook_paths()
LARGEST_KB = 400
AGAIN = "where this is meant, `make notebooks` stores what a run gives now"
OF_THE_MACHINE = re.compile(r"/tmp/|/home/|/Users/|[A-Z]:\\\\|0x[0-9a-f]{6,}")


@pytest.fixture(scope="module")
def runs() -> dict[str, NotebookNode]:
    """By name each notebook with the outputs of a run; a cell that fails fails here."""
    return dict(zip((path.name for path in PATHS), run_notebooks(PATHS), strict=True))


def outputs(notebook: NotebookNode) -> list[NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def test_there_are_three_tutorials() -> None:
    assert [path.name[0] for path in PATHS] == ["1", "2", "3"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_outputs_in_the_repository_are_those_of_a_run(path: Path, runs: dict[str, NotebookNode]) -> None:
    stored, run = read_notebook(path), runs[path.name]
    for number, (old, new) in enumerate(zip(stored.cells, run.cells, strict=True), start=1):
        assert old == new, f"{path.name}, cell {number}: {AGAIN}\n{old.source}"
    assert stored.metadata == run.metadata, AGAIN


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_reader_sees_tables_in_chinese_a_picture_and_sentences(path: Path) -> None:
    stored = read_notebook(path)
    nbformat.validate(stored)
    html = "".join(output.data.get("text/html", "") for output in outputs(stored) if "data" in output)
    assert html.count("<table") >= 5
    assert ">原文</th>" in html
    assert any("image/svg+xml" in output.get("data", {}) for output in outputs(stored))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_nothing_of_a_machine_and_no_warning_is_stored(path: Path) -> None:
    stored = read_notebook(path)
    assert not OF_THE_MACHINE.search(json.dumps(outputs(stored), ensure_ascii=False))
    assert not [output for output in outputs(stored) if output.get("name") == "stderr"]
    counts = [cell.execution_count for cell in stored.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert path.stat().st_size < LARGEST_KB * 1000
