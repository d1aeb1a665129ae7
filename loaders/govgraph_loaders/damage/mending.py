"""Mending: a text of the same length in which damage whose reading is certain is mended.

What is dropped is a filler, which the clean view leaves out, so that every offset in the mended text is one
in the source, and no reader of lines, tables or sentences has to know of damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from govgraph_loaders.damage.characters import find_characters
from govgraph_loaders.damage.digits import find_digits
from govgraph_loaders.damage.doubled_words import find_doubled
from govgraph_loaders.damage.fault import Fault
from govgraph_loaders.damage.foreign_words import find_foreign
from govgraph_loaders.damage.page_furniture import find_page_furniture
from govgraph_loaders.damage.spam import find_spam

FILLER = "\u2060"
"""Word joiner: no width, no meaning, in no text that people write, and dropped by the clean view."""

Finder = Callable[[str], Iterator[Fault]]

_WORDS: tuple[Finder, ...] = (find_spam, find_page_furniture, find_foreign, find_doubled, find_digits)
"""Sought in the text with its characters mended; where two overlap the one that begins first counts."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended text, as long as the one that it was made of, and its faults in order."""

    text: str
    faults: tuple[Fault, ...] = ()


def mend(text: str) -> Mended:
    """Find what is damaged and mend what is certain; a text without damage comes back as it is."""
    signs = _apart(find_characters(text))
    plain = _put(text, signs)
    words = _apart(fault for find in _WORDS for fault in find(plain))
    return Mended(_put(plain, words), tuple(sorted([*signs, *words], key=_place)))


def _apart(faults: Iterable[Fault]) -> list[Fault]:
    """The faults in order, without those that overlap an earlier one."""
    kept: list[Fault] = []
    for fault in sorted(faults, key=_place):
        if not kept or fault.start >= kept[-1].end:
            kept.append(fault)
    return kept


def _place(fault: Fault) -> tuple[int, int, str]:
    return fault.start, -fault.end, fault.kind


def _put(text: str, faults: Iterable[Fault]) -> str:
    pieces: list[str] = []
    position = 0
    for fault in faults:
        if fault.reading is not None:
            pieces += [text[position : fault.start], fault.reading.ljust(fault.end - fault.start, FILLER)]
            position = fault.end
    return "".join([*pieces, text[position:]]) if pieces else text
