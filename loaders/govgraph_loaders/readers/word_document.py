"""Word documents (DOCX): paragraphs with the numbers that Word makes, tables, text boxes, footnotes.

What was deleted under change tracking is left out and what was inserted is read: the document as it prints.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from govgraph_loaders.readers.grid import MOST_COLUMNS, SpanningCell, make_grid
from govgraph_loaders.readers.word_numbering import Numbering
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript
from govgraph_ontology.errors import DocumentSkipped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _ALTERNATIVE})
_WRAPPERS = frozenset(
    {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag"}
)
_TEXT_BOX = f"{_W}txbxContent"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(data: bytes, name: str) -> list[Source]:
    """One Source of the document, places being paragraphs and cells of tables by number.

    Raises DocumentSkipped where the file is damaged, encrypted or empty.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise DocumentSkipped(
            f"{name}: 不是完好的 Word 文档 (no intact DOCX): {error}; save it again in Word or LibreOffice"
        ) from error
    part = document.part
    numbering = Numbering(_part(part, RELATIONSHIP_TYPE.NUMBERING), _part(part, RELATIONSHIP_TYPE.STYLES))
    transcript = _Transcriber(numbering).read(document.element.body)
    for number, text in enumerate(_footnotes(part), start=1):
        transcript.add_paragraph(text, f"脚注{number}")
    if transcript.empty:
        raise DocumentSkipped(f"{name}: 文档里没有文字，可能是图片 (the document holds no text; pictures?)")
    return [transcript.source(name, hashlib.sha256(data).hexdigest(), "utf-8", MEDIA_TYPE, len(data))]


class _Transcriber:
    """Writes the blocks of a document, counting its paragraphs and tables as places."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._transcript = Transcript()
        self._paragraphs = 0
        self._tables = 0

    def read(self, body: Any) -> Transcript:
        """The whole body."""
        self._blocks(body)
        return self._transcript

    def _blocks(self, parent: Any) -> None:
        for element in _unwrapped(parent):
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._table(element)

    def _paragraph(self, element: Any) -> None:
        self._paragraphs += 1
        for line in self._line(element).split("\n"):
            self._transcript.add_paragraph(line, f"第{self._paragraphs}段")
        for box in element.iter(_TEXT_BOX):
            if not any(above.tag == _ALTERNATIVE for above in box.iterancestors()):
                self._blocks(box)

    def _table(self, element: Any) -> None:
        self._tables += 1
        rows = [row for row in _unwrapped(element) if row.tag == f"{_W}tr"]
        if all(sum(cell.tag == f"{_W}tc" for cell in _unwrapped(row)) < 2 for row in rows):
            for row in rows:  # a frame around text, as letterheads have it
                for cell in _unwrapped(row):
                    self._blocks(cell)
            return
        cells = [list(self._cells(row, f"第{self._tables}个表格第{at}行")) for at, row in enumerate(rows, 1)]
        for row in make_grid(cells):
            self._transcript.add_row(row)
        self._transcript.add_break()

    def _cells(self, row: Any, place: str) -> Iterator[SpanningCell]:
        """The cells of a row; those that a cell above spans are there too, and without text."""
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        yield from [SpanningCell("")] * (_count(before) if before is not None else 0)
        for number, cell in enumerate((found for found in _unwrapped(row) if found.tag == f"{_W}tc"), 1):
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            lines = [] if goes_on else [self._line(paragraph) for paragraph in cell.iter(f"{_W}p")]
            width = _count(cell.find(f"{_W}tcPr/{_W}gridSpan"))
            yield SpanningCell(" ".join(lines), 1, width, f"{place}第{number}格")

    def _line(self, paragraph: Any) -> str:
        text = _text(paragraph)
        return self._numbering.number(paragraph) + text if text.strip() else ""


def _text(paragraph: Any) -> str:
    """The text of a paragraph as it prints, without that of text boxes in it."""
    pieces: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag in _LEFT_OUT or child.tag == _TEXT_BOX:
                continue
            if child.tag == f"{_W}t":
                pieces.append(child.text or "")
            elif child.tag in _BREAKS:
                pieces.append(_BREAKS[child.tag])
            else:
                walk(child)

    walk(paragraph)
    return "".join(pieces)


def _unwrapped(parent: Any) -> Iterator[Any]:
    """The children, those of content controls and of insertions as if they stood there themselves."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield child


def _count(element: Any) -> int:
    value = element.get(f"{_W}val", "1") if element is not None else "1"
    return min(int(value), MOST_COLUMNS) if value.isdigit() else 1


def _part(part: Any, relation: str) -> Any:
    """The root element of the part that the document has by this relation, or None."""
    try:
        found = part.part_related_by(relation)
    except KeyError:
        return None
    return etree.fromstring(found.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _footnotes(part: Any) -> Iterator[str]:
    root = _part(part, RELATIONSHIP_TYPE.FOOTNOTES)
    for note in root.iterfind(f"{_W}footnote") if root is not None else ():
        if note.get(f"{_W}type") is None:  # separators have a type
            yield " ".join(_text(paragraph) for paragraph in note.iter(f"{_W}p"))
