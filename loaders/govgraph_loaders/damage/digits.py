"""Digits that lost what stood between them: 2023210 for 2023年2月10日, 〔20238号 for 〔2023〕8号."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from govgraph_loaders.damage.fault import Fault, is_han

RUN_TOGETHER = re.compile(
    r"(?P<year>20[0-4]\d)(?:年(?P<day>\d{3,4})日|(?P<month>1[0-2]|[1-9])月(?P<of_month>\d{1,2})日"
    r"|(?P<rest>\d{2,4})(?=日|前|之前|以前|起|印发|发布|出版|止))日?"
)
"""A date that lost its 年 or 月 or both, where what follows says that it is one."""

_MONTH, _WHOLE = 2, 4
_MONTHS = 12
_UNCLOSED = re.compile(
    r"[〔﹝【](?:(?P<read>(?:19|20)\d\d\d{1,4}号)|(?:19|20)\d\d[〕﹞】]号|(?:\d{2,3})?[〕﹞】]\d{1,5}号)"
)
_UNOPENED = re.compile(r"(?:19|20)\d\d[〕﹞】]\d{1,5}号")


def find_run_together(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dates of `text[start:end]` whose digits stand together."""
    for match in RUN_TOGETHER.finditer(text, start, end):
        before = text[match.start() - 1 : match.start()]
        if not before.isdigit() and before != ".":
            yield match


def find_digits(text: str) -> Iterator[Fault]:
    """Dates and document numbers whose digits stand together; read where there is one reading alone."""
    for match in find_run_together(text, 0, len(text)):
        yield Fault(match.start(), match.end(), "damage.date", match.group() if read_date(match) else None)
    for match in _UNCLOSED.finditer(text):
        read = match.group() if match["read"] else None
        yield Fault(match.start(), match.end(), "damage.number", read)
    for match in _UNOPENED.finditer(text):
        if is_han(text[match.start() - 1 : match.start()]):
            yield Fault(match.start(), match.end(), "damage.number", match.group())


def read_date(match: re.Match[str]) -> str:
    """The day (ISO 8601) that a match of `RUN_TOGETHER` says; empty where it may be another one too."""
    year = int(match["year"])
    if match["month"]:
        return _day(year, match["month"], match["of_month"])
    days = days_of(year, match["day"] or match["rest"])
    return days[0] if len(days) == 1 else ""


def days_of(year: int, rest: str) -> list[str]:
    """The days of the calendar (ISO 8601) that `rest`, month and day without anything between, may mean.

    None where it may be a month alone: 12 for 1月2日 and for 12月.
    """
    if len(rest) == _MONTH and int(rest) <= _MONTHS:
        return []
    found = {
        _day(year, rest[:cut], rest[cut:])
        for cut in range(1, len(rest))
        if rest[cut] != "0" or len(rest) == _WHOLE
    }
    return sorted(found - {""})


def _day(year: int, month: str, day: str) -> str:
    if not 1 <= int(month) <= _MONTHS or not 1 <= int(day) <= monthrange(year, int(month))[1]:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}"
