"""What is to be done by when, and by whom: 由市水利局于9月30日前报送; 2023年底前完成验收.

A date to come in front of what is to be done makes a term. Where a number is to be reached by then, it is a
target and not read here; a year alone is a term only where something is finished by it. Rules:
`schedule.prose`, `schedule.heading` (（9月底前）), `schedule.label` (完成时限：…). Ontology: gov:dueBy,
gov:Deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.extract.dates import DateExpression, find_dates
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.quantities import Quantity, find_quantities
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.sentences import sentence_spans, within
from govgraph_loaders.extract.timeframes import read_timeframe
from govgraph_loaders.model import Paragraph
from govgraph_ontology.vocabulary import load_vocabulary

_CUE = re.compile(r"年|月|季度|“?十[一二三四五六七八九]五|20[0-4]\d{3,5}")
_EDGES = "，、 ）〕】]"
_CLAUSE_END = re.compile(r"[，；。！？\n]")
_TERMED = frozenset({"deadline", "point", "span"})
# （分别在6月、12月底）: several dates, none of which closes the whole.
_OTHERS = re.compile(r"[、，；和及]|分别|每")
_LEAD_IN = 14
_NEXT = 60
_COUNTED = frozenset({"count", "share", "money", "area", "length", "energy", "traffic", "mass"})


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(load_vocabulary("schedules")[name], key=lambda word: (-len(word), word)))


def extract_schedules(reading: Reading) -> Iterator[Found]:
    """The terms that the running text of a document sets."""
    month = int(reading.date[5:7]) if len(reading.date) >= 7 else None
    for paragraph in reading.document.paragraphs:
        if not _CUE.search(reading.text, paragraph.start, paragraph.end):
            continue
        frame = read_timeframe(reading, paragraph.section)
        if frame.achieved:
            continue
        year = int(frame.due) if frame.due else reading.year
        dates = find_dates(reading.text, paragraph.start, paragraph.end, year, None if frame.due else month)
        for start, end in sentence_spans(reading.text, paragraph.start, paragraph.end):
            mine = [date for date in within(dates, start, end) if not _in_title(reading.text, date, start)]
            for index, date in enumerate(mine):
                following = mine[index + 1].start if index + 1 < len(mine) else end
                yield from _read(reading, paragraph, date, start, following)


def _read(
    reading: Reading, paragraph: Paragraph, date: DateExpression, sentence: int, following: int
) -> Iterator[Found]:
    """The term that a date sets, if it does; `following` is where the next date or the sentence's end is."""
    text = reading.text
    if date.kind not in _TERMED or not date.value or _is_over(reading, date):
        return
    first = max(sentence, text.rfind("；", sentence, date.start) + 1)
    if text.endswith("：", first, date.start) and text.endswith(_words("labels"), first, date.start - 1):
        yield from _labelled(reading, paragraph, date, first)
        return
    opening = max(text.rfind("（", first, date.start), text.rfind("(", first, date.start))
    if first <= opening >= date.start - _LEAD_IN and text[date.end : date.end + 1] in {"）", ")"}:
        if not _OTHERS.search(text, opening + 1, date.start):
            yield from _bracketed(reading, paragraph, date, first, opening)
        return
    action_end = _action_end(text, date, following)
    action = text[date.end : action_end].strip(_EDGES)
    if not _is_term(text, first, date, action_end, action):
        return
    yield _statement(reading, paragraph, date, first, action_end, action, "schedule.prose")


def _is_over(reading: Reading, date: DateExpression) -> bool:
    """Whether the date is before the document's own, as far as both say."""
    common = min(len(date.value), len(reading.date))
    return bool(common) and date.value[:common] < reading.date[:common]


def _in_title(text: str, date: DateExpression, start: int) -> bool:
    """Whether the date belongs to the title of a document: 《2025年度总结》."""
    return text.rfind("《", start, date.start) > text.rfind("》", start, date.start)


def _action_end(text: str, date: DateExpression, end: int) -> int:
    """The end of the clause behind the date; a date set off by a comma governs the next clause."""
    close = _CLAUSE_END.search(text, date.end, end)
    if close is not None and close.start() == date.end:
        close = _CLAUSE_END.search(text, close.end(), end)
    return close.start() if close is not None else end


def _is_term(text: str, first: int, date: DateExpression, action_end: int, action: str) -> bool:
    if len(action) < 2 or any(word in text[first:action_end] for word in _words("other")):
        return False
    if action.startswith(("的", "以来", "起", "）", "（")) or any(
        word in action for word in _words("not_doing")
    ):
        return False
    least = "至少" in action
    if any(_is_goal(text, quantity, least=least) for quantity in find_quantities(text, date.end, action_end)):
        return False
    if len(date.value) > len("2023") and date.kind == "deadline":
        return True
    bare = action
    while bare.startswith(_words("adverbs")):
        bare = bare[next(len(word) for word in _words("adverbs") if bare.startswith(word)) :]
    finishing = bare.startswith(_words("finishing")) or action.endswith(_words("finishing"))
    if len(date.value) > len("2023"):
        return finishing or bare.startswith(_words("doing"))
    return finishing and date.kind == "deadline"


def _is_goal(text: str, quantity: Quantity, *, least: bool) -> bool:
    """A number to be reached makes a target of the sentence; 前3名 and 一份 do not."""
    if quantity.dimension not in _COUNTED or (quantity.in_words and quantity.comparator == "=" and not least):
        return False
    return text[quantity.start - 1] not in "前第每式"


def _labelled(reading: Reading, paragraph: Paragraph, date: DateExpression, first: int) -> Iterator[Found]:
    """完成时限：2023年12月底前: the term of the task that the section is."""
    section = reading.section(paragraph.section)
    action = section.title if section is not None else ""
    yield _statement(reading, paragraph, date, first, date.end, action, "schedule.label")


def _bracketed(
    reading: Reading, paragraph: Paragraph, date: DateExpression, first: int, opening: int
) -> Iterator[Found]:
    """集中评审（9月底前）: the date closes what is to be done; who does it, the sentence behind may say."""
    text = reading.text
    section = reading.section(paragraph.section)
    if section is not None and section.start == paragraph.start:
        first = max(first, section.start + len(section.marker))
    action = text[first:opening].strip("，、 ")
    if len(action) >= 2 and len(date.value) > len("2023"):
        yield _statement(reading, paragraph, date, first, date.end, action, "schedule.heading")


def _statement(
    reading: Reading, paragraph: Paragraph, date: DateExpression, first: int, end: int, action: str, rule: str
) -> Found:
    subject = reading.reference if paragraph.section is None else reading.task(paragraph.section)
    # A heading is followed by the sentence that says who acts.
    ahead = rule == "schedule.heading"
    start, stop = (date.end, min(paragraph.end, date.end + _NEXT)) if ahead else (first, date.start)
    actors = [
        found.name
        for found in find_organizations(reading.text, start, stop)
        if not reading.text.endswith(_words("not_acting"), start, found.start)
        and not _helps(reading.text, found.end, stop)
    ]
    return reading.statement(
        "dueBy",
        subject,
        date.value,
        reading.evidence(first, end),
        rule,
        due=date.value,
        actor=actors[-1] if actors else "",
        text=action,
    )


def _helps(text: str, start: int, stop: int) -> bool:
    """Whether the clause of an organization only says that it helps: 市财政局配合，12月底前完成."""
    close = _CLAUSE_END.search(text, start, stop)
    return close is not None and text.endswith(_words("helping"), start, close.start())
