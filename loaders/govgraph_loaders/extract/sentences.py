"""Sentences of running text, cut where one is too long to be read forward and back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_END = re.compile(r"[。！？\n]")
_CLAUSE_ENDS = "，；、"
LONGEST = 1500
"""Characters after which a sentence is cut at the last clause, or there.

Official sentences are far shorter.
"""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


PlacedT = TypeVar("PlacedT", bound=_Placed)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences of `text[start:end]`, each with the mark that ends it."""
    first = start
    for match in _END.finditer(text, start, end):
        yield from _cut(text, first, match.end())
        first = match.end()
    if first < end:
        yield from _cut(text, first, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        limit = start + LONGEST
        stop = max(text.rfind(mark, start, limit) for mark in _CLAUSE_ENDS) + 1 or limit
        yield start, stop
        start = stop
    yield start, end


def within(found: Sequence[PlacedT], start: int, end: int) -> Sequence[PlacedT]:
    """Those of `found` (in order) that begin in `[start, end)`."""
    return found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]


def _start(placed: _Placed) -> int:
    return placed.start
