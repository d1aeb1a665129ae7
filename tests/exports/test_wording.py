from __future__ import annotations

from typing import Any

import pytest

from govgraph_exports.wording import target_line, target_words


@pytest.mark.parametrize(
    ("qualifiers", "words"),
    [
        ({"value": 12, "unit": "座", "comparator": "=", "change": "level"}, "12座"),
        ({"value": 8, "unit": "%", "comparator": ">=", "change": "increase"}, "增加≥8%"),
        ({"value": 350, "value_max": 400, "unit": "亿元", "comparator": "~"}, "约350—400亿元"),
        ({"value": 1.5, "change": "multiple", "comparator": "="}, "为原来的1.5倍"),
        ({"value": 3000, "unit": "家", "period": "annual", "change": "increase"}, "每年增加3,000家"),
        ({"value": 14.3, "comparator": "<"}, "＜14.3"),
        ({"text": "全国前列", "due": "2025"}, "全国前列"),
        ({"due": "2025"}, ""),
    ],
)
def test_a_target_reads_as_a_person_says_it(qualifiers: dict[str, Any], words: str) -> None:
    assert target_words(qualifiers) == words


def test_a_target_in_one_line_says_what_is_counted_and_by_when() -> None:
    assert target_line("签约率", {"value": 90, "unit": "%", "due": "2024-06"}) == "签约率 90%（2024-06）"
    assert target_line("知名度", {}) == "知名度"
