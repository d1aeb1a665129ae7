"""Districts named in running text: those that the tables know around the document's place, and those
written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govgraph_ontology.divisions import Division, chain, children, division_at, parent

_WRITTEN = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,5}?(?:街道|镇|乡|县|区|市)(?![\u4e00-\u9fff]{0,2}(?:局|委|办|长|级|场|域))"
)
_NOT_NAMES = (
    "各",
    "全",
    "我",
    "本",
    "该",
    "有关",
    "城镇",
    "城乡",
    "园区",
    "社区",
    "地区",
    "乡镇",
    "城市",
    "农村",
    "中心",
    "市辖",
    "辖区",
    "景区",
    "片区",
    "小区",
    "老区",
    "库区",
    "山区",
)


@lru_cache(maxsize=64)
def known_districts(scope: str) -> dict[str, Division]:
    """The names that a document of `scope` may use for districts, full and short, with what they mean.

    Its own place, what lies above it, all that lies within it, and its neighbours below the same place.
    """
    place = division_at(scope)
    if place is None:
        return {}
    names: dict[str, Division] = {}
    above = parent(place)
    for division in _around(place, above):
        names.setdefault(division.name, division)
        if len(division.short) >= 2 and division.level != "township":
            names.setdefault(division.short, division)
    return names


def _around(place: Division, above: Division | None) -> Iterator[Division]:
    yield place
    for child in children(place):
        yield child
        yield from children(child)
    while above is not None:
        yield above
        yield from children(above)
        above = parent(above)


def find_written_districts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans written like the name of a district right after a boundary: for places that no table knows."""
    for match in _WRITTEN.finditer(text, start, end):
        if not match.group().startswith(_NOT_NAMES):
            yield match.start(), match.end()


def district_chain(division: Division) -> str:
    """The chain of the place in which a division lies; empty for a province."""
    above = parent(division)
    return chain(above) if above is not None else ""
