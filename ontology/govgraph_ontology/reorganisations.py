"""What became of offices in institutional reforms: 国土资源局 ended in 2018, 自然资源局 came after it.

Predecessor and successor are two organizations (W3C Organization Ontology, org:ChangeEvent), never one. The
data, with its dates and their sources, is `vocabulary/reorganisations.toml`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from govgraph_ontology.vocabulary import load_vocabulary


class Reform(NamedTuple):
    """A reform: its year, its names, the day its plan was made public, and the day by which it was to be done
    everywhere (empty where nobody said), as ISO 8601.
    """

    year: str
    label_zh: str
    label_en: str
    start: str
    end: str


class Change(NamedTuple):
    """A change of one reform: official names of the offices that ended and of those that may have followed.

    `absorbed`: they went into an office that was there before, which therefore does not replace them.
    """

    reform: Reform
    originals: tuple[str, ...]
    results: tuple[str, ...]
    absorbed: bool


@cache
def changes() -> tuple[Change, ...]:
    """All changes, by reform."""
    data = load_vocabulary("reorganisations")
    reforms: dict[str, Reform] = {}
    for year, row in data["reforms"].items():
        label_zh, label_en = row["label"]
        reforms[year] = Reform(year, label_zh, label_en, row["start"], row.get("end", ""))
    found = [
        Change(reforms[row["reform"]], tuple(row["from"]), tuple(row["to"]), row.get("absorbed", False))
        for row in data["changes"]
    ]
    return tuple(sorted(found))
