"""Lists of names of projects: where they part, and what their members share (A、B灌区改造工程)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from govgraph_loaders.extract.project_names import (
    has_head,
    is_headed,
    is_project_name,
    is_proper,
    names_nothing,
    shared_tail,
    work_at_end,
)
from govgraph_loaders.extract.project_phrases import CLASSIFIER, NUMBER, words

_MASKED = re.compile(
    r"“[^“”\n]{1,40}”|（[^（）\n]{1,60}）|新、改、?扩?建|[性型类级]、[^，。；、]{1,6}(?=项目|工程)"
)
_PARTING = re.compile(r"、|以及|[和及与](?!其|配套)")
_MEASURED = re.compile(
    r"(?:总?投资|占地|日处理|年产|总长|全长|规模)[^，、的]{1,16}的|由[^，、的]{3,40}?(?:建设|实施|承建|开发|打造)的"
)
_COUNT = re.compile(rf"{NUMBER}{CLASSIFIER}")
_QUANTITY = re.compile(r"\d[\d.]*万?余?(?:套|间|户|张)")
_MAIN_PART = re.compile(r"主体(?:工程|结构|建筑)?(?:建设)?$")
_RATING = re.compile(r"\d[\d.]*(?:千伏|kV|KV|万千瓦|兆瓦|MW|万吨)")
# The ends of a road that the last name of the list calls one: 青禾至石桥、白鹭至云溪高速公路.
_ROUTE = re.compile(r"[^至（]{2,10}(?:至[^至（]{2,6})+(?<![路线段速铁道程目建造])")
_LONGEST_BARE = 6
_LONGEST_ROUTE = 14


def items(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The members of a list with their offsets.

    和 parts two only after the head of a name, and only from what is a name itself: 水库及灌区 is one.
    """
    masked = _MASKED.sub(lambda match: "＿" * len(match.group()), text[start:end])
    position = 0
    for match in _PARTING.finditer(masked):
        if match.group() not in {"、", "以及"}:
            following = masked[match.end() :].partition("、")[0]
            if not ends_name(masked[position : match.start()]) or names_nothing(following):
                continue
        if match.start() > position:
            yield text[start + position : start + match.start()], start + position
        position = match.end()
    if position < len(masked):
        yield text[start + position : end], start + position


def ends_name(text: str) -> bool:
    """Whether a name may end here."""
    return text.endswith(("项目", "工程", "建设", "试点")) or has_head(text)


@lru_cache(maxsize=16_384)
def trimmed(name: str) -> str:
    """A name without the words around it that are no part of it: how many, how great, 重点, 主体工程."""
    if "主体" in name:
        name = _MAIN_PART.sub("", name)
    prefixes = _prefixes()
    while name.startswith(prefixes):
        name = name[len(next(prefix for prefix in prefixes if name.startswith(prefix))) :]
    quantity = _MEASURED.match(name) or _QUANTITY.match(name)
    name = name[quantity.end() :] if quantity else name
    count = _COUNT.match(name)
    return name[count.end() :] if count and name.endswith("工程") else name


def shared_name(name: str, last: str) -> str:
    """The whole name of a member of a list whose last member `last` says what all are; empty for none.

    A、B机场: A机场. A中学、B小学迁建: A中学迁建.
    """
    if not _ROUTE.fullmatch(name) and (is_headed(name) or name.endswith(("项目", "工程"))):
        work = work_at_end(last)
        return name + work if work and not work_at_end(name) else ""
    tail = shared_tail(last)
    longest = _LONGEST_ROUTE if "至" in name else _LONGEST_BARE
    if not tail or not 2 <= len(_RATING.sub("", name)) <= longest or not is_proper(name):
        return ""
    return name + tail


def last_name(names: Sequence[tuple[str, int]]) -> str:
    """The last of the names, trimmed; empty for none."""
    return trimmed(names[-1][0]) if names else ""


def stands_alone(name: str) -> bool:
    """Whether the name needs no head from the last of its list."""
    return is_project_name(name) and not _ROUTE.fullmatch(name)


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(words()["prefixes"])
