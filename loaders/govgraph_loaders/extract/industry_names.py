"""What may be the name of an industry, and lists of such names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from govgraph_loaders.extract.alternations import alternation as either
from govgraph_ontology.vocabulary import load_vocabulary

_SPLIT = re.compile(r"、|以及|(?<=[\u4e00-\u9fff]{2})(?<!中)[和与及](?=[\u4e00-\u9fff]{2})")
_QUOTED = re.compile(r"“[^“”]{1,40}”|（[^（）]{1,40}）")
# A part of a province: 苏南, 粤北.
_REGION = re.compile(
    r"[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘宁新蒙][东南西北中](?=[\u4e00-\u9fff]{2})"
)
# So many acres, so great a worth before the name: 万亩油茶, 百亿级电池.
_SIZE = re.compile(r"[\d一二三五十百千万亿余多]{1,5}(?:亩|头|只|吨|亿元?级?|元)")
_GENERATION = re.compile(r"^(?:[3-6]G|3D|5A)")
_TRAILING = ("企业", "规模", "面积", "产业集群", "产业链", "产业", "行业")
_MARK = re.compile(r"^[以将把]|打造|[两三四五六七八九十]大|[，。；：的“”《》%+＿]")
_MAX_ITEM = 16


@cache
def words() -> dict[str, Any]:
    """The vocabulary of industries (`industries.toml`)."""
    return load_vocabulary("industries")


def items(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The members of a list with their offsets; what stands in brackets and quotes is not split."""
    masked = _QUOTED.sub(lambda match: "＿" * len(match.group()), text[start:end])
    position = 0
    for match in _SPLIT.finditer(masked):
        if match.group() == "与" and "、" in masked:
            continue
        if match.start() > position:
            yield text[start + position : start + match.start()], start + position
        position = match.end()
    if position < len(masked):
        yield text[start + position : end], start + position


def bare_name(item: str) -> str:
    """The industry that a member of a list names, without 产业, 等, its size and the verb before it."""
    bare = item.removesuffix("等")
    for end in _TRAILING:
        bare = bare.removesuffix(end)
    verb = _leading().match(bare)
    bare = bare[verb.end() :] if verb and len(bare) - verb.end() > 1 else bare
    size = _SIZE.match(bare)
    return bare[size.end() :] if size and len(bare) - size.end() > 1 else bare


def without_grades(item: str) -> str:
    """The industry in the name of a base, without what says how great the base is or where."""
    item = item.rpartition("的")[2]
    greatest = item.find("最大")
    if greatest >= 0:
        item = item[greatest + 2 :]
    grades = _grades()
    while item.startswith(grades):
        item = item[len(next(grade for grade in grades if item.startswith(grade))) :]
    region = _REGION.match(item)
    return item[region.end() :] if region else item


@lru_cache(maxsize=8_192)
def is_industry(name: str) -> bool:
    """Whether `name` can be that of an industry: neither too vague nor a thing that no industry is."""
    found = words()
    if not 2 <= len(name) <= _MAX_ITEM or name in found["not_industries"]:
        return False
    if (
        _SIZE.fullmatch(name)
        or _MARK.search(name)
        or any(character.isdigit() for character in _GENERATION.sub("", name))
    ):
        return False
    return _not_in().search(name) is None


def ends_like_industry(name: str) -> bool:
    """Whether the name ends with a word that industries are named by (加工, 种植, 材料)."""
    return name.endswith(_endings())


def is_list_of_industries(names: Sequence[str]) -> bool:
    """Whether a list that nothing else calls one of industries is one: all can be, and half end like one."""
    like = [name for name in names if ends_like_industry(name)]
    return bool(names) and all(map(is_industry, names)) and 2 * len(like) >= len(names)


@cache
def _grades() -> tuple[str, ...]:
    return tuple(sorted(words()["grades"], key=lambda word: (-len(word), word)))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words()["endings"])


@cache
def _not_in() -> re.Pattern[str]:
    return re.compile(either(words()["not_in"]))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words()['adverbs'])}){{0,2}}(?:{either(words()['leading'])})")
