"""Mentions: spans of the clean view and what they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the clean view, half-open, and what it names.

    `kind`: the name of its span group (`pipeline.SPAN_GROUPS`); `value`: parsed, by kind: a `Quantity`, a
    `DateExpression`, a `Division` for a district that the tables know; None for the others.
    """

    kind: str
    start: int
    end: int
    text: str
    value: Any = None
