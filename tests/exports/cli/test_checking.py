from __future__ import annotations

import json
from pathlib import Path

from exports.commands import invoke


def test_stats_count_sources_and_statements(store: Path) -> None:
    counts = json.loads(invoke("stats", "--json", "--store", store).stdout)
    assert counts["sources"] == 4
    assert counts["statements"] == len(invoke("facts", "--store", store).stdout.splitlines())
    assert "牵头" in invoke("stats", "--store", store).stdout


def test_validate_tells_whether_the_graph_conforms(store: Path) -> None:
    done = invoke("validate", "--json", "--store", store)
    assert json.loads(done.stdout)["conforms"] is (done.exit_code == 0)


def test_rejected_candidates_come_with_reason_and_place(store: Path) -> None:
    rows = json.loads(invoke("rejected", "--json", "--store", store).stdout)
    assert all(row["reason"] and row["source"] and row["line"] for row in rows)
