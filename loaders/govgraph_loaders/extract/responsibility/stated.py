"""Rules that a document states for itself: 列第一位的为牵头单位，下同;
以下均需各县（市、区）落实，不再列出.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, find_organizations
from govgraph_loaders.extract.reading import Reading
from govgraph_ontology.vocabulary import load_vocabulary

_OPENINGS = ("以下", "以上", "上述", "均需", "均由")


@dataclass(frozen=True, slots=True)
class StatedRules:
    """What a document says of its own lists.

    `first_leads`, `starred_leads`: the first name, the starred names of every list without roles lead.
    `everywhere`: those who carry out whatever is listed after `everywhere_from`, with the clean span that
    says so.
    """

    first_leads: bool = False
    starred_leads: bool = False
    everywhere: tuple[OrganizationName, ...] = ()
    everywhere_from: int = 0
    everywhere_end: int = 0


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = load_vocabulary("roles")["stated"][kind]
    loose = [re.escape(word).replace(r"\*", r"[“”\"'‘’]?[*＊★][“”\"'‘’]?") for word in words]
    return re.compile("|".join(loose))


def before_stated(text: str, start: int, end: int) -> int:
    """Where a list `text[start:end]` ends if a stated rule stands in it:
    市水利局、市财政局，列第一位的为牵头单位，下同.
    """
    starts = [
        match.start()
        for kind in ("first_leads", "starred_leads")
        for match in _pattern(kind).finditer(text, start, end)
    ]
    everywhere = _pattern("everywhere").search(text, start, end)
    if everywhere is not None:
        opening = [
            text.rfind(word, start, everywhere.start()) for word in ("以下", "以上", "上述", "均需", "均由")
        ]
        sentence = max(text.rfind(mark, start, everywhere.start()) for mark in "。；") + 1
        starts.append(max(sentence, min((at for at in opening if at >= 0), default=sentence), start))
    stop = min(starts, default=end)
    while (
        start < stop < end
        and text[stop - 1] not in "，。；、））】〕"
        and stop - start > 1
        and not _is_list_end(text, stop)
    ):
        stop -= 1
    return stop


def _is_list_end(text: str, at: int) -> bool:
    return text[at - 1] in "局委办厅府会部院处中心行司站所"


def read_stated_rules(reading: Reading) -> StatedRules:
    """The rules that the document states; the notice that prints it may state them for it."""
    document, text = reading.document, reading.text
    start, end = document.start, document.end
    everywhere: tuple[OrganizationName, ...] = ()
    origin = stop = 0
    for match in _pattern("everywhere").finditer(text, start, end):
        first = max(text.rfind(mark, start, match.start()) for mark in "。；〔【\n") + 1
        names = [
            name
            for name in find_organizations(text, first, match.start())
            if "均" in text[first : match.start()] or "落实" in text[first : match.start()]
        ]
        if names:
            everywhere, origin, stop = tuple(names[-1:]), first, match.end()
            break
    return StatedRules(
        first_leads=_pattern("first_leads").search(text, start, end) is not None,
        starred_leads=_pattern("starred_leads").search(text, start, end) is not None,
        everywhere=everywhere,
        everywhere_from=origin,
        everywhere_end=stop,
    )
