"""A trend: the numbers of one measure over the years as lines, small enough for a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 120, 34
_EDGE = 5.0


class Point(NamedTuple):
    """A number of a year. `kind`: what it is one of; each kind has a line of its own."""

    year: int
    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one kind as `dots`, and as `path` (SVG 1.1, 9.7.1) where each year has one number."""

    kind: str
    dots: list[tuple[str, str]]
    path: str


@dataclass(frozen=True, slots=True)
class Trend:
    """Lines in a picture of WIDTH by HEIGHT; `label` says the numbers in words."""

    lines: list[Line]
    label: str


def draw_trend(points: Sequence[Point]) -> Trend:
    """The trend of the points, in the order of their years; all must be of one unit."""
    first, last = points[0].year, points[-1].year
    least, most = min(point.value for point in points), max(point.value for point in points)
    lines = []
    for kind in dict.fromkeys(point.kind for point in points):
        own = [point for point in points if point.kind == kind]
        dots = [
            (_at(point.year - first, last - first, WIDTH), _at(most - point.value, most - least, HEIGHT))
            for point in own
        ]
        single = len({point.year for point in own}) == len(own) > 1
        path = "M" + " L".join(f"{x} {y}" for x, y in dots) if single else ""
        lines.append(Line(kind, dots, path))
    return Trend(lines, "，".join(f"{point.year} 年{point.kind} {point.value:g}" for point in points))


def _at(part: float, whole: float, size: int) -> str:
    """Where `part` of `whole` is drawn, in tenths of a pixel; in the middle where there is no extent."""
    share = part / whole if whole else 0.5
    return f"{_EDGE + share * (size - 2 * _EDGE):.1f}"
