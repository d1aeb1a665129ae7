"""Pages of the content systems of government sites: article and description come out, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.readers import read_sources
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout
from loaders.papers import paragraphs_of, source_of
from loaders.readers.pages import BAIT, PAGES
from loaders.readers.written import PLAN, ROWS, TITLE, plain_text

Fact = tuple[str, str, str, tuple[tuple[str, object], ...]]


def _facts(source: Source) -> set[Fact]:
    return {
        (
            found.relation,
            found.subject.name,
            found.object if isinstance(found.object, str) else found.object.name,
            tuple(sorted(found.qualifiers.items())),
        )
        for found in extract_source(source).statements
    }


def _read(tmp_path: Path, name: str, encoding: str = "utf-8") -> Source:
    path = tmp_path / f"{name}.html"
    path.write_bytes(PAGES[name]().encode(encoding))
    (source,) = read_sources(path, path.name)
    return source


def test_the_page_of_every_system_says_what_the_plain_text_says(tmp_path: Path) -> None:
    wanted = _facts(source_of(plain_text()))
    assert len(wanted) > 25
    found = {name: _facts(_read(tmp_path, name)) for name in PAGES}
    assert {name: (wanted - facts, facts - wanted) for name, facts in found.items() if facts != wanted} == {}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_whole_and_nothing_else(tmp_path: Path, name: str) -> None:
    plain = read_layout(source_of(plain_text()))
    layout = read_layout(_read(tmp_path, name))
    assert [document.title for document in layout.documents] == [TITLE, PLAN]
    assert [
        [text for text in paragraphs_of(layout, document) if not text.startswith("附件")]
        for document in layout.documents
    ] == [paragraphs_of(plain, document) for document in plain.documents]
    (table,) = layout.documents[1].tables
    assert [column.name for column in table.columns] == [
        "序号",
        "任务",
        "责任分工牵头单位",
        "责任分工配合单位",
        "完成时限",
    ]
    assert len(table.rows) == len(ROWS) - 2
    assert BAIT not in layout.source.text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_gbk_that_declares_utf8_is_read(tmp_path: Path, name: str) -> None:
    source = _read(tmp_path, name, "gb18030")
    assert source.encoding == "gb18030"
    assert TITLE in source.text


@pytest.mark.parametrize(
    ("name", "ending"),
    [("word_paste", f"\n附件：{TITLE}.pdf\n"), ("page_in_form", f"\n附件：{TITLE}.docx\n")],
)
def test_attachments_are_listed_wherever_the_page_has_them(tmp_path: Path, name: str, ending: str) -> None:
    assert ending in _read(tmp_path, name).text


def test_the_head_of_a_page_says_when_it_appeared_where_no_table_does(tmp_path: Path) -> None:
    source = _read(tmp_path, "marked_content")
    assert "PubDate\t2024-03-08 10:11:12\n" in source.text
    assert source.place(source.text.index("2024-03-08 10")) == "/html/head/meta[3]"
    assert "PubDate" not in _read(tmp_path, "word_paste").text


def test_a_dash_in_a_title_does_not_cut_it(tmp_path: Path) -> None:
    title = "云溪市粮食安全行动方案（2024—2026年）"
    head = f"<head><title>{title}-云溪市人民政府</title></head>"
    body = f"<body><h1>{title}</h1><div id='zoom'>{'各单位抓好落实。' * 9}</div></body>"
    (tmp_path / "a.html").write_text(f"<html>{head}{body}</html>", encoding="utf-8")
    (source,) = read_sources(tmp_path / "a.html", "a.html")
    assert source.text.startswith(f"{title}\n")


def test_an_article_that_is_a_list_of_links_stays(tmp_path: Path) -> None:
    listed = "".join(f"<li><a href='{at}.html'>云溪市第{at}号文件目录</a></li>" for at in range(9))
    page = f"<div id='zoom'><p>{'现公布继续有效的文件，请遵照执行。' * 4}</p><ul>{listed}</ul></div>"
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (source,) = read_sources(tmp_path / "a.html", "a.html")
    assert "云溪市第3号文件目录" in source.text


def test_a_paragraph_that_begins_like_a_tool_but_goes_on_stays(tmp_path: Path) -> None:
    page = (
        f"<div id='zoom'><p>扫一扫二维码可以办理。请各单位抓好落实。</p><p>{'各单位抓好落实。' * 9}</p></div>"
    )
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (source,) = read_sources(tmp_path / "a.html", "a.html")
    assert "二维码可以办理" in source.text


def test_an_article_whose_most_text_is_a_numbered_list_stays_whole(tmp_path: Path) -> None:
    listed = "".join(f"<li>{'推进河道疏浚，加固堤防。' * 4}</li>" for _ in range(4))
    page = f"<p>云府〔2024〕8号</p><p>各县（区）人民政府：</p><ol>{listed}</ol><p>云溪市人民政府</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (source,) = read_sources(tmp_path / "a.html", "a.html")
    assert "云府〔2024〕8号" in source.text
    assert source.text.rstrip().endswith("云溪市人民政府")
