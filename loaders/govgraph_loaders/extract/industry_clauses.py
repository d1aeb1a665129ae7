"""The industries that a clause names for the district of which it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.alternations import alternation as either
from govgraph_loaders.extract.industry_names import (
    bare_name,
    ends_like_industry,
    is_industry,
    is_list_of_industries,
    items,
    without_grades,
    words,
)
from govgraph_loaders.extract.topics import Clause

_COUNT = r"(?:[两二三四五六七八九十\d]{1,2}(?:大|个|条|类))?"
_SCALE = r"(?P<scale>(?:超|逾|近)?[一二三五十百千万亿\d]{1,4}亿元?级?(?:以上)?(?:规模)?)?"
_SCALED = re.compile(
    r"(?P<scale>超?[一二三五十百千万亿\d]{1,4}亿元?级?(?:以上)?(?:规模)?的?)(?=[\u4e00-\u9fff]{2})"
)
_FIELDS = re.compile(
    r"(?P<items>[^，。；：\n等]{2,100})(?:等(?:方面|领域|重点领域|重点|产品|行业|方向|赛道)|做(?:足)?文章)"
)
_GOES_ON = re.compile(r"[、和与及]")
_MAX_LIST = 160
_BASED_VERBS = frozenset({"打造", "建设", "形成", "构建", "布局", "推进", "建成", "创建"})
_FIELD_VERBS = frozenset({"围绕", "聚焦", "突出", "瞄准", "锚定"})


@dataclass(frozen=True, slots=True)
class NamedIndustry:
    """An industry with its clean span, the role and the scale that the text gives it."""

    name: str
    start: int
    end: int
    rule: str
    role: str = ""
    scale: str = ""


def find_industries(text: str, clause: Clause) -> Iterator[NamedIndustry]:
    """The industries that a clause names, each once."""
    seen: set[str] = set()
    position = clause.body
    for industry in [
        *_by_role(text, clause),
        *_positioned(text, clause),
        *_labelled(text, clause),
        *_led(text, clause),
    ]:
        position = max(position, industry.end)
        if industry.name not in seen:
            seen.add(industry.name)
            yield industry
    for verb in verbs().finditer(text, clause.body, clause.end):
        if verb.start() < position:
            continue
        end = min(clause.end, verb.end() + _MAX_LIST)
        found = _turned_to(text, verb, end) or _closed(text, verb.end(), end)
        found = found or list(_based(text, verb, end))
        if not found and verb["verb"] in words()["strong_verbs"]:
            found = list(_bare(text, verb.end(), end))
        for industry in found:
            if industry.name not in seen:
                seen.add(industry.name)
                yield industry
        if found:
            position = max(industry.end for industry in found)


def _closed(text: str, start: int, end: int) -> list[NamedIndustry]:
    """A、B等三大支柱产业, A产业和B产业: a list that 产业 or the like closes."""
    match = _closing().match(text, start, end)
    if match is None:
        return []
    role = match["role"] or ""
    if role:
        role += match["noun"] if match["noun"] in {"产业", "行业"} else "产业"
    found = []
    for name, first in items(text, start, match.end("items")):
        scaled = _SCALED.match(name)
        bare = bare_name(name[scaled.end() if scaled else 0 :])
        scale = match["scale"] or (scaled["scale"] if scaled else "")
        if is_industry(bare):
            found.append(NamedIndustry(bare, first, match.end(), "industry.list", role, scale))
    if found and _GOES_ON.match(text, match.end(), end):
        for name, first in items(text, match.end() + 1, end):
            bare = bare_name(name)
            if not is_industry(bare) or not (ends_like_industry(bare) or name.endswith("产业")):
                break
            found.append(NamedIndustry(bare, first, first + len(name), "industry.list"))
    return found


def _by_role(text: str, clause: Clause) -> Iterator[NamedIndustry]:
    """以A、B为主导产业, C为支撑, 以D为主: lists that are told their roles."""
    if text.find("为", clause.body, clause.end) < 0:
        return
    for match in _role().finditer(text, clause.body, clause.end):
        named = [(bare_name(name), first) for name, first in items(text, *match.span("items"))]
        if match["surely"] is None and not is_list_of_industries([name for name, _ in named]):
            continue
        role = f"{match['role']}产业" if match["role"] else ""
        for name, first in named:
            if is_industry(name):
                yield NamedIndustry(name, first, match.end(), "industry.list", role)


def _positioned(text: str, clause: Clause) -> Iterator[NamedIndustry]:
    """将产业发展定位在A、B和C上, 主导产业为A、B: what the place is said to be for."""
    said = any(text.find(word, clause.body, clause.end) >= 0 for word in ("产业", "定位", "方向"))
    match = _position().search(text, clause.body, clause.end) if said else None
    if match is None:
        return
    names = [(bare_name(name), first) for name, first in items(text, *match.span("items"))]
    if is_list_of_industries([name for name, _ in names]):
        for name, first in names:
            yield NamedIndustry(
                name, first, match.end(), "industry.list", "主导产业" if match["leading"] else ""
            )


def _labelled(text: str, clause: Clause) -> Iterator[NamedIndustry]:
    """主导产业：A、B: a list behind a label that calls its members industries."""
    colon = text[clause.start - 1 : clause.start] == "："
    label = _label().search(text[max(0, clause.start - 12) : clause.start]) if colon else None
    if label is None:
        return
    names = [(bare_name(name), first) for name, first in items(text, clause.start, clause.end)]
    if all(is_industry(name) for name, _ in names):
        for name, first in names:
            yield NamedIndustry(name, first, clause.end, "industry.list", label["role"] or "")


def _led(text: str, clause: Clause) -> Iterator[NamedIndustry]:
    """支持石桥镇A、B产业发展: the industries stand right behind the place."""
    match = _behind().match(text, clause.body, clause.end) if clause.own else None
    if match is None or verbs().match(text, clause.body):
        return
    names = [(bare_name(name), first) for name, first in items(text, *match.span("items"))]
    if all(is_industry(name) for name, _ in names):
        for name, first in names:
            yield NamedIndustry(name, first, match.end(), "industry.list")


def _turned_to(text: str, verb: re.Match[str], end: int) -> list[NamedIndustry]:
    """围绕A、B等方面: the members that end like industries, of a list of fields."""
    match = _FIELDS.match(text, verb.end(), end) if verb["verb"] in _FIELD_VERBS else None
    if match is None:
        return []
    named = list(items(text, verb.end(), match.end("items")))
    whole = is_list_of_industries([name for name, _ in named])
    return [
        NamedIndustry(name, first, match.end(), "industry.bare")
        for name, first in named
        if is_industry(name) and (whole or ends_like_industry(name))
    ]


def _bare(text: str, start: int, end: int) -> Iterator[NamedIndustry]:
    """发展A和B: a list whose members end like industries, to the end of the clause."""
    listed = list(items(text, start, end))
    closed = bool(listed) and listed[-1][0].endswith("产业")
    names = [bare_name(name) for name, _ in listed]
    fits = is_list_of_industries(names) or (closed and all(map(is_industry, names)))
    for (name, first), bare in zip(listed, names, strict=True):
        if not fits and not ends_like_industry(bare):
            return
        if is_industry(bare):
            yield NamedIndustry(bare, first, first + len(name), "industry.bare")


def _based(text: str, verb: re.Match[str], end: int) -> Iterator[NamedIndustry]:
    """打造A产业基地、B名城, A、B、C三大集聚区: what industries give their names to."""
    if verb["verb"] not in _BASED_VERBS:
        return
    counted = _counted().match(text, verb.end(), end)
    if counted is not None:
        names = [(bare_name(name), first) for name, first in items(text, *counted.span("items"))]
        if len(names) > 1 and is_list_of_industries([name for name, _ in names]):
            for name, first in names:
                yield NamedIndustry(name, first, counted.end(), "industry.base")
            return
    for name, first in items(text, verb.end(), end):
        match = _base().match(name)
        if match is None:
            continue
        item = without_grades(match["item"])
        if match["base"].startswith("产业") or ends_like_industry(item) or item.endswith("产业"):
            bare = bare_name(item.removesuffix("产业应用"))
            if is_industry(bare):
                yield NamedIndustry(bare, first, first + len(name), "industry.base")


@cache
def verbs() -> re.Pattern[str]:
    found = words()
    return re.compile(rf"(?:{either(found['adverbs'])}){{0,3}}(?P<verb>{either(found['verbs'])})")


@cache
def _closing() -> re.Pattern[str]:
    found = words()
    return re.compile(
        rf"(?P<items>[^，。；：\n]{{2,120}}?)等?{_COUNT}{_SCALE}(?P<role>(?:{either(found['roles'])}){{1,2}})?"
        rf"{_COUNT}(?:超?[百千万]亿(?:元)?级?)?(?P<noun>{either(found['nouns'])})(?![\u4e00-\u9fff]*基地|园)"
    )


@cache
def _role() -> re.Pattern[str]:
    found = words()
    roles = either(found["roles"])
    return re.compile(
        rf"(?:以|、|，|^)(?P<items>[^，。；：\n以为]{{2,80}}?)等?(?:产业)?(?<![成作])为"
        rf"(?:(?P<surely>)(?P<role>{roles})(?=产业|的|、|，|。|；|$)|(?P<weak>{either(found['weak_roles'])}))"
    )


@cache
def _position() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<leading>(?:主导|首位|支柱)产业(?:确定|定位)?(?:为|是|有))|定位(?:在|于|为|是)|(?:产业)?方向(?:为|是))"
        r"(?P<items>[^，。；：\n]{2,100}?)(?:等?(?:产业|领域|方向)?(?:上)?)(?=，|。|；|$)"
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<role>主导产业|首位产业|支柱产业|特色产业)|重点产业|产业定位|(?:重点)?发展(?:方向|产业|重点)|重点发展)：$"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        r"的?(?P<items>[^，。；：\n的等为以]{2,30}?)等?(?:特色|优势|主导)?产业(?:集群|链|带)?"
        r"(?=发展|提质|转型|做|向|要|集聚|升级|提升|壮大|初具|产值|不断|持续|快速|加快|、|，|。|；|$)"
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<items>[^，。；：\n]{{4,120}}?)等?[两二三四五六七八九十\d]{{1,2}}(?:大|个|条|类)[^，。；：\n]{{0,8}}?"
        rf"(?:{either(words()['bases'])}|板块|组团|片区|园)"
    )


@cache
def _base() -> re.Pattern[str]:
    return re.compile(rf"(?P<item>[^，。；：\n]{{2,40}}?)(?P<base>{either(words()['bases'])})$")
