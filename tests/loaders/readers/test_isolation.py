"""Formats with parsers are read in a child: what one file does to it costs that file alone."""

import zipfile
from pathlib import Path

import docx
import pytest

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.readers import isolation
from govgraph_loaders.readers.contents import Contents, Skipped
from govgraph_loaders.readers.isolation import IsolatedReader
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.readers.wire import Answer, Request
from govgraph_loaders.source import Place, Source
from govgraph_ontology.errors import DocumentSkipped
from loaders.readers import written

TEXT = "云溪市人民政府关于开展绿化的通知"


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(tmp_path / "a.docx"))
    return tmp_path / "a.docx"


def test_a_document_is_read_as_without_a_child(word: Path) -> None:
    with IsolatedReader() as reader:
        (source,) = reader.read(word, "folder/a.docx").sources
    assert (source.name, source.text, source.place(3)) == ("folder/a.docx", TEXT + "\n", "第1段")


def test_text_needs_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_child(*_: object, **__: object) -> None:
        raise AssertionError("a child was started")

    monkeypatch.setattr(isolation.subprocess, "Popen", no_child)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with IsolatedReader() as reader:
        assert reader.read(tmp_path / "a.txt", "a.txt").sources[0].text == TEXT


def test_a_damaged_document_is_named_and_the_next_is_read(word: Path, tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(word.read_bytes()[:2000])
    with IsolatedReader() as reader:
        with pytest.raises(DocumentSkipped, match=r"b\.docx: "):
            reader.read(tmp_path / "b.docx", "b.docx")
        assert reader.read(word, "a.docx").sources


def test_what_takes_too_long_is_killed_and_the_next_is_read(word: Path) -> None:
    with IsolatedReader(Limits(seconds=0.0001)) as reader:
        with pytest.raises(DocumentSkipped, match=r"a\.docx: 读取超过 0\.0001 秒"):
            reader.read(word, "a.docx")
        reader._limits = Limits()
        assert reader.read(word, "a.docx").sources


def test_what_takes_too_much_memory_is_skipped(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "绿化" * 10_000_000)
    limits = Limits(ratio=10**6, memory=150 * 1024 * 1024, size=10**9)
    with (
        IsolatedReader(limits) as reader,
        pytest.raises(DocumentSkipped, match=r"a\.zip: .*(memory|crashed)"),
    ):
        reader.read(tmp_path / "a.zip", "a.zip")


def test_a_child_that_died_is_told_and_another_takes_its_place(word: Path) -> None:
    with IsolatedReader() as reader:
        reader.read(word, "a.docx")
        assert reader._process is not None
        reader._process.kill()
        reader._process.wait()
        assert reader.read(word, "a.docx").sources


def test_a_child_extracts_what_is_extracted_here(word: Path) -> None:
    document = docx.Document()
    for line in written.PARAGRAPHS:
        document.add_paragraph(line)
    document.save(str(word))
    with IsolatedReader() as reader:
        contents, (extraction,) = reader.extract(word, "a.docx")
    assert extraction == extract_source(contents.sources[0])
    assert len(extraction.statements) > 10


def test_requests_and_answers_come_through_whole() -> None:
    places = (Place(0, "第1段"), Place(2, "第2段"))
    source = Source("a.zip/b.docx", '云\n"溪\u2028', "ab", "utf-8", "text/html", 7, places)
    answer = Answer(Contents((source,), (Skipped("a.zip/c", "c: 坏了"),)), (extract_source(source),))
    assert Answer.from_line(answer.to_line()) == answer
    assert Answer.from_line(Answer(error="坏了").to_line()).error == "坏了"
    request = Request(Path("/云/溪"), "溪\n", Limits(seconds=1.5), extract=True)
    assert Request.from_line(request.to_line()) == request
