"""What the numbers of a column measure: indicator, unit, growth or level, and for when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from govgraph_loaders.extract.dates import five_year_plan_end
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.times import Time, read_time
from govgraph_loaders.extract.tables.units import bracket_unit, heading_unit, is_unit, split_brackets
from govgraph_loaders.model import Column, Table
from govgraph_ontology.vocabulary import load_vocabulary

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d年?[-—－–~至到]{1,2}(?P<last>(?:19|20)\d\d)年?")
_PLAN = re.compile(r"[“\"]?(?P<number>十[一二三四五六七八九]?)[·•]?五[”\"]?(?:时期|期间|规划)?")
_TRIM = " ：:，、“”—-·"
_SHORTEST = 4
_TABLE_NAMES = ("表", "清单", "计划", "目标", "指标", "任务")


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of numbers.

    `indicator`: what its heading names (empty: the row or the title names it). `unit`: of the heading.
    `change`: `increase`, `decrease`, nothing for a level. `due`: ISO text; `kind`: of the time (empty
    where the heading names none). `annual`: a yearly average. `is_baseline`: it says what was.
    """

    column: int
    indicator: str = ""
    unit: str = ""
    change: str = ""
    due: str = ""
    kind: str = ""
    annual: bool = False
    is_baseline: bool = False


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("table_targets")


@cache
def _longest_first(*path: str) -> tuple[str, ...]:
    """A list of the vocabulary, its longest words first."""
    found: Any = _words()
    for name in path:
        found = found[name]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def table_year(reading: Reading, table: Table) -> int | None:
    """The year for which a table speaks: of its captions, of the document's title, of the document."""
    for text in (table.title, *table.captions, reading.document.title):
        found = _last_year(text) or five_year_plan_end(text)
        if found is not None:
            return found
    return reading.year


def _last_year(text: str) -> int | None:
    spans = _YEARS.search(text)
    if spans:
        return int(spans["last"])
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def read_measures(columns: TableColumns, year: int | None, now: int | None) -> list[Measure]:
    """The columns of numbers, and those headed by a year or quarter, with what each measures.

    `year`: the one for which the table speaks, `now` that of its document. Columns of years before both are
    baselines.
    """
    measures: list[Measure] = []
    for column in columns.table.columns:
        if columns.roles[column.index] not in {"measure", "goal", ""} or not column.path:
            continue
        measure = _read_heading(column, year, now)
        if columns.roles[column.index] != "measure" and (not measure.kind or columns.key == "task"):
            continue
        if column.path[0].startswith("其中") and measures:
            before = measures[-1]
            # It counts part of what the column before counts: new ones where that counts new ones.
            counted = before.change if before.unit != "%" else ""
            measure = replace(measure, unit=measure.unit or before.unit, change=measure.change or counted)
        measures.append(measure)
    return _with_common_unit(_with_fourth_quarter(_with_last_year(measures), columns, year))


def read_goal_columns(columns: TableColumns, year: int | None) -> list[Measure]:
    """The columns that say in words what is to be reached: 年度目标, 主要内容, tasks, 一季度目标."""
    words = {"goal", "detail", "task"}
    headings = [
        (columns.roles[column.index], _read_heading(column, year, None))
        for column in columns.table.columns
        if column.path and columns.roles[column.index] in {*words, ""}
    ]
    return [measure for role, measure in headings if role in words or measure.kind]


def _with_fourth_quarter(measures: list[Measure], columns: TableColumns, year: int | None) -> list[Measure]:
    """The column after 三季度任务目标 whose heading only lacks the quarter is that of the fourth."""
    for before, (index, measure) in zip(measures, list(enumerate(measures))[1:], strict=False):
        third = before.kind == "quarter" and before.due.endswith("-09-30")
        if third and not measure.kind and measure.column == before.column + 1 and year is not None:
            said, lacking = (columns.table.columns[found.column].path[-1] for found in (before, measure))
            if said.endswith(lacking):
                measures[index] = replace(measure, due=f"{year}-12-31", kind="quarter")
    return measures


def _with_common_unit(measures: list[Measure]) -> list[Measure]:
    """Columns headed by a time alone count in the one unit that the other headings name."""
    units = {measure.unit for measure in measures if measure.unit and measure.unit != "%"}
    if len(units) != 1:
        return measures
    unit = min(units)
    return [
        replace(measure, unit=unit) if measure.kind and not (measure.indicator or measure.unit) else measure
        for measure in measures
    ]


def _with_last_year(measures: list[Measure]) -> list[Measure]:
    """A column without a year beside columns of years (年均增速) is due in the last of them."""
    years = [measure.due for measure in measures if measure.kind == "year"]
    if not years:
        return measures
    return [
        measure if measure.kind or not measure.due else replace(measure, due=max(years))
        for measure in measures
    ]


def _read_heading(column: Column, year: int | None, now: int | None) -> Measure:
    parts: list[str] = []
    change = ""
    time: Time | None = None
    annual = baseline = False
    for element in column.path:
        text, inner = split_brackets(element)
        raised = any(word in element for word in _words()["money_raised"])
        baseline = baseline or (not raised and any(word in element for word in _words()["not_targets"]))
        annual = annual or any(word in element for word in _words()["change"]["annual"])
        if is_unit(text):
            continue
        found = read_time(text, year) or next(
            (read_time(part, year) for part in inner if not bracket_unit(part)), None
        )
        if found is not None and (time is None or found.kind != "year"):
            time, text = found, found.rest if found.rest != text else text
        elif found is not None:
            text = found.rest
        text, growth = _split_growth(text)
        change = change or growth
        text = _bare(text)
        if text:
            parts.append(text)
    indicator = _join(parts)
    if not change and indicator:
        change = change_of(indicator)
    past = time is not None and year is not None and time.year < min(year, now or year)
    return Measure(
        column=column.index,
        indicator=indicator,
        unit=heading_unit(column) or ("%" if change and annual else ""),
        change=change,
        due=time.due if time is not None else str(year) if year is not None else "",
        kind=time.kind if time is not None else "",
        annual=annual,
        is_baseline=baseline or past,
    )


def _split_growth(text: str) -> tuple[str, str]:
    """The heading without a final 增速, 增长, 下降 …, and which way it goes."""
    for change in ("increase", "decrease"):
        for word in _longest_first("change", change):
            if text.endswith(word):
                rest = text.removesuffix(word).removesuffix("同比").removesuffix("比")
                return rest, change
    return text, ""


def _bare(text: str) -> str:
    """The heading without words that name no indicator: 固定资产投资任务目标 is 固定资产投资."""
    text = text.strip(_TRIM)
    text = text.removeprefix("其中").strip(_TRIM) or text
    generic = _words()["generic"]
    if text in generic:
        return ""
    for word in _longest_first("generic"):
        if text.endswith(word) and len(text) - len(word) >= _SHORTEST:
            return text.removesuffix(word).strip(_TRIM)
    return text


def _join(parts: Sequence[str]) -> str:
    """The headings from the top down; one that only groups others names nothing."""
    kept = [
        part
        for index, part in enumerate(parts)
        if index == len(parts) - 1 or not part.endswith(tuple(_words()["groups"]))
    ]
    return "".join(kept)


@lru_cache(maxsize=4096)
def change_of(indicator: str) -> str:
    """`increase` or `decrease` where the name of an indicator says so (新增…, …下降幅度), else nothing."""
    change = _words()["change"]
    if any(word in indicator for word in change["decrease_in_name"]):
        return "decrease"
    return "increase" if any(word in indicator for word in change["increase_in_name"]) else ""


def _title_of(reading: Reading, table: Table) -> str:
    """The title of a table without its brackets; that of a document that is nothing but the table."""
    title, _ = split_brackets(reading.document.title)
    return split_brackets(table.title)[0] if table.title else title if title.endswith(_TABLE_NAMES) else ""


def title_indicator(reading: Reading, table: Table) -> str:
    """The indicator of which the title speaks: 2024年各县区固定资产投资任务分解表 is about 固定资产投资.

    A table without a title has that of a document that is nothing but the table.
    """
    text = _title_of(reading, table)
    text = _PLAN.sub("", _YEAR.sub("", text.replace("年度", "年")))
    words = _words()
    place = reading.scope.rpartition("/")[2]
    while True:
        before = text
        text = text.strip(_TRIM)
        for ending in (*words["title_endings"], *words["weak_title_endings"]):
            least = _SHORTEST if ending in words["weak_title_endings"] else 2
            if text.endswith(ending) and len(text) - len(ending) >= least:
                text = text.removesuffix(ending)
        for opening in (*_longest_first("title_openings"), place):
            if opening and text.startswith(opening) and len(text) - len(opening) >= _SHORTEST:
                text = text.removeprefix(opening)
        if text == before:
            return "" if text in words["generic"] else text


def sets_targets(
    reading: Reading, columns: TableColumns, measures: Sequence[Measure], *, reported: bool = False
) -> bool:
    """Whether a table speaks of numbers to be reached, and not of money, points or the past.

    With `reported` one may set goals that tells beside them how far things are (实事项目进展情况表).
    """
    table, words = columns.table, _words()
    said = " ".join([_title_of(reading, table), *table.captions])
    headings = [column.name for column in table.columns]
    if any(word in reading.document.title for word in words["documents"]):
        return False
    if columns.having("code", "account") or any(
        word in text for text in headings for word in words["points"]
    ):
        return False
    about = said
    for word in (*words["no_standard"], *(words["progress"] if reported else ())):
        about = about.replace(word, "")
    if any(word in about for word in words["not_goals"]):
        return False
    if any(word in said for word in words["money"]) and not any(word in said for word in words["tasks"]):
        return False
    return any(_speak_of_goals(reading, columns, measures, said))


def _speak_of_goals(
    reading: Reading, columns: TableColumns, measures: Sequence[Measure], said: str
) -> Iterator[bool]:
    goals = _words()["goals"]
    yield any(word in said for word in goals)
    yield columns.first("nature") is not None
    table = columns.table
    yield any(word in table.columns[measure.column].name for measure in measures for word in goals)
    now = reading.year
    yield now is not None and any(
        measure.kind == "year" and int(measure.due[:4]) > now for measure in measures
    )
