"""Spam: advertisements that somebody put into a sentence or in the place of an office's name.

They are told by what no office says: names of offers (`alone`), accounts, or phrases of advertisements beside
each other. A sentence about fighting them, and a line that gives an address, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.damage.fault import Fault, is_han
from govgraph_loaders.damage.openings import find_from, opening
from govgraph_loaders.extract.alternations import alternation
from govgraph_ontology.vocabulary import load_vocabulary

_KIND = "damage.spam"
_NEAR = 8
_FOUGHT = 10
_BRACKET = 60
"""Within so many characters a list of offices says what they do."""

_STOPS = "。；！？\n"
_MARKS = "，、；：。（）〔〕\n"
_URL = r"(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9./_%?=&#:~-]{3,100}"
_ACCOUNT = r"[号群]?[:： ]{0,2}[A-Za-z0-9][A-Za-z0-9_-]{4,19}"


def find_spam(text: str) -> Iterator[Fault]:
    """The advertisements of the text, each from its first to its last words."""
    cues = list(find_from(_openings(), _cues(), text))
    index = 0
    while index < len(cues):
        last = index
        while last + 1 < len(cues) and _go_together(cues[last], cues[last + 1]):
            last += 1
        group = cues[index : last + 1]
        index = last + 1
        start, end = _head(text, group[0].start()), _tail(text, group[-1].end())
        office = _stands_for_office(text, start, end)
        if (office or _advertises(group)) and not _is_topic(text, group):
            yield Fault(start, end, _KIND, office_in_place() if office else "")


def _go_together(cue: re.Match[str], following: re.Match[str]) -> bool:
    """Whether two cues are of one advertisement: phrases beside each other, or beside an account."""
    between = cue.string[cue.end() : following.start()]
    if len(between) > _NEAR or any(mark in between for mark in _MARKS):
        return False
    kinds = {cue.lastgroup, following.lastgroup}
    return ("together" in kinds and "alone" not in kinds) or not between


def _advertises(group: list[re.Match[str]]) -> bool:
    if len(group) > 1 or group[0].lastgroup == "alone":
        return True
    return group[0].lastgroup in {"url", "account"} and _stands_between_words(group[0])


def _stands_between_words(cue: re.Match[str]) -> bool:
    """Whether it goes on a Chinese word and is followed by one: no bracket, colon or stop sets it off."""
    text = cue.string
    return is_han(text[cue.start() - 1 : cue.start()]) and is_han(text[cue.end() : cue.end() + 1])


def _stands_for_office(text: str, start: int, end: int) -> bool:
    """Whether the name of an office must have stood there: in a list of them, or before what one does."""
    words = load_vocabulary("damage")["spam"]
    if end - start < len(office_in_place()):
        return False
    if not text.endswith(tuple(words["before_office"]), 0, start):
        return False
    if not text.startswith(tuple(words["after_office"]), end):
        return False
    around = text[max(0, start - _BRACKET) : start] + text[end : end + _BRACKET]
    return any(word in around for word in words["roles"])


def _is_topic(text: str, group: list[re.Match[str]]) -> bool:
    """Whether the sentence is about such offers, or the line gives an address."""
    words = load_vocabulary("damage")["spam"]
    start = max(text.rfind(stop, 0, group[0].start()) for stop in _STOPS) + 1
    ends = (text.find(stop, group[-1].end()) for stop in _STOPS)
    end = min((at for at in ends if at >= 0), default=len(text))
    outside = text[start : group[0].start()] + text[group[-1].end() : end]
    before = text[max(start, group[0].start() - _FOUGHT) : group[0].start()]
    if any(word in outside for word in words["crimes"]) or any(word in before for word in words["fought"]):
        return True
    alone = any(cue.lastgroup == "alone" for cue in group)
    return not alone and any(word in outside for word in words["addresses"])


def _head(text: str, start: int) -> int:
    """Where the advertisement begins with the words before its first cue."""
    heads = tuple(load_vocabulary("damage")["spam"]["heads"])
    while word := next((word for word in heads if text.endswith(word, 0, start)), ""):
        start -= len(word)
    return start


def _tail(text: str, end: int) -> int:
    """Where it ends with the words behind its last cue."""
    tails = tuple(load_vocabulary("damage")["spam"]["tails"])
    while word := next((word for word in tails if text.startswith(word, end)), ""):
        end += len(word)
    return end


@cache
def _openings() -> re.Pattern[str]:
    words = load_vocabulary("damage")["spam"]
    return opening([*words["accounts"], *words["alone"], *words["together"], "http", "www"])


@cache
def _cues() -> re.Pattern[str]:
    words = load_vocabulary("damage")["spam"]
    sites = "|".join(map(re.escape, words["public_sites"]))
    return re.compile(
        rf"(?P<account>(?:{alternation(words['accounts'])}){_ACCOUNT})|(?P<alone>{alternation(words['alone'])})"
        rf"|(?P<together>{alternation(words['together'])})|(?P<url>(?![!-~]{{0,60}}(?:{sites})){_URL})"
    )


def office_in_place() -> str:
    """What is read where an advertisement took the place of an office's name: a name that no office bears."""
    return str(load_vocabulary("damage")["spam"]["office"])
