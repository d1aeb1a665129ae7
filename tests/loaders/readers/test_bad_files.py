"""A bad file costs that file alone, in the time and memory that it was given, and is told by name."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from govgraph_loaders.readers.isolation import IsolatedReader
from govgraph_loaders.readers.limits import Limits
from govgraph_ontology.errors import DocumentSkipped
from loaders.readers import written
from loaders.readers.bad_files import write_bad_files, write_odd_files

LIMITS = Limits(seconds=30, memory=2 * 1024**3)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("bad")
    return folder, write_bad_files(folder)


def test_every_bad_file_is_named_with_its_reason(bad: tuple[Path, dict[str, str]]) -> None:
    folder, wanted = bad
    assert len(wanted) >= 30
    said = {}
    with IsolatedReader(LIMITS) as reader:
        for name in wanted:
            try:
                said[name] = f"read: {reader.read(folder / name, name).sources[0].text[:80]!r}"
            except DocumentSkipped as error:
                said[name] = str(error)
    wrong = {
        name: message
        for name, message in said.items()
        if not message.startswith(f"{name}") or not re.search(wanted[name], message)
    }
    assert wrong == {}


def test_odd_files_are_read_all_the_same(tmp_path: Path) -> None:
    names = write_odd_files(tmp_path)
    with IsolatedReader(LIMITS) as reader:
        texts = {name: reader.read(tmp_path / name, name).sources[0].text for name in names}
    for name, text in texts.items():
        assert "改造老旧粮库" in text or written.PLAN in text, name


def test_names_in_an_archive_cannot_reach_out_of_it(tmp_path: Path) -> None:
    write_odd_files(tmp_path)
    with IsolatedReader(LIMITS) as reader:
        (source,) = reader.read(tmp_path / "traversal.zip", "traversal.zip").sources
    assert source.name == "traversal.zip/etc/passwd.txt"


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    started = time.process_time()
    with IsolatedReader(LIMITS) as reader, pytest.raises(DocumentSkipped, match=r"huge\.txt: .*上限"):
        reader.read(tmp_path / "huge.txt", "huge.txt")
    assert time.process_time() - started < 1
