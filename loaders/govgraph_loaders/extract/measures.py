"""What the numbers of a sentence measure: which are targets or results, and of what.

A number is accepted where a verb of change, reaching or doing stands by it, or where it goes on with a list
that began with one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govgraph_loaders.extract.indicators import Lead, read_lead
from govgraph_loaders.extract.measure_claims import Measure, claim
from govgraph_loaders.extract.measure_names import label_before, last_of, names_apart
from govgraph_loaders.extract.quantities import Quantity
from govgraph_loaders.extract.refusals import enclosed_spans, find_refusal
from govgraph_loaders.extract.target_sentences import (
    Place,
    Sentence,
    clauses,
    following_number,
    target_words,
)

_LONGEST_BASE = 12
# What a number measures stands no farther before it than this.
_LONGEST_LEAD = 160


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that was not accepted, and why."""

    quantity: Quantity
    reason: str


def read_measures(sentence: Sentence, before: Measure | None = None) -> Iterator[Measure | Refusal]:
    """The numbers of the sentence from left to right, for each leans on the one before.

    `before`: the last of the sentence before this one.
    """
    if not sentence.text.startswith("其中", sentence.start):
        before = None
    walk = _Walk(sentence, before)
    for index in range(len(sentence.quantities)):
        found = walk.step(index)
        if found is not None:
            yield found


class _Walk:
    """The numbers of one sentence, with what was read of those before."""

    def __init__(self, sentence: Sentence, before: Measure | None) -> None:
        self._sentence = sentence
        self._before = before
        self._spans = clauses(sentence)
        self._starts = {date.start: date.end for date in sentence.dates}
        self._ends = {date.end: date.start for date in sentence.dates}
        self._closed = enclosed_spans(sentence)
        self._baseline: tuple[Quantity, int] | None = None
        self._refused: Quantity | None = None
        self._shared: dict[int, str] = {}
        self._turns: dict[int, tuple[int, int]] = {}
        self._run: tuple[str, ...] = ()
        self._read: list[str] = []

    def step(self, index: int) -> Measure | Refusal | None:
        """What the number at `index` is; None for one that another starts from."""
        sentence, quantity, before = self._sentence, self._sentence.quantities[index], self._before
        number = bisect_right(self._spans, quantity.start, key=_start) - 1
        first, last = self._spans[number]
        following = following_number(sentence, index, last)
        behind = before.name_end if before is not None else first
        low = max(first, quantity.start - _LONGEST_LEAD, behind if behind <= quantity.start else first)
        low = max(low, before.quantity.end if before is not None else first)
        high = following.start if following is not None else last
        if following is not None and (opening := _baseline_opening(sentence.text, quantity, low, high)) >= 0:
            self._baseline = (quantity, opening)
            return None
        place = Place(quantity, first, low, high, last, following)
        lead = self._lead(place)
        label = label_before(sentence, self._spans[number - 1], first) if number and not lead.name else ""
        if label and not (before is not None and before.start == first):
            lead = replace(lead, name=label)
        reason = find_refusal(sentence, place, lead, self._closed)
        found = None if reason else self._accept(index, place, lead)
        if found is None:
            self._refused = quantity
            return Refusal(quantity, reason or "no word that sets a target")
        if self._baseline is not None:
            unit = found.quantity.unit or self._baseline[0].unit
            found = replace(found, baseline=self._baseline[0], quantity=replace(found.quantity, unit=unit))
        self._before, self._baseline = found, None
        self._read.append(last_of(found.names))
        return found

    def _lead(self, place: Place) -> Lead:
        text, low, at = self._sentence.text, place.low, place.quantity.start
        refused = self._refused
        if refused is not None and refused.end + 1 == at and text[refused.end] == "的":
            # 完成年计划710亿元的89.4%: so much of the plan for what was named before.
            plans = target_words("metrics", "plans")
            plan = next((word for word in plans if text.endswith(word, low, refused.start)), "")
            return replace(read_lead(text, low, refused.start, self._starts, self._ends), name=plan)
        lead = read_lead(text, low, at, self._starts, self._ends)
        if self._baseline is not None and self._baseline[1] > low:
            opening = read_lead(text, low, self._baseline[1], self._starts, self._ends)
            return replace(opening, level=lead.level or "到")
        return lead

    def _accept(self, index: int, place: Place, lead: Lead) -> Measure | None:
        found = claim(self._sentence, place, lead, self._before)
        if index not in self._turns:
            self._share(index, place, lead)
        if found is None:
            return None
        found = replace(found, turn=self._turns.get(index, (0, 1)))
        name = self._shared.get(index, "")
        if not name:
            return found
        joint = last_of(found.names)
        return replace(found, names=(name,), phrase=joint if joint != name else found.phrase)

    def _share(self, index: int, place: Place, lead: Lead) -> None:
        """Tell apart the names of numbers in a row: 分别增长4%和6%, and 5%、7% after such a row."""
        sentence = self._sentence
        row = [index]
        while row[-1] + 1 < len(sentence.quantities) and _follows(sentence, row[-1]):
            row.append(row[-1] + 1)
        if len(row) == 1:
            return
        self._turns.update({number: (turn, len(row)) for turn, number in enumerate(row)})
        apart = "分别" in sentence.text[place.low : place.quantity.start]
        names: Sequence[str] = ()
        if lead.name:
            names = names_apart(lead.name, len(row)) if apart else ()
        elif len(self._run) == len(row):
            names = self._run
        elif apart and len(set(self._read[-len(row) :])) == len(row):
            names = self._read[-len(row) :]
        self._run = tuple(names)
        self._shared.update(zip(row, names, strict=False))


def _follows(sentence: Sentence, index: int) -> bool:
    """Whether the next number stands right behind this one in a list, and both measure the same."""
    one, other = sentence.quantities[index : index + 2]
    return (
        sentence.text[one.end : other.start] in {"、", "和", "及", "与"} and one.dimension == other.dimension
    )


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _baseline_opening(text: str, quantity: Quantity, low: int, high: int) -> int:
    """Where 由 or 从 stands in 由30%提高到35%, whose first number is where the second starts from.

    Else -1.
    """
    opening = max(text.rfind("由", low, quantity.start), text.rfind("从", low, quantity.start))
    if opening < 0 or quantity.start - opening > _LONGEST_BASE:
        return -1
    rises = text[quantity.end : high].lstrip("，").startswith(target_words("rise", "words"))
    return opening if rises else -1
