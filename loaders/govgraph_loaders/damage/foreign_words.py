"""Foreign words in mid-sentence: 推进 the 项目建设, 机构 and 高校. Never GDP, 5G, R&D, A股, Smart City."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.damage.fault import Fault, goes_on
from govgraph_ontology.vocabulary import load_vocabulary

_KIND = "damage.foreign"
_SCRIPTS = "\u0400-\u052f\u0590-\u06ff\u0900-\u0eff\u3041-\u30fa\uac00-\ud7a3"
_WORD = re.compile(rf"[A-Za-z{_SCRIPTS}]+")
_SPACES = " \u00a0\u3000"
_BEFORE, _AFTER = "”》）〕%", "“《（〔"
_NEAR = 3
_PROSE = re.compile(r"[a-z]{2,}[ ,.]")
_AROUND, _MOST_WORDS = 40, 3


def find_foreign(text: str) -> Iterator[Fault]:
    """Foreign words between Chinese ones, each with the word for which it stands where that is certain."""
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        known = word if word.islower() else word[0].lower() + word[1:]
        if known not in _read() and known not in _unread() and word.isascii():
            continue
        before = text[max(0, start - _NEAR) : start].rstrip(_SPACES)[-1:]
        after = text[end : end + _NEAR].lstrip(_SPACES)[:1]
        if not (goes_on(before, _BEFORE) and goes_on(after, _AFTER)):
            continue
        if len(_PROSE.findall(text, max(0, start - _AROUND), end + _AROUND)) > _MOST_WORDS:
            continue  # a sentence in another language, which names things in Chinese
        yield Fault(start, end, _KIND, _read().get(known))


@cache
def _read() -> dict[str, str]:
    words = load_vocabulary("damage")["foreign"]
    return {**dict.fromkeys(words["dropped"], ""), **words["read"]}


@cache
def _unread() -> frozenset[str]:
    return frozenset(load_vocabulary("damage")["foreign"]["unread"])
