"""Times as headings of tables abbreviate them: 一季度, Q1, 1-9月, 2025, 全年; the year comes from the table.

Times in cells are written as in sentences: `dates.find_dates` reads them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from govgraph_loaders.extract.dates import find_dates
from govgraph_loaders.extract.numerals import read_numeral

_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TO = "[-—－–~～至到]{1,2}"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:年(?:度)?)?"
_YEARS = re.compile(rf"(?P<from>(?:19|20)\d\d)年?{_TO}{_YEAR}(?!\d)")
_ONE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_YEAR_END = re.compile(rf"(?<!\d){_YEAR}[底末终]")
_PART = re.compile(
    rf"(?P<range>(?:1|一|元){_TO}(?P<until>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月份?)"
    r"|(?P<quarters>前(?:三|3)(?:个)?季度|1[-—]3季度|一至三季度)"
    r"|(?:第)?(?P<quarter>[一二三四1-4])季度(?:末|底)?|Q(?P<letter>[1-4])"
    r"|(?P<half>上半年)|(?P<second>下半年)|(?P<whole>全年|年度)"
    r"|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<end>底|末)|(?:份|上旬|中旬|下旬)?)"
    r"|(?P<yearend>年底|年末|年终)"
)
_TRAILING = re.compile(r"^(?:之前|以前|前)")


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a heading or a cell names.

    `due`: ISO text at the precision that is meant (`2025`, `2023-02`, `2023-03-31`). `kind`: `year`,
    `quarter` (one alone), `until` (from the beginning of the year on), `month`. `rest`: the text without it.
    """

    due: str
    kind: str
    rest: str

    @property
    def year(self) -> int:
        """The year of `due`."""
        return int(self.due[:4])


def read_deadline(text: str, year: int | None) -> str:
    """The date by which a cell under 完成时限 says that something is due, as ISO text, or nothing.

    全年 and 长期 are no dates.
    """
    dates = [
        date
        for date in find_dates(text, 0, len(text), year)
        if date.value and date.kind not in {"base", "from"}
    ]
    if dates:
        return dates[-1].value
    time = read_time(text, None)
    return time.due if time is not None else ""


def read_time(text: str, year: int | None) -> Time | None:
    """The time that `text` names; `year` is meant where it gives none. None where it names no time.

    Of several years the last counts: 2021-2025年 are due in 2025.
    """
    end = _YEAR_END.search(text)
    if end:
        return Time(
            f"{end['year']}-12-31", "until", text[: end.start()] + _TRAILING.sub("", text[end.end() :])
        )
    found = None
    rest = text
    spans = _YEARS.search(text)
    if spans:
        found, rest = int(spans["year"]), text[: spans.start()] + text[spans.end() :]
    else:
        for single in _ONE_YEAR.finditer(text):
            found = int(single["year"])
        rest = _ONE_YEAR.sub("", text)
    part = _PART.search(rest)
    meant = found if found is not None else year
    if meant is None or (found is None and part is None):
        return None
    if part is None:
        return Time(str(meant), "year", _TRAILING.sub("", rest))
    left = rest[: part.start()] + _TRAILING.sub("", rest[part.end() :])
    due, kind = _of_part(part, meant)
    return Time(due, kind, left) if due else None


def _of_part(part: re.Match[str], year: int) -> tuple[str, str]:
    if part["range"]:
        return _month_end(year, _month(part["until"])), "until"
    if part["quarters"]:
        return _month_end(year, 9), "until"
    if part["quarter"] or part["letter"]:
        return _month_end(year, 3 * _DIGITS[part["quarter"] or part["letter"]]), "quarter"
    if part["half"]:
        return _month_end(year, 6), "until"
    if part["second"] or part["yearend"]:
        return f"{year}-12-31", "until"
    if part["whole"]:
        return str(year), "year"
    month = int(part["month"])
    if not 1 <= month <= 12:
        return "", ""
    if part["day"]:
        day = int(part["day"])
        return (
            (f"{year}-{month:02}-{day:02}", "until") if 1 <= day <= monthrange(year, month)[1] else ("", "")
        )
    return (_month_end(year, month), "until") if part["end"] else (f"{year}-{month:02}", "month")


def _month(text: str) -> int:
    numeral = None if text.isdigit() else read_numeral(text)
    return int(text) if text.isdigit() else int(numeral[0]) if numeral is not None else 0


def _month_end(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return ""
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"
