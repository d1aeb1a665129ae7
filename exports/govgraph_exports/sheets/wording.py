"""A target in words that people use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

SIGNS: Mapping[str, str] = MappingProxyType(
    {"=": "＝", ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "~": "约"}
)
CHANGES: Mapping[str, str] = MappingProxyType(
    {"level": "达到", "increase": "增加", "decrease": "减少", "multiple": "倍数"}
)
PERIODS: Mapping[str, str] = MappingProxyType({"annual": "每年", "quarter": "每季", "month": "每月"})


def target_wording(indicator: str, said: Mapping[str, Any]) -> str:
    """A target in one line, 签约率 ≥90%（2024-06-30）. `said`: the qualifiers of the facts contract."""
    number = "—".join(f"{said[key]:,}" for key in ("value", "value_max") if key in said)
    sign = SIGNS.get(said.get("comparator", ""), "").replace("＝", "")
    amount = f"{CHANGES.get(said.get('change', ''), '')}{sign}{number}{said.get('unit', '')}"
    due = f"（{said['due']}）" if "due" in said else ""
    return " ".join(filter(None, (indicator, amount if number else said.get("text", "")))) + due
