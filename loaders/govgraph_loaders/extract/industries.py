"""Which industries a district, town, park or zone is to develop, with their role and scale.

丹枫区做强A、B等两大支柱产业，打造C基地: the object of a verb of developing that is closed by 产业 or the
like, or ends like an industry, or gives its name to a base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from govgraph_loaders.extract.districts import known_districts
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.names import district
from govgraph_loaders.extract.topics import Clause, read_clauses
from govgraph_loaders.statements import Reference
from govgraph_ontology.vocabulary import load_vocabulary

_TOWNS = ("镇", "乡", "街道")
_AMONG = re.compile(
    r"(?P<places>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,6}){1,12})等(?:地|乡镇|镇街|镇|县区|县|乡)的?"
    r"(?P<item>[\u4e00-\u9fff]{2,10}?)(?=品质|产业|生产|基地|品牌|提质|发展|，|。|；|、|$)"
)
_MAX_PLACE = 6
_CUE = re.compile(r"产业|发展|做[大强优精]|壮大|打造|建设|主攻|推广|布局")
_SPLIT = re.compile(r"、|以及|(?<=[\u4e00-\u9fff]{2})(?<!中)[和与及](?=[\u4e00-\u9fff]{2})")
_COUNT = r"(?:[两二三四五六七八九十\d]{1,2}(?:大|个|条|类))?"
_SCALE = r"(?P<scale>(?:超|逾|近)?[一二三五十百千万亿\d]{1,4}亿元?级?(?:以上)?(?:规模)?)?"
_SCALED = re.compile(
    r"(?P<scale>超?[一二三五十百千万亿\d]{1,4}亿元?级?(?:以上)?(?:规模)?的?)(?=[\u4e00-\u9fff]{2})"
)
_FIELDS = re.compile(r"(?P<items>[^，。；：\n等]{2,100})等(?:方面|领域|重点领域|重点|产品)")
_QUOTED = re.compile(r"“[^“”]{1,40}”|（[^（）]{1,40}）")
# A part of a province: 苏南, 粤北.
_REGION = re.compile(
    r"[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘宁新蒙][东南西北中](?=[\u4e00-\u9fff]{2})"
)
_MAX_ITEM = 16
_MAX_LIST = 160


@dataclass(frozen=True, slots=True)
class _Industry:
    """An industry with its clean span, the role and the scale that the text gives it."""

    name: str
    start: int
    end: int
    rule: str
    role: str = ""
    scale: str = ""


def extract_industries(reading: Reading) -> Iterator[Found]:
    """Statements `developsIndustry`, with role and scale; never for the document's own place."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        if _CUE.search(text, paragraph.start, paragraph.end) is None:
            continue
        for clause in read_clauses(reading, paragraph):
            yield from _among_places(reading, clause)
            if not clause.places:
                continue
            for found in _read_clause(text, clause):
                yield from _statements(reading, clause, found)


def _statements(reading: Reading, clause: Clause, found: _Industry) -> Iterator[Found]:
    start = clause.start if clause.own else found.start
    evidence = reading.evidence(start, max(found.end, start + 1))
    for place in clause.places:
        yield reading.statement(
            "developsIndustry",
            named_district(place, reading.scope),
            Reference("Industry", found.name),
            evidence,
            found.rule,
            role=found.role,
            scale=found.scale,
        )


def _among_places(reading: Reading, clause: Clause) -> Iterator[Found]:
    """推广A、B等地茶叶种植: the places stand within, and 等地 says that they are places."""
    match = _AMONG.search(reading.text, clause.start, clause.end)
    if match is None:
        return
    start = match.start("places")
    verbs = list(_verbs().finditer(reading.text, clause.start, match.end("places")))
    if not verbs or verbs[-1].end() >= match.end("places"):
        return
    places = reading.text[max(start, verbs[-1].end()) : match.end("places")].split("、")
    name = match["item"]
    if not name.endswith(tuple(_words()["endings"])) or not _is_industry(name):
        return
    if all(2 <= len(place) <= _MAX_PLACE for place in places):
        inside = Clause(clause.start, clause.end, clause.body, tuple(places), False)
        yield from _statements(
            reading, inside, _Industry(name, clause.start, match.end("item"), "industry.list")
        )


def named_district(name: str, scope: str) -> Reference:
    """The district of that name; the name of the text is kept as another one where its own is longer."""
    known = known_districts(scope)
    whole = next((name + kind for kind in _TOWNS if name not in known and name + kind in known), name)
    found = district(whole, scope)
    if scope and found.scope.partition("/")[0] != scope.partition("/")[0]:
        return Reference(
            "District", name, scope=scope
        )  # The one place of the country that is called so lies elsewhere.
    return found if found.name == name else replace(found, aliases=(name,))


def _read_clause(text: str, clause: Clause) -> Iterator[_Industry]:
    """The industries that a clause names after its verbs, each once."""
    seen: set[str] = set()
    position = clause.body
    for industry in _by_role(text, clause):
        seen.add(industry.name)
        position = industry.end
        yield industry
    for verb in _verbs().finditer(text, clause.body, clause.end):
        if verb.start() < position:
            continue
        end = min(clause.end, verb.end() + _MAX_LIST)
        found = _turned_to(text, verb, end) or _closed(text, verb.end(), end)
        found = found or list(_based(text, verb, end))
        if not found and verb["verb"] in _words()["strong_verbs"]:
            found = list(_bare(text, verb.end(), end))
        for industry in found:
            if industry.name not in seen:
                seen.add(industry.name)
                yield industry
        if found:
            position = max(industry.end for industry in found)


def _closed(text: str, start: int, end: int) -> list[_Industry]:
    """A、B等三大支柱产业, A产业和B产业: a list that 产业 or the like closes."""
    match = _closing().match(text, start, end)
    if match is None:
        return []
    role = match["role"] or ""
    if role:
        role += match["noun"] if match["noun"] in {"产业", "行业"} else "产业"
    found = []
    for name, first in _items(text, start, match.end("items")):
        scaled = _SCALED.match(name)
        bare = name[scaled.end() if scaled else 0 :].removesuffix("产业")
        scale = match["scale"] or (scaled["scale"] if scaled else "")
        if _is_industry(bare):
            found.append(_Industry(bare, first, match.end(), "industry.list", role, scale))
    return found


def _by_role(text: str, clause: Clause) -> Iterator[_Industry]:
    """以A、B为主导产业: a list that is told its role."""
    match = _role().match(text, clause.body, clause.end)
    if match is None:
        return
    role = (match["role"] or "") + "产业"
    for name, first in _items(text, match.start("items"), match.end("items")):
        bare = name.removesuffix("产业")
        if _is_industry(bare):
            yield _Industry(bare, first, match.end(), "industry.list", role)


def _turned_to(text: str, verb: re.Match[str], end: int) -> list[_Industry]:
    """围绕A、B等方面: the members that end like industries, of a list of fields."""
    match = _FIELDS.match(text, verb.end(), end) if verb["verb"] in {"围绕", "聚焦", "突出"} else None
    if match is None:
        return []
    endings = tuple(_words()["endings"])
    return [
        _Industry(name, first, match.end(), "industry.bare")
        for name, first in _items(text, verb.end(), match.end("items"))
        if name.endswith(endings) and _is_industry(name)
    ]


def _bare(text: str, start: int, end: int) -> Iterator[_Industry]:
    """发展A和B: a list whose members end like industries, to the end of the clause."""
    items = list(_items(text, start, end))
    endings = tuple(_words()["endings"])
    tail = items[-1][0] if items else ""
    for name, first in items:
        bare = name.removesuffix("产业").removesuffix("等")
        if not bare.endswith(endings) and not (tail.endswith("产业") and name is not tail):
            return
        if _is_industry(bare):
            yield _Industry(bare, first, first + len(name), "industry.bare")


def _based(text: str, verb: re.Match[str], end: int) -> Iterator[_Industry]:
    """打造A产业基地、B名城: what an industry gives its name to."""
    if verb["verb"] not in {"打造", "建设", "形成", "构建", "布局", "推进"}:
        return
    for name, first in _items(text, verb.end(), end):
        match = _base().match(name)
        if match is None:
            continue
        item = _without_grades(match["item"])
        if (
            match["base"].startswith("产业")
            or item.endswith(tuple(_words()["endings"]))
            or item.endswith("产业")
        ):
            bare = item.removesuffix("产业应用").removesuffix("产业")
            if _is_industry(bare):
                yield _Industry(bare, first, first + len(name), "industry.base")


def _items(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The members of a list with their offsets; what stands in brackets and quotes is not split."""
    masked = _QUOTED.sub(lambda match: "＿" * len(match.group()), text[start:end])
    position = 0
    for match in _SPLIT.finditer(masked):
        if match.start() > position:
            yield text[start + position : start + match.start()], start + position
        position = match.end()
    if position < len(masked):
        yield text[start + position : end], start + position


def _without_grades(item: str) -> str:
    """The industry in the name of a base, without what says how great the base is or where."""
    item = item.rpartition("的")[2]
    greatest = item.find("最大")
    if greatest >= 0:
        item = item[greatest + 2 :]
    grades = tuple(sorted(_words()["grades"], key=lambda word: (-len(word), word)))
    while item.startswith(grades):
        item = item[len(next(grade for grade in grades if item.startswith(grade))) :]
    region = _REGION.match(item)
    return item[region.end() :] if region else item


def _is_industry(name: str) -> bool:
    words = _words()
    if not 2 <= len(name) <= _MAX_ITEM or name in words["not_industries"]:
        return False
    if any(mark in name for mark in "，。；：的“”《》%+") or any(character.isdigit() for character in name):
        return False
    return not any(word in name for word in words["not_in"])


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("industries")


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _verbs() -> re.Pattern[str]:
    words = _words()
    return re.compile(rf"(?:{_either(words['adverbs'])}){{0,3}}(?P<verb>{_either(words['verbs'])})")


@cache
def _closing() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?P<items>[^，。；：\n]{{2,120}}?)等?{_COUNT}{_SCALE}(?P<role>(?:{_either(words['roles'])}){{1,2}})?"
        rf"{_COUNT}(?:超?[百千万]亿(?:元)?级?)?(?P<noun>{_either(words['nouns'])})(?![\u4e00-\u9fff]*基地|园)"
    )


@cache
def _role() -> re.Pattern[str]:
    roles = _either(_words()["roles"])
    return re.compile(
        rf"(?:形成|构建|发展|坚持)?以(?P<items>[^，。；：\n以]{{2,80}}?)等?(?:产业)?为(?P<role>{roles})(?:产业|的)"
    )


@cache
def _base() -> re.Pattern[str]:
    return re.compile(rf"(?P<item>[^，。；：\n]{{2,40}}?)(?P<base>{_either(_words()['bases'])})$")
