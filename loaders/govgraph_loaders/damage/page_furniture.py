"""Page furniture within a paragraph: page numbers, the running title beside them, buttons of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.damage.fault import HAN, Fault, goes_on, is_han
from govgraph_loaders.damage.openings import find_from, opening
from govgraph_loaders.extract.alternations import alternation
from govgraph_ontology.vocabulary import load_vocabulary

_KIND = "damage.page"
_BEFORE, _AFTER = "，、；：“（〔）〕", "“《（〔）〕，、。；"
_SPACES = " \u00a0\u3000"


def find_page_furniture(text: str) -> Iterator[Fault]:
    """Page numbers between dashes or as 第3页共10页 between Chinese words, never ranges of numbers; buttons
    in brackets, or several in a row.
    """
    for match in (match for form in _pages() for match in form.finditer(text)):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(_SPACES)[-1:]
        after = text[match.end() : match.end() + 2].lstrip(_SPACES)[:1]
        if goes_on(before, _BEFORE) and goes_on(after, _AFTER):
            yield Fault(match.start(), match.end(), _KIND, "")
    for match in find_from(_openings(), _buttons(), text):
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
def _pages() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Page numbers by their two forms, with the title of the periodical that runs over the pages."""
    words = "|".join(load_vocabulary("damage")["page"]["periodicals"])
    title = rf"(?:[ ]?[{HAN}]{{2,16}}(?:{words})[ ]?(?:20\d\d年)?[ ]?第 ?\d{{1,3}} ?期)?"
    return (
        re.compile(rf"[—–-][—–-]? ?\d{{1,4}} ?[—–-]{{1,2}}{title}"),
        re.compile(rf"第 ?\d{{1,4}} ?页[ ,，/]{{0,2}}[共总] ?\d{{1,4}} ?页{title}"),
    )


@cache
def _openings() -> re.Pattern[str]:
    words: list[str] = load_vocabulary("damage")["page"]["buttons"]
    return opening([*words, *(f"{bracket}{word}" for bracket in ("【", "[", "【 ", "[ ") for word in words)])


@cache
def _buttons() -> re.Pattern[str]:
    button = f"(?:{alternation(load_vocabulary('damage')['page']['buttons'])})"
    return re.compile(
        rf"(?P<bracketed>(?:[【\[][ ]?{button}[：:]?[ ]?[】\]][ ]?)+)"
        rf"|{button}(?:(?:[：:][ ]{{0,3}}|[ \u00a0\u3000|｜]{{1,3}}){button})+[：:]?"
    )
