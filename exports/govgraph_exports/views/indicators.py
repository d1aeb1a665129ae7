"""Indicators by year: which numbers are set or reported for whom, beside those of their own unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from govgraph_exports.views.page import Page, render_reading
from govgraph_exports.views.told import Fact, Told
from govgraph_exports.views.trend import Point, Trend, draw_trend
from govgraph_exports.wording import target_words
from govgraph_ontology.codes import code_label, code_unit
from govgraph_ontology.units import normalized

TARGET, RESULT = _KINDS = ("目标", "结果")
MOST_NUMBERS = 20_000
FEW = 6
"""So many rows of one measure are shown at once; the rest on demand."""

_NO_YEAR = ""
_OF_A_PLACE = {"Task", "Document"}


@dataclass(frozen=True, slots=True)
class IndicatorsPage(Page):
    """The table of so many indicators with so many numbers."""

    indicators: int
    numbers: int


class Measure(NamedTuple):
    """What numbers must share to stand beside each other.

    `unit`: without multipliers (`万个` counts in `个`), empty for bare numbers. `change`: empty where a level
    is meant; `period`: empty where a year is. Both are codes of the facts contract.
    """

    indicator: str
    unit: str
    change: str
    period: str

    @property
    def words(self) -> str:
        """`亿元 · 增加 · 每季度`; empty for bare numbers."""
        codes = (code_label("change", self.change), code_label("period", self.period))
        return " · ".join(filter(None, (self.unit, *codes)))


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell, as the text has it.

    `share`: of the largest of its measure, 0 to 1, or None where there is no other. `passages`: numbers of
    the words that say so; `title`: whose it is and when, in one line.
    """

    kind: str
    words: str
    title: str
    share: float | None
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of one subject by year; `trend` where they stand in several."""

    subject: str
    cells: Mapping[str, list[Number]]
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one measure."""

    label: str
    measure: Measure
    rows: list[Row]


def draw_indicators(told: Told) -> IndicatorsPage:
    """The indicators of what is told.

    Raises UnknownName where no target or result was read, GovgraphError where there are too many.
    """
    found = [fact for fact in told.facts if fact["relation"] == "hasTarget"]
    told.require(found, "指标", "targets or results", MOST_NUMBERS)
    passages = told.passages()
    by_measure: dict[Measure, dict[str, list[Fact]]] = {}
    for fact in found:
        by_measure.setdefault(_measure(fact), {}).setdefault(_bearer(told, fact), []).append(fact)
    years = sorted({_year(fact) for fact in found} - {_NO_YEAR})
    groups = [
        Group(
            told.label(measure.indicator),
            measure,
            _rows(by_bearer, lambda fact: told.passage(passages, fact)),
        )
        for measure, by_bearer in by_measure.items()
    ]
    places = {measure.indicator: at for at, measure in reversed(list(enumerate(by_measure)))}
    groups.sort(key=lambda group: places[group.measure.indicator])
    kinds = Counter(_kind(fact) for fact in found)
    heading = f"{told.about} · 指标"
    html = render_reading(
        "indicators",
        heading,
        passages.found,
        groups=groups,
        years=[*years, *([_NO_YEAR] if any(_year(fact) == _NO_YEAR for fact in found) else [])],
        trends=any(row.trend for group in groups for row in group.rows),
        units=sorted(
            Counter(group.measure.unit for group in groups).items(), key=lambda one: (-one[1], one[0])
        ),
        kinds=[(kind, kinds[kind]) for kind in _KINDS],
        few=FEW,
    )
    return IndicatorsPage(html, heading, len(places), len(found))


def _rows(by_bearer: Mapping[str, list[Fact]], passage: Callable[[Fact], int]) -> list[Row]:
    values = [_value(fact) for facts in by_bearer.values() for fact in facts]
    sizes = [abs(value) for value in values if value is not None]
    most = max(sizes, default=0.0) if len(sizes) > 1 else 0.0
    return [
        Row(bearer.rpartition("/")[2], _cells(facts, most, passage), _trend(facts))
        for bearer, facts in by_bearer.items()
    ]


def _cells(facts: Iterable[Fact], most: float, passage: Callable[[Fact], int]) -> dict[str, list[Number]]:
    """By year the numbers, targets first; what is said several times is there once, with all its words."""
    like: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        like.setdefault((_year(fact), _kind(fact), target_words(fact["qualifiers"])), []).append(fact)
    cells: dict[str, list[Number]] = {}
    for (year, kind, words), said in sorted(
        like.items(), key=lambda one: (one[0][0], _KINDS.index(one[0][1]))
    ):
        value, due = _value(said[0]), said[0]["qualifiers"].get("due")
        cells.setdefault(year, []).append(
            Number(
                kind,
                words,
                f"{kind}：{said[0]['subject']['label']} · {said[0]['object']['label']} {words}"
                + (f"（{due}）" if due else ""),
                abs(value) / most if value is not None and most else None,
                tuple(dict.fromkeys(passage(fact) for fact in said)),
            )
        )
    return cells


def _trend(facts: Iterable[Fact]) -> Trend | None:
    points = {
        Point(int(_year(fact)), _kind(fact), value)
        for fact in facts
        if _year(fact) and (value := _value(fact)) is not None
    }
    return draw_trend(sorted(points)) if len({point.year for point in points}) > 1 else None


def _bearer(told: Told, fact: Fact) -> str:
    """Whose the number is, as a path with the name last: of tasks and documents their place."""
    subject = told.entities[fact["subject"]["id"]]
    if subject.type in _OF_A_PLACE and subject.scope:
        return subject.scope
    return f"{subject.scope}/{subject.label}" if subject.scope else subject.label


def _measure(fact: Fact) -> Measure:
    said = fact["qualifiers"]
    change, period = str(said.get("change", "")), str(said.get("period", ""))
    written = str(said.get("unit", "")) or code_unit("change", change)
    return Measure(
        fact["object"]["id"],
        normalized(0, written).unit,
        "" if change == "level" else change,
        "" if period == "annual" else period,
    )


def _value(fact: Fact) -> float | None:
    """The number without multipliers, so that those of one measure compare."""
    said = fact["qualifiers"]
    if "value" not in said:
        return None
    return float(normalized(said["value"], str(said.get("unit", ""))).number)


def _year(fact: Fact) -> str:
    return str(fact["qualifiers"].get("due", _NO_YEAR))[:4]


def _kind(fact: Fact) -> str:
    return RESULT if fact["qualifiers"].get("achieved") else TARGET
