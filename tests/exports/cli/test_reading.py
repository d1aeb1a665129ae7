from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from exports.commands import invoke

PLAN = """云溪市科技创新行动计划

云府〔2024〕3号

（一）构建创新平台体系。建设重点实验室。〔市科技局牵头，市教育局配合〕

云溪市人民政府

2024年3月1日
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_build_tells_what_it_did_and_what_to_do_next(plan: Path, tmp_path: Path) -> None:
    done = invoke("build", plan, "--store", tmp_path / "store")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "1 sources read" in done.stderr
    assert f"govgraph ask leads --store {tmp_path / 'store'}" in done.stderr


def test_a_second_build_reads_nothing_again(plan: Path, tmp_path: Path) -> None:
    arguments = ("build", plan, "--store", tmp_path / "store", "--json")
    invoke(*arguments)
    report = json.loads(invoke(*arguments).stdout)
    assert (report["read"], report["unchanged"]) == ([], ["plan.txt"])


def test_a_bad_input_costs_itself_only_and_is_named_at_the_end(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = invoke(
        "build", plan, tmp_path / "broken.txt", tmp_path / "gone.txt", "--store", tmp_path / "store"
    )
    assert done.exit_code == 0
    assert "broken.txt" in done.stderr
    assert "gone.txt" in done.stderr


def test_nothing_but_bad_inputs_is_exit_status_3(tmp_path: Path) -> None:
    done = invoke("build", tmp_path / "gone.txt", "--store", tmp_path / "store")
    assert done.exit_code == 3
    assert "gone.txt" in done.stderr


def test_a_removed_source_is_gone(plan: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copy(plan, tmp_path / "other.txt")
    invoke("build", plan, tmp_path / "other.txt", "--store", store)
    assert invoke("remove", "other.txt", "--store", store).exit_code == 0
    files = {
        json.loads(line)["source"]["file"] for line in invoke("facts", "--store", store).stdout.splitlines()
    }
    assert files == {"plan.txt"}


def test_removing_an_unknown_source_lists_the_known_ones(plan: Path, tmp_path: Path) -> None:
    invoke("build", plan, "--store", tmp_path / "store")
    done = invoke("remove", "nothing.txt", "--store", tmp_path / "store")
    assert done.exit_code == 1
    assert "plan.txt" in done.stderr


def test_what_failed_is_read_again_once_it_is_mended(plan: Path, tmp_path: Path) -> None:
    store, other = tmp_path / "store", tmp_path / "other.txt"
    other.write_bytes(b"")
    done = invoke("build", plan, other, "--store", store)
    assert f"govgraph build --retry --store {store}" in done.stderr
    assert invoke("build", "--retry", "--store", store).exit_code == 3
    other.write_text(PLAN.replace("3号", "4号"), encoding="utf-8")
    done = invoke("build", "--retry", "--store", store, "--json")
    assert (done.exit_code, json.loads(done.stdout)["read"]) == (0, ["other.txt"])
    assert invoke("build", "--retry", "--store", store).exit_code == 0


def test_inputs_come_from_a_list_or_from_standard_input(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# 清单\n\n{plan}\n", encoding="utf-8")
    done = invoke("build", "--list", tmp_path / "list.txt", "--store", tmp_path / "a", "--json")
    assert json.loads(done.stdout)["read"] == ["plan.txt"]
    done = invoke("build", "-", "--store", tmp_path / "b", "--json", stdin=PLAN)
    assert json.loads(done.stdout)["read"] == ["stdin"]


def test_limits_and_workers_are_options(plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN + "云" * 500_000, encoding="utf-8")
    done = invoke("build", plan, "--max-size", "1", "--workers", "2", "--store", tmp_path / "store")
    assert done.exit_code == 3
    assert "1048576" in done.stderr
    with ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", PLAN)
        archive.writestr("b.txt", PLAN)
    done = invoke("build", tmp_path / "two.zip", "--max-members", "1", "--store", tmp_path / "store")
    assert done.exit_code == 3
    assert "--max-members" in done.stderr
    assert invoke("build", plan, "--workers", "0", "--store", tmp_path / "store").exit_code == 2


def test_nothing_to_build_is_a_mistake_of_usage(tmp_path: Path) -> None:
    assert invoke("build", "--store", tmp_path / "store").exit_code == 2
    assert invoke("build", "x.txt", "--retry", "--store", tmp_path / "store").exit_code == 2


def test_the_summary_counts_what_was_read_and_what_failed_by_ending(plan: Path, tmp_path: Path) -> None:
    (plan.parent / "bad.md").write_bytes(b"")
    done = invoke("build", plan, plan.parent / "bad.md", "--store", tmp_path / "store")
    assert "读入 read 1：.txt 1" in done.stderr
    assert "未读成 failed 1：.md 1" in done.stderr
