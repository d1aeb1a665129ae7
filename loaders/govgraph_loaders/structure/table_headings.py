"""What the heading of a column says that it holds: the roles of `table_columns.toml` and `roles.toml`."""

from __future__ import annotations

import re
from functools import cache

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.structure.duty_labels import duty_headings
from govgraph_ontology.vocabulary import load_vocabulary

_BRACKETED = re.compile(r"（[^（）]{0,40}）")
_NUMBERS = re.compile(r"^(?:20)?\d\d年度?|[\d.]+$")
_SHORT = 2


@cache
def heading_role(text: str) -> str:
    """The role of a column headed `text`: `lead`, `task`, `district`, `time` …; empty where none is known."""
    whole = clean_text(text).replace(" ", "").strip("：:*")
    bare = _NUMBERS.sub("", _BRACKETED.sub("", whole))
    for form in dict.fromkeys((whole, bare)):
        role = _role(form)
        if role:
            return role
    return ""


def _role(heading: str) -> str:
    entries, longest = _entries()
    for length in range(min(longest, len(heading)), 0, -1):
        if length <= _SHORT and length < len(heading):
            break
        role = entries.get(heading[-length:])
        if role:
            return role
    return ""


@cache
def _entries() -> tuple[dict[str, str], int]:
    """Every heading that is known, with its role, and the length of the longest."""
    words = load_vocabulary("table_columns")
    entries = {clean_text(heading).replace(" ", ""): role for role, heading in duty_headings()}
    for roles in (words["roles"], words["except"]):
        for role, headings in roles.items():
            for heading in headings:
                entries[clean_text(heading).replace(" ", "")] = role
    return entries, max(map(len, entries))
