"""Facts as rows: the columns that table formats share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | bool | None

ALIAS_SEPARATOR = "；"

_PARTY = ("label", "type", "aliases", "id")
_SOURCE = ("text", "file", "start", "end", "document")


@dataclass(frozen=True, slots=True)
class FactTable:
    """Facts spread over columns. `columns` are dotted names; each row has one cell for each of them."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def tabulate(facts: Iterable[dict[str, Any]]) -> FactTable:
    """The facts as a table: who, relation, whom, the qualifiers that occur, the sentence and its place.

    Qualifiers come in the order of their names, so the same facts always give the same columns. What a fact
    has beyond the contract (a page, a cell) follows under its own dotted name, so nothing is lost.
    """
    flat = [dict(_flatten(fact)) for fact in facts]
    seen = {name for row in flat for name in row}
    fixed = (
        "relation",
        *(f"subject.{part}" for part in _PARTY),
        *(f"object.{part}" for part in ("value", *_PARTY)),
    )
    closing = (*(f"source.{part}" for part in _SOURCE), "method", "confidence")
    qualifiers = sorted(name for name in seen if name.startswith("qualifiers."))
    others = sorted(seen.difference(fixed, closing, qualifiers))
    columns = (*fixed, *qualifiers, *closing, *others)
    return FactTable(columns, [tuple(row.get(name) for name in columns) for row in flat])


def _flatten(fact: dict[str, Any], prefix: str = "") -> Iterable[tuple[str, Cell]]:
    for key, value in fact.items():
        name = prefix + key
        if isinstance(value, dict):
            yield from _flatten(value, name + ".")
        elif isinstance(value, list | tuple):
            yield name, ALIAS_SEPARATOR.join(str(item) for item in value)
        else:
            yield name, value
