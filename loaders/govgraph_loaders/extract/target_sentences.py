"""A sentence as targets are read from it.

Its numbers, each in its clause, and the words of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from govgraph_loaders.extract.dates import DateExpression
from govgraph_loaders.extract.indicators import name_behind
from govgraph_loaders.extract.quantities import Quantity
from govgraph_ontology.vocabulary import load_vocabulary

BULK = frozenset({"money", "area", "energy", "mass", "volume", "data"})
COUNTED = frozenset({"count", "traffic"})
_CLAUSE_END = re.compile(r"[，；。！？\n]|：(?<!\d：)|：(?!\d)|——")  # 2.1：1 is a ratio
LIST_MARK = re.compile(
    r"以及|、|(?<=”)(?=“)|(?<![普涉波触危遍顾以])及(?![时其格])|(?<![参给付赋])与(?!会)|(?<![共饱总温缓中平调协])和(?![美谐平解])"
)
"""What parts the things of a list; not the 及 of 普及 nor the 和 of 和美."""
_KIND_ALONE = re.compile(r"[^的]{1,12}[级型类](?:以上)?|[十百千万\d]{0,4}[亿万]元(?:以上)?")
_SIZE = re.compile(r"^[十百千万\d.]{0,6}[亿万]元(?:以[上下])?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean text with its numbers and dates.

    `goal`: it sets a goal by a word or by a date to come; `goals`: it stands under a heading of goals;
    `past`: it reports results;
    `ruled`: from where on its numbers are rather conditions.
    """

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    dates: Sequence[DateExpression]
    goal: bool = False
    goals: bool = False
    past: bool = False
    ruled: int | None = None


class Place(NamedTuple):
    """A number in its clause `[first, last)`.

    `low`, `high`: the ends of the numbers beside it, or the clause's.
    """

    quantity: Quantity
    first: int
    low: int
    high: int
    last: int
    following: Quantity | None


@cache
def target_words(part: str, name: str) -> tuple[str, ...]:
    """A list of the vocabulary `targets`, the longest word first."""
    return tuple(sorted(load_vocabulary("targets")[part][name], key=lambda word: (-len(word), word)))


@cache
def target_cue(*lists: tuple[str, str]) -> re.Pattern[str]:
    """A pattern that finds any word of the given lists (part and name) of the vocabulary `targets`."""
    words = sorted({word for part, name in lists for word in target_words(part, name)})
    return re.compile("|".join(map(re.escape, words)))


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    cuts = [sentence.start]
    for match in _CLAUSE_END.finditer(sentence.text, sentence.start, sentence.end):
        cuts.append(match.end())
    cuts.append(sentence.end)
    return [(first, last) for first, last in pairwise(cuts) if first < last]


def following_number(sentence: Sentence, index: int, last: int) -> Quantity | None:
    """The next number of the clause; one that stands right behind says of which kind (2个500亿级集群)."""
    quantity = sentence.quantities[index]
    for found in sentence.quantities[index + 1 : index + 3]:
        if found.start >= last:
            return None
        if found.start > quantity.end + 1 or quantity.dimension not in COUNTED:
            return found
    return None


def number_name(text: str, place: Place) -> str:
    """The name behind the number, as far as the next number leaves it."""
    name = name_behind(text, place.quantity.end, place.high)
    if place.following is None or not name:
        return name
    cut = max((mark.start() for mark in LIST_MARK.finditer(name)), default=-1)
    name = name[:cut] if cut >= 0 else name
    if _KIND_ALONE.fullmatch(name):
        # 3个千亿级和5个百亿级产业集群: the last of the list has the noun for all.
        rest = name_behind(text, place.following.end, place.last)
        noun = rest.partition("的")[2] or rest.partition("级")[2] or _SIZE.sub("", rest)
        return name + noun
    return name
