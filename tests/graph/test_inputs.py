from __future__ import annotations

import os
from pathlib import Path

import pytest

from govgraph.inputs import STORE_FILE, find_inputs


def write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_names_are_paths_in_the_folder_that_was_given(tmp_path: Path) -> None:
    write(tmp_path / "in" / "b.txt")
    write(tmp_path / "in" / "2024" / "a.txt")
    inputs, failures = find_inputs([tmp_path / "in"])
    assert [one.name for one in inputs] == ["2024/a.txt", "b.txt"]
    assert failures == []


def test_a_file_given_itself_is_called_by_its_file_name(tmp_path: Path) -> None:
    inputs, _ = find_inputs([write(tmp_path / "in" / "2024" / "a.txt")])
    assert [one.name for one in inputs] == ["a.txt"]


def test_a_file_given_twice_is_one_input(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt")
    inputs, failures = find_inputs([path, tmp_path / "in", path])
    assert ([one.name for one in inputs], failures) == (["a.txt"], [])


def test_two_files_of_one_name_are_both_refused(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one" / "a.txt"), write(tmp_path / "two" / "a.txt")
    inputs, failures = find_inputs([one.parent, other.parent])
    assert inputs == []
    assert [failure.name for failure in failures] == ["a.txt"]
    assert str(one) in failures[0].message and str(other) in failures[0].message


def test_what_is_not_there_is_a_failure_that_names_it(tmp_path: Path) -> None:
    inputs, failures = find_inputs([tmp_path / "missing.txt"])
    assert inputs == []
    assert "missing.txt" in failures[0].message


def test_hidden_files_lock_files_and_stores_are_left_out(tmp_path: Path) -> None:
    for name in (
        ".DS_Store",
        ".git/config",
        "~$plan.docx",
        f"store/{STORE_FILE}",
        "store/texts/a.txt",
        "a.txt",
    ):
        write(tmp_path / name)
    inputs, failures = find_inputs([tmp_path])
    assert ([one.name for one in inputs], failures) == (["a.txt"], [])


def test_composed_and_decomposed_names_are_the_same(tmp_path: Path) -> None:
    write(tmp_path / "cafe\u0301.txt")
    assert [one.name for one in find_inputs([tmp_path])[0]] == ["caf\u00e9.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_name_that_is_no_unicode_is_a_failure(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).touch()
    inputs, failures = find_inputs([tmp_path])
    assert inputs == []
    assert "UTF-8" in failures[0].message
    failures[0].message.encode()


def test_a_folder_that_may_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)  # root may read everything, so a mode would prove nothing
    inputs, failures = find_inputs([tmp_path])
    assert [one.name for one in inputs] == ["a.txt"]
    assert [failure.name for failure in failures] == ["locked"]
    assert "Permission denied" in failures[0].message


def test_links_that_go_round_do_not_hang_the_walk(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    assert [one.name for one in find_inputs([tmp_path / "in"])[0]] == ["a.txt"]
