"""Openings of words: a text is passed over fast where no word of a list can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def opening(words: Iterable[str]) -> re.Pattern[str]:
    """What matches the first two characters of any of the words. Each of its branches begins with a plain
    character: `re` looks for these before it tries anything, which it does not for sets or groups.
    """
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(word[1])
    return re.compile(
        "|".join(
            f"{re.escape(first)}[{''.join(map(re.escape, sorted(found)))}]"
            for first, found in sorted(seconds.items())
        )
    )


def find_from(openings: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in order, none overlapping another, that begin where `openings` matches."""
    last = 0
    for found in openings.finditer(text):
        match = pattern.match(text, found.start()) if found.start() >= last else None
        if match is not None:
            last = match.end()
            yield match
