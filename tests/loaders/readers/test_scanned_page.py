"""Scanned pages are named, and read where the extra `ocr` is installed, with less confidence.

The picture tests/samples/scan.png is a page of an invented notice, drawn at 200 dots per inch, turned by a
quarter of a degree and strewn with specks.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.readers import pdf_document, read_contents
from govgraph_loaders.readers.isolation import IsolatedReader
from govgraph_loaders.readers.scanned_page import can_recognise
from govgraph_loaders.source import RECOGNISED, Source
from govgraph_ontology.errors import DocumentSkipped
from loaders.papers import object_name, source_of

PICTURE = Path(__file__).parents[2] / "samples" / "scan.png"
WRITTEN = """青禾县人民政府关于开展湿地保护工作的通知
青府〔2024〕17号
一、修复湿地。到2025年底，修复湿地1200亩，新建观测站6个。（县自然资源局牵头，县水利局、县财政局配合）
二、工作分工
任务\t牵头单位\t完成时限
划定保护范围\t县林业局\t2024年9月
开展科普活动\t县教育局\t2024年11月
青禾县人民政府
2024年5月20日
"""
LETTER = "各乡镇人民政府要落实属地责任，做好湿地保护的宣传，及时报告进展情况。"

needs_models = pytest.mark.skipif(not can_recognise(), reason="the extra ocr is not installed")


def _canvas(*pages: str) -> bytes:
    """A PDF whose pages are the scan, or a line of text."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(440, 330), invariant=True)
    for page in pages:
        if page == "scan":
            canvas.drawImage(ImageReader(PICTURE), 0, 0, 440, 330)
        else:
            canvas.setFont("STSong-Light", 12)
            canvas.drawString(20, 200, page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The scan as the child reads it, which has no network and the usual memory."""
    path = tmp_path_factory.mktemp("scan") / "a.pdf"
    path.write_bytes(_canvas("scan", LETTER))
    with IsolatedReader() as reader:
        contents = reader.read(path, "a.pdf")
    assert contents.skipped == ()
    return contents.sources[0]


def _said(source: Source) -> set[tuple[str, str, str]]:
    found = extract_source(source).statements
    return {(one.relation, one.subject.name, object_name(one)) for one in found}


@needs_models
def test_a_scan_says_what_is_written_on_it(scan: Source) -> None:
    wanted = _said(source_of(WRITTEN))
    assert {"leads", "cooperates", "hasTarget", "documentNumber", "issuedOn", "dueBy"} <= {
        fact[0] for fact in wanted
    }
    assert wanted <= _said(scan)


@needs_models
def test_what_is_recognised_is_marked_by_its_place_and_less_sure(scan: Source) -> None:
    lines = {name: scan.text.index(name) for name in ("开展科普活动", "落实属地责任")}
    assert [scan.place(at) for at in lines.values()] == [f"第1页{RECOGNISED}", "第2页"]
    same = {object_name(one): one.confidence for one in extract_source(source_of(WRITTEN)).statements}
    for one in extract_source(scan).statements:
        if scan.place(one.evidence.start).endswith(RECOGNISED):
            assert one.confidence < min(0.9, same[object_name(one)])


def test_a_scanned_page_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_document, "can_recognise", lambda: False)
    (tmp_path / "a.pdf").write_bytes(_canvas(LETTER, "scan"))
    contents = read_contents(tmp_path / "a.pdf", "a.pdf")
    assert [source.text for source in contents.sources] == [f"{LETTER}\n"]
    (part,) = contents.skipped
    assert part.name == "a.pdf/第2页"
    assert "扫描页" in part.message
    assert "govgraph[ocr]" in part.message


def test_a_scan_alone_is_refused_with_the_extra_that_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_document, "can_recognise", lambda: False)
    (tmp_path / "a.pdf").write_bytes(_canvas("scan"))
    with pytest.raises(DocumentSkipped, match=r"a\.pdf: .*扫描件.*govgraph\[ocr\]"):
        read_contents(tmp_path / "a.pdf", "a.pdf")
