from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from exports.commands import invoke

PAGES = (
    "bureau.html",
    "report.html",
    "flow.html",
    "matrix.html",
    "timeline.html",
    "indicators.html",
    "load.html",
    "source.html",
    "overview.html",
)


def test_the_demo_answers_three_questions_and_names_its_files(demo_run: Any, demo_folder: Path) -> None:
    assert demo_run.exit_code == 0
    assert "新建改建社区食堂" in demo_run.stdout
    assert demo_run.stderr.count("Question") == 3
    written = sorted(path.name for path in demo_folder.glob("*.*"))
    assert written == sorted([*PAGES, "facts.jsonl", "facts.csv"])
    for name in written:
        assert (demo_folder / name).stat().st_size > 1000
        assert str(demo_folder / name) in demo_run.stderr


def test_the_demo_names_first_what_to_open_first(demo_run: Any, demo_folder: Path) -> None:
    said = demo_run.stderr
    places = [said.index(str(demo_folder / name)) for name in PAGES]
    assert places == sorted(places)
    assert said.index("先看第一个") < places[0]


def test_the_demo_may_run_again_over_itself(demo_run: Any, demo_folder: Path) -> None:
    again = json.loads(invoke("demo", "-o", demo_folder, "--json").stdout)
    assert again["report"]["read"] == []
    assert all(answer["rows"] for answer in again["answers"])
    assert [Path(name).name for name in again["files"]] == [*PAGES, "facts.jsonl", "facts.csv"]
