from __future__ import annotations

from functools import cache

import pytest

from govgraph_loaders.statements import Extraction
from loaders.damage.damaging import DAMAGE, UNRECOGNISED, compare, damaged, sample, wrong
from loaders.papers import extraction_of

NAME = "yunxi-gazette-2024-03.txt"


@cache
def undamaged() -> Extraction:
    return extraction_of(sample(NAME))


@pytest.mark.parametrize("kind", sorted(set(DAMAGE) - UNRECOGNISED))
def test_damage_makes_no_wrong_fact_and_costs_hardly_any_that_it_does_not_touch(kind: str) -> None:
    text, changes = damaged(sample(NAME), kind, 1)
    after = extraction_of(text)
    assert wrong(undamaged(), after) == []
    outcome = compare(undamaged(), after, changes)
    assert outcome.untouched_kept >= 0.95 * outcome.untouched
