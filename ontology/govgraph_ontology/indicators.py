"""Statistical indicators by name: which names are one indicator, and which say nothing by themselves.

规上工业增加值增速 and 规模以上工业增加值 that grows are one; 投资总额 is that of whatever the sentence speaks
of. By a table, never by likeness; the data is `vocabulary/indicators.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

from govgraph_ontology.vocabulary import load_vocabulary

_TITLE_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)年?[—\-－–~～至](?P<last>(?:19|20)\d\d)")
_YEARS_OF_A_PLAN = 5
_QUOTES = "“”‘’\"' "


@lru_cache(maxsize=1 << 14)
def official_indicator(name: str, *, is_growth: bool = False) -> str:
    """The official name of the indicator; the name itself, abbreviations spelt out, where the table has none.

    `is_growth`: the number is a growth, so that 增速 at the end says nothing more.
    """
    data = _data()
    whole = "".join(character for character in normalize("NFKC", name) if character not in _QUOTES)
    for short, long in data["short"].items():
        if long not in whole:
            whole = whole.replace(short, long)
    endings = [*data["endings"]["count"], *(data["endings"]["growth"] if is_growth else ())]
    for ending in endings:
        bare = whole.removesuffix(ending)
        if bare and bare != whole:
            whole = f"{bare}企业" if ending == "企业数" else bare
            break
    return _official().get(whole, whole)


def is_bound(name: str) -> bool:
    """Whether the name says nothing without the sentence around it: 投资总额, 项目, 产值."""
    return name in _data()["bound"]["names"]


def is_cumulative(name: str, words: str) -> bool:
    """Whether a number in a plan of several years adds up what all of them bring: 五年累计, 固定资产投资."""
    data = _data()["cumulative"]
    return any(word in words for word in data["words"]) or any(word in name for word in data["names"])


def counted_alike(name: str, unit: str) -> str:
    """The unit, made one where the same firms are counted: 户 and 个 of 规模以上工业企业 are 家."""
    firms = _data()["firms"]
    counted: list[str] = firms["counted"]
    return counted[0] if name.endswith(firms["ending"]) and unit in counted else unit


def years_of_plan(title: str) -> tuple[int, int] | None:
    """The first and the last year of a plan by its title: 2021 and 2025 of 十四五; None where it has none."""
    said = _TITLE_YEARS.search(title)
    if said:
        return int(said["first"]), int(said["last"])
    for name, first in _data()["plans"].items():
        if name in title:
            return first, first + _YEARS_OF_A_PLAN - 1
    return None


@cache
def _data() -> dict[str, Any]:
    return load_vocabulary("indicators")


@cache
def _official() -> dict[str, str]:
    return {name: official for official, names in _data()["names"].items() for name in names}
