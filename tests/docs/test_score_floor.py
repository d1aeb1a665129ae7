"""The gate on the gold score: what it lets through and what it stops."""

from __future__ import annotations

from score_floor import FLOORS, find_shortfalls, read_floors


def test_a_score_at_its_floor_passes() -> None:
    assert find_shortfalls({"document": 0.9}, {"document": 0.9}) == []


def test_a_score_below_its_floor_is_named_with_both_numbers() -> None:
    assert find_shortfalls({"document": 0.85}, {"document": 0.9}) == [
        "document: F1 0.850 is below its floor 0.900"
    ]


def test_a_family_that_was_not_scored_falls_short() -> None:
    assert find_shortfalls({}, {"citation": 0.9}) == ["citation: not scored, floor 0.900"]


def test_floors_are_shares_of_one() -> None:
    floors = read_floors(FLOORS)
    assert floors
    assert all(0 < floor <= 1 for floor in floors.values())


def test_a_gold_file_without_floors_of_its_own_has_none() -> None:
    assert read_floors(FLOORS, "no-such-gold.jsonl") == {}
