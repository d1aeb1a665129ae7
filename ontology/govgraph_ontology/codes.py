"""Codes as people read them: `increase` is 增加, `>=` is ≥ (vocabulary `codes.toml`)."""

from __future__ import annotations

from typing import Any

from govgraph_ontology.vocabulary import load_vocabulary


def code_label(qualifier: str, value: str) -> str:
    """What people read for a code of this qualifier; the value itself where it is no code."""
    return str(_code(qualifier, value).get("label", value))


def code_before(qualifier: str, value: str) -> str:
    """What stands before a number for a code of this qualifier; nothing where it is no code."""
    code = _code(qualifier, value)
    return str(code.get("before", code.get("label", "")))


def code_unit(qualifier: str, value: str) -> str:
    """The unit that the code means where the text gives none; mostly nothing."""
    return str(_code(qualifier, value).get("unit", ""))


def _code(qualifier: str, value: str) -> dict[str, Any]:
    found: dict[str, Any] = load_vocabulary("codes").get(qualifier, {}).get(value, {})
    return found
