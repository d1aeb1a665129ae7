"""What the numbers of a sentence measure: which are targets or results, and of what.

A number is accepted where a verb of change, reaching or doing stands by it, or where it goes on with a list
that began with one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govgraph_loaders.extract.indicators import Lead, name_behind, read_lead
from govgraph_loaders.extract.quantities import Quantity
from govgraph_loaders.extract.refusals import enclosed_spans, find_refusal
from govgraph_loaders.extract.target_sentences import (
    COUNTED,
    Place,
    Sentence,
    clauses,
    following_number,
    number_name,
    target_words,
)

_DEALT = re.compile(r"以及|[、和及与]|(?<=”)(?=“)")
_LONGEST_BASE = 12
# What a number measures stands no farther before it than this.
_LONGEST_LEAD = 160
# 扣除减税因素后增长7%, 按可比口径增长5%: still what was named before.
_ASIDE = ("后", "口径", "因素", "价格")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and what it measures: `names` are several where 各 deals it out, none where only
    the task above names it (全年改造1500户). `baseline`: what it rises
    from.

    `start`, `end`: the clause. `phrase`: the name with its verb (新增学位), empty where there is none to add.
    `goes_on`: it goes on with the list that the measure before it began; `places`: for which places, where
    the number is dealt out to them.
    """

    quantity: Quantity
    names: tuple[str, ...]
    phrase: str
    change: str
    start: int
    end: int
    goes_on: bool
    places: tuple[str, ...] = ()
    baseline: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that was not accepted, and why."""

    quantity: Quantity
    reason: str


def read_measures(sentence: Sentence, before: Measure | None = None) -> Iterator[Measure | Refusal]:
    """The numbers of the sentence from left to right, for each leans on the one before.

    `before`: the last of the sentence before this one.
    """
    if not sentence.text.startswith("其中", sentence.start):
        before = None
    baseline: tuple[Quantity, int] | None = None
    spans = clauses(sentence)
    starts = {date.start: date.end for date in sentence.dates}
    ends = {date.end: date.start for date in sentence.dates}
    closed = enclosed_spans(sentence)
    for index, quantity in enumerate(sentence.quantities):
        first, last = spans[bisect_right(spans, quantity.start, key=_start) - 1]
        following = following_number(sentence, index, last)
        low = max(first, quantity.start - _LONGEST_LEAD, before.quantity.end if before is not None else first)
        high = following.start if following is not None else last
        if following is not None and (opening := _baseline_opening(sentence.text, quantity, low, high)) >= 0:
            baseline = (quantity, opening)
            continue
        place = Place(quantity, first, low, high, last, following)
        lead = read_lead(sentence.text, low, quantity.start, starts, ends)
        if baseline is not None and baseline[1] > low:
            lead = replace(read_lead(sentence.text, low, baseline[1], starts, ends), level=lead.level or "到")
        reason = find_refusal(sentence, place, lead, closed)
        if not reason:
            found = _accept(sentence, place, lead, before)
            if found is not None:
                before = replace(found, baseline=baseline[0] if baseline is not None else None)
                baseline = None
                yield before
                continue
        yield Refusal(quantity, reason or "no word that sets a target")


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _baseline_opening(text: str, quantity: Quantity, low: int, high: int) -> int:
    """Where 由 or 从 stands in 由30%提高到35%, whose first number is where the second starts from.

    Else -1.
    """
    opening = max(text.rfind("由", low, quantity.start), text.rfind("从", low, quantity.start))
    if opening < 0 or quantity.start - opening > _LONGEST_BASE:
        return -1
    rises = text[quantity.end : high].lstrip("，").startswith(target_words("rise", "words"))
    return opening if rises else -1


def _accept(sentence: Sentence, place: Place, lead: Lead, before: Measure | None) -> Measure | None:
    text, quantity = sentence.text, place.quantity
    joined = before is not None and _goes_on(text, before, place)
    strong_level = bool(lead.level) and lead.level not in target_words("level", "weak")
    rated = quantity.dimension in {"share", "multiple"} and text[quantity.start - 1 : quantity.start] == "的"
    meant = quantity.comparator in {">=", "<=", "~"} or strong_level or rated
    behind = name_behind(text, quantity.end, place.high, verbs=True) if rated else number_name(text, place)
    if before is not None and not lead.name and not behind and _is_dealt_out(text, before, place):
        return replace(before, quantity=quantity, end=place.last, goes_on=True)
    served = lead.level == "为"  # 为5000名老人提供服务
    if not (
        lead.change
        or lead.verb
        or joined
        or (behind and (meant or served) and sentence.goal)
        or _is_plain(sentence, quantity, lead, meant=meant)
    ):
        return None
    if (
        quantity.in_words
        and quantity.dimension in COUNTED
        and not meant
        and not _is_growth(sentence, lead, joined)
    ):
        return None
    if _is_known_set(quantity, lead, behind):
        return None
    place_name = _place_name(lead, before)
    if place_name and before is not None:
        return replace(
            before,
            quantity=quantity,
            places=place_name,
            phrase="",
            start=place.first,
            end=place.last,
            goes_on=True,
        )
    name = _full_name(lead.name, before, joined=joined)
    preferred = rated or lead.adjacent or quantity.dimension in COUNTED or not name
    if behind and preferred and not lead.change:
        name = behind
    if not name and before is not None and (lead.level or quantity.start < quantity.number_start):
        name = _last_name(before)
    if lead.change and before is not None and (not name or name.endswith(_ASIDE)):
        name = _last_name(before)
    if not name and before is not None and text[place.first - 1 : place.first] == "：":
        name = _last_name(before)
    nameless = not name and bool(lead.verb) and lead.verb not in target_words("doing", "general")
    if nameless and quantity.dimension != "count":
        name = lead.verb + _counted(quantity)
    if len(name) < 2 and not nameless:
        return None
    change = lead.change or ("increase" if lead.verb.startswith(("新", "净增", "增")) else "")
    if (
        not change
        and joined
        and before is not None
        and _shares_change(text, before, place, lead)
        and before.change != "decrease"
    ):
        change = before.change
    if lead.level and lead.change:
        change = ""
    names = () if not name else _dealt(name) if text[quantity.start - 1 : quantity.start] == "各" else (name,)
    phrase = (
        lead.phrase if name == lead.name else f"{lead.verb}{name}" if lead.verb and name == behind else ""
    )
    goes_on = joined and not (lead.verb or lead.level or lead.change)
    if quantity.comparator == "=" and "至少" in text[place.low : quantity.start]:
        quantity = replace(quantity, comparator=">=")
    return Measure(
        quantity, names, "" if phrase == name else phrase, change, place.first, place.last, goes_on
    )


def _is_plain(sentence: Sentence, quantity: Quantity, lead: Lead, *, meant: bool) -> bool:
    """A name and a number without a verb of doing or change: 森林覆盖率达70%, 粮食产量40万吨."""
    if not lead.name:
        return False
    if meant or lead.level or quantity.comparator != "=" or sentence.goals:
        return True
    return (sentence.goal or sentence.past) and lead.name.endswith(target_words("metrics", "endings"))


def _is_known_set(quantity: Quantity, lead: Lead, behind: str) -> bool:
    """实施5项提升行动: a count of what the document itself lists."""
    return (
        quantity.unit in target_words("sets", "units")
        and (not lead.verb or lead.verb in target_words("sets", "verbs"))
        and (behind or lead.name).endswith(target_words("sets", "nouns"))
    )


def _full_name(name: str, before: Measure | None, *, joined: bool) -> str:
    """The name with what it leaves to the one before: A达10亿元，占B比重8%; 新建农田8万亩、改造3万亩."""
    if before is None:
        return name
    if name.startswith("占") and not _last_name(before).startswith("占"):
        return _last_name(before) + name.rstrip("的")
    if joined and name in target_words("doing", "strong"):
        return name + _thing(_last_name(before))
    if name in target_words("metrics", "parts"):
        return _last_name(before) + name
    return _last_name(before) if name.rstrip("的") in target_words("metrics", "plans") else name


def _last_name(before: Measure) -> str:
    return before.names[-1] if before.names else ""


def _thing(name: str) -> str:
    """A name without the verb that may open it: 开工项目, 竣工项目 are both of 项目."""
    verb = next((word for word in target_words("doing", "strong") if name.startswith(word)), "")
    return name[len(verb) :] if len(name) - len(verb) >= 2 else name


def _place_name(lead: Lead, before: Measure | None) -> tuple[str, ...]:
    """The places of 其中丹枫区新增5家, 青禾县、丹枫区各3家: what is counted there was named before."""
    if before is None or lead.change or lead.level or not lead.name:
        return ()
    name = lead.name.removesuffix(lead.verb) if lead.adjacent else lead.name
    pieces = [piece for piece in _DEALT.split(name) if piece]
    endings = target_words("behind", "places")
    return (
        tuple(pieces)
        if pieces and all(piece.endswith(endings) and 2 < len(piece) < 9 for piece in pieces)
        else ()
    )


def _shares_change(text: str, before: Measure, place: Place, lead: Lead) -> bool:
    """新增A 8家、B 5家.

    What 新增 says of the first holds for the second; 失业率控制在5% has a say of its own.
    """
    if (
        lead.verb
        or lead.level
        or text.startswith(("控制在", "稳定在", "保持在", "突破"), place.quantity.start)
    ):
        return False
    return place.first == before.start or text.startswith("其中", place.first)


def _is_growth(sentence: Sentence, lead: Lead, joined: bool) -> bool:
    """A number in characters counts where something is newly made: 新建三所学校 against 实施五大行动."""
    return joined or (sentence.goal and lead.verb in target_words("doing", "growth"))


def _is_dealt_out(text: str, before: Measure, place: Place) -> bool:
    """分别增长5.2%、7.8%: the second number has no name of its own."""
    between = text[before.quantity.end : place.quantity.start]
    return between in {"、", "和", "及"} and place.quantity.unit == before.quantity.unit


def _goes_on(text: str, before: Measure, place: Place) -> bool:
    """Whether the number goes on with a list: 新增A 8家、B 5家; 新增A 8家，其中B 5家."""
    between = text[before.quantity.end : place.low if place.low > place.first else place.first]
    return (
        place.first == before.start
        or len(between) <= 2
        or (between.endswith(("，", "；", "：")) and len(between) <= 30)
    )


def _counted(quantity: Quantity) -> str:
    return quantity.unit.lstrip("十百千万亿") if quantity.dimension in COUNTED else ""


def _dealt(name: str) -> tuple[str, ...]:
    *pieces, last = [piece for piece in _DEALT.split(name) if piece]
    # 省、市卫生村: a level alone shares the noun of the last.
    return (*(piece + last[1:] if len(piece) == 1 else piece for piece in pieces), last)
