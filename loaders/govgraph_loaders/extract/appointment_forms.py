"""The forms of words in which somebody takes or leaves a post: 张三任A, 任命张三为A, 免去张三的A职务.

Groups of a form: `names`, `comrade` (a word such as 同志 behind them), `verb`, `post`; `before` where the
verb stands before the person; `opening` for the words with which the clause begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from govgraph_loaders.extract.persons import HAN, NAME
from govgraph_ontology.vocabulary import load_vocabulary

BRACKET = r"(?:（[^（）]{1,30}）)?"
NAMES = rf"(?P<names>{NAME}{BRACKET}(?:[、和]{NAME}{BRACKET}){{0,80}})"
THE_SAME = "其"
_COMRADE = rf"(?:等\d{{1,3}}(?:名|位)?(?:同志|人)?)?(?P<comrade>等?同志|先生|女士)?{BRACKET}"
_POST = r"(?P<post>.{2,200})$"
# 免去张三兼任的A职务: the word for holding a post is no part of the name.
_NOT_HELD = r"(?<![担兼原挂所]任)(?!(?<=[担兼原挂所])任)"


def words() -> dict[str, Any]:
    """The vocabulary of appointments."""
    return load_vocabulary("appointments")


def either(alternatives: Sequence[str]) -> str:
    """An expression of any of these words, the longest first."""
    return "|".join(sorted(alternatives, key=lambda word: (-len(word), word)))


def modes(sense: str, before: bool) -> dict[str, str]:
    """The mode of each verb that takes or leaves, standing before the person or after."""
    name = {"appointed": "appoints", "removed": "removes"}[sense]
    found: dict[str, str] = words()[f"{name}_before" if before else name]
    return found


@cache
def claim_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of a claim with their sense, the more explicit first."""
    openings = either(words()["openings"])
    prefix = rf"^(?:[^，]{{0,40}}?(?P<opening>{openings}))?"
    names = rf"{NAMES}{_COMRADE}"
    taking = _after("appointed")
    leaving = _after("removed")
    before = either(list(words()["appoints_before"]))
    removes = words()["removes_before"]
    away = either([word for word, mode in removes.items() if mode != "辞去"])
    accepts = either([word for word, mode in removes.items() if mode == "辞去"])
    behind = "".join(f"(?<!{word})" for word in words()["adverbs"] if len(word) > 1)
    because = "(?:因[^，。；]{2,12}?)?"
    adverbs = rf"{behind}{because}(?:{either(words()['adverbs'])}){{0,2}}"
    removing = rf"(?P<before>)(?P<verb>{away})"
    held = f"(?:{either(words()['held'])})?"
    forms = (
        (
            rf"(?P<before>)(?P<verb>{accepts})了?{names}{because}(?:关于)?(?:请求)?辞去(?:其)?{_POST}",
            "removed",
        ),
        (rf"{removing}{names}{_NOT_HELD}{held}的{_POST}", "removed"),
        (rf"{removing}(?P<names>{THE_SAME}){held}的?{_POST}", "removed"),
        (rf"{removing}(?P<names>{NAME})(?P<comrade>同志){BRACKET}{held}的?{_POST}", "removed"),
        (rf"{removing}(?P<names>[{HAN}]{{2,3}}?)(?P<post>[省市县区州旗盟].{{2,200}})$", "removed"),
        (rf"(?P<before>)(?P<verb>{before}){names}(?:担任|兼任|任|为){_POST}", "appointed"),
        (
            rf"{prefix}{names}的(?P<post>.{{3,60}}?)(?:职务|任职)?(?P<verb>试用期满|试用期已满|试用期届满)",
            "appointed",
        ),
        (rf"{prefix}{names}由[^，]{{3,60}}(?P<verb>调任|转任|改任){_POST}", "appointed"),
        (rf"{prefix}{names}{adverbs}(?P<verb>{leaving})(?:其|原任)?的?{_POST}", "removed"),
        (rf"{prefix}{names}{adverbs}(?P<verb>{taking}){_POST}", "appointed"),
        (
            rf"^(?P<names>{THE_SAME})(?:原任|所任|担任)?的?(?P<post>.{{2,100}}?)职务(?P<verb>自然免除|同时免去|相应免除|一并免去)$",
            "removed",
        ),
        (rf"^(?:同时|并|另|且)?(?P<verb>{leaving})(?:原任|担任)?的?{_POST}", "removed"),
        (rf"^(?:同时|并|另|且|正式)?(?:被)?(?P<verb>{taking}){_POST}", "appointed"),
    )
    return tuple((re.compile(pattern), sense) for pattern, sense in forms)


@cache
def carried_forms() -> dict[str, re.Pattern[str]]:
    """What goes on with the claim before it, by its sense: 任命张三为A，李四为B; 免去张三的A，李四的B."""
    names = rf"{NAMES}{_COMRADE}"
    return {
        "appointed": re.compile(rf"^{names}[为任]{_POST}"),
        "removed": re.compile(rf"^{names}的{_POST}"),
    }


@cache
def next_claim() -> re.Pattern[str]:
    """Where the posts of one claim end and another person begins: …院长、李四为…, …职务，李四的…职务."""
    return re.compile(rf"[、；]\s*(?P<rest>{NAMES}(?:同志)?(?:为|的.{{2,60}}职务).+)$")


@cache
def opening() -> re.Pattern[str]:
    """The beginning of a claim: a name and its verb, or a verb and a name."""
    after = f"{_after('appointed')}|{_after('removed')}"
    before = either(
        [*(word for word in words()["removes_before"] if len(word) > 1), "任命", "聘任", "选举", "补选"]
    )
    return re.compile(rf"{NAME}(?:同志)?{BRACKET}(?:{after})|(?:{before}){NAME}")


def _after(sense: str) -> str:
    """The verbs behind a person. A short one is none where it ends another word: 现任, 主任, 作为."""
    verbs = list(modes(sense, before=False))
    parts = []
    for verb in sorted(verbs, key=lambda word: (-len(word), word)):
        inside = words()["inside"].get(verb, [])
        parts.append("".join(f"(?<!{word})" for word in inside) + verb)
    return "|".join(parts)
