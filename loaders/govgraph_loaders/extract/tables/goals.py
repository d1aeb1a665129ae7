"""Goals in words in the rows of task tables: 建成2个，床位不少于300张 under 年度目标.

A number that follows a verb alone (建成2个) counts what the row's task is about (建设县级养老服务中心).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from govgraph_loaders.extract.dates import find_dates
from govgraph_loaders.extract.indicators import read_lead
from govgraph_loaders.extract.measures import Measure, Sentence, read_measures
from govgraph_loaders.extract.quantities import Quantity, find_quantities, read_quantity

_SENTENCE_END = re.compile(r"[。；\n]")
_VERB = 2


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to be reached, its indicator, and which way it goes: `increase`, `decrease` or nothing."""

    indicator: str
    quantity: Quantity
    change: str


def read_goals(text: str, task: str, year: int | None) -> Iterator[Goal]:
    """The goals that `text` sets in words, in a row whose task is named `task`."""
    whole = read_quantity(text)
    if whole is not None:
        counted = counted_by(task)
        if whole.unit and counted:
            yield Goal(counted, whole, change_by(task))
        return
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    for first, last in pairwise(cuts):
        quantities = find_quantities(text, first, last)
        dates = find_dates(text, first, last, year)
        sentence = Sentence(text, first, last, quantities, dates, goal=True, goals=True)
        for found in read_measures(sentence):
            if isinstance(found, Measure):
                yield from _goals(found, task, is_first=found.quantity is quantities[0] and first == 0)


def _goals(measure: Measure, task: str, *, is_first: bool) -> Iterator[Goal]:
    for name in measure.names:
        if not _is_verb_alone(name, measure.quantity):
            yield Goal(name, measure.quantity, measure.change)
        elif is_first and counted_by(task):
            yield Goal(counted_by(task), measure.quantity, measure.change)


def _is_verb_alone(name: str, quantity: Quantity) -> bool:
    """Whether the name is only a verb with the unit (建成个): the text names nothing that is counted."""
    unit = quantity.unit.lstrip("十百千万亿")
    verb = name.removesuffix(unit) if unit else name
    return len(verb) <= _VERB and (verb != name or not unit)


def counted_by(task: str) -> str:
    """What a task is about, without its verb: 新建公办幼儿园 counts 公办幼儿园."""
    return read_lead(task, 0, len(task), {}, {}).name


def change_by(task: str) -> str:
    """`increase` where the verb of a task makes something new, else nothing."""
    return "increase" if read_lead(task, 0, len(task), {}, {}).verb.startswith(("新", "净增", "增")) else ""
