"""Every file is read, or skipped with a message that names it, the reason and the mend."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from govgraph_loaders.readers import read_contents, read_sources
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.structure import read_layout
from govgraph_ontology.errors import DocumentSkipped

TEXT = "云溪市人民政府关于开展绿化的通知\r\n\r\n各县（区）：\n"


def test_a_text_file_is_one_source_with_hash_size_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = TEXT.encode("gb18030")
    path.write_bytes(data)
    (source,) = read_sources(path, "folder/a.txt")
    assert (source.name, source.text, source.encoding, source.size) == (
        "folder/a.txt",
        TEXT,
        "gb18030",
        len(data),
    )
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["a.TXT", "a.md", "notes"])
def test_the_ending_is_read_in_any_case_and_may_be_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8", newline="")
    assert read_sources(tmp_path / name, name)[0].text == TEXT


def test_an_unknown_format_is_skipped_and_the_known_ones_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(DocumentSkipped, match=r"a\.png: 尚不支持这种格式.*\.docx"):
        read_sources(tmp_path / "a.png", "a.png")


def test_a_file_that_vanished_is_skipped_by_name(tmp_path: Path) -> None:
    with pytest.raises(DocumentSkipped, match=r"gone\.txt: 文件不存在"):
        read_sources(tmp_path / "gone.txt", "gone.txt")


def test_a_folder_named_like_a_file_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(DocumentSkipped, match=r"folder\.txt: "):
        read_sources(tmp_path / "folder.txt", "folder.txt")


def test_a_pipe_is_skipped_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentSkipped, match=r"pipe\.txt: "):
        read_sources(tmp_path / "pipe.txt", "pipe.txt")


def test_a_file_without_permission_is_skipped_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(TEXT, "utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # A test that runs as root may read anything, so the refusal is made.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentSkipped, match=r"locked\.txt: 无法读取.*Permission denied"):
        read_sources(path, "locked.txt")


def test_a_file_beyond_the_limit_is_skipped_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(DocumentSkipped, match=r"large\.txt: .*10"):
        read_contents(path, "large.txt", Limits(size=10))


def test_one_line_of_five_megabytes_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    line = "市教育局负责推进农村学校改革，每年改造学校二十所。" * 70_000
    path.write_text(line, "utf-8")
    (source,) = read_sources(path, "line.txt")
    assert source.size > 5_000_000
    assert source.text == line
    (document,) = read_layout(source).documents
    assert [(paragraph.start, paragraph.end) for paragraph in document.paragraphs] == [(0, len(line))]
