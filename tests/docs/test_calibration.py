"""The calibration counts what the gold bears out, and judges each gold file by the others."""

import tomllib

import pytest

import calibration
from calibration import Judged, as_toml, count, left_out, share_right

FACTS = [
    Judged("target.table", "a.jsonl", True),
    Judged("target.table", "a.jsonl", True),
    Judged("target.table", "b.jsonl", False),
    Judged("grant.prose", "b.jsonl", True),
]


def test_facts_are_counted_by_rule() -> None:
    assert count(FACTS) == {
        "grant.prose": {"right": 1, "seen": 1},
        "target.table": {"right": 2, "seen": 3},
    }


def test_a_gold_file_has_no_say_in_how_sure_its_own_facts_are(monkeypatch: pytest.MonkeyPatch) -> None:
    data = {"calibration": {"reading": {}}}
    monkeypatch.setattr(calibration, "load_vocabulary", data.__getitem__)
    by_truth = dict.fromkeys((False, True))
    for sure, right in left_out([fact for fact in FACTS if fact.rule == "target.table"]):
        by_truth[right] = sure
    # 0.9 judged; a is judged by the one wrong fact of b, b by the two right ones of a.
    assert by_truth == {True: round(18 / 21, 3), False: round(20 / 22, 3)}


def test_a_cut_keeps_the_sure_and_tells_how_many_are_right() -> None:
    judged = [(0.95, True), (0.9, True), (0.9, False), (0.5, False)]
    assert share_right(judged, 0.9) == pytest.approx(2 / 3)
    assert share_right(judged, 0.99) == 1


def test_what_is_written_reads_back_with_its_comment() -> None:
    written = as_toml(count(FACTS), {"grant.prose": {"right": 3, "seen": 4}})
    assert tomllib.loads(written) == {
        "gold": count(FACTS),
        "reading": {"grant.prose": {"right": 3, "seen": 4}},
    }
    assert written == as_toml(**tomllib.loads(written))
    assert written.startswith("# What was counted")
