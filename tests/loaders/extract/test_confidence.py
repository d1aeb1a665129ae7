"""Every rule is judged, and counts move its confidence from the judgement towards what was counted."""

import re
from pathlib import Path

import pytest

import govgraph_loaders
from govgraph_loaders.extract import confidence as module
from govgraph_loaders.extract.confidence import confidence, rules
from govgraph_ontology.errors import UnknownName
from govgraph_ontology.vocabulary import load_vocabulary

_EXTRACTION = Path(govgraph_loaders.__file__).parent / "extract"
_NO_FACTS = {"budget.sum", "document.conflict"}
"""Rules that only reject."""


def _said(monkeypatch: pytest.MonkeyPatch, counts: dict[str, dict[str, int]]) -> float:
    """The confidence of a rule judged 0.8 under these counts, by who counted."""
    data = {
        "rules": {"judgement": {"some.rule": 0.8}},
        "calibration": {by: {"some.rule": count} for by, count in counts.items()},
    }
    monkeypatch.setattr(module, "load_vocabulary", data.__getitem__)
    return confidence.__wrapped__("some.rule")


def test_every_rule_in_the_code_is_judged_and_every_judged_rule_is_in_the_code() -> None:
    families = "|".join(sorted({rule.split(".")[0] for rule in rules()}))
    written = re.compile(rf'"((?:{families})\.[a-z_]+(?:\.[a-z_]+)*)"')
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(_EXTRACTION.rglob("*.py")))
    assert set(written.findall(code)) - _NO_FACTS == set(rules())


def test_only_rules_that_exist_were_counted() -> None:
    for counted in load_vocabulary("calibration").values():
        assert set(counted) <= set(rules())
        assert all(0 <= count["right"] <= count["seen"] for count in counted.values())


def test_a_rule_that_nobody_counted_is_as_sure_as_it_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _said(monkeypatch, {}) == 0.8


def test_a_few_facts_move_the_judgement_a_little_and_many_outweigh_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _said(monkeypatch, {"gold": {"right": 5, "seen": 5}}) == 0.84
    assert _said(monkeypatch, {"gold": {"right": 1000, "seen": 1000}}) == 0.996
    assert _said(monkeypatch, {"gold": {"right": 0, "seen": 20}}) == 0.4


def test_gold_and_reading_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"gold": {"right": 10, "seen": 10}, "reading": {"right": 5, "seen": 10}}
    assert _said(monkeypatch, counts) == round((15 + 16) / 40, 3)


def test_a_rule_without_a_judgement_is_named() -> None:
    with pytest.raises(UnknownName, match=r"no\.rule"):
        confidence("no.rule")
