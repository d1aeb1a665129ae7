"""Whether a number of a sentence claims something, of what, and how it is to change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from govgraph_loaders.extract.indicators import Lead, name_behind
from govgraph_loaders.extract.measure_names import full_name, last_of, names_dealt, place_names
from govgraph_loaders.extract.quantities import Quantity
from govgraph_loaders.extract.target_sentences import (
    COUNTED,
    Place,
    Sentence,
    number_name,
    target_words,
)

# 扣除减税因素后增长7%, 按可比口径增长5%: still what was named before.
_ASIDE = ("后", "口径", "因素", "价格")
# What says that a number is reached: it is no amount of growth, whatever was said of the one before.
_NOTE = re.compile(r"\[\d{1,3}\]\Z")  # the mark of a footnote
_SHARES = ("比重", "占比", "比例", "率")
_LEVELS = ("控制在", "稳定在", "保持在", "突破")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and what it measures: `names` are several where 各 deals it out, none where only
    the task above names it (全年改造1500户). `baseline`: what it rises
    from.

    `start`, `end`: the clause. `phrase`: the name with its verb (新增学位), empty where there is none to add.
    `goes_on`: it goes on with the list that the measure before it began; `places`: for which places, where
    the number is dealt out to them. `name_end`: where a name that stands behind the number ends.
    `turn`: the how manieth it is, and of how many, that stand in a row.
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
    name_end: int = 0
    turn: tuple[int, int] = (0, 1)


def claim(sentence: Sentence, place: Place, lead: Lead, before: Measure | None) -> Measure | None:
    """What a number measures that nothing speaks against; None where no word sets it.

    `before`: the measure of the sentence that was read last.
    """
    text, quantity = sentence.text, place.quantity
    rated = quantity.dimension in {"share", "multiple"} and text[quantity.start - 1 : quantity.start] == "的"
    behind = name_behind(text, quantity.end, place.high, verbs=True) if rated else number_name(text, place)
    if before is not None and not lead.name and not behind and _is_dealt_out(text, before, place):
        change = "" if text.startswith(_LEVELS, quantity.start) else before.change
        return replace(before, quantity=quantity, end=place.last, goes_on=True, change=change, name_end=0)
    joined = (
        before is not None
        and _goes_on(text, before, place)
        and not _is_another_subject(text, place, lead, behind)
    )
    if not _is_set(sentence, place, lead, behind, joined=joined, rated=rated):
        return None
    places = place_names(lead) if before is not None else ()
    if places and before is not None:
        return replace(
            before,
            quantity=quantity,
            places=places,
            phrase="",
            start=place.first,
            end=place.last,
            goes_on=True,
            name_end=0,
        )
    name = _name(text, place, lead, behind, before, joined=joined, rated=rated)
    if name is None:
        return None
    names = (
        ()
        if not name
        else names_dealt(name)
        if text[quantity.start - 1 : quantity.start] == "各"
        else (name,)
    )
    taken = text.find(behind, quantity.end, place.last) if behind and name == behind else -1
    phrase = (
        lead.phrase if name == lead.name else f"{lead.verb}{name}" if lead.verb and name == behind else ""
    )
    if quantity.comparator == "=" and "至少" in text[place.low : quantity.start]:
        quantity = replace(quantity, comparator=">=")
    return Measure(
        quantity,
        names,
        "" if phrase == name else phrase,
        _change(text, place, lead, before, joined=joined),
        place.first,
        place.last,
        goes_on=joined and not (lead.verb or lead.level or lead.change),
        name_end=taken + len(behind) if taken >= 0 else 0,
    )


def _is_set(sentence: Sentence, place: Place, lead: Lead, behind: str, *, joined: bool, rated: bool) -> bool:
    """Whether a word of change, reaching or doing sets the number, or the list that it goes on with."""
    quantity = place.quantity
    strong_level = bool(lead.level) and lead.level not in target_words("level", "weak")
    meant = quantity.comparator in {">=", "<=", "~"} or strong_level or rated
    served = lead.level == "为"  # 为5000名老人提供服务
    if not (
        lead.change
        or lead.verb
        or joined
        or (behind and (meant or served) and sentence.goal)
        or _is_plain(sentence, quantity, lead, meant=meant)
    ):
        return False
    if quantity.in_words and quantity.dimension in COUNTED and not meant:
        return _is_growth(sentence, lead, joined) and not _is_known_set(quantity, lead, behind)
    return not _is_known_set(quantity, lead, behind)


def _name(
    text: str,
    place: Place,
    lead: Lead,
    behind: str,
    before: Measure | None,
    *,
    joined: bool,
    rated: bool,
) -> str | None:
    """What the number is called after: empty where only the task above names it, None where nothing does."""
    quantity = place.quantity
    said = last_of(before.names) if before is not None else ""
    name = full_name(lead.name, said, joined=joined)
    counted = quantity.dimension in COUNTED
    behind = "" if name and len(behind) == 1 else behind  # 试点扩大到10个县
    if (
        behind
        and (rated or lead.adjacent or counted or not name)
        and not (lead.change and (name or not counted))
    ):
        name = behind
    if before is not None and not name:
        leans = lead.level or lead.change or quantity.start < quantity.number_start
        name = said if leans or text[place.first - 1 : place.first] == "：" else name
    if before is not None and lead.change and name.endswith(_ASIDE):
        name = said
    if before is not None and joined and not name and lead.verb and quantity.unit == before.quantity.unit:
        name = said if quantity.dimension == "money" else full_name(lead.verb, said, joined=True)
    name = _NOTE.sub("", name.removesuffix("的"))
    nameless = not name and bool(lead.verb) and lead.verb not in target_words("doing", "general")
    if nameless and quantity.dimension != "count":
        name = lead.verb + _counted(quantity)
    return name if len(name) > 1 or nameless else None


def _change(text: str, place: Place, lead: Lead, before: Measure | None, *, joined: bool) -> str:
    """Which way it goes: what a word of change says, or a verb of making, or what the list began with."""
    if lead.level and lead.change:
        return ""
    change = lead.change or ("increase" if lead.verb.startswith(("新", "净增", "增")) else "")
    if change or not joined or before is None or before.change == "decrease":
        return change
    return before.change if _shares_change(text, before, place, lead) else ""


def _is_another_subject(text: str, place: Place, lead: Lead, behind: str) -> bool:
    """新增学位3万个，外省12所高校对口帮扶: behind a comma a number between names begins another statement."""
    return (
        text[place.first - 1 : place.first] == "，"
        and not text.startswith("其中", place.first)
        and place.quantity.dimension in COUNTED
        and bool(lead.name and behind)
        and not (lead.verb or lead.level or lead.change)
    )


def _is_plain(sentence: Sentence, quantity: Quantity, lead: Lead, *, meant: bool) -> bool:
    """A name and a number without a verb of doing or change: 森林覆盖率达70%, 粮食产量40万吨."""
    if not lead.name:
        return False
    if meant or lead.level or quantity.comparator != "=" or sentence.goals:
        return True
    if sentence.past and sentence.text[lead.start - 1] == "有":
        return True  # 共有医院56家
    return (sentence.goal or sentence.past) and lead.name.endswith(target_words("metrics", "endings"))


def _is_known_set(quantity: Quantity, lead: Lead, behind: str) -> bool:
    """实施5项提升行动: a count of what the document itself lists."""
    return (
        quantity.unit in target_words("sets", "units")
        and (not lead.verb or lead.verb in target_words("sets", "verbs"))
        and (behind or lead.name).endswith(target_words("sets", "nouns"))
    )


def _shares_change(text: str, before: Measure, place: Place, lead: Lead) -> bool:
    """新增A 8家、B 5家.

    What 新增 says of the first holds for the second; 失业率控制在5% has a say of its own.
    """
    if lead.verb or lead.level or text.startswith(_LEVELS, place.quantity.start):
        return False
    if lead.name.endswith(_SHARES) and place.quantity.start < place.quantity.number_start:
        return False  # 零售额增长8%，其中网上零售占比超过40%
    return place.first == before.start or text.startswith("其中", place.first)


def _is_growth(sentence: Sentence, lead: Lead, joined: bool) -> bool:
    """A number in characters counts where something is newly made: 新建三所学校 against 实施五大行动."""
    return joined or (sentence.goal and lead.verb in target_words("doing", "growth"))


def _is_dealt_out(text: str, before: Measure, place: Place) -> bool:
    """分别增长5.2%、7.8%: the second number has no name of its own."""
    between = text[before.quantity.end : place.quantity.start]
    return between in {"、", "和", "及"} and (
        place.quantity.unit == before.quantity.unit
        or place.quantity.dimension == before.quantity.dimension == "share"
    )


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
