"""Words that a copy doubled: 进一步进一步推进, 关于关于印发, 2023年2023年. The first of them is read.

Real reduplication stays: verbs (研究研究), adjectives (高高兴兴), and names of which one begins as the other
ends (博士博士后, 委员会委员会议).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.damage.fault import HAN, Fault
from govgraph_ontology.vocabulary import load_vocabulary

_KIND = "damage.doubled"
_WORD = re.compile(rf"(?P<first>[{HAN}])(?=(?P<rest>[{HAN}]{{1,11}}?)(?P=first)(?P=rest))")
_DAY = re.compile(
    rf"(?P<unit>[年月])(?P<words>[{HAN}]{{0,3}}?)(?P<second>(?P<digits>\d{{1,4}})(?P=unit)(?P=words))"
)
_MARK = re.compile(r"([，。、；：])\1+")
_PAIR, _SHORT = 2, 3


def find_doubled(text: str) -> Iterator[Fault]:
    """Doubled words, dates and marks; the copies behind the first are dropped."""
    for match in _WORD.finditer(text):
        second = match.end("rest")
        length = second - match.start()
        if _is_doubled(text[match.start() : second], text[second + length : second + length + 1]):
            yield Fault(second, second + length, _KIND, "")
    for match in _DAY.finditer(text):
        first = match.start() - len(match["digits"])
        stands = first >= 0 and text.startswith(match["digits"], first)
        if stands and not text[max(0, first - 1) : first].isdigit():
            yield Fault(match.start("second"), match.end(), _KIND, "")
    for match in _MARK.finditer(text):
        yield Fault(match.end(1), match.end(), _KIND, "")


def _is_doubled(word: str, following: str) -> bool:
    """Whether a word that stands there twice was doubled by a copy; `following`: the character behind it."""
    words = load_vocabulary("damage")["doubled"]
    if len(word) == _PAIR:
        return word in words["pairs"] and following != "再"
    if len(word) == _SHORT and (word[-1] + following in words["joins"] or word in words["names"]):
        return False
    return len(set(word)) > 1
