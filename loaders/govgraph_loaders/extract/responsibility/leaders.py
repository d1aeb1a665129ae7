"""The persons who answer for a task: 责任领导：王一凡、副县长李清和; 王一凡副市长牵头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, is_organization
from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.posts import is_post
from govgraph_ontology.vocabulary import load_vocabulary

_BEHIND = re.compile(
    r"[（(][^（）()]{0,20}[）)]|同志$|(?:常务)?副?[省市县区州镇乡]长$|副?书记$|副?主任$|副?局长$|副?主席$|常委$"
)
_PIECE = re.compile(r"([、，,；;\s]+)")
_JOINT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和及](?=[\u4e00-\u9fff]{2})")


@cache
def _not_persons() -> frozenset[str]:
    return frozenset(load_vocabulary("roles")["label_leaders"]["not_persons"])


def without_post(word: str) -> str:
    """The person whom a word names with the post in front (副市长张三); the word itself where it does not."""
    for length in (3, 2, 4):
        if len(word) - length > 1 and is_post(word[:-length]) and is_person(word[-length:]):
            return word[-length:]
    return word


def read_leaders(text: str, start: int, end: int) -> Iterator[OrganizationName]:
    """The persons of a list, by their names alone; offices and whatever names nobody are passed over."""
    position = start
    for piece in _PIECE.split(text[start:end]):
        for part in [piece] if _person_in(piece) else _JOINT.split(piece):
            name = _person_in(part)
            if name:
                yield OrganizationName(name, position, position + len(piece))
        position += len(piece)


def _person_in(piece: str) -> str:
    """The person whom a piece of a list names; empty where it names none."""
    name = without_post(_BEHIND.sub("", person_name(piece.strip("。 "))))
    names = is_person(name) and name not in _not_persons() and not is_organization(name)
    return name if names else ""
