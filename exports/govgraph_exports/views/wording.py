"""How a page words a target: `增长 ≥8 %`, `13 个`, `约 350–400 亿元`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_CHANGES = {"increase": "增长", "decrease": "下降", "multiple": "为原来的"}
_COMPARATORS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "约 "}
_TIMES = "倍"


def target_words(qualifiers: Mapping[str, Any]) -> str:
    """The number of a target with its unit and how it is meant; its wording where there is no number."""
    if "value" not in qualifiers:
        return str(qualifiers.get("text", ""))
    change = str(qualifiers.get("change", ""))
    number = str(qualifiers["value"])
    if "value_max" in qualifiers:
        number += f"–{qualifiers['value_max']}"
    unit = str(qualifiers.get("unit", _TIMES if change == "multiple" else ""))
    bounded = _COMPARATORS.get(str(qualifiers.get("comparator", "")), "") + number
    return " ".join(filter(None, (_CHANGES.get(change, ""), bounded, unit)))
