"""Numbers and dates are read as the sheet shows them."""

import datetime

import pytest

from govgraph_loaders.readers.cell_format import show_date, show_number


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (3, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        (0.123, "0.0%", "12.3%"),
        (0.35, "0%", "35%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (2.5, "0.0#", "2.5"),
        (2.345, "0.00_ ", "2.35"),
        (12, '0"个"', "12个"),
        (-7, "0;[Red]-0", "-7"),
        (5, "@", "5"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, number_format: str, shown: str) -> None:
    assert show_number(value, number_format) == shown


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ('yyyy"年"m"月"d"日"', "2024年3月5日"),
        ('[$-804]yyyy"年"m"月";@', "2024年3月"),
        ("yyyy/m/d", "2024/3/5"),
        ("yyyy-mm-dd hh:mm:ss", "2024-03-05"),
        ("mmm-yy", "2024-03-05"),
        ("General", "2024-03-05"),
    ],
)
def test_a_date_is_shown_by_its_format(number_format: str, shown: str) -> None:
    assert show_date(datetime.datetime(2024, 3, 5), number_format) == shown


def test_a_time_is_shown_as_hours_and_minutes() -> None:
    assert show_date(datetime.time(9, 30), "h:mm") == "09:30:00"
