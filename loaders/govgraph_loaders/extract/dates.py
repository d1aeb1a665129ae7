"""Dates as official texts say them: 2023年底前, 6月30日前, 上半年, “十四五”期末, 三年内, 每年.

Each becomes ISO 8601 text at the precision that is said; an end (年底, 月末, 一季度) is its last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from govgraph_loaders.damage.digits import days_of, find_run_together, read_date
from govgraph_loaders.extract.numerals import DIGITS, read_numeral
from govgraph_loaders.model import Document, Layout
from govgraph_ontology.vocabulary import load_vocabulary

DateKind = Literal["deadline", "from", "span", "base", "as_of", "point", "period"]

_TO = r"[ ]?[-—–―~～至到]{1,2}[ ]?"
_WRITTEN_DIGITS = str.maketrans("〇○◯零Oo一二三四五六七八九", "000000123456789")  # copies write 二OO六年
_FULL = re.compile(
    r"(?P<year>(?:19|20)\d\d)[ ]?[年\-./][ ]?"
    r"(?:(?P<month>\d{1,2})[ ]?[月\-./]?[ ]?(?:(?P<day>\d{1,2})日?)?)?"
)
_IN_CHARACTERS = re.compile(
    r"(?P<year>[二一][〇○◯零Oo九][〇○◯零Oo一二三四五六七八九]{2})年(?:(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?:(?P<day>[一二三四五六七八九十]{1,3})日)?)?"
)
_RUN_TOGETHER = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<rest>\d{2,4})日?")
_YEAR = re.compile(r"(?P<year>20\d\d)年")
# The line below the title of a report: ——2024年1月16日在云溪市第十二届人民代表大会第四次会议上.
_SPOKEN = re.compile(r"[—-]{1,2}(?P<date>20\d\d年\d{1,2}月\d{1,2}日)在[^。\n]{2,60}会")
_HEAD = 400
_NUMBER_YEAR = re.compile(r"[〔\[【（(](?P<year>20\d\d)[〕\]】）)]")
_YEARS = re.compile(r"20\d\d年?[-—–―~～至到]{1,2}20\d\d")
_FIVE_YEAR_PLAN = re.compile(
    r"[“”\"'‘]?(?P<number>[十一二三四五六七八九]{1,3})[·•]?五[”“\"'’]?(?P<part>规划末|末期|期末|末|期间|时期|以来|规划期)"
)
_FIVE_YEAR_PLAN_NAME = re.compile(
    r"[“\"](?P<number>[十一二三四五六七八九]{1,3})五[”\"]|第(?P<ordinal>[十一二三四五六七八九]{1,3})个五年规划"
)
_PLAN_NAMED = re.compile(r"(?P<number>十[一二三四五六七八九]?)[·•]?五(?:[”\"’]|时期|期间|规划|末)")
_PLAN_ZERO = 1955
_WITHIN = re.compile(
    r"(?P<lead>未来|今后|今后的|接下来|用|通过|在|力争)?(?:[\d一二两三四五六七八九十]{1,2}[-—至到])?"
    r"(?P<years>[\d一二两三四五六七八九十]{1,2})年(?:左右)?(?:的?时间)?(?P<within>以内|之内|内(?![容部涵需陆外河生]))?"
)
_LONGEST_WORD = 5
# Where two words disagree the first of these holds: 较2020年底 is a base, 自6月底前 a beginning.
_KINDS: tuple[DateKind, ...] = ("base", "from", "as_of", "span", "deadline")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in a text: `value` in ISO 8601 (empty for a `period`), `start` and `end` with its words.

    `kind`: `deadline` (到2027年, 6月底前), `from` (2023年起), `span` (“十四五”期间, 2021-2025年; `value` is
    its end, `first` its beginning), `base` (较2020年), `as_of` (截至2022年底), `period` (每年; `period` says
    how often), else `point`. `explicit`: whether the text names the year itself.
    """

    value: str
    kind: DateKind
    start: int
    end: int
    first: str = ""
    period: str = ""
    explicit: bool = True


def iso_date(text: str) -> str:
    """The first written date of `text` as ISO text at its own precision; empty where it has none.

    A date whose 年 and 月 were lost in copying (2023210) is read where only one reading is in the calendar.
    """
    damaged = next(find_run_together(text, 0, len(text)), None)
    if damaged is not None and (read := read_date(damaged)):
        return read
    match = _FULL.search(text)
    if match is not None:
        return _iso(int(match["year"]), _whole(match["month"]), _whole(match["day"]))
    characters = _IN_CHARACTERS.search(text)
    if characters is not None:
        parts = [read_numeral(characters[name] or "零") for name in ("month", "day")]
        month, day = (part[0] if part else 0 for part in parts)
        return _iso(int(characters["year"].translate(_WRITTEN_DIGITS)), month, day)
    alone = _RUN_TOGETHER.fullmatch(text.strip())
    if alone is None:
        return ""
    days = days_of(int(alone["year"]), alone["rest"])
    return days[0] if len(days) == 1 else ""


def _whole(digits: str | None) -> int:
    return int(digits) if digits else 0


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    """ISO text of what the calendar has; an impossible month or day is left out."""
    if not 1 <= month <= 12:
        return f"{year}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"


def document_date(layout: Layout, index: int) -> str:
    """The date of a document: its own or that of what prints it, else the year of its number or title.

    Empty where nothing in the source tells.
    """
    document = layout.documents[index]
    if document.date is not None:
        digits = _RUN_TOGETHER.fullmatch(document.date.text)
        return iso_date(document.date.text) or (digits["year"] if digits is not None else "")
    spoken = _SPOKEN.search(layout.view.text, document.start, min(document.end, document.start + _HEAD))
    if spoken is not None:
        return iso_date(spoken["date"])
    if document.parent is not None and (printed := document_date(layout, document.parent)):
        return printed
    numbered = next((found for mark in document.numbers if (found := _NUMBER_YEAR.search(mark.text))), None)
    if numbered is not None:
        return numbered["year"]
    year = opening_year(document)
    if year is not None:
        return f"{year}"
    dates = [iso_date(other.date.text) for other in layout.documents if other.date is not None]
    return dates[0][:4] if dates else ""


def plan_year(document: Document) -> int | None:
    """The one year for which the document plans by its title (2023年…工作要点); else None."""
    if _YEARS.search(document.title) or _FIVE_YEAR_PLAN_NAME.search(document.title):
        return None  # a plan for five years, and 2035年远景目标 beside it
    years = [int(match["year"]) for match in _YEAR.finditer(document.title)]
    return max(years) if years else None


def first_year(document: Document) -> int | None:
    """The earlier of the years that a title names (2023年工作总结和2024年工作计划); None without one."""
    years = (
        []
        if _YEARS.search(document.title)
        else [int(year["year"]) for year in _YEAR.finditer(document.title)]
    )
    return min(years, default=None)


def five_year_plan_end(text: str) -> int | None:
    """The last year of the five-year plan of the PRC that `text` names (“十四五”时期).

    The n-th ends in 1955 + 5n.
    """
    plan = _PLAN_NAMED.search(text)
    number = read_numeral(plan["number"]) if plan is not None else None
    return _PLAN_ZERO + 5 * number[0] if number is not None else None


def opening_year(document: Document) -> int | None:
    """The first year of what the document plans by its title (2021—2025年, “十四五”规划).

    None without one.
    """
    years = _YEARS.search(document.title)
    if years is not None:
        return int(years.group()[:4])
    plan = _FIVE_YEAR_PLAN_NAME.search(document.title)
    number = read_numeral(plan["number"] or plan["ordinal"]) if plan is not None else None
    return _PLAN_ZERO + 5 * number[0] - 4 if number is not None else plan_year(document)


class _Vocabulary(NamedTuple):
    relative: dict[str, int]
    parts: dict[str, str]
    periods: dict[str, str]
    before: dict[str, DateKind]
    after: dict[str, DateKind]
    not_after: tuple[str, ...]
    looking_back: tuple[str, ...]
    date: re.Pattern[str]
    period: re.Pattern[str]
    time_of_day: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    words = load_vocabulary("dates")
    year = (
        rf"(?:(?P<first>(?:19|20)\d\d)年?{_TO})?(?P<year>(?:19|20)\d\d)[ ]?年(?:度(?!假))?(?!级)"
        rf"|(?P<relative>{_alternatives(words['relative_years'])})"
    )
    parts = _alternatives(words["parts_of_year"])
    alone = _alternatives(part for part in words["parts_of_year"] if len(part) > 1 and part[0] != "全")
    # All that may begin a date: the look-ahead saves trying the alternatives at every character.
    date = (
        rf"(?=[\d今本明次下去上年第一二三四前])"
        rf"(?:(?:{year})(?:[ ]?(?:{_month('')}|(?P<part>{parts})))?"
        rf"|{_month('_alone')}|(?P<part_alone>{alone}))"
    )
    return _Vocabulary(
        relative=words["relative_years"],
        parts=words["parts_of_year"],
        periods=words["periods"],
        before=_kinds(words["before"]),
        after=_kinds(words["after"]),
        not_after=tuple(words["not_after"]["words"]),
        looking_back=tuple(words["looking_back"]["words"]),
        date=re.compile(date),
        period=re.compile(_alternatives(words["periods"])),
        time_of_day=re.compile(
            rf"(?:（(?:星期|周)[一二三四五六日天]）)?(?:{_alternatives(words['times_of_day']['words'])})?"
        ),
    )


def _month(suffix: str) -> str:
    day = rf"(?:(?P<day_first{suffix}>\d{{1,2}})日?{_TO})?(?P<day{suffix}>\d{{1,2}})[ ]?[日号]"
    return (
        rf"(?:(?P<month_first{suffix}>\d{{1,2}})月?{_TO})?(?P<month{suffix}>\d{{1,2}})[ ]?月份?"
        rf"(?:[ ]?{day}|(?P<third{suffix}>底|末|初|上旬|中旬|下旬))?"
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _kinds(words: dict[str, list[str]]) -> dict[str, DateKind]:
    names: dict[str, DateKind] = {
        "deadline": "deadline",
        "from": "from",
        "base": "base",
        "as_of": "as_of",
        "span": "span",
    }
    return {word: names[kind] for kind, forms in words.items() for word in forms}


def find_dates(
    text: str, start: int, end: int, year: int | None, month: int | None = None
) -> list[DateExpression]:
    """The dates and periods of `text[start:end]` in order, none overlapping another.

    `year` and `month` are those of the document: a date without a year is in the year that its sentence has
    named, else in the document's; a deadline in a month before `month` is in the next one. Without a year
    such dates are left out.
    """
    found = [*_find_periods(text, start, end), *_find_five_year_plans(text, start, end)]
    found += _find_spans_of_years(text, start, end, year)
    found += [*_find_run_together(text, start, end), *_find_calendar_dates(text, start, end, year, month)]
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[DateExpression] = []
    checked, annual = start, False
    for date in found:
        if kept and date.start < kept[-1].end:
            continue
        annual = annual and "。" not in text[checked : date.start]
        checked = date.start
        if annual and not date.explicit:
            continue  # 每年12月底前 names no day of one year
        annual = annual or date.period == "annual"
        kept.append(date)
    return kept


def _find_periods(text: str, start: int, end: int) -> Iterator[DateExpression]:
    words = _vocabulary()
    for match in words.period.finditer(text, start, end):
        yield DateExpression("", "period", *match.span(), period=words.periods[match.group()])


def _find_five_year_plans(text: str, start: int, end: int) -> Iterator[DateExpression]:
    """The n-th five-year plan of the PRC ends in 1955 + 5n: “十四五” in 2025."""
    for match in _FIVE_YEAR_PLAN.finditer(text, start, end):
        number = read_numeral(match["number"])
        if number is None or number[1] is not None:
            continue
        last = _PLAN_ZERO + 5 * number[0]
        part = match["part"]
        kind: DateKind = "from" if part == "以来" else "deadline" if "末" in part else "span"
        begin, before = _word_before(text, start, match.start())
        if before in {"base", "as_of"}:
            kind = before
        yield DateExpression(
            f"{last}", kind, begin if before else match.start(), match.end(), first=f"{last - 4}"
        )


def _find_run_together(text: str, start: int, end: int) -> Iterator[DateExpression]:
    """2024630前, 2024年630日: a copy lost what stood between the digits, and there is one such day."""
    for match in find_run_together(text, start, end):
        day = read_date(match)
        if day:
            begin, before = _word_before(text, start, match.start())
            stop, after = _word_after(text, match.end(), end)
            kind: DateKind = next((kind for kind in _KINDS if kind in {before, after}), "point")
            yield DateExpression(day, kind, begin, stop)


def _find_spans_of_years(text: str, start: int, end: int, year: int | None) -> Iterator[DateExpression]:
    """三年内, 未来五年, 用3-5年时间: so many years after the document."""
    if year is None:
        return
    words = _vocabulary()
    for match in _WITHIN.finditer(text, start, end):
        if not match["within"] and not (match["lead"] and match["lead"] not in {"在", "力争"}):
            continue
        if text.endswith(words.looking_back, max(start, match.start() - 2), match.start()):
            continue
        written = match["years"]
        number = (int(written), None) if written.isascii() else read_numeral(written)
        if number is None or number[0] > 30:
            continue
        kind: DateKind = "deadline" if match["within"] else "span"
        yield DateExpression(f"{year + number[0]}", kind, *match.span(), first=f"{year}", explicit=False)


def _find_calendar_dates(
    text: str, start: int, end: int, year: int | None, month: int | None
) -> Iterator[DateExpression]:
    words = _vocabulary()
    named: int | None = None
    checked = start
    for match in words.date.finditer(text, start, end):
        first = match.start()
        before = text[first - 1 : first] if first > start else ""
        if before.isdigit() or ((before in DIGITS or before in set("十几多每")) and not match["year"]):
            continue
        if text.find("。", checked, first) >= 0:
            named = None
        checked = first
        kind, begin, stop = _kind(text, start, end, match)
        explicit = match["year"] is not None
        at = int(match["year"]) if explicit else named if not match["relative"] else None
        if at is None and year is not None:
            at = year + words.relative.get(match["relative"] or "", 0)
            at += _is_next_year(match, kind, month)
        if at is None:
            continue
        value, opening = _value(match, at)
        if explicit and kind not in {"base", "as_of", "from"} and (year is None or at >= year):
            named = at
        yield DateExpression(value, kind, begin, stop, first=opening, explicit=explicit)


def _is_next_year(match: re.Match[str], kind: DateKind, month: int | None) -> int:
    """1 for a deadline in a month that was over when the document was written, else 0."""
    due = match["month_alone"]
    return int(bool(due and month and kind == "deadline" and int(due) < month))


def _kind(text: str, start: int, end: int, match: re.Match[str]) -> tuple[DateKind, int, int]:
    """What kind of date it is, and its span with the words that say so."""
    begin, before = _word_before(text, start, match.start())
    stop, after = _word_after(text, match.end(), end)
    ends = match["part"] or match["part_alone"] or match["third"] or match["third_alone"] or ""
    for kind in _KINDS:
        if kind in {before, after}:
            return kind, begin, stop
    if match["first"] or match["month_first"] or match["month_first_alone"]:
        return "span", begin, stop
    return (
        ("deadline" if ends.endswith(("底", "末", "终")) or match["relative"] == "年内" else "point"),
        begin,
        stop,
    )


def _word_before(text: str, start: int, at: int) -> tuple[int, DateKind | None]:
    """Where a word right before `at` that makes something of a date begins, and what it makes."""
    words = _vocabulary()
    for length in range(min(_LONGEST_WORD, at - start), 0, -1):
        kind = words.before.get(text[at - length : at])
        if kind is not None:
            return at - length, kind
    return at, None


def _word_after(text: str, at: int, end: int) -> tuple[int, DateKind | None]:
    """Where a word behind a date that ends at `at` ends, past a time of day, and what it makes of it."""
    words = _vocabulary()
    time = words.time_of_day.match(text, at, end)
    begin = time.end() if time else at
    for length in range(_LONGEST_WORD, 0, -1):
        kind = words.after.get(text[begin : min(begin + length, end)])
        if kind is not None and not text.startswith(words.not_after, begin, end):
            return min(begin + length, end), kind
    return at, None


def _value(match: re.Match[str], year: int) -> tuple[str, str]:
    """The end that the words mean, and the beginning where they are a span."""
    part = match["part"] or match["part_alone"]
    if part:
        day = _vocabulary().parts[part]
        return (f"{year}-{day}" if day else f"{year}"), match["first"] or ""
    suffix = "_alone" if match["month_alone"] else ""
    month, day_of_month = _whole(match[f"month{suffix}"]), _whole(match[f"day{suffix}"])
    opening = match["first"] or ""
    if match[f"month_first{suffix}"]:
        opening = _iso(year, _whole(match[f"month_first{suffix}"]))
    third = match[f"third{suffix}"]
    if third and 1 <= month <= 12 and third != "初":
        last = monthrange(year, month)[1]
        day_of_month = {"上旬": 10, "中旬": 20}.get(third, last)
    return _iso(year, month, day_of_month), opening
