"""Numbers of sections, in the order of rank that GB/T 9704-2012 (7.3.3) and regulations use.

第一编/第一部分, 第一章, 第一节, 第一条, 一、 （一） 1. （1） ① and, in prose, 一是;
in emergency plans 1.1, 1.1.1. A copy may have lost the first bracket of （一）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = "一二三四五六七八九十百零〇"
# 1.1 编制目的, but not 1.1亿元 and 5.2%: words that a decimal number measures are no heading.
_UNITS = "万亿千百十余多个户人名家元米公里吨亩平立倍度年月日时分秒克升级版瓦座条项至到以"
_HEADING = rf"(?=[“《\u4e00-\u9fff])(?![{_UNITS}])"
_FIRST = frozenset(f"第（(〔[—{_CHINESE}")
_MARKERS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第[{_CHINESE}\d]{{1,4}}(?:编|篇|部分)[：:、]?")),
    (2, re.compile(rf"第[{_CHINESE}\d]{{1,4}}章")),
    (3, re.compile(rf"第[{_CHINESE}\d]{{1,4}}节")),
    (4, re.compile(rf"第[{_CHINESE}\d]{{1,5}}条")),
    (5, re.compile(rf"[{_CHINESE}]{{1,4}}[、．.](?![{_CHINESE}]、)")),
    (6, re.compile(rf"[（(〔\[][{_CHINESE}]{{1,4}}[）)〕\]][、．.]?")),
    (6, re.compile(rf"[{_CHINESE}]{{1,3}}[）)][、．.]?(?=[“《\u4e00-\u9fff])")),
    *(
        (rank, re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{{rank - 7}}}[．.、]?{_HEADING}"))
        for rank in (10, 9, 8)
    ),
    (7, re.compile(r"\d{1,3}(?:[．、]|\.(?!\d)|\.(?=(?:19|20)\d\d年|\d{5}[\u4e00-\u9fff]))")),
    (8, re.compile(r"[（(]\d{1,3}[）)][、．.]?|\d{1,3}[）)][、．.]?|[⑴-⒇]")),
    (9, re.compile(r"[①-⑳㉑-㉟]")),
    (10, re.compile(rf"[{_CHINESE}]{{1,3}}是(?=[^{_CHINESE}否])|——(?!(?:19|20)\d\d年)")),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the head of a section: its text, its rank (1 the highest), where it ends in the line."""

    text: str
    rank: int
    end: int


def match_marker(text: str) -> Marker | None:
    """The section number with which `text` (clean) starts, or None."""
    if not text or not (text[0] in _FIRST or text[0].isdigit() or "①" <= text[0] <= "㉟"):
        return None
    for rank, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            return Marker(match.group(), rank, match.end())
    return None
