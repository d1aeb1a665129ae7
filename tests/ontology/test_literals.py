from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD

from govgraph_ontology.literals import date_text, date_value, number_literal

YEARS = st.integers(1, 9999)


@given(YEARS)
def test_year_only_date_keeps_its_precision(year: int) -> None:
    value = date_value(f"{year:04}")
    assert value.precision == "year"
    assert value.last_day.toPython() == date(year, 12, 31)
    assert value.text == f"{year:04}"


@given(YEARS, st.integers(1, 12))
def test_month_means_its_last_day(year: int, month: int) -> None:
    value = date_value(f"{year:04}-{month:02}")
    assert value.precision == "month"
    assert value.last_day.toPython() == date(year, month, monthrange(year, month)[1])


@given(st.dates())
def test_day_is_kept(day: date) -> None:
    value = date_value(day.isoformat())
    assert value.precision == "day"
    assert value.last_day.toPython() == day
    assert value.last_day.datatype == XSD.date


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_date_text_undoes_date_value(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    value = date_value(text)
    assert date_text(value.last_day, value.precision) == text


def test_unknown_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="quarter"):
        date_text(date_value("2024").last_day, "quarter")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2023-6",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "0000",
        "2023-06-31",
        "２０２３",
        "2023-06-19 ",
        "2023年",
    ],
)
def test_what_is_no_date_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ValueError) as error:
        date_value(text)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(
    ("number", "lexical"),
    [
        (14.3, "14.3"),
        (20.0, "20"),
        (1200, "1200"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (-0.0, "0"),
        (Decimal("1.50"), "1.5"),
        (0, "0"),
    ],
)
def test_number_has_no_noise_and_no_exponent(number: float, lexical: str) -> None:
    literal = number_literal(number)
    assert str(literal) == lexical
    assert literal.datatype == XSD.decimal


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_float_reads_back_as_itself(number: float) -> None:
    assert float(str(number_literal(number))) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_decimal_reads_back_as_itself(number: Decimal) -> None:
    assert Decimal(str(number_literal(number))) == number


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf"), True, Decimal("NaN")])
def test_what_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(ValueError):
        number_literal(number)
