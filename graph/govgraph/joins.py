"""Joins: keys that name one thing though they differ, by pairs that rules and persons hold for the same."""

from __future__ import annotations

from collections.abc import Iterable

from govgraph.keys import Key, is_known_office
from govgraph_ontology.offices import office_stem


class Joins:
    """Groups of keys, each with one key that stands for it: the least, a known office before others.

    The order of the pairs changes nothing.
    """

    def __init__(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        self._above: dict[Key, Key] = {}
        for one, other in pairs:
            first, second = sorted((self.canonical(one), self.canonical(other)), key=_preference)
            if first != second:
                self._above[second] = first

    def canonical(self, key: Key) -> Key:
        """The key that stands for the group of `key`; itself where it is in none."""
        while (above := self._above.get(key)) is not None:
            key = above
        return key


def one_body(keys: Iterable[Key]) -> list[tuple[Key, Key]]:
    """The pairs of 局 and 委员会 of one stem and place, where the table says that no place has both."""
    bodies: dict[tuple[str, str], list[Key]] = {}
    for key in sorted(set(keys)):
        stem = office_stem(key.parts[-1]) if key.type == "Organization" and len(key.parts) == 2 else ""
        if stem:
            bodies.setdefault((key.parts[0], stem), []).append(key)
    return [(found[0], other) for found in bodies.values() for other in found[1:]]


def _preference(key: Key) -> tuple[bool, Key]:
    return not is_known_office(key), key
