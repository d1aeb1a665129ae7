"""Literals: dates at the precision that the text gives, numbers without binary noise.

A date becomes the last day of what is meant, as `xsd:date`, with its precision and its words beside it,
because engines compare `xsd:gYear` and `xsd:gYearMonth` with dates wrongly or not at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf
from typing import NamedTuple

from rdflib import XSD, Literal

Precision = OneOf["year", "month", "day"]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class DateValue(NamedTuple):
    """A date of the text: its last day (`xsd:date`), its precision, and the ISO 8601 text that was given."""

    last_day: Literal
    precision: Precision
    text: str


def date_value(text: str) -> DateValue:
    """The date that `2025`, `2023-06` or `2023-06-19` (ISO 8601) names.

    Raises ValueError with the offending text where it is no such date.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date in the form YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
    year, month, day = match.groups()
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    try:
        last_month = int(month or 12)
        last = date(int(year), last_month, int(day) if day else monthrange(int(year), last_month)[1])
    except ValueError:  # calendar.IllegalMonthError is one
        raise ValueError(f"no such day in the calendar: {text!r}") from None
    return DateValue(Literal(last.isoformat(), datatype=XSD.date), precision, text)


def first_day(text: str) -> str:
    """The first day of what `2025`, `2023-06` or `2023-06-19` names, in full. Raises ValueError as above."""
    date_value(text)
    return text + "-01-01"[len(text) - 4 :]


def date_text(last_day: Literal, precision: str) -> str:
    """The date as ISO 8601 text at its precision: undoes `date_value`.

    Raises ValueError for a precision that is none of `year`, `month` and `day`.
    """
    lengths = {"year": 4, "month": 7, "day": 10}
    if precision not in lengths:
        raise ValueError(f"not a precision of a date ({', '.join(lengths)}): {precision!r}")
    return str(last_day)[: lengths[precision]]


def number_literal(number: float | int | Decimal) -> Literal:
    """The number as `xsd:decimal` in canonical form (XSD 1.1, section 3.3.3): 14.3 is `14.3`, 20.0 is `20`.

    Raises ValueError for what is no finite number; a truth value is none.
    """
    if isinstance(number, bool):
        raise ValueError(f"not a number: {number!r}")
    # repr of a float is the shortest text that reads back to it, so 14.3 keeps one decimal.
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {number!r}")
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text in {"-0", ""} else text, datatype=XSD.decimal)
