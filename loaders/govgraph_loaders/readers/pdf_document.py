"""PDF with a text layer: lines joined to paragraphs, tables, without running heads and feet.

A line goes on in the next where it reaches the right margin and the next is not indented, as in every printed
document; across pages too.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from govgraph_loaders.readers.contents import Skipped
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.readers.pdf_page import TextLine, read_page
from govgraph_loaders.readers.pdf_tables import Grid, joined
from govgraph_loaders.readers.scanned_page import can_recognise, is_scan, read_scan
from govgraph_loaders.source import RECOGNISED, Source
from govgraph_loaders.transcript import Transcript, TranscriptCell
from govgraph_ontology.errors import DocumentSkipped

MEDIA_TYPE = "application/pdf"
_EDGE = 3
"""So many lines at the top and at the bottom of a page may be running heads and feet."""
_PAGE_NUMBER = re.compile(
    r"[-—–·•\s]{0,6}(?:第\s{0,2})?\d{1,4}(?:\s{0,2}页)?(?:[,，/\s]{0,3}共?\s{0,2}\d{1,4}\s{0,2}页?)?[-—–·•\s]{0,6}"
)
_FIGURES = re.compile(r"\d+")
_SLACK = 1.6
"""A line reaches the margin where room is left for fewer characters than this."""
_OPEN_SLACK = 4.0
"""So many where it stops in mid-sentence: no line begins with a closing mark or ends with an opening one."""
_ENDINGS = "。！？；：”）〕】》…"
_INDENT = 1.2
_MOST_INDENT = 8
_NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳●■◆·-]")
_DOCUMENT_NUMBER = re.compile(r"[〔\[［【(（]\d{4}[〕\]］】)）]\s?第?\d{1,4}\s?号$")
_HANGING_LEAST, _HANGING = 0.5, 4
_LONG_TITLE = 0.6
_TITLE_SPACING = 2.2
_ALIKE = 0.1
"""Letters whose sizes differ by less are equally large: those of scans are measured."""
_LONG_LINE = 12
"""Lines of so many characters tell the margins."""

_Pages = Sequence[Sequence[TextLine | Grid]]


def read_pdf(data: bytes, name: str, limits: Limits) -> list[Source | Skipped]:
    """One Source of the document, places being pages, and the scanned pages of it that cannot be read.

    Scans are read where the extra `ocr` is installed, and the places of what was recognised say so. Raises
    DocumentSkipped where the file is damaged, encrypted, too long, or nothing but scans that cannot be read.
    """
    pages, scans = _read_pages(data, name, limits)
    if not any(pages):
        raise DocumentSkipped(f"{name}: PDF 里没有文字，是扫描件 (a scan without text); {_mend()}")
    transcript = Transcript()
    joining = _Joining(transcript, {columns: _margins(pages, columns) for columns in (1, 2)})
    running = _running(pages)
    pages = _whole_tables([_without(running, blocks) for blocks in pages])
    for number, blocks in enumerate(pages, start=1):
        place = f"第{number}页" + (RECOGNISED if number in scans else "")
        for block in blocks:
            if isinstance(block, TextLine):
                joining.add(block, place)
                continue
            joining.end()
            for row in block:
                transcript.add_row([TranscriptCell(cell, place) for cell in row])
    joining.end()
    source = transcript.source(name, hashlib.sha256(data).hexdigest(), "utf-8", MEDIA_TYPE, len(data))
    return [source, *(_unread(f"{name}/第{number}页") for number in scans if not pages[number - 1])]


def _unread(name: str) -> Skipped:
    return Skipped(name, f"{name}: 没有文字层，是扫描页 (a scanned page without text); {_mend()}")


def _mend() -> str:
    if can_recognise():
        return "图中也没有认出文字 (no text was recognised in the picture either)"
    return "pip install 'govgraph[ocr]' reads scans; or recognise it with an OCR program first"


def _read_pages(data: bytes, name: str, limits: Limits) -> tuple[_Pages, list[int]]:
    """The blocks of each page, and the numbers of the pages that are scans, from 1."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > limits.pages:
                why = f"{len(pdf.pages)} 页，超过上限 {limits.pages} (more pages than allowed)"
                raise DocumentSkipped(f"{name}: {why}; split it, or allow more with --max-pages")
            pages, scans = [], []
            for page in pdf.pages:
                scans += [page.page_number] * is_scan(page)
                pages.append([] if is_scan(page) else read_page(page))
                page.close()
            if not any(pages):  # letters may be drawn as curves, which are no picture
                scans = list(range(1, len(pages) + 1))
            for number in scans if can_recognise() else ():
                pages[number - 1] = read_scan(pdf.pages[number - 1])
            return pages, scans
    except (DocumentSkipped, MemoryError):
        raise
    except Exception as error:  # pdfminer raises whatever a damaged file makes it stumble over
        locked = (
            isinstance(error, PdfminerException)
            and error.args
            and isinstance(error.args[0], PDFPasswordIncorrect)
        )
        if locked:
            raise DocumentSkipped(f"{name}: PDF 已加密 (encrypted); save it without a password") from error
        said = f"{type(error).__name__}: {error}"
        raise DocumentSkipped(
            f"{name}: 不是完好的 PDF (no intact PDF): {said}; print it to PDF again"
        ) from error


@dataclass
class _Joining:
    """Joins lines to paragraphs. `margins`: left and right, in points, by the number of columns."""

    transcript: Transcript
    margins: Mapping[int, tuple[float, float]]
    _text: str = ""
    _place: str = ""
    _first: TextLine | None = None
    _last: TextLine | None = None

    def add(self, line: TextLine, place: str) -> None:
        """A line goes on the paragraph that is open, or begins another."""
        if self._last is not None and (self._goes_on(self._last, line) or self._titles(self._last, line)):
            latin = self._text[-1:].isascii() and line.text[:1].isascii()
            self._text += (" " if latin else "") + line.text
        else:
            self.end()
            self._text, self._place, self._first = line.text, place, line
        self._last = line

    def end(self) -> None:
        """Put down the paragraph that is open."""
        self.transcript.add_paragraph(self._text, self._place)
        self._text, self._last = "", None

    def _goes_on(self, last: TextLine, line: TextLine) -> bool:
        """Whether the last line reaches the right margin and this one begins at the left one, or hangs below
        a number.
        """
        first = self._first or last
        left, right = self.margins[line.columns]
        if last.left > left + _MOST_INDENT * last.size:  # set to the right: a signature, a date
            return False
        if last.text[-1] in _ENDINGS and (_NUMBER.match(line.text) or _begins_alike(first, last, line)):
            return False
        indented = first.left > left + _INDENT * first.size
        open_ended = indented and last.text[-1] not in _ENDINGS and not _NUMBER.match(line.text)
        if last.right <= right - (_OPEN_SLACK if open_ended else _SLACK) * last.size:
            return False
        hangs = (
            _NUMBER.match(first.text)
            and _HANGING_LEAST * line.size < line.left - first.left < _HANGING * line.size
        )
        return line.left < left + _INDENT * line.size or bool(hangs)

    def _titles(self, last: TextLine, line: TextLine) -> bool:
        """Whether two lines are one centred title: equally large letters, the first long, both centred."""
        left, right = self.margins[line.columns]
        centre = (left + right) / 2
        near = [abs((found.left + found.right) / 2 - centre) < found.size for found in (last, line)]
        return (
            all(near)
            and not any("。" in found.text for found in (last, line))
            and _NUMBER.match(line.text) is None
            and _DOCUMENT_NUMBER.search(line.text) is None
            and abs(last.size - line.size) < _ALIKE * line.size
            and line.left > left + line.size
            and last.right - last.left > _LONG_TITLE * (right - left)
            and 0 < line.top - last.top < _TITLE_SPACING * line.size
        )


def _begins_alike(first: TextLine, last: TextLine, line: TextLine) -> bool:
    """Whether a line begins where a paragraph of one line does, which need not be the left margin: in a short
    document no paragraph may have a second line.
    """
    return first is last and abs(first.left - line.left) < _ALIKE * line.size


def _margins(pages: _Pages, columns: int) -> tuple[float, float]:
    """The leftmost edge at which long lines begin and the rightmost at which they end, in points.

    An edge counts where a second line comes within a character of it, so that a stray line does not.
    """
    every = [line for line in _lines(pages) if line.columns == columns]
    lines = [line for line in every if len(line.text) >= _LONG_LINE] or every
    if not lines:
        return 0.0, 0.0
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    lefts = sorted(line.left for line in lines)
    rights = sorted((line.right for line in lines), reverse=True)
    left = next((edge for edge, after in itertools.pairwise(lefts) if after - edge <= size), lefts[0])
    right = next((edge for edge, after in itertools.pairwise(rights) if edge - after <= size), rights[0])
    return left, right


def _lines(pages: _Pages) -> Iterator[TextLine]:
    return (block for blocks in pages for block in blocks if isinstance(block, TextLine))


def _running(pages: _Pages) -> set[str]:
    """What stands at the edge of more than half of the pages, figures apart, and all page numbers."""
    seen: Counter[str] = Counter()
    numbers: set[str] = set()
    for blocks in pages:
        edges = [
            block for at, block in enumerate(blocks) if isinstance(block, TextLine) and _at_edge(at, blocks)
        ]
        seen.update({_alike(line.text) for line in edges})
        numbers |= {_alike(line.text) for line in edges if _PAGE_NUMBER.fullmatch(line.text)}
    often = max(2, len(pages) // 2 + 1)
    return numbers | {text for text, count in seen.items() if count >= often}


def _without(running: Set[str], blocks: Sequence[TextLine | Grid]) -> list[TextLine | Grid]:
    """The blocks of a page without its running heads and feet."""
    return [
        block
        for index, block in enumerate(blocks)
        if not (isinstance(block, TextLine) and _at_edge(index, blocks) and _alike(block.text) in running)
    ]


def _whole_tables(pages: Sequence[list[TextLine | Grid]]) -> _Pages:
    """The pages, tables that go on from one to the next without repeated heads and cut rows."""
    first: Grid = []
    for before, after in itertools.pairwise(pages):
        last, following = before[-1:], after[:1]
        if not (last and following) or isinstance(last[0], TextLine) or isinstance(following[0], TextLine):
            first = []
            continue
        if not first or len(before) > 1:
            first = last[0]
        before[-1], after[0] = joined(first, last[0], following[0])
    return pages


def _at_edge(index: int, blocks: Sequence[TextLine | Grid]) -> bool:
    return index < _EDGE or index >= len(blocks) - _EDGE


def _alike(text: str) -> str:
    """The text with figures made one, so that page numbers do not tell lines apart."""
    return _FIGURES.sub("0", "".join(text.split()))
