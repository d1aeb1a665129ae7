"""What tells editions of one title apart: their numbers, and the years of these or of issue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from govgraph import scopes
from govgraph.keys import NOTHING, Key
from govgraph_loaders.structure.titles import numbers_differ

_NUMBERED = re.compile("(?<=〕)第(?=[0-9]+号)")  # 〔2023〕第5号 is 〔2023〕5号 (GB/T 9704-2012, 7.2.5)
_ORDER = "令"
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Marks(NamedTuple):
    """What tells an edition: its numbers, and the years of these, else of its issue."""

    numbers: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()


def plain(number: str) -> str:
    """A document number in the form in which it is compared. 第 is no part of it, but for orders (令)."""
    bare = scopes.fold(number)
    return bare if _ORDER in bare.partition("〔")[0] else _NUMBERED.sub("", bare)


def is_anybodys(document: Key, aliases: Iterable[str] = ()) -> bool:
    """Whether the title names no place, nor an organ or a law of the nation: many may give it."""
    place, title = document.parts
    is_law = title.endswith(scopes.LAWS) and not title.endswith(scopes.NO_LAWS)
    is_national = any(name.startswith(scopes.NATIONAL) for name in (title, *aliases))
    return place == NOTHING and not is_law and not is_national


def told_apart(document: Key, marks: Iterable[Marks]) -> list[frozenset[Marks]]:
    """The editions, each by the marks of its printings and citations."""
    editions: list[set[Marks]] = []
    for found in sorted(filter(any, marks), key=lambda each: (sorted(each.years), sorted(each.numbers))):
        fitting = [edition for edition in editions if _are_one(document, found, edition)]
        if len(fitting) == 1:
            fitting[0].add(found)
        else:
            editions.append({found})
    return [frozenset(edition) for edition in editions]


def _are_one(document: Key, found: Marks, edition: Iterable[Marks]) -> bool:
    """Whether the marks may be those of the edition: a number in common, or of one place and year, and no
    numbers that contradict each other.
    """
    numbers = {number for marks in edition for number in marks.numbers}
    if found.numbers & numbers:
        return True
    differ = any(numbers_differ(one, other) for one in found.numbers for other in numbers)
    years = {year for marks in edition for year in marks.years}
    return not differ and not is_anybodys(document) and bool(found.years & years)


def year_of(number: str) -> str:
    found = _YEAR.search(number)
    return found[0] if found else ""
