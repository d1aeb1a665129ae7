"""Joins: keys that name one thing though they differ, by pairs that rules and persons hold for the same."""

from __future__ import annotations

from collections.abc import Iterable

from govgraph import scopes
from govgraph.keys import Key, is_known_office
from govgraph_ontology.division_names import short_name
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


def one_firm(keys: Iterable[Key]) -> list[tuple[Key, Key]]:
    """The pairs of one firm under two classes: a body where it is praised, an enterprise where it produces.

    青禾水泥有限公司 said in 云溪市 is 云溪市青禾水泥有限公司, and 示范电网公司云溪供电局 is 云溪供电局. Only
    where one enterprise alone bears the name.
    """
    known = set(keys)
    firms = {key.parts[0]: key for key in known if key.type == "Enterprise" and len(key.parts) == 1}
    pairs = []
    for body in sorted(key for key in known if key.type == "Organization" and len(key.parts) == 2):
        place, name = scopes.place(body.parts[0]), body.parts[1]
        placed = (place + name, short_name(place) + name)
        if name.endswith(scopes.FIRMS):
            found = firms.keys() & {name, *placed}
        elif is_known_office(body):
            found = {
                firm
                for firm in firms
                if any(firm.endswith(end) and firm.removesuffix(end).endswith(scopes.FIRMS) for end in placed)
            }
        else:
            found = set()
        if len(found) == 1:
            pairs.append((body, firms[min(found)]))
    return pairs


def _preference(key: Key) -> tuple[bool, bool, Key]:
    """A body may do all that an enterprise may, so that it stands for both."""
    return not is_known_office(key), key.type == "Enterprise", key
