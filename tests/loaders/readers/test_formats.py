"""The same document gives the same facts in every format, and each points back to its place in the file."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.readers import old_word, read_contents, read_sources
from govgraph_loaders.readers.formats import find_format
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.source import Source
from govgraph_ontology.errors import DocumentSkipped
from loaders.readers import written

Fact = tuple[str, str, str, tuple[tuple[str, object], ...]]


def _facts(source: Source) -> set[Fact]:
    return {
        (
            statement.relation,
            statement.subject.name,
            statement.object if isinstance(statement.object, str) else statement.object.name,
            tuple(sorted(statement.qualifiers.items())),
        )
        for statement in extract_source(source).statements
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    (folder / "paper.txt").write_text(written.plain_text(), encoding="utf-8")
    (folder / "paper.html").write_text(written.web_page(), encoding="utf-8")
    (folder / "paper.docx").write_bytes(written.word_document())
    (folder / "table.xlsx").write_bytes(written.workbook())
    written.pdf_document(folder / "paper.pdf")
    rows = "\n".join(",".join(f'"{cell}"' for cell in row) for row in written.ROWS)
    (folder / "table.csv").write_text(rows, encoding="utf-8-sig")
    (folder / "table.txt").write_text("\n".join("\t".join(row) for row in written.ROWS), encoding="utf-8")
    return folder


def _read(folder: Path, name: str) -> Source:
    (source,) = read_sources(folder / name, name)
    return source


@pytest.mark.parametrize("name", ["paper.html", "paper.docx", "paper.pdf"])
def test_a_document_says_the_same_in_every_format(folder: Path, name: str) -> None:
    wanted = _facts(_read(folder, "paper.txt"))
    assert {"leads", "cooperates", "responsible", "hasTarget", "dueBy", "documentNumber", "issuedOn"} <= {
        fact[0] for fact in wanted
    }
    assert _facts(_read(folder, name)) == wanted


@pytest.mark.parametrize("name", ["table.xlsx", "table.csv"])
def test_a_table_says_the_same_in_every_format(folder: Path, name: str) -> None:
    wanted = {fact for fact in _facts(_read(folder, "table.txt")) if fact[0] != "dueBy"}
    assert len(wanted) == 7
    assert {fact for fact in _facts(_read(folder, name)) if fact[0] != "dueBy"} == wanted


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("paper.txt", "改造老旧粮库", ""),
        ("paper.html", "改造老旧粮库", "/html/body/div[4]/table/tbody/tr[3]/td[2]"),
        ("paper.html", "云府〔2024〕5号", "/html/body/div[2]/table/tr[2]/td[4]"),
        ("paper.docx", "改造老旧粮库", "第1个表格第3行第2格"),
        ("paper.docx", "新建粮仓", "第8段"),
        ("table.xlsx", "改造老旧粮库", "任务分工!B4"),
        ("table.csv", "改造老旧粮库", "第3行第2列"),
        ("paper.pdf", "新建粮仓", "第1页"),
    ],
)
def test_a_piece_of_text_knows_its_place(folder: Path, name: str, words: str, place: str) -> None:
    source = _read(folder, name)
    assert source.place(source.text.index(words)) == place


def test_what_is_around_a_document_is_left_out(folder: Path) -> None:
    page, pdf = _read(folder, "paper.html").text, _read(folder, "paper.pdf").text
    for furniture in ("首页", "分享到", "一图读懂", "承办", "市教育局"):
        assert furniture not in page
    assert "公报" not in pdf
    assert "— 1 —" not in pdf
    assert "市教育局" not in _read(folder, "table.xlsx").text  # on a hidden sheet


def test_word_numbers_are_read_as_they_are_shown(folder: Path) -> None:
    assert "\n二、健全应急网络。" in _read(folder, "paper.docx").text


def test_an_archive_holds_inputs_of_their_own(folder: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "papers.zip", "w") as archive:
        for name in ("paper.docx", "paper.html"):
            archive.write(folder / name, f"文件/{name}")
        archive.writestr("文件/图片.png", b"\x89PNG")
        archive.writestr("__MACOSX/x.txt", "x")
    contents = read_contents(tmp_path / "papers.zip", "papers.zip")
    assert [source.name for source in contents.sources] == [
        "papers.zip/文件/paper.docx",
        "papers.zip/文件/paper.html",
    ]
    assert [part.name for part in contents.skipped] == ["papers.zip/文件/图片.png"]
    assert _facts(contents.sources[0]) == _facts(_read(folder, "paper.docx"))


@pytest.mark.parametrize("limits", [Limits(members=5), Limits(unpacked=1000)])
def test_archives_within_an_archive_draw_on_its_limits(tmp_path: Path, limits: Limits) -> None:
    inner = io.BytesIO()
    with ZipFile(inner, "w") as archive:
        for at in range(3):
            archive.writestr(f"{at}.txt", "云溪市通知")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        for at in range(3):
            archive.writestr(f"{at}.zip", inner.getvalue())
    assert len(read_contents(tmp_path / "a.zip", "a.zip").sources) == 9
    with pytest.raises(DocumentSkipped, match="超过上限"):
        read_contents(tmp_path / "a.zip", "a.zip", limits)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("paper.html", "html"),
        ("paper.docx", "word"),
        ("table.xlsx", "excel"),
        ("paper.pdf", "pdf"),
        ("table.csv", "csv"),
        ("paper.txt", "text"),
    ],
)
def test_the_format_is_found_in_the_bytes_whatever_the_name_says(folder: Path, name: str, found: str) -> None:
    ending = Path(name).suffix if found in {"csv", "text"} else ".doc"
    assert find_format((folder / name).read_bytes(), ending) == found


def test_an_odt_is_known_by_the_type_that_it_begins_with() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<office/>")
    assert find_format(file.getvalue(), ".zip") == "open document"


def test_old_word_without_libreoffice_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word.shutil, "which", lambda program: None)
    monkeypatch.delenv(old_word.PROGRAM_VARIABLE, raising=False)
    with pytest.raises(DocumentSkipped, match=r"a\.doc: .*LibreOffice.*DOCX"):
        old_word.read_old_word(b"", "a.doc", Limits())
