"""Numbers in normalized units: 14.3 万个 is 143000 个, 0.8 万亿元 is 800000000000 元.

Only multipliers are multiplied out and spellings made one; no unit is converted into another (亩 stays 亩).
The words are in `vocabulary/units.toml`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from govgraph_ontology.vocabulary import load_vocabulary

_DATA = load_vocabulary("units")
_MULTIPLIERS: dict[str, int] = _DATA["multipliers"]
_SMALL: dict[str, int] = _DATA["small_multipliers"]
_PLAIN = frozenset(_DATA["plain"]["units"])
_SAME: dict[str, str] = _DATA["same"]


class Quantity(NamedTuple):
    """A number and its unit."""

    number: Decimal
    unit: str


def normalized(number: float | int | Decimal, unit: str) -> Quantity:
    """The quantity with the multipliers at the front of its unit multiplied out (`gov:normalizedValue`).

    A unit that the vocabulary does not know is kept as it is. Exact: 14.3 is taken as the decimal 14.3.
    """
    factor, plain = split_unit(unit)
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    return Quantity(exact * factor, plain)


def split_unit(unit: str) -> tuple[int, str]:
    """What a unit multiplies by, and the unit that is left, in one spelling.

    `万千瓦` is 10000 times `千瓦`; `亿` is 100000000 times nothing, so its unit is empty.
    """
    factor, rest = 1, unit.strip()
    while rest and rest not in _SAME:
        head, tail = rest[0], rest[1:]
        if head in _MULTIPLIERS:
            factor *= _MULTIPLIERS[head]
        elif head in _SMALL and (tail in _PLAIN or tail[:1] in _MULTIPLIERS):
            factor *= _SMALL[head]
        else:
            break
        rest = tail
    return factor, _SAME.get(rest, rest)
