"""A number or a date as the sheet shows it, by the format of its cell (ECMA-376 Part 1, 18.8.31 numFmts).

Not all of Excel's format language: dates and times, percentages, decimals and thousands; another format shows
the number as it is.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_NOT_SHOWN = re.compile(r'["\\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0,]*[#0](?:\.(?P<decimals>[#0]+))?")
_DATE_PARTS = re.compile(r"yyyy|yy|mmmm?|mm|m|dd|d|年|月|日|-|/|\.")


def show_number(value: float | int, number_format: str) -> str:
    """The number as shown: 0.123 with `0.0%` is 12.3%, 1234.5 with `#,##0.00` is 1,234.50."""
    section = number_format.split(";", maxsplit=1)[0]
    plain = _QUOTED.sub("", section)
    digits = _DIGITS.search(plain)
    percent = "%" in plain
    number = Decimal(repr(value)) * 100 if percent else Decimal(repr(value))
    if digits is None or "E" in plain:
        return _as_it_is(number) + ("%" if percent else "")
    decimals = digits["decimals"] or ""
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in digits.group() else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    for _ in range(optional):
        text = text.removesuffix("0")
    unit = "".join(found[1:-1] for found in _QUOTED.findall(section) if found.startswith('"'))
    return text.removesuffix(".") + ("%" if percent else "") + unit


def show_date(value: datetime.date | datetime.time | datetime.timedelta, number_format: str) -> str:
    """The date as shown, a time alone as hours and minutes; formats that name months in words as ISO 8601."""
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    section = number_format.split(";", maxsplit=1)[0].split("@", maxsplit=1)[0]
    day = _NOT_SHOWN.sub("", section).lower().split(" ")[0].split("h")[0]
    if not day or _DATE_PARTS.sub("", day) or "mmm" in day:
        return value.strftime("%Y-%m-%d")
    shown = {
        "yyyy": f"{value.year:04d}",
        "yy": f"{value.year % 100:02d}",
        "mm": f"{value.month:02d}",
        "m": str(value.month),
        "dd": f"{value.day:02d}",
        "d": str(value.day),
    }
    return _DATE_PARTS.sub(lambda part: shown.get(part.group(), part.group()), day)


def _as_it_is(number: Decimal) -> str:
    """General: no exponent, no zeros behind, the fifteen figures that a sheet keeps."""
    text = f"{Decimal(f'{number:.15g}'):f}"
    return text.rstrip("0").removesuffix(".") if "." in text else text
