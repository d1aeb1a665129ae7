"""Targets and what was reported of them: which statement of a result answers which statement of a target.

One bearer, one indicator by the table of indicators, one unit once multipliers are out, growth with growth.
Of the year of the target it is the result; of an earlier year of the plan's period it is how far things had
come, never where the target adds up what all the years bring. A wrong meeting is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph.inferences import Inference
from govgraph.source_graph import statement_node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference, Statement
from govgraph_ontology.indicators import (
    counted_alike,
    is_bound,
    is_cumulative,
    official_indicator,
    years_of_plan,
)
from govgraph_ontology.literals import date_value
from govgraph_ontology.terms import GOV
from govgraph_ontology.units import split_unit

_OF_A_PLACE = ("Task", "Document")
_YEARLY = "annual"


class _Figure(NamedTuple):
    """A number that is aimed at or reported: its statement, its day, and how it may be compared."""

    node: str
    day: str
    is_whole_year: bool
    period: str
    is_each_year: bool
    first_year: int
    adds_up: bool

    @property
    def year(self) -> int:
        """The year of the day."""
        return int(self.day[:4])


class _Measure(NamedTuple):
    """What two numbers must have in common to be compared."""

    bearer: str
    indicator: str
    unit: str
    change: str


def reported(said: Sequence[tuple[Source, Extraction]], identity: Identity) -> Iterator[Inference]:
    """The links from targets to the statements that report of them."""
    targets: dict[_Measure, list[_Figure]] = {}
    results: dict[_Measure, list[_Figure]] = {}
    for source, extraction in said:
        titles = {record.reference.key: record.reference.name for record in extraction.documents}
        for statement in extraction.statements:
            indicator = statement.object
            if isinstance(indicator, Reference) and _is_dated_number(statement):
                measure = _measure(source.name, statement, indicator, identity)
                if not measure.bearer or is_bound(measure.indicator):
                    continue
                document = statement.document
                years = years_of_plan(titles[document]) or identity.years(source.name, document)
                adds_up = is_cumulative(measure.indicator, statement.evidence.text)
                node = statement_node(source.name, statement, identity)
                figure = _figure(node, statement, years, adds_up)
                kept = results if statement.qualifiers.get("achieved") else targets
                kept.setdefault(measure, []).append(figure)
    for measure in sorted(targets.keys() & results.keys()):
        for target in targets[measure]:
            for result in results[measure]:
                link = _link(measure, target, result)
                if link:
                    rule, relation = link
                    yield Inference(target.node, relation, result.node, rule, (target.node, result.node))


def _is_dated_number(statement: Statement) -> bool:
    return statement.relation == "hasTarget" and {"value", "due"} <= statement.qualifiers.keys()


def _measure(source: str, statement: Statement, indicator: Reference, identity: Identity) -> _Measure:
    told = statement.qualifiers
    change = str(told.get("change", "level"))
    known = identity.entity(source, statement.document, indicator)
    name = official_indicator(known.label, is_growth=change != "level")
    unit = split_unit(str(told.get("unit", "")))[1]
    bearer = _bearer(identity.entity(source, statement.document, statement.subject))
    return _Measure(bearer, name, counted_alike(name, unit), change)


def _bearer(subject: Entity) -> str:
    """Whose the number is: the place of a task or document, a district itself, else the body."""
    if subject.type in _OF_A_PLACE:
        return subject.scope
    return f"{subject.scope}/{subject.label}".removeprefix("/") if subject.type == "District" else subject.iri


def _figure(node: str, statement: Statement, years: tuple[int, int] | None, adds_up: bool) -> _Figure:
    told = statement.qualifiers
    due = date_value(str(told["due"]))
    day = str(due.last_day)
    return _Figure(
        node,
        day,
        due.precision == "year",
        str(told.get("period", _YEARLY)),
        "period" in told,
        years[0] if years else int(day[:4]),
        adds_up,
    )


def _link(measure: _Measure, target: _Figure, result: _Figure) -> tuple[str, str] | None:
    """The rule and the relation of a meeting; None where the two do not meet."""
    if target.period != result.period:
        return None
    if target.year == result.year:
        return ("target.reported", str(GOV.reportedBy)) if result.day >= target.day else None
    is_within = result.is_whole_year and target.first_year <= result.year < target.year
    is_state = measure.change == "level" and not target.adds_up
    if not is_within or not (is_state or target.is_each_year):
        return None
    return "target.progress", str(GOV.progressReportedBy)
