from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_ontology.units import normalized, split_unit


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (14.3, "万个", (Decimal(143000), "个")),
        (0.8, "万亿元", (Decimal(800000000000), "元")),
        (1.05, "亿美元", (Decimal(105000000), "美元")),
        (3, "千人", (Decimal(3000), "人")),
        (2, "百万元", (Decimal(2000000), "元")),
        (5, "亿", (Decimal(500000000), "")),
        (120, "万千瓦", (Decimal(1200000), "千瓦")),
        (6.5, "%", (Decimal("6.5"), "%")),
        (6.5, "％", (Decimal("6.5"), "%")),
        (2, "个百分点", (Decimal(2), "百分点")),
        (30, "千米", (Decimal(30), "公里")),
        (7, "", (Decimal(7), "")),
    ],
)
def test_multipliers_are_multiplied_out(number: float, unit: str, expected: tuple[Decimal, str]) -> None:
    assert normalized(number, unit) == expected


@pytest.mark.parametrize(
    "unit", ["千瓦", "千克", "千卡", "百分点", "千瓦时", "千伏安", "百强县", "亩", "标箱"]
)
def test_unit_that_only_looks_multiplied_is_kept(unit: str) -> None:
    assert split_unit(unit) == (1, unit)


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(["万元", "亿元", "元", "万吨标准煤", "%"]))
def test_normalizing_twice_changes_nothing(number: Decimal, unit: str) -> None:
    once = normalized(number, unit)
    assert normalized(*once) == once


@given(st.text("百千万亿十元人个%", max_size=8))
def test_what_is_left_of_a_unit_is_its_end(unit: str) -> None:
    factor, rest = split_unit(unit)
    assert unit.endswith(rest)
    assert (factor == 1) is (rest == unit)
