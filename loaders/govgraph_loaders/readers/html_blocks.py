"""The blocks of a web page: paragraphs and rows of tables, with the XPath of the element of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.readers.grid import SpanningCell, make_grid
from govgraph_loaders.readers.html_furniture import Element
from govgraph_loaders.transcript import Transcript, TranscriptCell
from govgraph_ontology.vocabulary import load_vocabulary

_PATH = "data-govgraph-xpath"

_CELLS = ("td", "th")
_LONG_CELL = 200
"""A table with a cell of several paragraphs longer than this lays out a page and is no table of data."""


def remember_paths(root: Element) -> None:
    """Keep with each element its XPath in the page as it is, before anything is taken out of it."""
    root.set(_PATH, f"/{root.tag}")
    for parent in root.iter():
        if not isinstance(parent.tag, str):
            continue
        alike: Counter[str] = Counter(child.tag for child in parent if isinstance(child.tag, str))
        seen: Counter[str] = Counter()
        for child in parent:
            if isinstance(child.tag, str):
                seen[child.tag] += 1
                number = f"[{seen[child.tag]}]" if alike[child.tag] > 1 else ""
                child.set(_PATH, f"{parent.get(_PATH)}/{child.tag}{number}")


def path_of(element: Element) -> str:
    """The XPath that `remember_paths` kept."""
    return str(element.get(_PATH, ""))


@cache
def _blocks() -> frozenset[str]:
    return frozenset(load_vocabulary("web_pages")["blocks"]["tags"])


def blocks_of(element: Element) -> Iterator[tuple[str, str]]:
    """The lines and cells of an element with the XPath of each, tables of data like any others; the pieces of
    a line that stand in elements of their own are apart.
    """
    for found in element.iter():
        for text, holder in (
            (found.text, found),
            (found.tail if found is not element else "", found.getparent()),
        ):
            if text and text.strip():
                yield " ".join(text.split()), path_of(holder)


def add_blocks(transcript: Transcript, element: Element) -> None:
    """Add the paragraphs and tables of the element to the transcript, in their order."""
    waiting: list[str] = []
    place = ""

    def flush() -> None:
        transcript.add_paragraph("".join(waiting), place)
        waiting.clear()

    def take(text: str | None, block: Element) -> None:
        nonlocal place
        if text and (waiting or text.strip()):
            if not waiting:
                place = path_of(block)
            waiting.append(text)

    def walk(current: Element, block: Element) -> None:
        if current.tag in _blocks():
            flush()
            block = current if current.tag != "br" else block
        if current.tag == "table" and is_data(current):
            for row in _rows(current):
                transcript.add_row(row)
            transcript.add_break()
            return
        take(current.text, block)
        for child in current:
            walk(child, block)
            take(child.tail, block)
        if current.tag in _blocks():
            flush()

    walk(element, element)
    flush()


def is_data(table: Element) -> bool:
    """Whether a table holds data: several columns, and no cell that is a page of its own."""
    cells = list(_own_cells(table))
    if len(cells) < 2 or all(len(list(_cells_of(row))) < 2 for row in _own_rows(table)):
        return False
    for cell in cells:
        paragraphs = sum(
            1 for found in cell.iter("p", "div", "table", "li") if (found.text_content() or "").strip()
        )
        if cell.find(".//table") is not None or (paragraphs > 3 and len(cell.text_content()) > _LONG_CELL):
            return False
    return True


def _rows(table: Element) -> list[list[TranscriptCell]]:
    return make_grid(
        [
            SpanningCell(_cell_text(cell), _span(cell, "rowspan"), _span(cell, "colspan"), path_of(cell))
            for cell in _cells_of(row)
        ]
        for row in _own_rows(table)
    )


def _own_rows(table: Element) -> Iterator[Element]:
    """The rows of the table itself, not of tables in its cells; head first, foot last as written."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells_of(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag in _CELLS)


def _own_cells(table: Element) -> Iterator[Element]:
    return (cell for row in _own_rows(table) for cell in _cells_of(row))


def _cell_text(cell: Element) -> str:
    """The text of a cell, its lines parted by spaces."""
    pieces: list[str] = []
    for found in cell.iter():
        if found is not cell and found.tag in _blocks():
            pieces.append(" ")
        pieces.append(found.text or "")
        if found is not cell:
            if found.tag in _blocks():
                pieces.append(" ")
            pieces.append(found.tail or "")
    return "".join(pieces)


def _span(cell: Element, name: str) -> int:
    """rowspan or colspan; 1 where it is none. A rowspan of 0 means: to the end (HTML Standard, 4.9.11)."""
    value = cell.get(name, "1").strip()
    if not value.isascii() or not value.isdigit():
        return 1
    return int(value[:6]) or (10_000 if name == "rowspan" else 1)
