"""Invented documents as files of mixed formats, in the shares in which people have them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import docx
import openpyxl
from invented import cities, documents
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

FIRST_YEAR = 2023
FORMATS = ("html", "txt", "docx", "html", "pdf", "txt", "docx", "html", "xlsx", "txt", "pdf", "csv")
"""The formats of the files in turn."""

_NEXT_DOCUMENT = re.compile(r"\n\n(?=[\u4e00-\u9fff]{2,8}人民政府关于印发)")
_FONT = "STSong-Light"
_SHORTEST = 200
"""Characters of a document; the head of a gazette alone is none."""


def write_files(folder: Path, count: int) -> int:
    """Write `count` files to the folder, the same for the same number; the characters that they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    characters = 0
    for at, text in enumerate(itertools.islice(_texts(), count)):
        ending = FORMATS[at % len(FORMATS)]
        written = _WRITERS[ending](text)
        (folder / f"{at:04d}.{ending}").write_bytes(written)
        characters += len(text)
    return characters


def _texts() -> Iterator[str]:
    """Documents one by one: the parts of the gazettes, reports, papers on staff and budget."""
    for year in itertools.count(FIRST_YEAR):
        for city in cities(30):
            for _, text in documents(city, year):
                yield from (part for part in _NEXT_DOCUMENT.split(text) if len(part) > _SHORTEST)


def _blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Paragraphs, and tables as rows of cells."""
    lines = (line for line in text.split("\n") if line.strip())
    for tabular, group in itertools.groupby(lines, lambda line: "\t" in line):
        if tabular:
            yield [line.split("\t") for line in group]
        else:
            yield from group


def _as_text(text: str) -> bytes:
    return text.encode("gb18030") if len(text) % 3 == 0 else text.encode()


def _as_page(text: str) -> bytes:
    title = text.lstrip().split("\n", 1)[0]
    pieces = []
    for block in _blocks(text):
        if isinstance(block, str):
            pieces.append(f"<p>　　<span>{escape(block)}</span></p>")
        else:
            cells = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in block)
            pieces.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    links = "".join(f'<li><a href="{at}.html">第{at}条新闻的标题</a></li>' for at in range(20))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_云溪市人民政府</title>'
        f'<body><div class="nav"><ul>{links}</ul></div>'
        f'<div class="TRS_Editor">{"".join(pieces)}</div></body></html>'
    ).encode()


def _as_word(text: str) -> bytes:
    document = docx.Document()
    for block in _blocks(text):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        width = max(map(len, block))
        table = document.add_table(rows=len(block), cols=width, style="Table Grid")
        for row, cells in zip(table.rows, block, strict=True):
            for cell, value in zip(row.cells, cells, strict=False):
                cell.text = value
    return _saved(document)


def _as_pdf(text: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    flush = ParagraphStyle("cell", fontName=_FONT, fontSize=8, leading=11, wordWrap="CJK")
    body = ParagraphStyle("body", parent=flush, fontSize=12, leading=20, firstLineIndent=24)
    story: list[object] = []
    for block in _blocks(text):
        if isinstance(block, str):
            story.append(Paragraph(escape(block), body))
        else:
            rows = [[Paragraph(escape(cell), flush) for cell in row] for row in block]
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=True).build(story)
    return file.getvalue()


def _as_workbook(text: str) -> bytes:
    book = openpyxl.Workbook()
    for block in _blocks(text):
        for row in [[block]] if isinstance(block, str) else block:
            book.active.append(row)
    return _saved(book)


def _as_csv(text: str) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    for block in _blocks(text):
        writer.writerows([[block]] if isinstance(block, str) else block)
    return file.getvalue().encode("utf-8-sig")


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_WRITERS = {
    "txt": _as_text,
    "html": _as_page,
    "docx": _as_word,
    "pdf": _as_pdf,
    "xlsx": _as_workbook,
    "csv": _as_csv,
}
