"""Which numbers of a sentence are targets or results, and what each measures.

A number is accepted where a verb of change, reaching or doing stands by it, or where it goes on with a list that
began with one; conditions, rates of support, capacities and known sets are refused, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from govgraph_loaders.extract.dates import DateExpression
from govgraph_loaders.extract.indicators import Lead, name_behind, read_lead
from govgraph_loaders.extract.quantities import Quantity
from govgraph_ontology.vocabulary import load_vocabulary

_CLAUSE_END = re.compile(r"[，；：。！？\n]|——")
_QUOTED = re.compile(r"“[^“”]{1,14}”")
_DEALT = re.compile(r"以及|[、和及与]|(?<=”)(?=“)")
_KIND_ALONE = re.compile(r"[^的]{1,12}[级型类](?:以上)?")
_OPEN, _CLOSED = "（([〔", "）)]〕"
_BULK = frozenset({"money", "area", "energy", "mass", "volume", "data"})
_LONGEST_BASE = 12
_POWER = frozenset({"energy", "mass", "volume"})
# 扣除留抵退税因素后增长7%, 按可比口径增长5%: still what was named before.
_ASIDE = ("后", "口径", "因素", "价格")
_COUNTED = frozenset({"count", "traffic"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean text with its numbers and dates.

    `goal`: it sets a goal by a word or by a date to come; `goals`: it stands under a heading of goals;
    `past`: it reports results;
    `ruled`: from where on its numbers are rather conditions.
    """

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    dates: Sequence[DateExpression]
    goal: bool = False
    goals: bool = False
    past: bool = False
    ruled: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and what it measures: `names` are several where 各 deals it out. `baseline`: what it rises from.

    `start`, `end`: the clause. `phrase`: the name with its verb (新增学位), empty where there is none to add.
    `goes_on`: it goes on with the list that the measure before it began; `places`: for which places, where the
    number is dealt out to them.
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


@cache
def target_words(part: str, name: str) -> tuple[str, ...]:
    """A list of the vocabulary `targets`, the longest word first."""
    return tuple(sorted(load_vocabulary("targets")[part][name], key=lambda word: (-len(word), word)))


@cache
def target_cue(*lists: tuple[str, str]) -> re.Pattern[str]:
    """A pattern that finds any word of the given lists (part and name) of the vocabulary `targets`."""
    words = sorted({word for part, name in lists for word in target_words(part, name)})
    return re.compile("|".join(map(re.escape, words)))


def read_measures(sentence: Sentence, before: Measure | None = None) -> Iterator[Measure | Refusal]:
    """The numbers of the sentence from left to right, for each leans on the one before.

    `before`: the last of the sentence before this one.
    """
    if not sentence.text.startswith("其中", sentence.start):
        before = None
    baseline: tuple[Quantity, int] | None = None
    clauses = _clauses(sentence)
    starts = {date.start: date.end for date in sentence.dates}
    ends = {date.end: date.start for date in sentence.dates}
    for index, quantity in enumerate(sentence.quantities):
        first, last = next((clause for clause in clauses if quantity.start < clause[1]), clauses[-1])
        following = _following(sentence, index, last)
        low = max(first, before.quantity.end) if before is not None else first
        high = following.start if following is not None else last
        if following is not None and (opening := _baseline_opening(sentence.text, quantity, low, high)) >= 0:
            baseline = (quantity, opening)
            continue
        place = _Place(quantity, first, low, high, last, following)
        lead = read_lead(sentence.text, low, quantity.start, starts, ends)
        if baseline is not None and baseline[1] > low:
            lead = replace(read_lead(sentence.text, low, baseline[1], starts, ends), level=lead.level or "到")
        reason = _refusal(sentence, place, lead)
        if not reason:
            found = _accept(sentence, place, lead, before)
            if found is not None:
                before = replace(found, baseline=baseline[0] if baseline is not None else None)
                baseline = None
                yield before
                continue
        yield Refusal(quantity, reason or "no word that sets a target")


def _following(sentence: Sentence, index: int, last: int) -> Quantity | None:
    """The next number of the clause; one that stands right behind says of which kind (2个500亿级集群)."""
    quantity = sentence.quantities[index]
    for found in sentence.quantities[index + 1 : index + 3]:
        if found.start >= last:
            return None
        if found.start > quantity.end + 1 or quantity.dimension not in _COUNTED:
            return found
    return None


class _Place(NamedTuple):
    """A number in its clause `[first, last)`; `low`, `high`: the ends of the numbers beside it, or the clause's."""

    quantity: Quantity
    first: int
    low: int
    high: int
    last: int
    following: Quantity | None


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    cuts = [sentence.start]
    for match in _CLAUSE_END.finditer(sentence.text, sentence.start, sentence.end):
        cuts.append(match.end())
    cuts.append(sentence.end)
    return [(first, last) for first, last in zip(cuts, cuts[1:], strict=False) if first < last]


def _baseline_opening(text: str, quantity: Quantity, low: int, high: int) -> int:
    """Where 由 or 从 stands in 由30%提高到35%, whose first number is where the second starts from; else -1."""
    opening = max(text.rfind("由", low, quantity.start), text.rfind("从", low, quantity.start))
    if opening < 0 or quantity.start - opening > _LONGEST_BASE:
        return -1
    rises = text[quantity.end : high].lstrip("，").startswith(target_words("rise", "words"))
    return opening if rises else -1


def _refusal(sentence: Sentence, place: _Place, lead: Lead) -> str:
    """Why the number is no target; empty where nothing speaks against it."""
    text, quantity = sentence.text, place.quantity
    behind = quantity.end
    if sentence.ruled is not None and quantity.start >= sentence.ruled:
        return "among conditions, without a date to come"
    if _is_enclosed(text, sentence, quantity):
        return "in brackets or quotation marks"
    if text.startswith(target_words("never", "behind"), behind) and not text.startswith("的目标", behind):
        return "a degree, a threshold or a known set"
    if text.endswith(target_words("never", "before"), place.low, quantity.start):
        return "a capacity, an ordinal or a known set"
    if (
        text.startswith("的", behind)
        and quantity.end > quantity.number_end
        and not text.startswith("的目标", behind)
    ):
        return "a threshold"
    if text.endswith(target_words("never", "negated"), place.low, lead.start) or lead.name.startswith(
        target_words("never", "negated")
    ):
        return "what must not be"
    if text.startswith(("以下", "以内"), quantity.number_end) and _is_name(text, behind):
        return "a threshold"
    if quantity.dimension in {"score", "voltage"}:
        return "a score or a kind"
    if quantity.dimension == "time" and not _is_timed(text, quantity, lead):
        return "a span of time"
    if quantity.dimension in _BULK and _is_attribute(text, place, lead):
        return "says which things are meant"
    return ""


def _is_name(text: str, at: int) -> bool:
    return "\u4e00" <= text[at : at + 1] <= "\u9fff" and bool(name_behind(text, at, at + 2))


def _is_enclosed(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    depth = 0
    for character in text[sentence.start : quantity.start]:
        depth += (character in _OPEN) - (character in _CLOSED and depth > 0)
    quoted = (match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end))
    return depth > 0 or any(first < quantity.start < last for first, last in quoted)


def _is_timed(text: str, quantity: Quantity, lead: Lead) -> bool:
    """A time that is a level or a change of something: 压缩至3个工作日, 锻炼各1小时."""
    if text[quantity.end : quantity.end + 1] in {"内", "前", "后", "期", "制", "任", "来"}:
        return False
    if lead.change == "decrease" or lead.level.startswith(target_words("rise", "words")):
        return True
    if lead.name.endswith(target_words("metrics", "timed")):
        return bool(lead.change or lead.level) or quantity.comparator != "="
    return (
        quantity.unit.endswith(("小时", "学时", "课时"))
        and bool(lead.name)
        and (text[quantity.start - 1 : quantity.start] == "各" or quantity.comparator in {">=", "<="})
    )


def _is_attribute(text: str, place: _Place, lead: Lead) -> bool:
    """投资超10亿元制造业项目2个, 100万千瓦海上风电: the number belongs to the name of what follows."""
    quantity, following = place.quantity, place.following
    if text.startswith(target_words("never", "kinds"), quantity.end):
        return True
    if quantity.dimension in _POWER and place.high > quantity.end and lead.name and _name_behind(text, place):
        return True
    if following is None or following.dimension not in _COUNTED:
        return False
    between = text[quantity.end : following.start]
    return bool(between) and not any(mark in between for mark in "、，和及与")


def _accept(sentence: Sentence, place: _Place, lead: Lead, before: Measure | None) -> Measure | None:
    text, quantity = sentence.text, place.quantity
    joined = before is not None and _goes_on(text, before, place)
    strong_level = bool(lead.level) and lead.level not in target_words("level", "weak")
    rated = quantity.dimension in {"share", "multiple"} and text[quantity.start - 1 : quantity.start] == "的"
    meant = quantity.comparator in {">=", "<=", "~"} or strong_level or rated
    behind = name_behind(text, quantity.end, place.high, verbs=True) if rated else _name_behind(text, place)
    if before is not None and not lead.name and not behind and _is_dealt_out(text, before, place):
        return replace(before, quantity=quantity, end=place.last, goes_on=True)
    if not (
        lead.change
        or lead.verb
        or joined
        or (behind and meant and sentence.goal)
        or _is_plain(sentence, quantity, lead, meant=meant)
    ):
        return None
    if (
        quantity.in_words
        and quantity.dimension in _COUNTED
        and not meant
        and not _is_growth(sentence, lead, joined)
    ):
        return None
    if _is_known_set(quantity, lead, behind):
        return None
    place_name = _place_name(lead, before)
    if place_name and before is not None:
        return replace(
            before, quantity=quantity, places=place_name, phrase="", start=place.first, end=place.last, goes_on=True
        )
    name = _full_name(lead.name, before, joined=joined)
    preferred = rated or lead.adjacent or quantity.dimension in _COUNTED or not name
    if behind and preferred and not lead.change:
        name = behind
    if not name and before is not None and (lead.level or quantity.start < quantity.number_start):
        name = before.names[-1]
    if lead.change and before is not None and (not name or name.endswith(_ASIDE)):
        name = before.names[-1]
    if not name and before is not None and text[place.first - 1 : place.first] == "：":
        name = before.names[-1]
    if not name and lead.verb and lead.verb not in target_words("doing", "general"):
        name = lead.verb + _counted(quantity)
    if len(name) < 2:
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
    names = _dealt(name) if text[quantity.start - 1 : quantity.start] == "各" else (name,)
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
    if name.startswith("占") and not before.names[-1].startswith("占"):
        return before.names[-1] + name.rstrip("的")
    if joined and name in target_words("doing", "strong"):
        return name + before.names[-1]
    return name


def _place_name(lead: Lead, before: Measure | None) -> tuple[str, ...]:
    """The places of 其中丹枫区新增5家, 青禾县、丹枫区各3家: what is counted there was named before."""
    if before is None or lead.change or lead.level or not lead.name:
        return ()
    name = lead.name.removesuffix(lead.verb) if lead.adjacent else lead.name
    pieces = [piece for piece in _DEALT.split(name) if piece]
    endings = target_words("behind", "places")
    return tuple(pieces) if pieces and all(piece.endswith(endings) and 2 < len(piece) < 9 for piece in pieces) else ()


def _shares_change(text: str, before: Measure, place: _Place, lead: Lead) -> bool:
    """新增A 8家、B 5家: what 新增 says of the first holds for the second; 失业率控制在5% has a say of its own."""
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


def _is_dealt_out(text: str, before: Measure, place: _Place) -> bool:
    """分别增长5.2%、7.8%: the second number has no name of its own."""
    between = text[before.quantity.end : place.quantity.start]
    return between in {"、", "和", "及"} and place.quantity.unit == before.quantity.unit


def _goes_on(text: str, before: Measure, place: _Place) -> bool:
    """Whether the number goes on with a list: 新增A 8家、B 5家; 新增A 8家，其中B 5家."""
    between = text[before.quantity.end : place.low if place.low > place.first else place.first]
    return (
        place.first == before.start
        or len(between) <= 2
        or (between.endswith(("，", "；", "：")) and len(between) <= 30)
    )


def _name_behind(text: str, place: _Place) -> str:
    """The name behind the number, as far as the next number leaves it."""
    name = name_behind(text, place.quantity.end, place.high)
    if place.following is None or not name:
        return name
    cut = max(name.rfind(mark) for mark in "、和及与")
    name = name[:cut] if cut >= 0 else name
    if _KIND_ALONE.fullmatch(name):
        # 2个千亿级和6个百亿级先进制造业集群: the last of the list has the noun for all.
        rest = name_behind(text, place.following.end, place.last)
        noun = rest.partition("的")[2] or rest.partition("级")[2]
        return name + noun
    return name


def _counted(quantity: Quantity) -> str:
    return quantity.unit.lstrip("十百千万亿") if quantity.dimension in _COUNTED else ""


def _dealt(name: str) -> tuple[str, ...]:
    *pieces, last = [piece for piece in _DEALT.split(name) if piece]
    # 省、市卫生村: a level alone shares the noun of the last.
    return (*(piece + last[1:] if len(piece) == 1 else piece for piece in pieces), last)
