"""The timeline: deadlines of tasks and dates of targets by year and month, with leads and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from govgraph_exports.views.page import Page, render_reading
from govgraph_exports.views.told import Passages, Told
from govgraph_exports.wording import target_words
from govgraph_ontology.errors import QueryRefused
from govgraph_ontology.literals import date_value

TASK, TARGET = "任务", "目标"
MOST_ENTRIES = 20_000
LIKE = 8
"""So many targets of one indicator in one month are folded under its name."""

_WHOLE_YEAR = 13


@dataclass(frozen=True, slots=True)
class TimelinePage(Page):
    """The timeline of so many entries; `overdue` of them on the day that was asked for."""

    entries: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is due. `last_day`: ISO 8601, in full; `due`: as exact as the text is."""

    last_day: str
    due: str
    kind: str
    subject: str
    matter: str
    words: str
    lead: str
    passage: int
    overdue: bool

    @property
    def month(self) -> tuple[int, int]:
        """Year and month; what is due within a year comes after its months."""
        return int(self.due[:4]), int(self.due[5:7] or _WHOLE_YEAR)

    @property
    def day(self) -> str:
        """What a row says of the date, under the heading of its month."""
        return f"{int(self.due[8:])} 日" if self.due[8:] else "月内" if self.due[5:] else "年内"

    @property
    def title(self) -> str:
        """The whole of it in one line."""
        return " ".join(filter(None, (self.subject, self.matter, self.words, f"（{self.due}）")))


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of a month that stand together; `name` where they are folded under it."""

    name: str
    entries: list[Entry]


def draw_timeline(told: Told, on: str | None = None) -> TimelinePage:
    """The timeline of what is told; `on` marks what is overdue on that day.

    Raises UnknownName where nothing has a date, QueryRefused where `on` is no date, GovgraphError where there
    are too many entries.
    """
    today = None if on is None else _day(on)
    passages = told.passages()
    entries = _in_order(told, passages, today)
    told.require(entries, "期限", "dates", MOST_ENTRIES)
    years = [
        (
            year,
            [
                (month, list(_groups(list(due))))
                for (_, month), due in groupby(of_year, lambda entry: entry.month)
            ],
        )
        for year, of_year in groupby(entries, lambda entry: entry.month[0])
    ]
    sizes = Counter(entry.month[0] for entry in entries)
    overdue = sum(entry.overdue for entry in entries)
    heading = f"{told.about} · 时间表" + (f"（截至 {today}）" if today else "")
    kinds = Counter(entry.kind for entry in entries)
    html = render_reading(
        "timeline",
        heading,
        passages.found,
        years=years,
        sizes=sizes,
        most=max(sizes.values()),
        kinds=sorted(kinds.items()),
        states=[("已过期限", overdue), ("未到期限", len(entries) - overdue)] if today else [],
        total=len(entries),
    )
    return TimelinePage(html, heading, len(entries), overdue)


def due_by_month(told: Told, passages: Passages) -> list[tuple[str, list[Group]]]:
    """By month what is due in it (`2025 年 6 月`, `2025 年内`), as the timeline has it; may be empty."""
    return [
        (f"{year} 年内" if month == _WHOLE_YEAR else f"{year} 年 {month} 月", list(_groups(list(due))))
        for (year, month), due in groupby(_in_order(told, passages, None), lambda entry: entry.month)
    ]


def _in_order(told: Told, passages: Passages, today: str | None) -> list[Entry]:
    return sorted(_entries(told, passages, today), key=lambda entry: (entry.month, entry.last_day))


def _entries(told: Told, passages: Passages, today: str | None) -> Iterator[Entry]:
    for fact in told.facts:
        qualifiers, relation = fact["qualifiers"], fact["relation"]
        if relation == "dueBy":
            due, kind = str(fact["object"]["value"]), TASK
            matter, words = "", str(qualifiers.get("text", ""))
            words = "" if words == fact["subject"]["label"] else words
        elif relation == "hasTarget" and "due" in qualifiers and not qualifiers.get("achieved"):
            due, kind = str(qualifiers["due"]), TARGET
            matter, words = fact["object"]["label"], target_words(qualifiers)
        else:
            continue
        subject = fact["subject"]
        last_day = _last_day(due)
        lead = "、".join(told.leads.get(subject["id"], ())) or str(qualifiers.get("actor", ""))
        overdue = today is not None and last_day < today
        passage = told.passage(passages, fact)
        yield Entry(last_day, due, kind, subject["label"], matter, words, lead, passage, overdue)


def _groups(entries: Sequence[Entry]) -> Iterator[Group]:
    """The entries of a month: those by themselves first, then those of one indicator under its name."""
    like: dict[str, list[Entry]] = {}
    for entry in entries:
        like.setdefault(entry.matter, []).append(entry)
    folded = {matter for matter, found in like.items() if matter and len(found) >= LIKE}
    single = [entry for entry in entries if entry.matter not in folded]
    if single:
        yield Group("", single)
    for matter, found in like.items():
        if matter in folded:
            yield Group(matter, found)


@cache
def _last_day(due: str) -> str:
    return str(date_value(due).last_day)


def _day(on: str) -> str:
    try:
        return _last_day(on)
    except ValueError:
        raise QueryRefused(f"日期不能是 {on!r}，应为 (no date; give): 2025, 2025-06, 2025-06-30") from None
