"""Page furniture within a paragraph: page numbers, the running title beside them, buttons of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.damage.fault import HAN, Fault, goes_on, is_han
from govgraph_ontology.vocabulary import load_vocabulary

_KIND = "damage.page"
_BEFORE, _AFTER = "，、；：“（〔）〕", "“《（〔）〕，、。；"
_SPACES = " \u00a0\u3000"


def find_page_furniture(text: str) -> Iterator[Fault]:
    """Page numbers between dashes or as 第3页共10页 between Chinese words, never ranges of numbers; buttons
    in brackets, or several in a row.
    """
    for match in _page().finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(_SPACES)[-1:]
        after = text[match.end() : match.end() + 2].lstrip(_SPACES)[:1]
        if goes_on(before, _BEFORE) and goes_on(after, _AFTER):
            yield Fault(match.start(), match.end(), _KIND, "")
    for match in _buttons().finditer(text):
        if match["bracketed"] or not _is_said(text, match.start(), match.end()):
            yield Fault(match.start(), match.end(), _KIND, "")


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether the words of a row belong to a sentence: one goes on a word, or is listed with others."""
    return (
        is_han(text[start - 1 : start])
        or text[end : end + 1] in {"、", "，"}
        or text[start - 1 : start] == "、"
    )


@cache
def _page() -> re.Pattern[str]:
    words = "|".join(load_vocabulary("damage")["page"]["periodicals"])
    title = rf"[{HAN}]{{2,16}}(?:{words})[ ]?(?:20\d\d年)?[ ]?第 ?\d{{1,3}} ?期"
    return re.compile(
        r"(?:[—–-]{1,2} ?\d{1,4} ?[—–-]{1,2}|第 ?\d{1,4} ?页[ ,，/]{0,2}(?:共|总) ?\d{1,4} ?页)"
        rf"(?:[ ]?{title})?"
    )


@cache
def _buttons() -> re.Pattern[str]:
    words = sorted(load_vocabulary("damage")["page"]["buttons"], key=lambda word: (-len(word), word))
    button = f"(?:{'|'.join(words)})"
    first = "".join(sorted({word[0] for word in words}))
    return re.compile(
        rf"(?=[【\[{first}])(?:(?P<bracketed>(?:[【\[][ ]?{button}[：:]?[ ]?[】\]][ ]?)+)"
        rf"|{button}(?:(?:[：:][ ]{{0,3}}|[ \u00a0\u3000|｜]{{1,3}}){button})+[：:]?)"
    )
