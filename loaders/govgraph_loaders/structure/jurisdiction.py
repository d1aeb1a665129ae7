"""The place for which a document speaks, from the names of its issuers and its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from govgraph_ontology.divisions import Division, chain, divisions_named
from govgraph_ontology.vocabulary import load_vocabulary

_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?:特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|高新区|经开区|试验区|示范区|省|市|州|盟|县|旗|区)"
)
_TOWN = re.compile(r"(?:(?![省市县区旗])[\u4e00-\u9fff]){1,8}?(?:镇|乡|街道)(?=人民政府|政府|办事处|党|$)")
_NOT_NAMES = (
    "关于",
    "全市",
    "全省",
    "全县",
    "全区",
    "各",
    "我",
    "本",
    "该",
    "有关",
    "印发",
    "转发",
    "为",
    "在",
    "和",
    "的",
    "中共",
    "委",
    "局",
    "厅",
    "人民",
    "政府",
    "办公",
    "共青团",
    "人行",
    "银行",
    "国网",
    "自治",
    "直辖",
    "县级",
    "地级",
    "选举",
    "表彰",
    "表扬",
    "任命",
    "决定",
)
_PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,3}省")
_SPEAKER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,10}[市县区州旗])(?=人民政府|\s{0,8}第[\u4e00-\u9fff\d]{1,4}届人民代表大会)"
)
_SPEAKER_CUES = ("代表", "报送", "报请", "提请", "上报", "在", "向", "经", "由", "报", "请")
# Districts of 阳泉 and 长治, and everywhere else common words.
_COMMON = frozenset({"城区", "郊区", "矿区", "市区"})
_MAX_LEVELS = 4
_ZONES = ("新区", "开发区", "高新区", "经开区", "试验区", "示范区")


def place_chain(name: str, hints: Counter[str] | None = None) -> tuple[str, int]:
    """The chain of the place with which `name` begins (`阳江市教育局` → `广东省/阳江市`) and where the
    place ends in it.

    `hints` counts provinces and cities that the source names, to tell apart places that bear one name. A
    place that no table knows is taken as it is written. ("", 0) where `name` begins with no place.
    """
    start = 2 if name.startswith("中共") else 3 if name.startswith("共青团") else 0
    segments: list[str] = []
    position = start
    while len(segments) < _MAX_LEVELS:
        segment = _next_place(name, position, segments)
        if not segment:
            break
        segments.append(segment)
        position += len(segment)
    if not segments:
        return "", 0
    return resolve_chain(segments, hints), position


def _next_place(name: str, position: int, before: list[str]) -> str:
    """The longest known place name at `position`, else one written like a place; empty where there is
    none.
    """
    for length in range(min(12, len(name) - position), 1, -1):
        candidate = name[position : position + length]
        if (
            candidate[-1] in "省市州盟县旗区"
            and any(division.name == candidate for division in divisions_named(candidate))
            and (before or candidate not in _COMMON)
            and not _office_follows(name, position + length, candidate)
        ):
            return candidate
    if before:
        town = _TOWN.match(name, position)
        if town and len(town.group()) > 2:
            return town.group()
    match = _PLACE.match(name, position)
    if (
        match is None
        or match.group().startswith(_NOT_NAMES)
        or not 3 <= len(match.group()) <= _longest(match.group())
    ):
        return ""
    return "" if _office_follows(name, match.end(), match.group()) else match.group()


def _longest(name: str) -> int:
    """What is longer and in no table is a phrase, not a place: 制造强市, but 临湖经开区."""
    return 6 if name.endswith(_ZONES) else 4


def _office_follows(name: str, end: int, candidate: str) -> bool:
    """Whether the last character belongs to the office: the 市 of 市场监督管理局, the 区 of 区域, the 县 of
    县域.
    """
    if name.startswith(("政府", "政协"), end):
        return False
    return candidate[-1] + name[end : end + 1] in {
        "市场",
        "市政",
        "市容",
        "市民",
        "区域",
        "区块",
        "县域",
        "州级",
        "市级",
        "县级",
        "区级",
        "省级",
    }


def resolve_chain(segments: list[str], hints: Counter[str] | None = None) -> str:
    """The chain from the province down for places named from the top, as far as tables know it."""
    candidates = [division for division in divisions_named(segments[-1]) if division.name == segments[-1]]
    fitting = [division for division in candidates if _contains(chain(division), segments[:-1])]
    likely = _most_likely(fitting, hints)
    if likely is not None:
        return chain(likely)
    if len(segments) > 1:
        above = resolve_chain(segments[:-1], hints)
        return f"{above}/{segments[-1]}"
    return segments[-1]


def _contains(path: str, segments: Iterable[str]) -> bool:
    parts = path.split("/")
    return all(segment in parts for segment in segments)


def _most_likely(divisions: list[Division], hints: Counter[str] | None) -> Division | None:
    """The only one, or the one whose places the source names most; None where nothing tells them apart."""
    if len(divisions) < 2:
        return divisions[0] if divisions else None
    named = hints or Counter()
    weights = [sum(named[part] for part in chain(division).split("/")[:-1]) for division in divisions]
    best = max(weights)
    return divisions[weights.index(best)] if best and weights.count(best) == 1 else None


def count_places(text: str) -> Counter[str]:
    """How often a source names each province and city: the hints of `place_chain`."""
    counts: Counter[str] = Counter(name for name in _PROVINCE.findall(text) if divisions_named(name))
    for match in re.finditer(r"[\u4e00-\u9fff]{2,4}?市", text):
        for length in (3, 4):
            name = text[match.end() - length : match.end()]
            if divisions_named(name):
                counts[name] += 1
    return counts


def speaking_place(text: str, hints: Counter[str] | None = None) -> str:
    """The chain of the place whose government or congress a text names most: for documents that nobody
    signed.

    `——2024年1月9日在青禾县第十六届人民代表大会…上`, `我代表青禾县人民政府`.
    """
    named: Counter[str] = Counter()
    for match in _SPEAKER.finditer(text):
        for cue in _SPEAKER_CUES:
            _, found, name = match["name"].rpartition(cue)
            if found:
                break
        place, _ = place_chain(name or match["name"], hints)
        if place:
            named[place] += 1
    return min(named, key=lambda place: (-named[place], place)) if named else ""


def province_of_number(names: Iterable[str], numbers: Iterable[str]) -> str:
    """The province whose short name opens a document number, where its issuer says only 省 or 自治区:
    鄂政发〔2018〕26号 of 省人民政府.
    """
    if not any(name.startswith(("省", "自治区")) for name in names):
        return ""
    provinces = load_vocabulary("division_names")["provinces"]
    return next((provinces[number[0]] for number in numbers if number[:1] in provinces), "")


def _place_ending(words: str, kind: str) -> str:
    """The place at the end of `words`: the longest that tables know, else its last two characters."""
    for length in range(len(words), 1, -1):
        if divisions_named(words[-length:] + kind):
            return words[-length:] + kind
    return words[-2:] + kind


def complete_chain(place: str, text: str) -> str:
    """A chain that begins at no province, completed from the words of the source: 示范省 before 云溪市,
    云溪市 before 青禾县.
    """
    top = place.split("/", 1)[0]
    bearers = divisions_named(top)
    if len(bearers) == 1:
        return chain(bearers[0]) + place[len(top) :]
    if not top or top.endswith(("省", "自治区")) or bearers:
        return place
    above: Counter[str] = Counter()
    for match in re.finditer(rf"([\u4e00-\u9fff]{{2,4}})([省市])(?:委|政府)?、?{re.escape(top)}", text):
        above[_place_ending(match.group(1), match.group(2))] += 1
    best = sorted(above.items(), key=lambda item: (-item[1], item[0]))
    if not best or best[0][0] == top:
        return place
    return (
        complete_chain(f"{best[0][0]}/{place}", text)
        if not best[0][0].endswith("省")
        else f"{best[0][0]}/{place}"
    )
