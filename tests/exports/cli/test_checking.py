from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from exports.commands import invoke
from govgraph_exports.cli import progress


def test_stats_count_sources_and_statements(store: Path) -> None:
    counts = json.loads(invoke("stats", "--json", "--store", store).stdout)
    assert counts["sources"] == 4
    assert counts["statements"] == len(invoke("facts", "--store", store).stdout.splitlines())
    assert "牵头" in invoke("stats", "--store", store).stdout


def test_validate_tells_whether_the_graph_conforms(store: Path) -> None:
    done = invoke("validate", "--json", "--store", store)
    assert json.loads(done.stdout)["conforms"] is (done.exit_code == 0)


def test_a_person_sees_that_the_graph_is_being_checked(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    terminal = Console(file=screen, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(progress, "messages", lambda: terminal)
    invoke("validate", "--store", store)
    assert "检查 Checking" in screen.getvalue()


def test_rejected_candidates_come_with_reason_and_place(store: Path) -> None:
    rows = json.loads(invoke("rejected", "--json", "--store", store).stdout)
    assert all(row["reason"] and row["source"] and row["line"] for row in rows)
