"""Pages that are set in two columns: first all of the left one, then all of the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_FEWEST_LINES = 4
"""So many lines must fill each column for a page to have columns."""
_FILLED = 0.7
_SHORTEST = 8
"""Characters of a line that fills a column; cells of a table hold fewer."""
_MIDDLE = (0.35, 0.65)
"""The share of the width of the text within which the space between the columns lies."""
_ACROSS = 0.2
"""The share of the words, each a line or a part of one, that may lie across that space: titles, heads."""
_HALF_SPACE = 4
"""Points on each side of the middle of that space in which nothing else stands."""
_STEP = 2
_SAME_LINE = 4
"""Points by which the words of a line may differ in height."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of pdfplumber that are read together, in `columns` columns; those of a right column are shifted
    to where the left one stands, so that all lines of it have the same margins.
    """

    words: Sequence[Any]
    columns: int


def columns_of(words: Sequence[Any]) -> list[Part]:
    """The parts of a page in the order of reading; none where it is not set in two columns."""
    if not words:
        return []
    left, right = min(word["x0"] for word in words), max(word["x1"] for word in words)
    space = _space(words, left, right)
    across = [word for word in words if _crosses(word, space)]
    lefts = [word for word in words if word["x1"] <= space - _HALF_SPACE]
    rights = [word for word in words if word["x0"] >= space + _HALF_SPACE]
    if (
        len(across) > _ACROSS * len(words)
        or _filling(lefts, space - left) < _FEWEST_LINES
        or _filling(rights, right - space) < _FEWEST_LINES
    ):
        return []
    shift = min(word["x0"] for word in rights) - min(word["x0"] for word in lefts)
    return list(_parts(words, space, shift))


def _space(words: Sequence[Any], left: float, right: float) -> float:
    """The middle of the space between columns: where the fewest words lie across."""
    low, high = (round(left + share * (right - left)) for share in _MIDDLE)
    crossed = {at: sum(_crosses(word, at) for word in words) for at in range(low, high + 1, _STEP)}
    fewest = min(crossed.values())
    best = [at for at, count in crossed.items() if count == fewest]
    return best[len(best) // 2]


def _crosses(word: Any, space: float) -> bool:
    return bool(word["x0"] < space + _HALF_SPACE and word["x1"] > space - _HALF_SPACE)


def _filling(words: Sequence[Any], width: float) -> int:
    """How many lines fill a column, as those of running text do and cells do not."""
    count = 0
    row: list[Any] = []
    for word in [*sorted(words, key=lambda word: word["bottom"]), None]:
        if word is not None and (not row or word["bottom"] - row[0]["bottom"] <= _SAME_LINE):
            row.append(word)
            continue
        reach = max((one["x1"] for one in row), default=0) - min((one["x0"] for one in row), default=0)
        count += reach >= _FILLED * width and sum(len(one["text"]) for one in row) >= _SHORTEST
        row = [word]
    return count


def _parts(words: Sequence[Any], space: float, shift: float) -> Iterator[Part]:
    """What lies across the page as it comes, and between that the columns one after the other."""
    sides: tuple[list[Any], list[Any]] = ([], [])
    across: list[Any] = []
    for word in [*sorted(words, key=lambda word: (word["bottom"], word["x0"])), None]:
        crossing = word is not None and _crosses(word, space)
        if across and not crossing:
            yield Part(across, 1)
            across = []
        if (crossing or word is None) and any(sides):
            yield from (Part(side, 2) for side in sides if side)
            sides = ([], [])
        if crossing:
            across.append(word)
        elif word is not None and word["x0"] > space:
            sides[1].append({**word, "x0": word["x0"] - shift, "x1": word["x1"] - shift})
        elif word is not None:
            sides[0].append(word)
