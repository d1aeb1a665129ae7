"""Lists of contents: their entries are titles to look for, not text to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.model import Mark
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.numbering import match_marker
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, MAX_TITLE, is_standing_title, normal_title
from govgraph_ontology.vocabulary import load_vocabulary

_LEADERS = re.compile(r"(?:[.．·…⋯•‧。\-—_ ]{2,}|\t+[ ]*|[ ]{2,})[（(]?\d{1,4}[)）]?$")
_CATEGORY = re.compile(
    r"[【\[][^】\]]{2,20}[】\]]|[\u4e00-\u9fff]{0,10}(?:文件|任免|信息|选登|选载|摘登|要闻|大事记|解读|讲话|名单|规章)"
)
_TRAILING_NUMBER = re.compile(r"[（(](?P<number>[^（()）]{6,40}号)[)）]$")
_MAX_LINES = 400
_MAX_GAP = 12
_FEWEST_TITLES = 3


@dataclass(slots=True)
class Contents:
    """A list of contents: the lines that it takes (half-open), its entries, the number printed under an
    entry.
    """

    first: int
    last: int
    entries: list[Mark]
    numbers: dict[int, Mark]


def is_contents_heading(line: Line) -> bool:
    """Whether a line says 目录 or the like, and nothing else."""
    return line.kind == "text" and line.text in load_vocabulary("document_kinds")["contents"]


def find_contents(lines: Sequence[Line], source_text: str, first: int) -> Contents | None:
    """The list of contents whose heading is line `first`, or None where that line is no such heading.

    A list with page numbers ends after the last of them; one without ends where its first entry comes back.
    """
    if not is_contents_heading(lines[first]):
        return None
    collector = _Collector(source_text)
    paged_until, repeat = first, None
    for index in range(first + 1, min(len(lines), first + _MAX_LINES)):
        line = lines[index]
        if line.kind in {"blank", "furniture"}:
            collector.flush(paged=False)
            continue
        if collector.repeats(line.text):
            repeat = index if collector.unlisted is None else collector.unlisted
            break
        if (paged_until > first and index - paged_until > _MAX_GAP) or len(line.text) > MAX_TITLE:
            break
        if collector.add(line, index):
            paged_until = index
    collector.flush(paged=False)
    if paged_until > first:
        last = repeat if repeat is not None else paged_until + 1
        return Contents(first, last, *collector.result(paged_only=True))
    if repeat is not None:
        return Contents(first, repeat, *collector.result(paged_only=False))
    return _bare_list(lines, source_text, first)


def _bare_list(lines: Sequence[Line], source_text: str, first: int) -> Contents | None:
    """A list without page numbers whose documents are not all here: titles one below the other."""
    collector = _Collector(source_text)
    titles, last = 0, first
    for index in range(first + 1, min(len(lines), first + _MAX_LINES)):
        line = lines[index]
        if line.kind in {"blank", "furniture"}:
            continue
        if is_standing_title(line.text):
            collector.flush(paged=False)
            collector.add(line, index)
            collector.flush(paged=False)
            titles, last = titles + 1, index + 1
        elif not _CATEGORY.fullmatch(line.text) and not DOCUMENT_NUMBER.fullmatch(line.text.strip("（）()")):
            break
    return Contents(first, last, *collector.result(paged_only=False)) if titles >= _FEWEST_TITLES else None


class _Collector:
    """Puts the lines of a list together to entries."""

    def __init__(self, source_text: str) -> None:
        self._source = source_text
        self._pending: list[tuple[int, int]] = []
        self._entries: list[tuple[Mark, bool]] = []
        self._numbers: dict[int, Mark] = {}
        self.unlisted: int | None = None
        """The line that holds a second number below an entry: the letterhead of the first document."""

    def add(self, line: Line, index: int) -> bool:
        """Take in line `index`; whether it ends in a page number."""
        self.unlisted = None
        raw = self._source[line.start : line.end].rstrip()
        leader = _LEADERS.search(raw)
        body = raw[: leader.start()].rstrip(" .．·…\t") if leader else raw
        number = body.replace(" ", "").strip("（）()")
        if DOCUMENT_NUMBER.fullmatch(number):
            self.flush(paged=leader is not None)
            start = line.start + len(body) - len(body.lstrip("（( "))
            if len(self._entries) - 1 in self._numbers:
                self.unlisted = index
                return leader is not None
            self._numbers[len(self._entries) - 1] = Mark(number, start, line.start + len(body.rstrip("）) ")))
        else:
            if match_marker(line.text) is not None or self._pending_category():
                self.flush(paged=False)
            self._pending.append((line.start, line.start + len(body)))
            if leader:
                self.flush(paged=True)
        return leader is not None

    def _pending_category(self) -> bool:
        """Whether the line that waits to be gone on with is the name of a group of entries: 市政府文件."""
        if len(self._pending) != 1:
            return False
        start, end = self._pending[0]
        return bool(_CATEGORY.fullmatch(clean_text(self._source[start:end])))

    def flush(self, *, paged: bool) -> None:
        """End the entry under way. A number printed below an entry says that it is one, as a page number
        does.
        """
        if not self._pending:
            if paged and self._entries:
                self._entries[-1] = (self._entries[-1][0], True)
            return
        text = "".join(self._source[start:end] for start, end in self._pending)
        clean = clean_text(text).strip(" .．·…")
        number = _TRAILING_NUMBER.search(clean)
        if number is not None and DOCUMENT_NUMBER.fullmatch(number["number"]):
            clean = clean[: number.start()]
            start = self._pending[0][0] + max(0, text.rfind(number["number"][:2]))
            self._numbers[len(self._entries)] = Mark(number["number"], start, self._pending[-1][1])
        if len(normal_title(clean)) >= 2:
            self._entries.append((Mark(clean, self._pending[0][0], self._pending[-1][1]), paged))
        self._pending.clear()

    def repeats(self, text: str) -> bool:
        """Whether `text` is the first entry come back: the list is over and what it lists begins."""
        if len(self._entries) < 2 and not (self._entries and self._pending):
            return False
        return normal_title(text) in {normal_title(entry.text) for entry, _ in self._entries[:2]}

    def result(self, *, paged_only: bool) -> tuple[list[Mark], dict[int, Mark]]:
        """The entries, and the numbers printed under them by the index of the entry."""
        kept = [index for index, (_, paged) in enumerate(self._entries) if paged or not paged_only]
        places = {old: new for new, old in enumerate(kept)}
        numbers = {places[old]: mark for old, mark in self._numbers.items() if old in places}
        return [self._entries[index][0] for index in kept], numbers
