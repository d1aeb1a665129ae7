from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from exports.commands import invoke


def test_the_demo_answers_three_questions_and_names_its_files(demo_run: Any, demo_folder: Path) -> None:
    assert demo_run.exit_code == 0
    assert "新建改建社区食堂" in demo_run.stdout
    assert demo_run.stderr.count("Question") == 3
    for name in ("bureau.html", "overview.html", "facts.jsonl", "facts.csv"):
        assert (demo_folder / name).stat().st_size > 1000
        assert str(demo_folder / name) in demo_run.stderr


def test_the_demo_may_run_again_over_itself(demo_run: Any, demo_folder: Path) -> None:
    again = json.loads(invoke("demo", "-o", demo_folder, "--json").stdout)
    assert again["report"]["read"] == []
    assert all(answer["rows"] for answer in again["answers"])
