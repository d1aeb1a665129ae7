"""A trend joins the numbers of one kind where each year has one, within its picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph_exports.views.trend import HEIGHT, WIDTH, Point, draw_trend

YEARS = st.lists(
    st.builds(Point, st.integers(2015, 2035), st.sampled_from("目结"), st.floats(-1e12, 1e12)), min_size=1
)


def test_years_run_to_the_right_and_numbers_upwards() -> None:
    trend = draw_trend([Point(2020, "结果", 4), Point(2022, "结果", 6), Point(2025, "目标", 14)])
    result, target = trend.lines
    assert (result.kind, result.dots, result.path) == (
        "结果",
        [("5.0", "29.0"), ("49.0", "24.2")],
        "M5.0 29.0 L49.0 24.2",
    )
    assert (target.kind, target.dots, target.path) == ("目标", [("115.0", "5.0")], "")
    assert trend.label == "2020 年结果 4，2022 年结果 6，2025 年目标 14"


def test_two_numbers_of_one_year_are_not_joined() -> None:
    trend = draw_trend([Point(2020, "目标", 4), Point(2020, "目标", 5), Point(2021, "目标", 6)])
    assert [(len(line.dots), line.path) for line in trend.lines] == [(3, "")]


@given(YEARS)
def test_every_dot_is_in_the_picture(points: list[Point]) -> None:
    for line in draw_trend(sorted(points)).lines:
        assert all(0 < float(x) < WIDTH and 0 < float(y) < HEIGHT for x, y in line.dots)
