from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.commands import invoke


def test_the_checks_stand_by_part_with_what_mends_them(store: Path, tmp_path: Path) -> None:
    done = invoke("doctor", "--store", store)
    assert done.exit_code == 0
    parts = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    assert parts == ["程序 Program", "可选功能 Extras", "环境 Surroundings", "图谱 Store"]
    assert f"govgraph ask leads --store {store}" in done.stderr
    without = invoke("doctor", "--store", tmp_path / "none")
    assert without.exit_code == 0
    assert "  - " in without.stdout
    assert "      → govgraph build" in without.stdout
    assert "govgraph build" in without.stderr


def test_json_says_whether_all_is_well(store: Path) -> None:
    told = json.loads(invoke("doctor", "--json", "--store", store).stdout)
    assert told["ok"] is True
    assert {check["part"] for check in told["checks"]} == {"program", "extra", "tool", "store"}


def test_a_fault_is_exit_status_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "store").mkdir()
    monkeypatch.setenv("GOVGRAPH_STORE", str(tmp_path / "store"))
    done = invoke("doctor", "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["ok"] is False
    assert "✗" in invoke("doctor").stdout
