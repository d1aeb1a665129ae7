"""The blocks of a page of a PDF: lines of text and tables, from top to bottom."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govgraph_loaders.radicals import fold_radicals
from govgraph_loaders.readers.pdf_columns import Part, columns_of
from govgraph_loaders.readers.pdf_tables import Grid, on_page, ruled_grid

_FEWEST_CELLS = 3
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Spacing:
    """`same_line`: points by which the letters of one line may differ in height; `gap`: white space of so
    many characters parts the cells of a table without rules.
    """

    same_line: float
    gap: float


_WRITTEN = Spacing(same_line=3, gap=1.5)
_RAISED = 0.8
_LONGEST_MARK = 2
_SLOPE = 0.3
"""So much of their size letters of two scripts in one line may differ in height."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, its edges in points from the left, the size of its letters, its words with edges, and
    into how many columns the page is set where it stands; edges are those of the first column.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    words: tuple[tuple[str, float, float], ...] = ()
    columns: int = 1


def read_page(page: Any) -> list[TextLine | Grid]:
    """What stands on a page of pdfplumber, in order of height: ruled tables, tables without rules, lines."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]
    text = page
    for table in tables:
        text = text.outside_bbox(on_page(table.bbox, page), strict=False)
    ruled: list[tuple[float, TextLine | Grid]] = [
        (table.bbox[1], ruled_grid(table, page)) for table in tables
    ]
    words = text.extract_words(
        x_tolerance=2, y_tolerance=_WRITTEN.same_line, keep_blank_chars=False, extra_attrs=["size"]
    )
    words = [word for word in words if not _is_mark(word, words)]
    if not ruled and (halves := columns_of(words)):
        return [block for half in halves for block in _in_columns(half)]
    blocks = [*ruled, *_blocks(words, _WRITTEN)]
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _is_mark(word: Any, words: Iterable[Any]) -> bool:
    """Whether a word is the small raised number of a footnote; behind a letter it is a power (km²)."""
    if not word["text"].isdigit() or len(word["text"]) > _LONGEST_MARK:
        return False
    beside = (
        (other["text"][-1] if other["x0"] < word["x0"] else "")
        for other in words
        if other["size"] * _RAISED > word["size"]
        and other["top"] - _RAISED < word["top"] < word["bottom"] < other["bottom"] - _RAISED
        and min(abs(other["x1"] - word["x0"]), abs(other["x0"] - word["x1"])) < _RAISED
    )
    return any(not (letter.isascii() and letter.isalpha()) for letter in beside)


def blocks_of(words: Iterable[Any], spacing: Spacing) -> list[TextLine | Grid]:
    """Lines, and tables without rules, that the words make, from top to bottom."""
    return [block for _, block in _blocks(words, spacing)]


def _blocks(words: Iterable[Any], spacing: Spacing) -> Iterator[tuple[float, TextLine | Grid]]:
    """The blocks with the points from the top at which they begin."""
    lines = sorted(_lines(words, spacing.same_line), key=lambda line: line.top)
    return _gather(lines, spacing.gap)


def _in_columns(part: Part) -> Iterator[TextLine]:
    lines = sorted(_lines(part.words, _WRITTEN.same_line), key=lambda line: line.top)
    return (replace(line, columns=part.columns) for line in lines)


def _lines(words: Iterable[Any], same_line: float) -> Iterator[TextLine]:
    row: list[Any] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if row and word["bottom"] - row[0]["bottom"] > max(same_line, _SLOPE * word["size"]):
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


def _gather(lines: Sequence[TextLine], gap: float) -> Iterator[tuple[float, TextLine | Grid]]:
    """The lines, runs of lines that are rows of cells as tables."""
    run: list[TextLine] = []
    for line in [*lines, None]:
        if line is not None and len(_cells(line, gap)) >= _FEWEST_CELLS:
            run.append(line)
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run[0].top, _grid([_cells(row, gap) for row in run])
        else:
            yield from ((found.top, found) for found in run)
        run = []
        if line is not None:
            yield line.top, line


def _cells(line: TextLine, gap: float) -> list[tuple[str, float, float]]:
    """The pieces of a line between wide gaps, with their edges."""
    cells: list[tuple[str, float, float]] = []
    for text, left, right in line.words:
        if cells and left - cells[-1][2] < gap * line.size:
            cells[-1] = (cells[-1][0] + text, cells[-1][1], right)
        else:
            cells.append((text, left, right))
    return cells


def _grid(rows: Sequence[Sequence[tuple[str, float, float]]]) -> Grid:
    """The rows with a column for each stretch of the page's width that their cells cover together."""
    columns: list[tuple[float, float]] = []
    for _, left, right in sorted((cell for row in rows for cell in row), key=lambda cell: cell[1:]):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    grid = []
    for row in rows:
        texts = [""] * len(columns)
        for text, left, _ in row:
            at = max(index for index, column in enumerate(columns) if column[0] <= left)
            texts[at] = " ".join(filter(None, (texts[at], text)))
        grid.append(texts)
    return grid
