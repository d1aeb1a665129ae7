from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.facts_examples import Fact, fact
from govgraph_exports.facts import WRITERS, write_facts
from govgraph_ontology.errors import UnknownName


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_every_format_writes_all_facts_and_none(ending: str, tmp_path: Path) -> None:
    assert write_facts([fact(), fact()], tmp_path / f"two{ending}") == 2
    assert write_facts([], tmp_path / f"none{ending.upper()}") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [f"two{ending}", f"none{ending.upper()}"]
    )


def test_unknown_ending_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"\.csv \.jsonl \.parquet \.xlsx"):
        write_facts([fact()], tmp_path / "facts.doc")


def test_failure_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text("old", encoding="utf-8")

    def broken() -> Iterator[Fact]:
        yield fact()
        raise RuntimeError("the graph went away")

    with pytest.raises(RuntimeError):
        write_facts(broken(), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "facts.jsonl"
    write_facts([fact()], path)
    assert path.is_file()
