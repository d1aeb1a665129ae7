from __future__ import annotations

from typing import Any

import pytest

from govgraph_exports.views.wording import target_words


@pytest.mark.parametrize(
    ("qualifiers", "words"),
    [
        ({"value": 12, "unit": "座", "comparator": "="}, "12 座"),
        ({"value": 8, "unit": "%", "comparator": ">=", "change": "increase"}, "增长 ≥8 %"),
        ({"value": 350, "value_max": 400, "unit": "亿元", "comparator": "~"}, "约 350–400 亿元"),
        ({"value": 1.5, "change": "multiple", "comparator": "="}, "为原来的 1.5 倍"),
        ({"value": 14.3, "comparator": "<"}, "<14.3"),
        ({"text": "全国前列", "due": "2025"}, "全国前列"),
        ({"due": "2025"}, ""),
    ],
)
def test_a_target_reads_as_a_person_says_it(qualifiers: dict[str, Any], words: str) -> None:
    assert target_words(qualifiers) == words
