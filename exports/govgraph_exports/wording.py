"""How a target reads in one line: `每年增加≥30家`, `为原来的1.5倍`, `约350—400亿元`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govgraph_ontology.codes import code_before, code_unit


def target_words(qualifiers: Mapping[str, Any]) -> str:
    """The number of a target with its unit and how it is meant; its wording where there is no number.

    `qualifiers`: those of the facts contract.
    """
    if "value" not in qualifiers:
        return str(qualifiers.get("text", ""))
    before = (code_before(name, str(qualifiers.get(name, ""))) for name in ("period", "change", "comparator"))
    number = "—".join(f"{qualifiers[name]:,}" for name in ("value", "value_max") if name in qualifiers)
    unit = qualifiers.get("unit") or code_unit("change", str(qualifiers.get("change", "")))
    return f"{''.join(before)}{number}{unit}"


def target_line(indicator: str, qualifiers: Mapping[str, Any]) -> str:
    """A target with what is counted and when it is due: `签约率 ≥90%（2024-06-30）`."""
    due = f"（{qualifiers['due']}）" if "due" in qualifiers else ""
    return " ".join(filter(None, (indicator, target_words(qualifiers)))) + due
