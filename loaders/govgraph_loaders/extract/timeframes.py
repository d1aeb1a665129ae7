"""When what a part of a document says is to be.

The years of its headings, and whether it looks back or ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.dates import first_year, five_year_plan_end, plan_year
from govgraph_loaders.extract.reading import Reading
from govgraph_ontology.vocabulary import load_vocabulary

_YEAR = re.compile(r"(?P<year>20\d\d)年")


@dataclass(frozen=True, slots=True)
class Timeframe:
    """The time of a section.

    `due`: the year for which it plans, or of which it reports; empty where it has none. `achieved`: it
    reports results. `goals`: its heading announces goals, so that a bare name and number is one.
    """

    due: str
    achieved: bool
    goals: bool


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_vocabulary("timeframes")[name])


def read_timeframe(reading: Reading, section: int | None) -> Timeframe:
    """The timeframe of a section.

    The innermost heading that tells decides, then the title of the document.
    """
    document = reading.document
    year = plan_year(document)
    achieved: bool | None = None
    in_passing: bool | None = None
    own = ""
    goals = False
    for index in reversed(reading.path(section)):
        heading = document.sections[index]
        goals = goals or any(word in heading.title for word in _words("goal_headings"))
        told = _looks_back(heading.title)
        if heading.run_in:
            # ——经济发展取得新成效。 under 主要目标 is no result.
            in_passing = told if in_passing is None else in_passing
        elif achieved is None:
            achieved = told
        if not own and (told is not None or any(word in heading.title for word in _words("yearly"))):
            own = _heading_year(heading.title)
    achieved = in_passing if achieved is None else achieved
    reports = any(word in document.title for word in _words("reports"))
    if achieved is None:
        achieved = reports
    due = own
    if not due:
        yearly = any(word in document.title for word in _words("yearly"))
        year = year or (reading.year if yearly else None)
        # A report on the work of the government is named after the year for which it plans, and reviews
        # the one before.
        reviewed = achieved and any(word in document.title for word in _words("reviewing"))
        earlier = first_year(document)
        if earlier is not None and year is not None and earlier < year:
            # 2023年工作总结和2024年工作计划 reviews the first and plans for the other.
            due = f"{earlier if achieved else year}"
        elif year is not None and (achieved or not reports):
            due = f"{year - 1 if reviewed else year}"
    return Timeframe(due, achieved, goals)


def _heading_year(title: str) -> str:
    """The year that a heading names, or the last one of the five-year plan that it names; empty for none."""
    found = _YEAR.search(title)
    end = five_year_plan_end(title)
    return found["year"] if found is not None else f"{end}" if end is not None else ""


def _looks_back(title: str) -> bool | None:
    """Whether a heading announces results (True) or plans (False).

    None where it tells neither, or is a sentence.
    """
    if len(title) > load_vocabulary("timeframes")["longest_heading"]:
        return None
    if title.endswith(_words("back_however")):
        return True  # 主要目标完成情况
    if any(word in title for word in _words("ahead")):
        return False
    if any(word in title for word in _words("back")) or title.endswith(_words("back_endings")):
        return True
    return None
