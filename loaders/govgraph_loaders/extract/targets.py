"""Targets and results in prose: 力争到2025年新增学位12.6万个以上; 地区生产总值增长6%左右.

Rules: `target.prose` (a number to be reached), `target.result` (a number that is reported as reached),
`target.words` (a goal in words). Ontology: gov:hasTarget, gov:Target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from govgraph_loaders.extract.dates import DateExpression, find_dates, opening_year
from govgraph_loaders.extract.measure_claims import Measure
from govgraph_loaders.extract.measures import Refusal, read_measures
from govgraph_loaders.extract.quantities import Quantity, find_quantities
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.sentences import sentence_spans, within
from govgraph_loaders.extract.target_sentences import Sentence, target_cue, target_words
from govgraph_loaders.extract.timeframes import Timeframe, read_timeframe
from govgraph_loaders.extract.worded_goals import CLAUSE, read_worded_goals
from govgraph_loaders.model import Paragraph
from govgraph_loaders.statements import Reference, Rejection
from govgraph_ontology.vocabulary import load_vocabulary

_CUE = re.compile(r"[0-9]|[一二两三四五六七八九十][个家所名项座条万亿千百]|翻.?番|零的突破")
_WORDED = (("in_words", "anywhere"), ("in_words", "ensured"), ("in_words", "among_goals"))
_RULES = (("never", "sentence"),)
_LONGEST_HEADING = 14
_GOVERNING = frozenset({"deadline", "span", "point", "as_of"})


def extract_targets(reading: Reading) -> Iterator[Found]:
    """The targets and results that the running text of a document states."""
    if any(word in reading.document.title for word in target_words("never", "skipped")):
        return
    frames: dict[int | None, Timeframe] = {}
    carried: dict[int | None, DateExpression | None] = {}
    for paragraph in reading.document.paragraphs:
        if not _CUE.search(reading.text, paragraph.start, paragraph.end):
            continue
        if paragraph.section not in frames:
            frames[paragraph.section] = read_timeframe(reading, paragraph.section)
        subject = reading.reference if paragraph.section is None else reading.task(paragraph.section)
        strict = _is_strict(reading, paragraph.section)
        goals = _goals_section(reading, paragraph.section)
        passage = _Passage(reading, frames[paragraph.section], subject, strict, carried.get(goals))
        yield from passage.extract(_body_start(reading, paragraph), paragraph.end)
        carried[goals] = passage.carried


def _body_start(reading: Reading, paragraph: Paragraph) -> int:
    """Where the paragraph begins behind its number (5. of 5.新增学位500个)."""
    section = reading.section(paragraph.section)
    if section is None or section.start != paragraph.start:
        return paragraph.start
    start = paragraph.start + len(section.marker)
    while start < paragraph.end and reading.text[start] in " 、.．":
        start += 1
    return start


def _goals_section(reading: Reading, section: int | None) -> int | None:
    """The outermost section above that announces goals: a date named in it holds for all its parts."""
    headings = load_vocabulary("timeframes")["goal_headings"]
    for index in reading.path(section):
        if any(word in reading.document.sections[index].title for word in headings):
            return index
    return section


def _is_strict(reading: Reading, section: int | None) -> bool:
    """Whether numbers here are rather conditions: in measures and rules, and under headings of conditions."""
    if any(word in reading.document.title for word in target_words("never", "documents")):
        return True
    titles = (reading.document.sections[index].title for index in reading.path(section))
    return any(_announces_conditions(title) for title in titles)


def _time_in_turn(sentence: Sentence, measure: Measure) -> DateExpression | None:
    """2024年、2025年，产值分别达到A、B: the date of the same place in a row as the number has in its own."""
    turn, count = measure.turn
    if count == 1:
        return None
    dates = [
        date for date in sentence.dates if date.end <= measure.quantity.start and date.kind in _GOVERNING
    ]
    apart = any(
        sentence.text[one.end : other.start] not in {"、", "和", "及", ""} for one, other in pairwise(dates)
    )
    return None if apart or len(dates) != count else dates[turn]


def _opens_looking_back(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with 过去五年, 五年来 or the like."""
    at = start
    while at < end and text[at] in " \n—-":
        at += 1
    return text.startswith(tuple(load_vocabulary("timeframes")["looking_back"]), at, end)


def _announces_conditions(title: str) -> bool:
    """申报条件, 扶持标准, 面临形势; not 改善办学条件, and no sentence."""
    return (
        len(title) <= _LONGEST_HEADING
        and "，" not in title
        and title.endswith(target_words("never", "headings"))
        and not title.startswith(target_words("never", "openings"))
        and not any(word in title for word in target_words("never", "told"))
    )


@dataclass(slots=True)
class _Passage:
    """A paragraph's document, the time for which it speaks and the task for which its targets are set.

    `carried`: the last date to come that was named; under a heading of goals it holds for what follows.
    `last`: the last number that was accepted. `looks_back`: a sentence above opened with 过去五年 or so.
    """

    reading: Reading
    frame: Timeframe
    subject: Reference
    strict: bool
    carried: DateExpression | None = None
    last: Measure | None = None
    looks_back: bool = False

    @property
    def year(self) -> int | None:
        """The year from which the document looks: that of its date, else the first for which it plans."""
        return self.reading.year or opening_year(self.reading.document)

    def extract(self, start: int, end: int) -> Iterator[Found]:
        text = self.reading.text
        quantities = find_quantities(text, start, end)
        told = quantities or target_cue(*_WORDED).search(text, start, end)
        if not told and not self.frame.goals:
            return
        year = int(self.frame.due) if self.frame.due else self.year
        dates = find_dates(text, start, end, year)
        for first, last in sentence_spans(text, start, end):
            when = within(dates, first, last)
            ahead = [date for date in when if self._is_ahead(date)]
            self.looks_back = not ahead and (self.looks_back or _opens_looking_back(text, first, last))
            mine = within(quantities, first, last)
            if mine or target_cue(*_WORDED).search(text, first, last):
                yield from self._read(self._sentence(first, last, mine, when, ahead=bool(ahead)))
            self.carried = ahead[-1] if ahead else self.carried

    def _sentence(
        self,
        start: int,
        end: int,
        quantities: Sequence[Quantity],
        dates: Sequence[DateExpression],
        *,
        ahead: bool,
    ) -> Sentence:
        text = self.reading.text
        goal = (
            ahead
            or bool(self.frame.due)
            or target_cue(("goal", "words")).search(text, start, end) is not None
        )
        return Sentence(
            text,
            start,
            end,
            quantities,
            dates,
            goal=goal and not self.frame.achieved,
            past=self.frame.achieved or self.looks_back or self._is_past(start, end),
            goals=self.frame.goals
            or target_cue(("in_words", "announced")).search(text, start, end) is not None,
            ruled=None if ahead else start if self.strict else self._rule_start(start, end),
        )

    def _is_past(self, start: int, end: int) -> bool:
        return target_cue(("past", "words")).search(self.reading.text, start, end) is not None

    def _rule_start(self, start: int, end: int) -> int | None:
        """Where the sentence begins to say who gets what, or who may apply: there no number is a target."""
        text = self.reading.text
        cue = target_cue(*_RULES) if self.frame.due else target_cue(*_RULES, ("never", "unless_yearly"))
        if cue.search(text, start, end) is None:
            return None
        openings = target_words("never", "openings_of_rules")
        for clause in CLAUSE.finditer(text, start, end):
            if text.startswith(openings, clause.start()) or cue.search(text, *clause.span()):
                return clause.start()
        return start

    def _is_ahead(self, date: DateExpression) -> bool:
        """Whether a date sets a time to come: 到2027年, 2023年底前, “十四五”期末."""
        year = self.year
        if date.kind not in {"deadline", "span", "point"} or not date.value:
            return False
        return date.kind == "deadline" if year is None else int(date.value[:4]) >= year

    def _read(self, sentence: Sentence) -> Iterator[Found]:
        period = ""
        for found in read_measures(sentence, self.last):
            if isinstance(found, Refusal):
                if found.quantity.in_words:
                    continue  # 一个, 一批, 两手: too common to be worth a record
                evidence = self.reading.evidence(found.quantity.start, found.quantity.end)
                yield Rejection("hasTarget", found.reason, evidence, "target.prose")
            else:
                before, self.last = self.last, found
                same = before is not None and before.quantity.dimension == found.quantity.dimension
                period = self._period(sentence, found, period if same else "")
                yield from self._statements(sentence, found, period)

        if not self.frame.achieved and sentence.ruled is None:
            yield from self._worded(sentence)

    def _worded(self, sentence: Sentence) -> Iterator[Found]:
        for goal in read_worded_goals(sentence):
            time = self._time(sentence, goal.start)
            yield self.reading.statement(
                "hasTarget",
                self.subject,
                Reference("Indicator", goal.name),
                self.reading.evidence(goal.start, goal.end),
                "target.words",
                change=goal.change,
                due=time.value if time is not None else self.frame.due,
                text=sentence.text[goal.start : goal.end],
            )

    def _time(self, sentence: Sentence, before: int) -> DateExpression | None:
        """The date that governs what stands at `before`: the last one ahead of it that is no base."""
        times = [date for date in sentence.dates if date.start < before and date.kind in _GOVERNING]
        if (
            times
            and times[-1].kind == "deadline"
            and len(times[-1].value) > len("2025")
            and "；" in sentence.text[times[-1].end : before]
        ):
            times = []  # 6月底前全部交付；完成化债2亿元: a day holds for its own part of the sentence
        return times[-1] if times else self.carried if self.frame.goals else None

    def _period(self, sentence: Sentence, measure: Measure, before: str) -> str:
        """How often.

        每年 holds up to the next date or semicolon, 年均 for its clause and the list that goes on.
        """
        if "累计" in sentence.text[measure.start : measure.quantity.start]:
            return ""  # 每年开工5个，三年累计投资9亿元
        period = before if measure.goes_on else ""
        for date in sentence.dates:
            if date.start >= measure.quantity.start:
                break
            if date.kind != "period":
                period = "" if date.kind in _GOVERNING else period
            elif date.start >= measure.start or (
                sentence.text.startswith("每年", date.start)
                and "；" not in sentence.text[date.end : measure.quantity.start]
            ):
                period = date.period
        return period

    def _statements(self, sentence: Sentence, measure: Measure, period: str) -> Iterator[Found]:
        quantity = measure.quantity
        when = [date for date in sentence.dates if date.start < quantity.start]
        time = _time_in_turn(sentence, measure) or self._time(sentence, quantity.start)
        achieved = self._is_achieved(sentence, measure, time)
        due = (
            time.value if time is not None else "" if achieved and not self.frame.achieved else self.frame.due
        )
        bases = [date for date in when if date.kind == "base" and date.start >= measure.start]
        start, end = measure.start, measure.end
        while end > start and sentence.text[end - 1] in "，；：。、\n ":
            end -= 1
        above = self.reading.scope
        subjects = [Reference("District", place, scope=above) for place in measure.places] or [self.subject]
        for subject, name in product(subjects, measure.names or (self.subject.name,)):
            aliases = (measure.phrase,) if measure.phrase and len(measure.names) == 1 else ()
            yield self.reading.statement(
                "hasTarget",
                subject,
                Reference("Indicator", name, aliases=aliases),
                self.reading.evidence(start, end),
                "target.result" if achieved else "target.prose",
                value=quantity.value,
                value_max=quantity.value_max,
                unit=quantity.unit,
                comparator=quantity.comparator,
                change="multiple" if quantity.dimension == "multiple" else measure.change,
                due=due,
                period=period,
                baseline=measure.baseline.value if measure.baseline is not None else None,
                baseline_date=bases[-1].value if bases else "",
                achieved=achieved or None,
            )

    def _is_achieved(self, sentence: Sentence, measure: Measure, time: DateExpression | None) -> bool:
        reported = self.frame.achieved and (time is None or time.value[:4] <= self.frame.due)
        if not reported and time is not None and self._is_ahead(time) and time.kind != "point":
            return False
        if self.frame.achieved:
            return True
        year = self.year
        if time is not None and year is not None and int(time.value[:4]) < year:
            return True
        if self.looks_back:
            return True
        if sentence.goal or sentence.goals:
            return False
        return self._is_past(sentence.start, measure.end)
