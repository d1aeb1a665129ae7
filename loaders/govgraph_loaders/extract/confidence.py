"""How sure the facts of a rule are: the share of them that is right, by judgement and by count.

The judgement of `rules.toml` weighs as much as `_WEIGHT` counted facts, so that a rule that was seen five
times, always right, is not taken for certain, and one that was seen a thousand times is as sure as counted.
That is the mean of a beta distribution with the judgement as its prior.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from govgraph_ontology.errors import UnknownName
from govgraph_ontology.vocabulary import load_vocabulary

_WEIGHT = 20


@cache
def confidence(rule: str) -> float:
    """How often a fact that the rule reads is right, 0 to 1, to three decimals.

    Raises UnknownName for a rule that `rules.toml` does not judge.
    """
    counts = load_vocabulary("calibration").values()
    return expected_share(judged_share(rule), [counted.get(rule) for counted in counts])


def judged_share(rule: str) -> float:
    """How often a fact of the rule is right by judgement alone. Raises UnknownName as `confidence` does."""
    judgements: dict[str, float] = load_vocabulary("rules")["judgement"]
    if rule not in judgements:
        raise UnknownName(f"rules.toml 没有规则 (has no judgement of the rule) {rule!r}")
    return judgements[rule]


def expected_share(judged: float, counts: Iterable[Mapping[str, int] | None]) -> float:
    """The share that is right by judgement and by counts, each of `right` among `seen`, to three decimals."""
    counted = [count for count in counts if count is not None]
    right = sum(count["right"] for count in counted)
    seen = sum(count["seen"] for count in counted)
    return round((right + _WEIGHT * judged) / (seen + _WEIGHT), 3)


def rules() -> tuple[str, ...]:
    """The ids of all rules, sorted."""
    return tuple(sorted(load_vocabulary("rules")["judgement"]))
