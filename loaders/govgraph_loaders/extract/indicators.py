"""What a number measures: the noun phrase before or behind it, and the words that say how it is to change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govgraph_ontology.vocabulary import load_vocabulary

_LONGEST = 8
# A short bracket such as that of 县（市、区） is part of a name.
_NAME_END = re.compile(r"[，。；〔【\[]|（(?![^（）]{1,6}）)|\((?![^()]{1,6}\))")
# What may stand before all: the number of an item (1.新增托位500个；2.开展筛查2万人), a number of years.
_ITEM = re.compile(
    r"\d{1,2}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)]|(?:未来|今后|用|通过)?[一二两三四五六七八九十\d]{1,2}年(?:内|时间)?(?![^，。]{0,4}率)"
)
# 产量连续十一年稳定在30万吨: how long it has been so is no part of the name.
_RUN = re.compile(r"(?:已|又)?连续[一二三四五六七八九十两\d]{1,3}年\Z")
_LONGEST_RUN = 8
_MOST = 45
_GROWN = ("新增", "净增")
_AND = frozenset({"和", "及", "与", "、", "以及", "或", "并"})
_PHRASE = 24


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number in its clause.

    `name`: the noun phrase, without the words around it; `start`: where it begins; `phrase`: the same with
    the verbs before it (城镇新增就业). `change`: `increase`, `decrease` or `multiple` where a word of change
    stands before the number. `level`: the word of reaching that does. `verb`: the verb of doing nearest to
    the number; `adjacent`: it stands right before it.
    """

    name: str
    phrase: str
    start: int
    change: str
    level: str
    verb: str
    adjacent: bool


class _Words(NamedTuple):
    tail: Mapping[str, str]
    leading: frozenset[str]
    adverbs: frozenset[str]
    strong: frozenset[str]
    anywhere: re.Pattern[str]
    not_behind: tuple[str, ...]
    behind: tuple[str, ...]
    kept: tuple[str, ...]
    nouns: frozenset[str]
    intransitive: frozenset[str]
    nominal: frozenset[str]
    per: frozenset[str]
    whole: tuple[str, ...]


@cache
def _words() -> _Words:
    words = load_vocabulary("targets")
    tail: dict[str, str] = dict.fromkeys(words["filler"]["words"], "filler")
    tail.update((word, "level") for word in words["level"]["words"])
    for change, forms in words["change"].items():
        tail.update((word, change) for word in forms)
    return _Words(
        tail,
        frozenset(words["leading"]["words"]),
        frozenset(words["doing"]["adverbs"]),
        frozenset(words["doing"]["strong"]),
        re.compile("|".join(sorted(words["doing"]["anywhere"], key=lambda word: (-len(word), word)))),
        tuple(words["behind"]["not_names"]),
        tuple(words["behind"]["names"]),
        tuple(words["leading"]["kept"]),
        frozenset(words["doing"]["nouns"]),
        frozenset(words["doing"]["intransitive"]),
        frozenset(words["doing"]["nominal"]),
        frozenset(words["filler"]["per"]),
        tuple(words["filler"]["kept"]),
    )


def read_lead(
    text: str, start: int, end: int, dates: Mapping[int, int], date_ends: Mapping[int, int]
) -> Lead:
    """What `text[start:end]`, the part of a clause before a number, says of it.

    `dates`: start to end of the dates there; `date_ends`: end to start.
    """
    words = _words()
    stop, change, level = end, "", ""
    while stop > start:
        run = _RUN.search(text, max(start, stop - _LONGEST_RUN), stop) if text[stop - 1] == "年" else None
        if run is not None:
            stop = run.start()
            continue
        dated = stop - 1 if text[stop - 1] == "的" else stop
        if dated in date_ends and date_ends[dated] >= start:
            stop = date_ends[dated]
            continue
        found = _longest_at_end(text, start, stop, words.tail)
        if not found or len(_longest_at_end(text, start, stop, words.strong)) > len(found):
            break
        if len(found) == 1 and text.endswith(words.whole, start, stop):
            break
        if found == "均" and text[stop - 2 : stop - 1] in words.per:
            break  # 人均 belongs to the name
        kind = words.tail[found]
        if kind == "level":
            level = level or found
        elif kind != "filler":
            change = change or kind
        stop -= len(found)
    while stop > start and text[stop - 1] in "、，：":
        stop -= 1
    verb = _longest_at_end(text, start, stop, words.strong)
    adjacent = bool(verb)
    opening = max(text.rfind("》", start, stop) + 1, start)
    begin, first_verb = _strip_front(text, opening, stop, dates)
    phrase = begin - len(first_verb) if first_verb else begin
    for match in words.anywhere.finditer(text, begin, max(begin, stop - 2)):
        named = first_verb and match.start() == begin and match.group() in words.nominal
        if not named and not _in_noun(text, match.end(), words):
            begin, verb = match.end(), verb or match.group()
    begin, inner = _strip_front(text, begin, stop, dates, verb or first_verb)
    verb = verb or inner or first_verb
    if begin == stop and not verb and level in words.strong:
        verb = level
    name = text[begin:stop].strip(" ")
    if adjacent and name.endswith(_GROWN) and len(name) > len(verb) + 1:
        # 通车里程新增30公里: by so much it grows.
        name, change = name.removesuffix(verb), change or "increase"
    return Lead(name, text[phrase:stop][-_PHRASE:], begin, change, level, verb, adjacent)


def _strip_front(
    text: str, start: int, stop: int, dates: Mapping[int, int], verb: str = ""
) -> tuple[int, str]:
    """Where the name begins after dates, adverbs and verbs of doing, and the last of these verbs.

    `verb`: one that stands before `start`.
    """
    words = _words()
    begin, before = start, ""
    number = _ITEM.match(text, start, stop)
    if number is not None:
        begin = number.end()
    while begin < stop:
        if begin in dates and dates[begin] <= stop:
            begin = dates[begin]
            continue
        found = _longest_at(text, begin, stop, words)
        if not found or stop - begin - len(found) == 1 or text.startswith(words.kept, begin):
            break
        following = _longest_at(text, begin + len(found), stop, words)
        if found not in words.strong and found in words.adverbs and not following:
            break  # 高质量发展指数 begins with what elsewhere says how
        if verb and found in words.nominal and before not in _AND:
            break  # 建设和改造管网 are two verbs
        if found in words.intransitive:
            verb = found
            break
        if found in words.strong:
            if following and begin + len(found) + len(following) == stop and following in words.strong:
                break  # 造林种植 is a name of two verbs
            if _in_noun(text, begin + len(found), words):
                break
            verb = found
        begin, before = begin + len(found), found
    return begin, verb


def _in_noun(text: str, at: int, words: _Words) -> bool:
    """Whether what stands behind a verb makes a noun of it: 改造率, 建成区; but 建成区域中心 is done."""
    return text[at] in words.nouns and not text.startswith("区域", at)


def _longest_at(text: str, start: int, stop: int, words: _Words) -> str:
    for length in range(min(_LONGEST, stop - start), 0, -1):
        word = text[start : start + length]
        if word in words.leading or word in words.strong or word in words.adverbs:
            return word
    return ""


def _longest_at_end(text: str, start: int, stop: int, words: Mapping[str, str] | frozenset[str]) -> str:
    for length in range(min(_LONGEST, stop - start), 0, -1):
        word = text[stop - length : stop]
        if word in words:
            return word
    return ""


def name_behind(text: str, start: int, end: int, *, verbs: bool = False) -> str:
    """The noun phrase that begins at `start`, right behind a number, and ends by `end`; empty where none
    does.

    With `verbs` a verb of doing may stand between: 按不低于总额的2%安排经费.
    """
    first = start
    while first < end and text[first] in "的":
        first += 1
    words = _words()
    if text.startswith(words.not_behind, first, end) and not text.startswith(words.behind, first, end):
        return ""
    stop = end
    ends = _NAME_END.search(text, first, stop)
    if ends is not None:
        stop = ends.start()
    stop = _before_next_verb(text, first, stop)
    begin, _ = _strip_front(text, first, stop, {}) if verbs else (first, "")
    return text[begin:stop].strip(" ")[:_MOST]


def _before_next_verb(text: str, first: int, stop: int) -> int:
    """Where a name ends after which a list goes on with something else that is done: 6条道路、建成一座桥."""
    words = _words()
    mark = text.find("、", first + 2, stop)
    while mark >= 0:
        verb = _longest_at(text, mark + 1, stop, words)
        ends = mark + 1 + len(verb)
        if len(verb) > 1 and verb in words.strong and verb not in words.nominal and ends < stop:
            return stop if _in_noun(text, ends, words) or verb in words.intransitive else mark
        mark = text.find("、", mark + 1, stop)
    return stop
