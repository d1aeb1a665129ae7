"""Targets in tables: indicator by year, district by quarter, one column an indicator, growth and level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from govgraph_loaders.extract.measure_names import is_place
from govgraph_loaders.extract.quantities import Quantity, find_quantities, read_quantity
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.goals import counted_by, read_goals
from govgraph_loaders.extract.tables.measures import (
    Measure,
    change_of,
    read_goal_columns,
    read_measures,
    sets_targets,
    title_indicator,
)
from govgraph_loaders.extract.tables.names import district
from govgraph_loaders.extract.tables.rows import row_evidence
from govgraph_loaders.extract.tables.subjects import RowSubject, row_subject
from govgraph_loaders.extract.target_sentences import target_words
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.statements import Reference, Scalar, Statement
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "target.table"
_WORDS_RULE = "target.table.words"
_CUMULATIVE = re.compile(r"^[\[〔【（(](?P<value>.+)[\]〕】）)]$")
_NONE = re.compile(r"[-—–－/\s…]*")
_WORDS = re.compile(r"[\u4e00-\u9fff].{3,60}")
_FEW_WORDS = 4
_MOSTLY = 0.6
_EQUAL = 1e-6
_NEARLY = 0.01


def extract_targets(reading: Reading, columns: TableColumns, year: int | None) -> Iterator[Found]:
    """The targets that a table sets, in numbers and in words."""
    measures = read_measures(columns, year, reading.year)
    goals = read_goal_columns(columns, year) if columns.key in {"task", "project", "enterprise"} else []
    if (measures or goals) and sets_targets(reading, columns, [*measures, *goals]):
        yield from _Targets(reading, columns, measures, goals, year).read()
    elif goals and sets_targets(reading, columns, goals, reported=True):
        yield from _Targets(reading, columns, (), goals, year).read()


class _Targets:
    """One table that sets targets."""

    def __init__(
        self,
        reading: Reading,
        columns: TableColumns,
        measures: Sequence[Measure],
        goals: Sequence[Measure],
        year: int | None,
    ) -> None:
        self._reading = reading
        self._columns = columns
        self._year = year
        self._goals = goals
        self._baselines = [measure for measure in measures if measure.is_baseline]
        self._measures = [measure for measure in measures if not measure.is_baseline]
        self._title = title_indicator(reading, columns.table)
        annual = load_vocabulary("table_targets")["notes"]["annual"]
        notes = columns.table.notes
        self._starred_annual = any("*" in note and any(word in note for word in annual) for note in notes)
        self._quarters_apart = self._are_quarters_apart()
        self._places = self._places_of_columns()

    def read(self) -> Iterator[Found]:
        """The targets, row by row."""
        for index, row in enumerate(self._columns.table.rows):
            subject = row_subject(self._reading, self._columns, index, self._year)
            if subject is None:
                continue
            for measure in self._measures:
                cell = row.cell(measure.column)
                if cell is not None:
                    yield from self._in_numbers(row, subject, measure, cell)
            unit = ""
            for goal in self._goals if row.kind == "body" else ():
                cell = row.cell(goal.column)
                for stated in self._in_words(row, subject, goal, cell, unit) if cell is not None else ():
                    unit = unit or str(stated.qualifiers.get("unit") or "")
                    yield stated

    def _places_of_columns(self) -> dict[int, Reference]:
        """The places that head columns of a table whose rows are indicators; none where one alone does."""
        if self._columns.key not in {"indicator", "name"}:
            return {}
        places = {
            measure.column: place
            for measure in self._measures
            for place in [_place(measure.indicator, self._reading)]
            if place is not None
        }
        return places if len(places) > 1 else {}

    def _are_quarters_apart(self) -> bool:
        """Whether each quarter counts alone: they add up to the year, or do not grow from one to the next."""
        quarters = [measure.column for measure in self._measures if measure.kind == "quarter"]
        years = [measure.column for measure in self._measures if measure.due.isdigit()]
        if len(quarters) < 2:
            return False
        cumulative = apart = rising = rows = 0
        for _, row in self._columns.body():
            numbers = [
                number for column in quarters for number in [_number(row.cell(column))] if number is not None
            ]
            if len(numbers) < len(quarters):
                continue
            rows += 1
            rising += all(before <= after for before, after in pairwise(numbers))
            totals = [
                number for column in years for number in [_number(row.cell(column))] if number is not None
            ]
            cumulative += any(abs(total - numbers[-1]) < _EQUAL for total in totals)
            apart += any(abs(total - sum(numbers)) < _NEARLY * max(1.0, abs(total)) for total in totals)
        return apart > cumulative if cumulative or apart else rising < _MOSTLY * rows

    def _in_numbers(self, row: Row, subject: RowSubject, measure: Measure, cell: Cell) -> Iterator[Found]:
        indicator = self._indicator(subject, measure)
        qualifiers = self._qualifiers(row, subject, measure, cell, indicator) if indicator else {}
        if not qualifiers:
            return
        evidence = row_evidence(self._reading, row, cell)
        target = Reference("Indicator", indicator)
        place = self._places.get(measure.column)
        for reference in subject.references if place is None else (place,):
            yield self._reading.statement("hasTarget", reference, target, evidence, _RULE, **qualifiers)

    def _in_words(
        self, row: Row, subject: RowSubject, goal: Measure, cell: Cell, unit: str
    ) -> Iterator[Statement]:
        """Goals that a row sets in words, for what it is about; `unit`: of the first, for bare numbers."""
        evidence = row_evidence(self._reading, row, cell)
        about = subject.references[0]
        says_goals = self._columns.roles[goal.column] not in {"task", "detail"}
        for found in read_goals(cell.joined, about.name if says_goals else "", self._year, unit):
            quantity = found.quantity
            yield self._reading.statement(
                "hasTarget",
                about,
                Reference("Indicator", found.indicator),
                evidence,
                _WORDS_RULE,
                value=quantity.value,
                value_max=quantity.value_max,
                unit=quantity.unit,
                comparator=quantity.comparator,
                change=found.change,
                due=_due(goal, subject),
            )

    def _indicator(self, subject: RowSubject, measure: Measure) -> str:
        """What the row names, else the column, else the task of the row or the title of the table."""
        done = measure.indicator in target_words("doing", "strong")  # 新建 | 改造提升 of what the title names
        if done and not subject.indicator and self._title:
            return measure.indicator + (counted_by(self._title) or self._title).removesuffix("建设")
        if subject.indicator or measure.indicator:
            return subject.indicator or measure.indicator
        return counted_by(subject.references[0].name) if self._columns.key == "task" else self._title

    def _qualifiers(
        self, row: Row, subject: RowSubject, measure: Measure, cell: Cell, indicator: str
    ) -> dict[str, Scalar]:
        starred = cell.joined.endswith(("*", "＊"))
        text = cell.joined.rstrip("*＊")
        cumulative = _CUMULATIVE.match(text)
        quantity = _quantity(cumulative["value"] if cumulative else text)
        found: dict[str, Scalar] = {"due": _due(measure, subject), "nature": subject.nature}
        own = change_of(indicator)  # 能耗降低 goes down, whatever the column of growth says
        found["change"] = (
            own if own == "decrease" else measure.change or own or ("increase" if cumulative else "")
        )
        if quantity is not None:
            found["value"] = quantity.value
            if quantity.value_max is not None:
                found["value_max"] = quantity.value_max
            unit = subject.unit if cumulative else self._unit(subject, measure, indicator)
            found["unit"] = quantity.unit or unit
            found["comparator"] = quantity.comparator
            found.update(self._baseline(row, subject, measure))
        elif subject.indicator and _WORDS.fullmatch(text):
            found["text"] = text
        else:
            return {}
        if (measure.annual and not cumulative) or (starred and self._starred_annual):
            found["period"] = "annual"
        elif measure.kind == "quarter" and self._quarters_apart:
            found["period"] = "quarter"
        return {name: value for name, value in found.items() if value != ""}

    def _unit(self, subject: RowSubject, measure: Measure, indicator: str) -> str:
        """Growth is in the unit of its column; a level in that of its row, of its column, of the table."""
        if measure.change and measure.unit:
            return measure.unit
        if subject.unit or measure.unit:
            return subject.unit or measure.unit
        grows = indicator.endswith(tuple(load_vocabulary("table_targets")["change"]["increase"]))
        return "" if grows else self._columns.table.unit

    def _baseline(self, row: Row, subject: RowSubject, measure: Measure) -> dict[str, Scalar]:
        """The value of the last year before in the same row, where the row names the indicator."""
        for baseline in reversed(self._baselines) if subject.indicator else ():
            number = _number(row.cell(baseline.column))
            if baseline.kind == "year" and number is not None and baseline.unit == measure.unit:
                return {"baseline": number, "baseline_date": baseline.due}
        return {}


def _place(heading: str, reading: Reading) -> Reference | None:
    """The place that heads a column: 丹枫区, 全市; None where the heading names none."""
    if heading in load_vocabulary("table_headers")["totals"] and heading.startswith("全"):
        return reading.place
    return district(heading, reading.scope) if is_place(heading) else None


def _due(measure: Measure, subject: RowSubject) -> str:
    """The row's own deadline within the year of the column, else what the column says."""
    within = measure.kind == "year" and subject.due[:4] == measure.due
    if subject.due and (within or not measure.kind):
        return subject.due
    return measure.due or subject.due


@lru_cache(maxsize=4096)
def _quantity(text: str) -> Quantity | None:
    """The number of a cell: the whole of it, or the only one in a few words (力争6.5%左右)."""
    if _NONE.fullmatch(text):
        return None
    whole = read_quantity(text)
    if whole is not None:
        return whole
    found = find_quantities(text, 0, len(text))
    few = len(found) == 1 and len(text) - (found[0].end - found[0].start) <= _FEW_WORDS
    return found[0] if few else None


def _number(cell: Cell | None) -> int | float | None:
    quantity = _quantity(cell.joined.rstrip("*＊")) if cell is not None else None
    return quantity.value if quantity is not None else None
