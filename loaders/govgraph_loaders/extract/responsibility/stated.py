"""Rules that a document states for itself: 列第一位的为牵头单位，下同;
以下均需各县（市、区）落实，不再列出.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, find_organizations
from govgraph_loaders.extract.reading import Reading
from govgraph_ontology.vocabulary import load_vocabulary

_OPENINGS = ("以下", "以上", "上述", "均需", "均由")
_NEAR = "[^，。；：（）]"


@dataclass(frozen=True, slots=True)
class StatedRules:
    """What a document says of its own lists.

    `first_leads`, `starred_leads`: the first name, the starred names of every list without roles lead;
    `all_lead`: all do where nobody is said to. `everywhere`: those who carry out whatever is listed after
    `everywhere_from`, with the clean span that says so.
    """

    first_leads: bool = False
    starred_leads: bool = False
    all_lead: bool = False
    everywhere: tuple[OrganizationName, ...] = ()
    everywhere_from: int = 0
    everywhere_end: int = 0


@cache
def _either(kind: str) -> str:
    words = load_vocabulary("roles")["stated"][kind]
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    if kind == "everywhere":
        return re.compile(_either(kind))
    reach = r"[^。；：（）]{0,14}?责任(?:单位|部门)" if kind == "alone" else ""
    leads = f"{_either('is')}{_NEAR}{{0,6}}?{_either('leads')}"
    return re.compile(f"{_either(kind)}{reach}{_NEAR}{{0,10}}?{leads}")


def says_first_leads(text: str) -> bool:
    """Whether the text states that the first named of a list leads."""
    return _pattern("first").search(text) is not None


def says_starred_leads(text: str) -> bool:
    """Whether the text states that a star marks the one who leads."""
    return _pattern("starred").search(text) is not None


def before_stated(text: str, start: int, end: int) -> int:
    """Where a list `text[start:end]` ends if a stated rule stands in it:
    市水利局、市财政局，列第一位的为牵头单位，下同.
    """
    starts = [
        match.start()
        for kind in ("first", "starred", "unseen", "alone")
        if (match := _pattern(kind).search(text, start, end))
    ]
    everywhere = _pattern("everywhere").search(text, start, end)
    if everywhere is not None:
        opening = [text.rfind(word, start, everywhere.start()) for word in _OPENINGS]
        sentence = max(text.rfind(mark, start, everywhere.start()) for mark in "。；") + 1
        starts.append(max(sentence, min((at for at in opening if at >= 0), default=sentence), start))
    stop = min(starts, default=end)
    bracket = text.rfind("（", start, stop)
    if bracket > text.rfind("）", start, stop):
        return bracket
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
    text = reading.text
    spans = list(_spans(reading))
    first, starred, alone = (
        any(_pattern(kind).search(text, start, end) for start, end in spans)
        for kind in ("first", "starred", "alone")
    )
    everywhere, origin, stop = next(
        (found for start, end in spans if (found := _everywhere(text, start, end))), ((), 0, 0)
    )
    return StatedRules(
        first_leads=first,
        starred_leads=starred,
        all_lead=alone,
        everywhere=everywhere,
        everywhere_from=origin,
        everywhere_end=stop,
    )


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """The text of the document, and of what prints it."""
    index: int | None = reading.index
    while index is not None:
        document = reading.layout.documents[index]
        yield document.start, document.end
        index = document.parent


def _everywhere(text: str, start: int, end: int) -> tuple[tuple[OrganizationName, ...], int, int] | None:
    """Who carries out all that follows, with the span that says so; None where nothing says so."""
    for match in _pattern("everywhere").finditer(text, start, end):
        first = max(text.rfind(mark, start, match.start()) for mark in "。；〔【\n") + 1
        for opening, closing in _clauses(text, first, match.start()):
            said = text[opening:closing]
            names = find_organizations(text, opening, closing) if "均" in said or "落实" in said else []
            if names:
                return _together(text, names), first, match.end()
    return None


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, the whole of it last: a list may itself have commas."""
    position = start
    while (comma := text.find("，", position, end)) >= 0:
        yield position, comma
        position = comma + 1
    yield position, end
    yield start, end


def _together(text: str, names: list[OrganizationName]) -> tuple[OrganizationName, ...]:
    """The last names that stand together: 各县（区）政府和云溪高新区管委会."""
    last = names[-1:]
    for name in reversed(names[:-1]):
        if text[name.end : last[0].start] not in {"、", "，", "和", "及", "与", "以及"}:
            break
        last.insert(0, name)
    return tuple(last)
