"""Patterns of one of many words: the longest first, their common beginnings written once.

A pattern that begins with a few hundred words tries each of them at every place; parted by their first
characters most are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def alternation(words: Iterable[str]) -> str:
    """What matches the longest of the words at a place, then the shorter ones; to be put into a group."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return "|".join(_branches(root))


def first_of(words: Iterable[str]) -> str:
    """A set of the characters with which the words begin."""
    return f"[{''.join(sorted({re.escape(word[0]) for word in words}))}]"


def _branches(node: dict[str, Any]) -> list[str]:
    last = sorted(one for one, child in node.items() if one != _END and list(child) == [_END])
    branches = [
        re.escape(character) + _rest(child)
        for character, child in sorted(node.items())
        if character != _END and list(child) != [_END]
    ]
    if len(last) == 1:
        branches.append(re.escape(last[0]))
    elif last:
        branches.append(f"[{''.join(map(re.escape, last))}]")
    return branches


def _rest(node: dict[str, Any]) -> str:
    """What may follow in a word; `node` ends no word alone."""
    branches = _branches(node)
    written = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if _END not in node:
        return written
    return f"{written}?" if len(branches) > 1 or len(written) == 1 else f"(?:{written})?"
