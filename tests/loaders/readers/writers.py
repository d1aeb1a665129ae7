"""What writes a layout as a file: python-docx, reportlab, openpyxl, xlsxwriter, xlwt, csv, and HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

import docx
import openpyxl
import xlsxwriter
import xlwt
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

from loaders.readers import written
from loaders.readers.layouts import Block, Layout, Value

_FONT = "STSong-Light"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
"""What Word numbers a heading of each level with."""


def word(layout: Layout) -> bytes:
    """A DOCX by python-docx: headings numbered by Word, footnotes, text boxes, rows that head every page."""
    document = docx.Document()
    numbering = 0
    notes: list[str] = []
    last: WordParagraph | None = None
    for block in layout.blocks:
        if block.kind == "table":
            _word_table(document, block)
        elif block.kind == "note" and last is not None:
            notes.append(block.text)
            last._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{len(notes)}"/></w:r>'))
        elif block.kind == "box" and last is not None:
            last._p.append(_box(block.text))
        elif block.kind == "heading":
            _, _, words = block.text.partition(_mark(block))
            last = document.add_paragraph(words)
            properties = last._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = block.level
            properties.get_or_add_numId().val = numbering
        else:
            numbering = _numbering(document, numbering) if block.kind == "title" else numbering
            last = document.add_paragraph(block.text)
            last.alignment = {"title": 1, "number": 1, "right": 2}.get(block.kind)
    section = document.sections[0]
    section.header.paragraphs[0].text = layout.running
    if layout.columns > 1:
        section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="{layout.columns}" w:space="720"/>'))
    if notes:
        written = "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:footnote>'
            for at, text in enumerate(notes, 1)
        )
        blob = f"<w:footnotes {nsdecls('w')}>{written}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return _saved(document)


def _mark(block: Block) -> str:
    """The number that a heading begins with."""
    return block.text[: next(at for at, letter in enumerate(block.text, 1) if letter in "、）.")]


def _numbering(document: Any, before: int) -> int:
    """A numbering of three levels that begins anew, added to those that there are; its number."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(_LEVELS)
    )
    number = before + 1 if before else 90
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(kind))
    instance = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    root.append(parse_xml(instance))
    return number


def _box(text: str) -> Any:
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        '<v:shape style="width:240pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
        f"<w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def _word_table(document: Any, block: Block) -> None:
    rows = block.shown
    table: WordTable = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for row in table.rows[: block.head]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for first, last in block.merged:
        merged = table.cell(*first).merge(table.cell(*last))
        for empty in [one for one in merged.paragraphs if not one.text][:-1]:
            empty._p.getparent().remove(empty._p)
    assert all(cell.find(qn("w:p")) is not None for cell in table._tbl.iter(qn("w:tc")))


def page(layout: Layout) -> bytes:
    """A page as a content system writes it, with rules that print its article alone."""
    pieces = []
    for block in layout.blocks:
        if block.kind == "table":
            pieces.append(_html_table(block))
        elif block.kind == "title":
            pieces.append(f"<h2>{escape(block.text)}</h2>")
        elif block.kind != "note":
            pieces.append(f'<p class="{block.kind}">{escape(block.text)}</p>')
    notes = [f"<p>{escape(block.text)}</p>" for block in layout.blocks if block.kind == "note"]
    style = (
        "@media print{.nav{display:none}} td{border:1px solid;vertical-align:top}"
        "table{border-collapse:collapse}"
        "p{margin:6px 0;text-indent:2em;text-align:justify}h2,.number{text-align:center;text-indent:0}"
        ".right{text-align:right} thead{display:table-header-group}"
        f".TRS_Editor{{column-count:{layout.columns};column-gap:36px}}"
    )
    title = next(block.text for block in layout.blocks if block.kind == "title")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head>"
        '<body><div class="nav"><ul><li><a href="/">首页</a></li></ul></div>'
        f'<div class="TRS_Editor">{"".join(pieces + notes)}</div></body></html>'
    ).encode()


def _html_table(block: Block) -> str:
    rows = []
    for at, cells in enumerate(block.shown):
        written = "".join(
            f'<td rowspan="{down}" colspan="{across}"><p>{escape(cells[column])}</p></td>'
            for column, down, across in _standing(block, at)
        )
        rows.append(f"<tr>{written}</tr>")
    head, body = "".join(rows[: block.head]), "".join(rows[block.head :])
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


def _standing(block: Block, row: int) -> Iterator[tuple[int, int, int]]:
    """Column, rows and columns of the cells of a row that no other covers."""
    spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in block.merged}
    covered = {
        (down, across)
        for (top, left), (bottom, right) in block.merged
        for down in range(top, bottom + 1)
        for across in range(left, right + 1)
        if (down, across) != (top, left)
    }
    for column in range(len(block.rows[row])):
        if (row, column) not in covered:
            yield column, *spans.get((row, column), (1, 1))


def pdf(layout: Layout) -> bytes:
    """A PDF by reportlab: justified paragraphs, ruled tables that repeat their head, running heads and page
    numbers, columns.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    flush = ParagraphStyle("flush", fontName=_FONT, fontSize=10.5, leading=17, wordWrap="CJK")
    body = ParagraphStyle("body", parent=flush, firstLineIndent=21)
    styles = {
        "title": ParagraphStyle("title", parent=flush, fontSize=15, leading=24, alignment=1),
        "number": ParagraphStyle("number", parent=flush, alignment=1),
        "right": ParagraphStyle("right", parent=flush, alignment=2),
    }
    story: list[Any] = []
    for block in layout.blocks:
        if block.kind == "table":
            spans = [("SPAN", first[::-1], last[::-1]) for first, last in block.merged]
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
            cells = [[Paragraph(escape(text), flush) for text in row] for row in block.shown]
            width = 440 / len(cells[0])
            story.append(
                Table(cells, style=[*grid, *spans], repeatRows=block.head, colWidths=[width] * len(cells[0]))
            )
        elif block.kind != "note":
            story.append(Paragraph(escape(block.text), styles.get(block.kind, body)))
    story += [Paragraph(escape(block.text), body) for block in layout.blocks if block.kind == "note"]

    def frame(canvas: Any, drawn: Any) -> None:
        canvas.setFont(_FONT, 9)
        canvas.drawString(75, 800, layout.running)
        canvas.drawCentredString(297, 30, f"- {drawn.page} -")

    width = 450 / layout.columns
    frames = [
        Frame(72 + at * width, 60, width - 12 * (layout.columns - 1), 720 if layout.columns == 1 else 330)
        for at in range(layout.columns)
    ]
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=(595, 842), invariant=True)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=frame))
    document.build(story)
    return file.getvalue()


def workbook(layout: Layout) -> bytes:
    """An XLSX by openpyxl, with a hidden draft beside it."""
    book = openpyxl.Workbook()
    sheet = book.active
    at = 1
    for block in layout.blocks:
        for row in block.rows or [[block.text]]:
            for column, cell in enumerate(row, 1):
                if cell:
                    found = sheet.cell(at, column, cell.held if isinstance(cell, Value) else cell)
                    found.number_format = cell.format if isinstance(cell, Value) else "General"
            at += 1
        for (top, left), (bottom, right) in block.merged:
            first = at - len(block.rows)
            sheet.merge_cells(None, first + top, left + 1, first + bottom, right + 1)
    written.add_draft(book)
    return _saved(book)


def other_workbook(layout: Layout) -> bytes:
    """An XLSX by xlsxwriter."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("目标")
        for at, column, cell, span in _cells(layout):
            kind = book.add_format({"num_format": cell.format} if isinstance(cell, Value) else {})
            if span:
                sheet.merge_range(at, column, *span, cell, kind)
            elif isinstance(cell, Value) and isinstance(cell.held, date):
                sheet.write_datetime(at, column, cell.held, kind)
            elif cell:
                sheet.write(at, column, cell.held if isinstance(cell, Value) else cell, kind)
        book.add_worksheet("草稿").hide()
    return file.getvalue()


def old_workbook(layout: Layout) -> bytes:
    """An XLS by xlwt."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("目标")
    for at, column, cell, span in _cells(layout):
        style = xlwt.easyxf(num_format_str=cell.format if isinstance(cell, Value) else "General")
        if span:
            bottom, right = span
            sheet.write_merge(at, bottom, column, right, cell, style)
        elif cell:
            sheet.write(at, column, cell.held if isinstance(cell, Value) else cell, style)
    return _saved(book)


def _cells(layout: Layout) -> Iterator[tuple[int, int, str | Value, tuple[int, int] | None]]:
    """Row, column and content of each cell from the top, counted from 0; where it is merged, its last row and
    column.
    """
    at = 0
    for block in layout.blocks:
        spans = {(at + top, left): (at + bottom, right) for (top, left), (bottom, right) in block.merged}
        for row in block.rows or [[block.text]]:
            for column, cell in enumerate(row):
                yield at, column, cell, spans.get((at, column))
            at += 1


def commas(layout: Layout) -> bytes:
    """A CSV as spreadsheets save it."""
    file = io.StringIO()
    writer = csv.writer(file)
    for block in layout.blocks:
        writer.writerows(block.shown or [[block.text]])
    return file.getvalue().encode("utf-8-sig")


WRITERS: Mapping[str, tuple[str, Callable[[Layout], bytes]]] = {
    "HTML": ("html", page),
    "DOCX (python-docx)": ("docx", word),
    "PDF (reportlab)": ("pdf", pdf),
    "XLSX (openpyxl)": ("xlsx", workbook),
    "XLSX (xlsxwriter)": ("xlsx", other_workbook),
    "XLS (xlwt)": ("xls", old_workbook),
    "CSV": ("csv", commas),
}
"""The ending of the file and what writes it."""


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
