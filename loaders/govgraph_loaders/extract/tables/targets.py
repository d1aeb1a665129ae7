"""Targets in tables: indicator by year, district by quarter, a column for each indicator, growth and level.

For whom the number is set: the enterprise, project, task or district of the row; the body where rows are told
apart by bodies alone; else the document. A row that adds up the others is for the whole place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from govgraph_loaders.extract.quantities import Quantity, find_quantities, read_quantity
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import DUTIES, TableColumns
from govgraph_loaders.extract.tables.measures import (
    Measure,
    change_of,
    read_measures,
    sets_targets,
    table_year,
    title_indicator,
)
from govgraph_loaders.extract.tables.names import bodies_in, district, districts_in, row_name
from govgraph_loaders.extract.tables.times import read_deadline
from govgraph_loaders.extract.tables.units import unit_of
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.statements import Reference, Scalar
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "target.table"
_CONFIDENCE = 0.95
_CUMULATIVE = re.compile(r"^[\[〔【（(](?P<value>.+)[\]〕】）)]$")
_NONE = re.compile(r"[-—–－/\s…]*")
_WORDS = re.compile(r"[\u4e00-\u9fff].{3,60}")
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class _Subject:
    """For whom a row's numbers are set, and the indicator that the row names (empty: the column does)."""

    references: tuple[Reference, ...]
    indicator: str = ""
    unit: str = ""
    due: str = ""
    nature: str = ""


def extract_targets(reading: Reading, columns: TableColumns) -> Iterator[Found]:
    """The targets that a table sets."""
    year = table_year(reading, columns.table)
    measures = read_measures(columns, year)
    if measures and sets_targets(reading, columns, measures):
        yield from _Targets(reading, columns, measures, year).read()


class _Targets:
    """One table that sets targets."""

    def __init__(
        self, reading: Reading, columns: TableColumns, measures: Sequence[Measure], year: int | None
    ) -> None:
        self._reading = reading
        self._columns = columns
        self._table = columns.table
        self._year = year
        self._title = title_indicator(reading, columns.table)
        self._starred_annual = any(
            "*" in note and any(word in note for word in load_vocabulary("table_targets")["notes"]["annual"])
            for note in columns.table.notes
        )
        self._baseline = [measure for measure in measures if measure.is_baseline]
        self._measures = [measure for measure in measures if not measure.is_baseline]
        self._quarterly = self._adds_up()

    def read(self) -> Iterator[Found]:
        """The targets, row by row."""
        for index, row in enumerate(self._table.rows):
            subject = self._subject(index, row)
            if subject is None:
                continue
            for measure in self._measures:
                cell = row.cell(measure.column)
                if cell is not None:
                    yield from self._targets(row, subject, measure, cell)

    def _adds_up(self) -> bool:
        """Whether quarters are apart: they add up to the year's column, or do not grow one by one."""
        quarters = [measure.column for measure in self._measures if measure.kind == "quarter"]
        years = [m.column for m in self._measures if m.kind in {"year", ""} and m.due[4:] == ""]
        if len(quarters) < 2:
            return False
        cumulative = apart = rising = rows = 0
        for _, row in self._columns.body():
            values = [_value(row.cell(column)) for column in quarters]
            numbers = [value for value in values if value is not None]
            if len(numbers) < len(quarters):
                continue
            rows += 1
            rising += all(before <= after for before, after in pairwise(numbers))
            totals = [value for column in years for value in [_value(row.cell(column))] if value is not None]
            cumulative += any(abs(total - numbers[-1]) < 1e-6 for total in totals)
            apart += any(abs(total - sum(numbers)) < 0.01 * max(1.0, abs(total)) for total in totals)
        if cumulative or apart:
            return apart > cumulative
        return rising < _ENOUGH * rows

    def _subject(self, index: int, row: Row) -> _Subject | None:
        if row.kind == "total":
            return self._total(index, row)
        if row.kind == "section":
            return self._group(row)
        key = self._columns.key
        cell = (
            self._columns.finest(index, *(("task", "detail") if key == "task" else (key,))) if key else None
        )
        due = self._deadline(index)
        if key == "organization" or not key:
            return self._of_bodies(index, due)
        if cell is None:
            return None
        name = row_name(cell)
        reading = self._reading
        if key == "enterprise":
            return _Subject((Reference("Enterprise", name),), due=due)
        if key == "project":
            return _Subject((Reference("Project", name, scope=reading.scope),), due=due)
        if key == "task":
            return _Subject((reading.task_named(name, self._table.section, part=name),), due=due)
        if key == "district":
            return _Subject(tuple(districts_in(cell, reading.scope)), due=due)
        bodies = bodies_in(cell) if key == "name" else []
        if len(bodies) == 1:
            return _Subject((reading.organization(bodies[0].name),), due=due)
        return self._of_indicator(index, row, name, due)

    def _of_indicator(self, index: int, row: Row, name: str, due: str) -> _Subject:
        """Rows of indicators: for the document; for the body where one indicator is split among bodies."""
        unit = unit_of(name)
        bare = name[: name.rfind("（")] if unit else name
        unit_cell = next((row.cell(column) for column in self._columns.having("unit")), None)
        nature = next((row.cell(column) for column in self._columns.having("nature")), None)
        subject = _Subject(
            (self._reading.reference,),
            indicator=bare,
            unit=unit or (unit_cell.joined if unit_cell is not None else ""),
            due=due,
            nature=nature.joined if nature is not None and nature.joined in _NATURES else "",
        )
        key = self._columns.first("indicator", "name")
        bodies = self._of_bodies(index, due)
        if bodies is not None and key is not None and self._is_split(key):
            return replace(subject, references=bodies.references)
        return subject

    def _is_split(self, key: int) -> bool:
        """Whether the cells of the key are merged over rows of several bodies."""
        duty = self._columns.having(*DUTIES, "organization")
        return any(
            row.cell(key) is None and any(row.cell(column) is not None for column in duty)
            for _, row in self._columns.body()
        )

    def _of_bodies(self, index: int, due: str) -> _Subject | None:
        row = self._table.rows[index]
        for column in self._columns.having("organization", "responsible", "lead", "implement"):
            cell = row.cell(column)
            names = bodies_in(cell) if cell is not None else []
            if len(names) == 1:
                return _Subject((self._reading.organization(names[0].name),), due=due)
            if names:
                return None
        return None

    def _total(self, index: int, row: Row) -> _Subject | None:
        """The sum of all rows, once: a row that says so before one whose name is blank."""
        words = load_vocabulary("table_headers")
        if any(cell.joined in words["subtotals"] for cell in row.cells):
            return None
        totals = [other for other in self._table.rows if other.kind == "total"]
        named = [other for other in totals if any(cell.text and _value(cell) is None for cell in other.cells)]
        if (named or totals)[0] is not row:
            return None
        place = self._reading.place if self._reading.scope else self._reading.reference
        return _Subject((place,))

    def _group(self, row: Row) -> _Subject | None:
        """A row that heads others and has numbers: a body, a group of enterprises or a district."""
        cell = next((found for found in reversed(row.cells[:2]) if found.text), None)
        if cell is None:
            return None
        name = row_name(cell)
        bodies = bodies_in(replace(cell, text=name))
        if len(bodies) == 1:
            return _Subject((self._reading.organization(bodies[0].name),))
        if self._columns.key == "enterprise":
            return _Subject((Reference("OrganizationGroup", name, scope=self._reading.scope),))
        return _Subject((district(name, self._reading.scope),)) if name[-1:] in "镇乡县区市" else None

    def _deadline(self, index: int) -> str:
        for column in self._columns.having("time"):
            cell = self._table.carried(index, column)
            if cell is not None:
                return read_deadline(cell.joined, self._year)
        return ""

    def _targets(self, row: Row, subject: _Subject, measure: Measure, cell: Cell) -> Iterator[Found]:
        indicator = self._indicator(subject, measure)
        if not indicator:
            return
        qualifiers = self._qualifiers(row, subject, measure, cell, indicator)
        if not qualifiers:
            return
        first = next(found for found in row.cells if found.text)
        evidence = self._reading.source_evidence(first.start, cell.end)
        for reference in subject.references:
            yield self._reading.statement(
                "hasTarget",
                reference,
                Reference("Indicator", indicator),
                evidence,
                _RULE,
                _CONFIDENCE,
                **qualifiers,
            )

    def _indicator(self, subject: _Subject, measure: Measure) -> str:
        if subject.indicator:
            return subject.indicator
        return measure.indicator or self._title

    def _qualifiers(
        self, row: Row, subject: _Subject, measure: Measure, cell: Cell, indicator: str
    ) -> dict[str, Scalar]:
        starred = cell.joined.endswith(("*", "＊"))
        text = cell.joined.rstrip("*＊")
        cumulative = _CUMULATIVE.match(text)
        quantity = _quantity(cumulative["value"] if cumulative else text)
        change = measure.change or change_of(indicator) or ("increase" if cumulative else "")
        found: dict[str, Scalar] = {"due": measure.due if measure.kind else subject.due or measure.due}
        if quantity is not None:
            found["value"] = quantity.value
            if quantity.value_max is not None:
                found["value_max"] = quantity.value_max
            unit = subject.unit if cumulative else self._unit(subject, measure, indicator)
            found["unit"] = quantity.unit or unit
            found["comparator"] = quantity.comparator
            found.update(self._before(row, subject, measure))
        elif subject.indicator and _WORDS.fullmatch(text):
            found["text"] = text
        else:
            return {}
        found["change"] = change
        found["nature"] = subject.nature
        if (measure.annual and not cumulative) or (starred and self._starred_annual):
            found["period"] = "annual"
        elif measure.kind == "quarter" and self._quarterly:
            found["period"] = "quarter"
        return {name: value for name, value in found.items() if value != ""}

    def _unit(self, subject: _Subject, measure: Measure, indicator: str) -> str:
        """Growth is in the unit of its column; a level in that of its row, of its column, of the table."""
        if measure.change and measure.unit:
            return measure.unit
        if subject.unit or measure.unit:
            return subject.unit or measure.unit
        return "" if change_of(indicator) and indicator.endswith(("增速", "增长")) else self._table.unit

    def _before(self, row: Row, subject: _Subject, measure: Measure) -> dict[str, Scalar]:
        """The value of an earlier year in the same row, where the row names the indicator."""
        if not subject.indicator:
            return {}
        for baseline in reversed(self._baseline):
            value = _value(row.cell(baseline.column))
            if baseline.kind == "year" and value is not None and baseline.unit == measure.unit:
                return {"baseline": value, "baseline_date": baseline.due}
        return {}


_NATURES = frozenset({"预期性", "约束性", "指导性"})


def _quantity(text: str) -> Quantity | None:
    """The number of a cell: the whole of it, or the only one in a few words (力争6.5%左右)."""
    if _NONE.fullmatch(text):
        return None
    whole = read_quantity(text)
    if whole is not None:
        return whole
    found = find_quantities(text, 0, len(text))
    return found[0] if len(found) == 1 and len(text) - (found[0].end - found[0].start) <= 4 else None


def _value(cell: Cell | None) -> int | float | None:
    if cell is None:
        return None
    quantity = _quantity(cell.joined.rstrip("*＊"))
    return quantity.value if quantity is not None else None
