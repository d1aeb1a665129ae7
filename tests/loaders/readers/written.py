"""The same invented document, written by the programs that people use: once the blocks, then the files."""

from __future__ import annotations

import io
from html import escape
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

TITLE = "云溪市人民政府关于印发云溪市粮食安全行动方案的通知"
PLAN = "云溪市粮食安全行动方案"
HEAD = [TITLE, "云府〔2024〕5号", "各县（市、区）人民政府，市政府各部门："]
NOTICE = [f"现将《{PLAN}》印发给你们，请认真贯彻执行。", "云溪市人民政府", "2024年3月5日", PLAN]
SECTIONS = [
    "一、建设高标准粮仓。坚持统筹谋划、分类施策，完善粮食仓储物流体系，提升应急保障能力。到2025年底，新建粮仓12座，"
    "仓容达到30万吨。（市发展改革局牵头，市财政局、市自然资源局配合）",
    "二、健全应急网络。在全市布局应急供应网点不少于60个，实现乡镇全覆盖。（市商务局、各县（市、区）人民政府按职责分工负责）",
    "三、发展粮食加工。到2026年，全市粮食加工业产值突破150亿元，年均增长8%以上。（责任单位：市工业和信息化局、市农业农村局）",
    "四、任务分工",
]
ROWS = [
    ["序号", "任务", "责任分工", "", "完成时限"],
    ["", "", "牵头单位", "配合单位", ""],
    ["1", "改造老旧粮库", "市发展改革局", "市财政局、市商务局", "2024年12月"],
    ["2", "建设应急供应网点", "", "市商务局", "2025年6月"],
    ["3", "开展粮食质量监测", "市市场监督管理局", "市农业农村局", "2025年12月"],
]
"""Blank where a cell is merged with that to the left (first row) or above."""
MERGED = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (1, 4)), ((2, 2), (3, 2))]
"""First and last cell of each merged area, as (row, column)."""
PARAGRAPHS = [*HEAD, *NOTICE, *SECTIONS]


def plain_text() -> str:
    """The document as a copy in plain text has it."""
    return "\n".join([*PARAGRAPHS, *("\t".join(row) for row in ROWS)]) + "\n"


def table_rows(cell: str) -> str:
    """The rows of the table as HTML, merged cells with their spans; `cell`: what stands around a text."""
    spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in MERGED}
    covered = {
        (row, column)
        for (top, left), (bottom, right) in MERGED
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    rows = ""
    for row, cells in enumerate(ROWS):
        rows += "<tr>"
        for column, text in enumerate(cells):
            if (row, column) not in covered:
                down, across = spans.get((row, column), (1, 1))
                rows += f'<td rowspan="{down}" colspan="{across}">{cell.format(escape(text))}</td>'
        rows += "</tr>\n"
    return rows


def web_page() -> str:
    """A page of a government's site around the document, with navigation, sharing, metadata and links."""
    rows = table_rows("<p>{}</p>")
    body = "\n".join(f"<p>　　{escape(text)}</p>" for text in PARAGRAPHS[1:])
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{TITLE}_云溪市人民政府门户网站</title>
<meta name="ArticleTitle" content="{TITLE}"><script>var note = "市教育局牵头";</script></head>
<body><div class="header">
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xxgk">政务公开</a></li></ul></div>
<div class="xxgk_info"><table><tr><td>索引号：</td><td>11-2024-05</td><td>主题分类：</td><td>农业</td></tr>
<tr><td>发文机关：</td><td>云溪市人民政府</td><td>发文字号：</td><td>云府〔2024〕5号</td></tr></table></div>
<h1>{TITLE}</h1><div class="share">分享到：<a href="#">微信</a></div>
<div class="TRS_Editor">{body}
<table border="1"><tbody>{rows}</tbody></table></div>
<div class="related"><a href="/1">一图读懂：粮食安全行动方案，由市教育局牵头。</a></div>
<div class="footer">主办：云溪市人民政府办公室，承办：云溪市大数据中心。</div></body></html>
"""


def word_document() -> bytes:
    """A DOCX by python-docx, the sections numbered by Word, the table ruled and with merged cells."""
    document = docx.Document()
    for text in [*HEAD, *NOTICE]:
        document.add_paragraph(text)
    numbering = document.part.numbering_part.element
    level = numbering.find(f"{qn('w:abstractNum')}/{qn('w:lvl')}")
    abstract = level.getparent().get(qn("w:abstractNumId"))
    level.find(qn("w:numFmt")).set(qn("w:val"), "chineseCounting")
    level.find(qn("w:lvlText")).set(qn("w:val"), "%1、")
    instance = next(
        found
        for found in numbering.iterfind(qn("w:num"))
        if found.find(qn("w:abstractNumId")).get(qn("w:val")) == abstract
    )
    for text in SECTIONS:
        paragraph = document.add_paragraph(text[2:])
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = int(instance.get(qn("w:numId")))
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]), style="Table Grid")
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for first, last in MERGED:
        table.cell(*first).merge(table.cell(*last))
    return _saved(document)


def workbook() -> bytes:
    """An XLSX by openpyxl with the table, its title above it and a hidden draft beside it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务分工"
    sheet["A1"] = "粮食安全任务分工表"
    sheet.merge_cells("A1:E1")
    for row, cells in enumerate(ROWS, start=2):
        for column, text in enumerate(cells, start=1):
            sheet.cell(row, column, int(text) if text.isdigit() else text or None)
    for (top, left), (bottom, right) in MERGED:
        sheet.merge_cells(None, top + 2, left + 1, bottom + 2, right + 1)
    add_draft(book)
    return _saved(book)


def add_draft(book: openpyxl.Workbook) -> None:
    """A hidden sheet with a duty that must not be read."""
    draft = book.create_sheet("草稿")
    draft.append(["任务", "牵头单位"])
    draft.append(["建设学校", "市教育局"])
    draft.sheet_state = "hidden"


def pdf_document(path: Path) -> None:
    """A PDF by reportlab: wrapped paragraphs, a ruled table with merged cells, running heads, page numbers,
    on several small pages.
    """
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK"
    )
    heading = ParagraphStyle("heading", parent=body, fontSize=16, leading=26, alignment=1, firstLineIndent=0)
    flush = ParagraphStyle("flush", parent=body, firstLineIndent=0)
    right = ParagraphStyle("right", parent=body, alignment=2)
    styles = {
        TITLE: heading,
        HEAD[1]: heading,
        HEAD[2]: flush,
        NOTICE[1]: right,
        NOTICE[2]: right,
        PLAN: heading,
    }
    story: list[object] = [Paragraph(text, styles.get(text, body)) for text in PARAGRAPHS]
    spans = [("SPAN", first[::-1], last[::-1]) for first, last in MERGED]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTNAME", (0, 0), (-1, -1), "STSong-Light")]
    story.append(Table(ROWS, style=[*grid, *spans]))

    def frame(canvas: object, page: object) -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.drawCentredString(260, 20, f"— {page.page} —")
        canvas.drawString(60, 385, "云溪市人民政府公报")

    SimpleDocTemplate(str(path), pagesize=(520, 400), topMargin=50, bottomMargin=50).build(
        story, onFirstPage=frame, onLaterPages=frame
    )


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
