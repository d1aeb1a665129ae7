"""Single characters: signs that look like others, invisible ones, and those of which nothing is left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.damage.fault import Fault
from govgraph_loaders.damage.openings import find_from
from govgraph_loaders.radicals import fold_radicals
from govgraph_ontology.vocabulary import load_vocabulary

_INVISIBLE = (
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_COMPATIBLE = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"


def find_characters(text: str) -> Iterator[Fault]:
    """Radicals and compatibility forms of words, marks of other scripts; characters without width, directions
    of writing, variants of glyphs, controls; what could not be decoded or only a font of the writer showed.
    """
    for match in find_from(_first(), _odd(), text):
        start, end = match.span()
        if match.lastgroup == "sign":
            sign = match.group()
            read = _marks().get(sign) or unicodedata.normalize("NFKC", fold_radicals(sign))
            if read != sign:
                yield Fault(start, end, "damage.sign", read)
        elif match.lastgroup == "invisible":
            yield Fault(start, end, "damage.invisible", "")
        elif match.lastgroup == "private" and _begins_line(text, start):
            # Symbol fonts have their bullets and arrows among the characters for private use.
            yield Fault(start, end, "damage.sign", "")
        else:
            yield Fault(start, end, "damage.lost", None)


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


@cache
def _marks() -> dict[str, str]:
    pairs: list[str] = load_vocabulary("damage")["signs"]["marks"]
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _first() -> re.Pattern[str]:
    """Characters with which something odd begins: one set, by which other text is passed over at once."""
    marks = "".join(re.escape(sign) for sign in sorted(_marks()))
    lost = "".join(sorted({word[0] for word in load_vocabulary("damage")["lost"]["words"]}))
    return re.compile(f"[{_INVISIBLE}{_PRIVATE}{_COMPATIBLE}{marks}\ufffd{lost}]")


@cache
def _odd() -> re.Pattern[str]:
    marks = "".join(re.escape(sign) for sign in sorted(_marks()))
    lost = "|".join(load_vocabulary("damage")["lost"]["words"])
    return re.compile(
        rf"(?P<invisible>[{_INVISIBLE}]+)|(?P<sign>[{_COMPATIBLE}{marks}])|(?P<private>[{_PRIVATE}]+)"
        rf"|(?P<lost>\ufffd+|{lost})"
    )
