"""Which industries a district, town, park or zone is to develop, with their role and scale.

丹枫区做强A、B等两大支柱产业，打造C基地: the object of a verb of developing that is closed by 产业 or the
like, or ends like an industry, or gives its name to a base. 石桥镇A、白鹭镇B等特色产业: each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from govgraph_loaders.extract.districts import known_districts
from govgraph_loaders.extract.industry_clauses import NamedIndustry, find_industries, verbs
from govgraph_loaders.extract.industry_names import ends_like_industry, is_industry
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.names import district
from govgraph_loaders.extract.topics import Clause, is_place, read_clauses
from govgraph_loaders.statements import Reference

_TOWNS = ("镇", "乡", "街道")
_AMONG = re.compile(
    r"(?P<places>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,6}){1,12})等(?:地|乡镇|镇街|镇|县区|县|乡)的?"
    r"(?P<item>[\u4e00-\u9fff]{2,10}?)(?=品质|产业|生产|基地|品牌|提质|发展|，|。|；|、|$)"
)
_PAIR = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|县|区))"
    r"(?P<verb>(?:重点)?(?:做[大强优精特]|发展|培育|壮大|主攻|种植|布局))?(?P<item>[\u4e00-\u9fff]{2,8}?)(?=[、和，。；]|等|产业|$)"
)
_PAIRED = re.compile(r"等?(?:特色|优势|主导|重点)*(?:产业|农业|种植|养殖)")
# The places are known, so that nothing has to call them so: 做强石桥、白鹭等茶叶产业.
_KNOWN = re.compile(
    r"(?P<places>[\u4e00-\u9fff]{2,14}(?:、[\u4e00-\u9fff]{2,6}){1,12})等(?P<item>[\u4e00-\u9fff]{2,10}?)产业"
)
# A产业是丹枫区的支柱产业.
_PREDICATED = re.compile(
    r"(?P<item>[\u4e00-\u9fff]{2,10}?)(?:产业)?是(?P<place>[\u4e00-\u9fff]{2,14}?)的(?:第?[一二三另]大?)?"
    r"(?P<role>支柱|主导|特色|优势|首位|重点|重要|新兴|战略性?新兴|传统)(?:发展)?(?:产业|方向|行业)"
)
_MAX_PLACE = 6
_CUE = re.compile(r"产业|发展|做[大强优精]|壮大|打造|建设|主攻|推广|布局|集群|为主|定位|聚焦|围绕|突出|业态")


def extract_industries(reading: Reading) -> Iterator[Found]:
    """Statements `developsIndustry`, with role and scale; never for the document's own place."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        if _CUE.search(text, paragraph.start, paragraph.end) is None:
            continue
        for clause in read_clauses(reading, paragraph):
            listed = text.find("、", clause.start, clause.end) > 0
            paired = list(_pairs(reading, clause)) if listed else []
            yield from paired
            if paired:
                continue
            if listed and text.find("等", clause.start, clause.end) > 0:
                yield from _among_places(reading, clause)
            if text.find("是", clause.start, clause.end) > 0:
                yield from _predicated(reading, clause)
            if clause.places or clause.site:
                for found in find_industries(text, clause):
                    yield from _statements(reading, clause, found)


def _statements(reading: Reading, clause: Clause, found: NamedIndustry) -> Iterator[Found]:
    start = clause.start if clause.own else found.start
    evidence = reading.evidence(start, max(found.end, start + 1))
    for place in clause.places or (clause.site,):
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
    among = match is not None
    match = match or _KNOWN.search(reading.text, clause.start, clause.end)
    if match is None:
        return
    start = match.start("places")
    before = list(verbs().finditer(reading.text, clause.start, match.end("places")))
    if not before or before[-1].end() >= match.end("places"):
        return
    places = reading.text[max(start, before[-1].end()) : match.end("places")].split("、")
    name = match["item"]
    if not is_industry(name) or (among and not ends_like_industry(name)):
        return
    if not among and not all(place in known_districts(reading.scope) for place in places):
        return
    if all(2 <= len(place) <= _MAX_PLACE for place in places):
        inside = Clause(clause.start, clause.end, clause.body, tuple(places), False)
        found = NamedIndustry(name, clause.start, match.end("item"), "industry.list")
        yield from _statements(reading, inside, found)


def _predicated(reading: Reading, clause: Clause) -> Iterator[Found]:
    """A产业是丹枫区的支柱产业: the place stands behind the industry."""
    match = _PREDICATED.match(reading.text, clause.start, clause.end)
    if match is None or not is_industry(match["item"]) or not is_place(match["place"], reading.scope):
        return
    role = "" if match["role"] in {"重点", "重要"} else f"{match['role']}产业"
    inside = Clause(clause.start, clause.end, clause.body, (match["place"],), False)
    found = NamedIndustry(match["item"], clause.start, match.end(), "industry.list", role)
    yield from _statements(reading, inside, found)


def _pairs(reading: Reading, clause: Clause) -> Iterator[Found]:
    """做强石桥镇茶叶、白鹭镇脐橙等特色产业: a list of places, each with what it grows or makes."""
    text = reading.text
    found = list(_PAIR.finditer(text, clause.start, clause.end))
    if len(found) < 2 or not (
        all(pair["verb"] for pair in found) or _PAIRED.match(text, found[-1].end(), clause.end)
    ):
        return
    if any(text[one.end() : two.start()] not in "、和" for one, two in pairwise(found)):
        return
    for pair in found:
        place = pair["place"]
        if pair is found[0]:
            lead = verbs().match(text, pair.start(), pair.end())
            place = place[lead.end() - pair.start() :] if lead else place
        if len(place) > 1 and is_industry(pair["item"]):
            inside = Clause(clause.start, clause.end, clause.body, (place,), False)
            item = NamedIndustry(pair["item"], clause.start, pair.end(), "industry.list")
            yield from _statements(reading, inside, item)


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
