"""The blocks of a page of a PDF: lines of text and tables, from top to bottom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph_loaders.radicals import fold_radicals

_GAP = 1.5
"""White space of so many characters parts the cells of a table without rules."""
_FEWEST_CELLS = 3
_FEWEST_ROWS = 3
_SAME_LINE = 3
"""Points by which the letters of one line may differ in height."""

Grid = list[list[str]]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, its edges in points from the left, the size of its letters, its words with edges."""

    text: str
    left: float
    right: float
    top: float
    size: float
    words: tuple[tuple[str, float, float], ...] = ()


def read_page(page: Any) -> list[TextLine | Grid]:
    """What stands on a page of pdfplumber, in order of height: ruled tables, tables without rules, lines."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]
    text = page
    for table in tables:
        left, top, right, bottom = table.bbox
        within = (max(left, 0), max(top, 0), min(right, page.width), min(bottom, page.height))
        text = text.outside_bbox(within, strict=False)
    ruled: list[tuple[float, TextLine | Grid]] = [
        (
            table.bbox[1],
            [[fold_radicals(" ".join((cell or "").split())) for cell in row] for row in table.extract()],
        )
        for table in tables
    ]
    lines = sorted(_lines(text), key=lambda line: line.top)
    blocks = [(at, block) for at, block in _gather(lines)]
    page.close()
    return [block for _, block in sorted([*ruled, *blocks], key=lambda pair: pair[0])]


def _lines(page: Any) -> Iterator[TextLine]:
    words = page.extract_words(
        x_tolerance=2, y_tolerance=_SAME_LINE, keep_blank_chars=False, extra_attrs=["size"]
    )
    row: list[Any] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if row and word["bottom"] - row[0]["bottom"] > _SAME_LINE:
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def _line(words: Sequence[Any]) -> TextLine:
    ordered = sorted(
        ({**word, "text": fold_radicals(word["text"])} for word in words), key=lambda word: word["x0"]
    )
    text = ordered[0]["text"]
    for before, word in itertools.pairwise(ordered):
        latin = text[-1].isascii() and word["text"][0].isascii()
        far = word["x0"] - before["x1"] > word["size"] / 2
        text += (" " if latin or far else "") + word["text"]
    return TextLine(
        text,
        ordered[0]["x0"],
        ordered[-1]["x1"],
        min(word["top"] for word in ordered),
        max(word["size"] for word in ordered),
        tuple((word["text"], word["x0"], word["x1"]) for word in ordered),
    )


def _gather(lines: Sequence[TextLine]) -> Iterator[tuple[float, TextLine | Grid]]:
    """The lines, runs of lines that are rows of cells as tables."""
    run: list[TextLine] = []
    for line in [*lines, None]:
        if line is not None and len(_cells(line)) >= _FEWEST_CELLS:
            run.append(line)
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run[0].top, _grid(run)
        else:
            yield from ((found.top, found) for found in run)
        run = []
        if line is not None:
            yield line.top, line


def _cells(line: TextLine) -> list[tuple[str, float, float]]:
    """The pieces of a line between wide gaps, with their edges."""
    cells: list[tuple[str, float, float]] = []
    for text, left, right in line.words:
        if cells and left - cells[-1][2] < _GAP * line.size:
            cells[-1] = (cells[-1][0] + text, cells[-1][1], right)
        else:
            cells.append((text, left, right))
    return cells


def _grid(rows: Sequence[TextLine]) -> Grid:
    """The rows with a column for each stretch of the page's width that their cells cover together."""
    columns: list[tuple[float, float]] = []
    for _, left, right in sorted((cell for row in rows for cell in _cells(row)), key=lambda cell: cell[1:]):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    grid = []
    for row in rows:
        texts = [""] * len(columns)
        for text, left, _ in _cells(row):
            at = max(index for index, column in enumerate(columns) if column[0] <= left)
            texts[at] = " ".join(filter(None, (texts[at], text)))
        grid.append(texts)
    return grid
