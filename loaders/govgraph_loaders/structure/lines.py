"""Physical lines of a source, and what each of them is by itself."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.source import Source
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_MARKDOWN_LEAD = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]+|[-*+•●■▲][ \t]+)+")
_SHORTEST_ROW = 3
_CELLS_WITHOUT_EDGE = 3
_PIPE_RULE = re.compile(r"\|?[ \t]*:?-{2,}[-:| \t]*")
_PAGE_NUMBER = re.compile(
    r"[-—–·•.\s]{0,6}(?:第\s{0,2})?\d{1,4}(?:\s{0,2}页)?(?:[\s,，/]{0,3}共\s{0,2}\d{1,4}\s{0,2}页)?[-—–·•.\s]{0,6}"
    r"|(?:[-—–]\s{0,2})?\d{1,4}\s?/\s?\d{1,4}\s{0,2}[-—–]"
)
_LONGEST_CELL = 60
_RUNNING = "。，；：！？"
_TERMINAL = "。！？；：”）〕】》…"


@dataclass(slots=True)
class Line:
    """One line: source span of its content without indent, bullet and heading marks, and its clean text.

    `kind`: `blank`, `row` (of a table), `furniture` (page number, running header, navigation) or `text`.
    """

    start: int
    end: int
    text: str
    kind: str

    @property
    def running(self) -> bool:
        """Whether the line reads as running text rather than as a heading, a name or a date."""
        return len(self.text) >= 40 or any(mark in self.text for mark in _RUNNING)

    @property
    def complete(self) -> bool:
        """Whether the line ends where a paragraph may end."""
        return not self.text or self.text[-1] in _TERMINAL

    @property
    def has_marker(self) -> bool:
        """Whether the line starts with the number of a section."""
        return match_marker(self.text) is not None


def read_lines(source: Source) -> list[Line]:
    """The lines of `source`, furniture marked as such."""
    spans = list(_spans(source))
    lines = [_read_line(source.text, start, end) for start, end in spans]
    _adopt_rows(lines, spans, source.text)
    _mark_running_headers(lines)
    return lines


def _spans(source: Source) -> Iterator[tuple[int, int]]:
    starts = [*source.line_starts, len(source.text) + 1]
    for start, following in itertools.pairwise(starts):
        yield start, following - 1


def _adopt_rows(lines: list[Line], spans: list[tuple[int, int]], text: str) -> None:
    """Beside a row, a line with a tab at its edge alone is a row too: its other cells are empty or merged."""
    for index, (start, end) in enumerate(spans):
        line = lines[index]
        if line.kind != "text" or "\t" not in text[start:end] or len(line.text) > _LONGEST_CELL:
            continue
        beside = (lines[index - 1] if index else None, lines[index + 1] if index + 1 < len(lines) else None)
        if any(found is not None and found.kind == "row" for found in beside):
            stop = end - 1 if text[start:end].endswith("\r") else end
            lines[index] = Line(start, stop, clean_text(text[start:stop], keep_spaces=True), "row")


def _read_line(text: str, start: int, end: int) -> Line:
    # A table row keeps its outer tabs: they are empty cells.
    while end > start and text[end - 1] in "\r ":
        end -= 1
    raw = text[start:end]
    if _has_cells(raw) or _is_pipe_row(raw):
        kind = "furniture" if _PIPE_RULE.fullmatch(raw.strip()) else "row"
        return Line(start, end, clean_text(text[start:end], keep_spaces=True), kind)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    lead = _MARKDOWN_LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    clean = clean_text(text[start:end])
    return Line(start, end, clean, "blank" if not clean else "furniture" if _is_furniture(clean) else "text")


def _has_cells(text: str) -> bool:
    """Whether a tab parts the line; one at its end parts nothing, several there are cells that are empty."""
    if "\t" not in text:
        return False
    body = text.strip()
    return "\t" in body or (bool(body) and text.count("\t", text.index(body) + len(body)) > 1)


def _is_pipe_row(text: str) -> bool:
    """A row ends with a pipe and begins with one; three cells and more may leave the first one out."""
    stripped = text.strip()
    if len(stripped) < _SHORTEST_ROW or stripped[-1] != "|":
        return False
    return stripped.count("|") > 1 if stripped[0] == "|" else stripped.count("|") >= _CELLS_WITHOUT_EDGE


def _is_furniture(text: str) -> bool:
    lines, openings = _furniture()
    return text in lines or text.startswith(openings) or _PAGE_NUMBER.fullmatch(text) is not None


@cache
def _furniture() -> tuple[frozenset[str], tuple[str, ...]]:
    """Lines that are furniture, and what such lines begin with."""
    words = load_vocabulary("furniture")
    return frozenset(words["lines"]), tuple(words["openings"])


def _mark_running_headers(lines: list[Line]) -> None:
    """A short line that comes back on page after page, alone between blanks, is a header or footer of the
    page.
    """
    words = load_vocabulary("furniture")
    alone = [
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if line.kind == "text" and before.kind != "text" and after.kind != "text" and len(line.text) <= 30
    ]
    counts = Counter(line.text for line in alone)
    seen: set[str] = set()
    for line in alone:
        if counts[line.text] < words["running_header_repeats"] or line.has_marker:
            continue
        if not any(word in line.text for word in words["running_header_words"]):
            continue
        if line.text in seen:
            line.kind = "furniture"
        seen.add(line.text)
