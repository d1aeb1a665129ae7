"""What may be the name of a project: a thing built that its name tells from others of its kind.

X项目 and X工程 are projects unless X says nothing (重点, 一批) or the work is a campaign (人才工程); X产业园,
X大道, X中学 are when X is a name; X中心 or X基地 only where X holds a name of its own: a place, a number, a
firm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from govgraph_loaders.extract.alternations import alternation as _either
from govgraph_ontology.vocabulary import load_vocabulary

_PROPER_SIGN = re.compile(
    r"[0-9A-Za-z]|“|[一二三四五六七八九十]期|[\u4e00-\u9fff]至[\u4e00-\u9fff]|第[一二三四五六七八九十]|[一二三四五六七八九]号"
)
_CHOICE = re.compile(r"（[^（）]*、[^（）]*）")
_YEAR = re.compile(r"(?:19|20)\d\d年(?:度)?")
_QUOTED = re.compile(r"“[^“”]*”|（[^（）]*）")
# How much it can do, before what it is: 500千伏输变电工程.
_RATING = re.compile(r"^\d[\d.]*(?:万?千伏|万?千瓦|兆瓦|kV|KV|kW|MW|吨|立方米|立方)(?:/[a-z日天])?")
# A quote alone is a saying or a programme of persons: “三支一扶”.
_SAYING = re.compile(r"(?:“[^“”]*”)+(?:（[^（）]*）)?(?:项目|工程)?")
_COUNTED = re.compile(r"\d+(?:\.\d+)?(?:万|余)?(?:个|宗|条|座|所|家|处|项|批|台|套|公里|亩|平方米|万平方米)")
# Of the single characters that say nothing, those that are never part of a name (大, 新 and 高 are).
_PARTICLES = frozenset("的和及等类级型性批个")
# What has one hospital, one museum of its own: 县博物馆 names it.
_SOLE = frozenset("省市县区州旗")
# A length or an area of something without a name: 100公里农村公路.
_MEASURE = re.compile(r"\d[\d.]*(?:万|余|多)*(?:公里|千米|亩|公顷|平方米)")
# Several things that bear no name of their own: 城区3处积水点改造.
_SEVERAL = re.compile(r"(?<![\d.])(?:[2-9]|\d{2,})(?:余|多)?(?:个|宗|条|座|所|家|处|户|台|套)")
_AND_OTHERS = re.compile(r"(?<![高中初])等(?![级离边])")
# A slogan of numbers alone: “百千万”工程.
_SLOGAN = re.compile(r"“?[一二三四五六七八九十百千万]{2,6}”?(?:行动|提升)?工程$")
_BAD_MARK = re.compile(r"[，。；：！？\n《》%\[\]]")
_MAX_NAME = 45
_NUMERALS = "一二三四五六七八九十"
_MIN_NAME = 3
_LEAST_NAME = 2
_KIND = 4
_PUNCTUATION = re.compile(r"[（）()、·\-]|[45]G")


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a name: `strong` tells a thing built, `weak` many things, `phase` a part of one."""

    kind: str
    start: int


def project_core(name: str) -> str:
    """The name without the 项目 or 工程 with which it ends."""
    for end in ("建设项目", "工程项目", "项目", "建设工程", "工程"):
        if name.endswith(end):
            return name.removesuffix(end)
    return name


@lru_cache(maxsize=16_384)
def is_project_name(name: str, *, listed: bool = False, proper: bool = False, least: int = 3) -> bool:
    """Whether `name` can be that of a project. `listed`: the text calls it a project (A、B等项目).

    `proper`: its name must tell it from others of its kind, whatever it is called. `least`: how many
    characters of its own a name needs before a head that many things have.
    """
    if not _MIN_NAME - listed <= len(name) <= _MAX_NAME or _BAD_MARK.search(name):
        return False
    head = None
    if not listed and not name.endswith(("工程", "项目")):
        head = _head(name)
        if head is None:
            return False
    bare = _QUOTED.sub("", name)
    if _AND_OTHERS.search(bare) or _SEVERAL.search(bare) or _MEASURE.match(bare):
        return False
    if _SAYING.fullmatch(name) and not has_head(name.partition("”")[0]):
        return False
    if _one_of("not_in").search(bare) or name.startswith((*_tuple("visions"), *_tuple("clauses"))):
        return False
    core = project_core(name)
    if is_empty(core) or core.endswith(("和", "及", "与")) or name.startswith(("与", "和", "及")):
        return False
    if listed:
        return is_proper(core) or not (proper or is_vague(core))
    if name.endswith("工程"):
        if is_campaign(name):
            return False
        return _one_of("physical").search(name) is not None and is_proper(core)
    if name.endswith("项目"):
        head = _head(core)
        return is_proper(core) or (head is not None and head.kind == "strong" and is_kind(core))
    return head is not None and _is_headed_name(name, head, least)


def _is_headed_name(name: str, head: _Head, least: int) -> bool:
    """Whether what stands before the head tells the thing from others of its kind."""
    rest = name[: head.start]
    if head.kind == "strong":
        return rest in _SOLE or (_leftover(rest) != "" and len(name) > _MIN_NAME) or is_kind(rest)
    if head.kind == "phase":
        least = _LEAST_NAME
    elif name.endswith(_tuple("named_heads")):
        least = 1
    if len(rest) >= _LEAST_NAME + _LEAST_NAME:
        least = min(least, _LEAST_NAME)
    return is_proper(rest, least=least) and len(rest) > 1


def is_kind_of_project(name: str) -> bool:
    """Whether `name` tells a kind of work closely, in a list that is one of projects (新能源动力电池)."""
    return is_kind(project_core(name)) and not _one_of("not_in").search(name) and not _BAD_MARK.search(name)


def is_campaign(name: str) -> bool:
    """Whether what is called 工程 is a campaign (人才强县工程), not a work."""
    if not name.endswith("工程"):
        return False
    return bool(_SLOGAN.search(name)) or _one_of("campaigns").search(name) is not None


def is_empty(text: str) -> bool:
    """Whether `text` is made of words that name nothing at all (重点, 一批重大)."""
    return not _one_of("vague").sub("", _bare(text))


def is_vague(text: str) -> bool:
    """Whether `text` is made of words that name nothing, or only a field (重大产业, 基础设施建设)."""
    return not _leftover(text)


def is_kind(text: str) -> bool:
    """Whether `text` tells a kind closely enough to stand for one thing (冷链物流): two fields or more."""
    return len(_one_of("vague").sub("", _bare(text))) >= _KIND


def is_proper(text: str, *, least: int = 2) -> bool:
    """Whether something in `text` tells the thing from others of its kind: a number, a quote, a name.

    A name is what is left, of `least` characters or more, without the words that name nothing.
    """
    text = _RATING.sub("", text)
    return bool(_PROPER_SIGN.search(_bare(text))) or len(_leftover(text)) >= least


def has_head(text: str) -> bool:
    """Whether `text` ends with the head of a name of something built."""
    return _head(text) is not None


def is_headed(text: str) -> bool:
    """Whether `text` is a name with the head of something built: 乐山机场, not 乐城."""
    head = _head(text)
    return head is not None and (len(text) - head.start > 1 or head.start >= _LEAST_NAME)


def has_strong_head(text: str) -> bool:
    """Whether `text` is called a project or ends with the head of a park, a road, a school, a plant."""
    head = _head(text)
    return text.endswith(("项目", "工程")) or (head is not None and head.kind == "strong")


def has_work(text: str) -> bool:
    """Whether `text` ends with work upon what is there already (…改造, …治理, …迁建)."""
    return text.endswith(_tuple("works"))


def is_rebuilt(text: str) -> bool:
    """Whether `text` ends with work that makes a thing anew (…迁建, …修缮)."""
    return text.endswith(_tuple("rebuilding"))


def work_at_end(text: str) -> str:
    """The work upon what is there already with which `text` ends; empty for none."""
    match = _work().search(text)
    return match.group() if match else ""


def shared_tail(text: str) -> str:
    """What says of what kind the named thing is, and what is done: 机场, 灌区改造工程; empty for nothing."""
    match = _tail().search(text)
    return match.group() if match and match.start() else ""


def names_nothing(text: str) -> bool:
    """Whether `text` is only the head of a name and words that tell no thing from another (配套道路工程)."""
    bare = _QUOTED.sub("", text).removesuffix("建设").removesuffix("工程")
    head = _head(bare)
    if head is not None and len(bare) - head.start > 1:
        bare = bare[: head.start]
    return len(_said().sub("", _bare(bare))) < _LEAST_NAME


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("projects")


@lru_cache(maxsize=16_384)
def _head(name: str) -> _Head | None:
    """The longest head of something built with which `name` ends, or the phase (二期)."""
    if name.endswith("期") and len(name) > 1 and (name[-2].isdecimal() or name[-2] in _NUMERALS):
        return _Head("phase", len(name) - 2)
    kinds, longest = _heads()
    for length in range(min(longest, len(name)), 0, -1):
        kind = kinds.get(name[-length:])
        if kind is not None:
            return _Head(kind, len(name) - length)
    return None


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", _COUNTED.sub("", _YEAR.sub("", _CHOICE.sub("", text))))


def _leftover(text: str) -> str:
    return _vague().sub("", _bare(text))


@cache
def _tuple(key: str) -> tuple[str, ...]:
    return tuple(_words()[key])


@cache
def _one_of(key: str) -> re.Pattern[str]:
    return re.compile(_either(_words()[key]))


@cache
def _heads() -> tuple[dict[str, str], int]:
    """The heads of names of things built, each `strong` or `weak`, and the length of the longest."""
    words = _words()
    kinds = dict.fromkeys([*words["weak_heads"], *words["works"]], "weak")
    kinds.update(dict.fromkeys(words["strong_heads"], "strong"))
    return kinds, max(map(len, kinds))


def _said_words() -> list[str]:
    words = _words()
    said = words["vague"] + words["fields"] + words["works"]
    return [word for word in said if len(word) > 1 or word in _PARTICLES]


@cache
def _said() -> re.Pattern[str]:
    """The words that say nothing, or only of what field a thing is."""
    return re.compile(_either(_said_words()))


@cache
def _vague() -> re.Pattern[str]:
    """Those, and the words for what is found in every place."""
    return re.compile(_either([*_words()["common"], *_said_words()]))


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(_words()['works'])})(?:工程|项目)?$")


@cache
def _tail() -> re.Pattern[str]:
    words = _words()
    heads = _either([head for head in words["strong_heads"] + words["weak_heads"] if len(head) > 1])
    works = _either(words["works"])
    kinds = _either([word for word in words["fields"] if len(word) > 1])
    return re.compile(rf"(?:{kinds}){{0,3}}(?:{heads})(?:{works})?(?:工程|项目)?$")
