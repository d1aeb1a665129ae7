"""Why a number in running text is no target.

Conditions, capacities, spans of time, known sets, what names a kind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from govgraph_loaders.extract.indicators import Lead, name_behind
from govgraph_loaders.extract.quantities import Quantity
from govgraph_loaders.extract.target_sentences import (
    BULK,
    COUNTED,
    Place,
    Sentence,
    number_name,
    target_cue,
    target_words,
)

_ENCLOSING = re.compile(r"“[^“”]{1,14}”|[（()）\[\]〔〕]")
_OPEN, _CLOSED = "（([〔", "）)]〕"
# 其中3亿元以上17个: a count of what was named before, of that size.
_SIZED = re.compile(r"\d[\d.]{0,8}[万亿]{0,2}元以上\Z")
_POWER = frozenset({"energy", "mass", "volume"})


def find_refusal(sentence: Sentence, place: Place, lead: Lead, closed: Sequence[tuple[int, int]]) -> str:
    """Why the number is no target; empty where nothing speaks against it. `closed`: the `enclosed_spans`."""
    text, quantity = sentence.text, place.quantity
    behind = quantity.end
    if sentence.ruled is not None and quantity.start >= sentence.ruled:
        return "among conditions, without a date to come"
    if _is_enclosed(closed, quantity):
        return "in brackets or quotation marks"
    if text.startswith(target_words("never", "behind"), behind) and not text.startswith("的目标", behind):
        return "a degree, a threshold or a known set"
    sized = quantity.dimension in COUNTED and _SIZED.search(text, place.low, quantity.start) is not None
    if text.endswith(target_words("never", "before"), place.low, quantity.start) and not sized:
        return "a capacity, an ordinal or a known set"
    if (
        text.startswith("的", behind)
        and quantity.end > quantity.number_end
        and not text.startswith("的目标", behind)
        and not _is_share_of_things(sentence, place, lead)
    ):
        return "a threshold"
    negated = target_words("never", "negated")
    if lead.name.startswith(negated) or any(
        text.endswith(negated, place.low, at) for at in (lead.start, quantity.start)
    ):
        return "what must not be"
    if text.startswith(("以下", "以内"), quantity.number_end) and _is_name(text, behind):
        return "a threshold"
    if quantity.unit == "元" and lead.name.endswith(target_words("never", "paid")) and not lead.change:
        return "what each one is paid"
    if lead.name.startswith(target_words("never", "compared")):
        return "a comparison with others"
    if text.startswith(target_words("never", "most"), quantity.start) or any(
        word in lead.name for word in target_words("never", "limits")
    ):
        return "the most that is allowed"
    if quantity.dimension in {"score", "voltage"}:
        return "a score or a kind"
    if quantity.dimension == "time" and not _is_timed(text, quantity, lead):
        return "a span of time"
    if quantity.dimension in BULK and _is_attribute(text, place, lead):
        return "says which things are meant"
    return ""


def _is_share_of_things(sentence: Sentence, place: Place, lead: Lead) -> bool:
    """推动80%以上的行政村建成服务站: so many of them are to do or to become something."""
    if place.quantity.dimension != "share" or lead.name or not (sentence.goal or sentence.goals):
        return False
    cue = target_cue(("metrics", "predicates")).search(sentence.text, place.quantity.end, place.high)
    return cue is not None and cue.start() > place.quantity.end + 1


def _is_name(text: str, at: int) -> bool:
    return "\u4e00" <= text[at : at + 1] <= "\u9fff" and bool(name_behind(text, at, at + 2))


def enclosed_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """The spans in brackets (an open one up to the end) and in short quotation marks, in order, none in
    another.
    """
    text, spans = sentence.text, []
    opened = -1
    depth = 0
    for match in _ENCLOSING.finditer(text, sentence.start, sentence.end):
        if match.group() in _OPEN:
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif match.group() in _CLOSED:
            depth = max(0, depth - 1)
            if depth == 0 and opened >= 0:
                spans.append((opened, match.end()))
                opened = -1
        elif depth == 0:
            spans.append(match.span())
    return [*spans, (opened, sentence.end)] if depth else spans


def _is_enclosed(closed: Sequence[tuple[int, int]], quantity: Quantity) -> bool:
    at = bisect_right(closed, quantity.start, key=_start) - 1
    return at >= 0 and closed[at][0] < quantity.start < closed[at][1]


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _is_timed(text: str, quantity: Quantity, lead: Lead) -> bool:
    """A time that is a level or a change of something: 压缩至3个工作日, 阅读各1小时."""
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


def _is_attribute(text: str, place: Place, lead: Lead) -> bool:
    """投资超20亿元化工项目3个, 60万千瓦风电: the number belongs to the name of what follows."""
    quantity, following = place.quantity, place.following
    if text.startswith(target_words("never", "kinds"), quantity.end):
        return True
    if text.startswith("的", quantity.end) and not text.startswith("的目标", quantity.end):
        return True
    if quantity.dimension in _POWER and place.high > quantity.end and lead.name and number_name(text, place):
        return True
    if following is None or following.dimension not in COUNTED:
        return False
    between = text[quantity.end : following.start]
    return bool(between) and not any(mark in between for mark in "、，和及与")
