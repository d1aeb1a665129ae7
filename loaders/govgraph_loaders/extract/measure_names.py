"""What a number is called after: the names around it, those before it, and those that it shares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph_loaders.extract.indicators import Lead, read_lead
from govgraph_loaders.extract.target_sentences import LIST_MARK, Sentence, target_words
from govgraph_ontology.divisions import divisions_named

# 3亿元以上 says of which size the things are that were counted before.
_SIZE = re.compile(r"[^\d，]{0,6}\d[\d.]*[万亿]*元?(?:及)?以[上下]的?")
_SIZE_BEFORE = re.compile(r"^.{0,8}?元以[上下]的?")
_SECTORS = re.compile(r"(?P<sectors>[一二三]{2,3})(?P<rest>次?产业?.*)")
_SHORT_PLACE, _LONGEST_PLACE = 4, 9
_SHORTEST = 2
_LONGEST_LABEL = 20


def full_name(name: str, before: str, *, joined: bool) -> str:
    """The name with what it leaves to `before`, the one named last.

    A达10亿元，占B比重8%; 新建农田8万亩、改造3万亩.
    """
    if not before:
        return name
    if _SIZE.fullmatch(name):
        return name.rstrip("的") + _SIZE_BEFORE.sub("", before)
    if name.startswith("占") and not before.startswith("占"):
        return before + name.rstrip("的")
    if joined and name in target_words("doing", "strong"):
        return name + _thing(before)
    if name in target_words("metrics", "sizes"):
        # 粮食播种面积60万亩、产量30万吨: both are of 粮食.
        size = next((word for word in target_words("metrics", "sizes") if before.endswith(word)), "")
        if size and len(before) > len(size):
            return before.removesuffix(size) + name
    if name in target_words("metrics", "parts"):
        return before + name
    return before if name.rstrip("的") in target_words("metrics", "plans") else name


def _thing(name: str) -> str:
    """A name without the verb that may open it: 开工项目, 竣工项目 are both of 项目."""
    verb = next((word for word in target_words("doing", "strong") if name.startswith(word)), "")
    return name[len(verb) :] if len(name) - len(verb) >= _SHORTEST else name


def place_names(lead: Lead) -> tuple[str, ...]:
    """The places of 其中丹枫区新增5家, 青禾县、丹枫区各3家: what is counted there was named before."""
    if lead.level or not lead.name or (lead.change and not lead.adjacent):
        return ()
    name = lead.name.removesuffix(lead.verb) if lead.adjacent else lead.name
    pieces = [piece for piece in LIST_MARK.split(name) if piece]
    return tuple(pieces) if pieces and all(map(is_place, pieces)) else ()


def is_place(name: str) -> bool:
    """Whether a name is that of a place: known, or short and no 街区, 先导区, 小镇."""
    if not name.endswith(target_words("behind", "places")) or not _SHORTEST < len(name) < _LONGEST_PLACE:
        return False
    if name.endswith(target_words("behind", "not_places")):
        return False
    return (
        len(name) <= _SHORT_PLACE or name.endswith(("开发区", "新区", "街道")) or bool(divisions_named(name))
    )


def label_before(sentence: Sentence, span: tuple[int, int], first: int) -> str:
    """The name before the colon at which a clause begins: 地区生产总值：增长6%; `span`: the clause before."""
    text = sentence.text
    if span[1] != first or text[first - 1] != "：":
        return ""
    name = read_lead(text, span[0], first - 1, {}, {}).name
    generic = target_words("labels", "general")
    return "" if len(name) > _LONGEST_LABEL or name.endswith(generic) or any(map(str.isdigit, name)) else name


def names_dealt(name: str) -> tuple[str, ...]:
    """The things of 省、市卫生村各5个: a level alone shares the noun of the last."""
    *pieces, last = [piece for piece in LIST_MARK.split(name) if piece]
    return (*(piece + last[1:] if len(piece) == 1 else piece for piece in pieces), last)


def names_apart(name: str, count: int) -> tuple[str, ...]:
    """The `count` names that 分别 tells apart: 城镇和农村居民人均收入 are two.

    None where it does not name so many. Those before the last share its end from a word on that both have.
    """
    sectors = _SECTORS.fullmatch(name)
    if sectors is not None and len(sectors["sectors"]) == count:
        return tuple(sector + sectors["rest"] for sector in sectors["sectors"])
    pieces = [piece for piece in LIST_MARK.split(name) if piece]
    if len(pieces) != count or count < _SHORTEST:
        return ()
    *others, last = pieces
    names = [_completed(piece, last) for piece in others]
    return (*names, last) if all(names) else ()


def _completed(piece: str, last: str) -> str:
    """`piece` with the end of `last` that it shares; nothing where neither tells which that is."""
    share = last.find("占")
    if share > 0 and "占" not in piece:
        return piece + last[share:]
    if piece.endswith(target_words("metrics", "endings")) or piece.isascii():
        return piece
    for length in range(min(len(piece), len(last)), 0, -1):
        at = last.find(piece[-length:])
        if at >= 0:
            return piece + last[at + length :]
    if len(piece) <= _SHORTEST <= len(last) - len(piece):
        return piece + last[len(piece) :]
    return ""


def last_of(names: Sequence[str]) -> str:
    """The last of the names, empty where there is none."""
    return names[-1] if names else ""
