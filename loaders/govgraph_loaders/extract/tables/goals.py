"""Goals in words in the rows of task tables: 建成2个，床位不少于300张 under 年度目标.

A number that follows a verb alone (建成2个) counts what the row's task is about (建设县级养老服务中心).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from govgraph_loaders.extract.dates import find_dates
from govgraph_loaders.extract.indicators import read_lead
from govgraph_loaders.extract.measure_claims import Measure
from govgraph_loaders.extract.measures import read_measures
from govgraph_loaders.extract.quantities import Quantity, find_quantities, read_quantity
from govgraph_loaders.extract.target_sentences import Sentence

_SENTENCE_END = re.compile(r"[。；\n]")


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to be reached, its indicator, and which way it goes: `increase`, `decrease` or nothing."""

    indicator: str
    quantity: Quantity
    change: str


def read_goals(text: str, task: str, year: int | None, unit: str = "") -> Iterator[Goal]:
    """The goals that `text` sets in words, in a row of the task `task`; empty: it is the task itself.

    `unit`: what a bare number counts in, as the row said of its first.
    """
    counted = _counted_first(text, task, unit)
    if counted is not None:
        yield counted
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    for first, last in pairwise(cuts):
        quantities = [
            quantity
            for quantity in find_quantities(text, first, last)
            if counted is None or quantity.start >= counted.quantity.end
        ]
        dates = find_dates(text, first, last, year)
        for found in read_measures(
            Sentence(text, first, last, quantities, dates, goal=bool(task), goals=bool(task))
        ):
            if isinstance(found, Measure):
                yield from (Goal(name, found.quantity, found.change) for name in found.names)


def _counted_first(text: str, task: str, unit: str) -> Goal | None:
    """The number with which a text begins, alone or behind a verb: it counts what the task is about."""
    name = counted_by(task)
    quantities = find_quantities(text, 0, len(text))
    whole = read_quantity(text)
    if not name or not (whole or quantities):
        return None
    quantity = whole or quantities[0]
    if whole is not None and not whole.unit:
        quantity = replace(whole, unit=unit)
    lead = read_lead(text, 0, quantity.start, {}, {})
    if not quantity.unit or quantity.unit == "%" or lead.name or (quantity.start and not lead.verb):
        return None
    return Goal(name, quantity, change_by(task))


def counted_by(task: str) -> str:
    """What a task is about, without its verb: 新建公办幼儿园 counts 公办幼儿园."""
    return read_lead(task, 0, len(task), {}, {}).name


def change_by(task: str) -> str:
    """`increase` where the verb of a task makes something new, else nothing."""
    return "increase" if read_lead(task, 0, len(task), {}, {}).verb.startswith(("新", "净增", "增")) else ""
