"""How sure the facts of a rule are: the share of them that is right, by judgement and by count.

The judgement of `rules.toml` weighs as much as `_WEIGHT` counted facts, so that a rule that was seen five
times, always right, is not taken for certain, and one that was seen a thousand times is as sure as counted.
That is the mean of a beta distribution with the judgement as its prior.
"""

from __future__ import annotations

from functools import cache

from govgraph_ontology.errors import UnknownName
from govgraph_ontology.vocabulary import load_vocabulary

_WEIGHT = 20


@cache
def confidence(rule: str) -> float:
    """How often a fact that the rule reads is right, 0 to 1, to three decimals.

    Raises UnknownName for a rule that `rules.toml` does not judge.
    """
    judgements = load_vocabulary("rules")["judgement"]
    if rule not in judgements:
        raise UnknownName(f"rules.toml 没有规则 (has no judgement of the rule) {rule!r}")
    counts = [counted[rule] for counted in load_vocabulary("calibration").values() if rule in counted]
    right = sum(count["right"] for count in counts)
    seen = sum(count["seen"] for count in counts)
    return round((right + _WEIGHT * judgements[rule]) / (seen + _WEIGHT), 3)


def rules() -> tuple[str, ...]:
    """The ids of all rules, sorted."""
    return tuple(sorted(load_vocabulary("rules")["judgement"]))
