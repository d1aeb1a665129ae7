"""Units of measurement in headings and names: 产值（万元）, 单位：亩, 增速（%）."""

from __future__ import annotations

import re
from functools import cache

from govgraph_loaders.model import Column
from govgraph_ontology.units import split_unit
from govgraph_ontology.vocabulary import load_vocabulary

_BRACKETED = re.compile(r"[（(\[〔](?P<inner>[^（）()\[\]〔〕]{0,40})[）)\]〕]")
_LAST_BRACKET = re.compile(r"（(?P<inner>[^（）]{1,12})）$")
_TRIM = " ：:，、"


@cache
def _units() -> frozenset[str]:
    return frozenset(name for names in load_vocabulary("quantities")["dimensions"].values() for name in names)


def is_unit(text: str) -> bool:
    """Whether `text` is a unit of measurement, with or without its scale: 万元, 个, %."""
    if text in _units():
        return True
    factor, rest = split_unit(text)
    return factor > 1 and (not rest or rest in _units())


def split_brackets(text: str) -> tuple[str, list[str]]:
    """A heading without its brackets, and what stands in them."""
    return _BRACKETED.sub("", text), [match["inner"] for match in _BRACKETED.finditer(text)]


def bracket_unit(inner: str) -> str:
    """The unit in a bracket: （单位：万元）, （亿元）, （8%） where a number slipped in; empty for none."""
    bare = inner.removeprefix("单位").strip(_TRIM)
    if is_unit(bare):
        return bare
    return bare[-1] if bare[-1:] in {"%", "‰"} and bare[:-1].replace(".", "").isdigit() else ""


def heading_unit(column: Column) -> str:
    """The unit that a heading names in brackets, or below it; empty where it names none."""
    found = ""
    for element in column.path:
        text, inner = split_brackets(element)
        found = next((unit for unit in map(bracket_unit, inner) if unit), text if is_unit(text) else found)
    return found


def unit_of(name: str) -> str:
    """The unit in a bracket at the end of an indicator's name: 绿化面积（万亩）."""
    match = _LAST_BRACKET.search(name)
    return match["inner"] if match and is_unit(match["inner"]) else ""
