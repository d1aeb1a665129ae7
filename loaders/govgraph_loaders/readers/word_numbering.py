"""The numbers that Word makes itself: 一、（一）1. as a reader sees them, though no text holds them.

ECMA-376 Part 1, 17.9 (numbering): a paragraph has a level of a numbering instance, itself or by its style; an
instance follows an abstract numbering and may override its levels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from govgraph_ontology.vocabulary import load_vocabulary

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: `text` with %1 … for the numbers of the levels; `format` as Word names it.

    `legal`: the numbers of all levels are shown as plain digits.
    """

    format: str
    text: str
    start: int
    legal: bool


@dataclass
class Numbering:
    """The numberings of a document and how far each has counted.

    `root`: the element w:numbering, None where the document has none; `styles`: the element w:styles.
    """

    root: Any
    styles: Any
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._abstract_of: dict[str, str] = {}
        self._anew: dict[str, set[int]] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._by_style = _numbered_styles(self.styles)
        if self.root is None:
            return
        abstract = {
            found.get(f"{_W}abstractNumId"): _levels(found)
            for found in self.root.iterfind(f"{_W}abstractNum")
        }
        for instance in self.root.iterfind(f"{_W}num"):
            number = instance.get(f"{_W}numId")
            target = _value(instance.find(f"{_W}abstractNumId"))
            overrides = {
                int(found.get(f"{_W}ilvl", "0")): found for found in instance.iterfind(f"{_W}lvlOverride")
            }
            levels = dict(abstract.get(target, {}))
            for index, override in overrides.items():
                levels.update(_levels(override))
                start = override.find(f"{_W}startOverride")
                if start is not None and index in levels:
                    levels[index] = replace(levels[index], start=int(_value(start) or 1))
                    self._anew.setdefault(number, set()).add(index)
            self._levels[number] = levels
            self._abstract_of[number] = target

    def number(self, paragraph: Any) -> str:
        """The number before the text of this paragraph, counting it; empty where it has none."""
        number, index = self._level_of(paragraph)
        level = self._levels.get(number, {}).get(index)
        if level is None:
            return ""
        levels = self._levels[number]
        # Instances of one abstract numbering count together; one starts anew where it is first used.
        counts = self._counts.setdefault(self._abstract_of[number], [0] * _LEVELS)
        for begun in self._anew.pop(number, ()):
            counts[begun] = 0
        counts[index] = counts[index] + 1 if counts[index] else level.start
        counts[index + 1 :] = [0] * (_LEVELS - index - 1)

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            count = counts[at] or (levels[at].start if at in levels else 1)
            return format_number(count, levels[at].format if at in levels and not level.legal else "decimal")

        return _PLACEHOLDER.sub(shown, level.text)

    def _level_of(self, paragraph: Any) -> tuple[str, int]:
        """Instance and level of a paragraph, its own or that of its style; instance 0 is none."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "", 0
        own = properties.find(f"{_W}numPr")
        style = self._by_style.get(_value(properties.find(f"{_W}pStyle")), ("", 0))
        if own is None:
            return style
        number = _value(own.find(f"{_W}numId"))
        level = _value(own.find(f"{_W}ilvl"))
        return number or style[0], int(level) if level.isdigit() else style[1]


def format_number(number: int, name: str) -> str:
    """A number as the Word format `name` writes it; formats that are not known as plain digits."""
    kind = load_vocabulary("word_numbering")["formats"].get(name, "decimal")
    write = _WRITERS.get(kind)
    return (write(number) if write else "") or str(number)


def _chinese(number: int, digits: str, units: list[str]) -> str:
    """12 as 十二, 105 as 一百〇五; empty from 10,000 on."""
    if not 0 < number < 10 ** len(units):
        return ""
    written = ""
    for place, figure in enumerate(reversed(str(number))):
        if figure != "0":
            written = digits[int(figure)] + units[place] + written
        elif written and written[0] != digits[0]:
            written = digits[0] + written
    one_ten = digits[1] + units[1]
    return written.removeprefix(digits[1]) if number < 20 and written.startswith(one_ten) else written


def _digits() -> dict[str, str]:
    found: dict[str, str] = load_vocabulary("word_numbering")["digits"]
    return found


def _listed(name: str) -> Callable[[int], str]:
    return lambda number: _digits()[name][number - 1] if 0 < number <= len(_digits()[name]) else ""


def _counted(name: str) -> Callable[[int], str]:
    return lambda number: _chinese(number, _digits()[name], load_vocabulary("word_numbering")["units"][name])


def _from(first: str, most: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else ""


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb … (ST_NumberFormat lowerLetter)."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value) if number < 4000 else ""
        number %= value
    return written


_WRITERS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal_zero": lambda number: f"{number:02d}",
        "chinese": _counted("chinese"),
        "chinese_legal": _counted("chinese_legal"),
        "chinese_digits": lambda number: "".join(_digits()["chinese"][int(figure)] for figure in str(number)),
        "stems": _listed("stems"),
        "branches": _listed("branches"),
        "circled": _from("①", 20),
        "parenthesized": _from("⑴", 20),
        "full_stop": _from("⒈", 20),
        "lower_letter": _letters("a"),
        "upper_letter": _letters("A"),
        "lower_roman": _roman,
        "upper_roman": lambda number: _roman(number).upper(),
    }
)


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val", "")) if element is not None else ""


def _levels(parent: Any) -> dict[int, _Level]:
    found = {}
    for level in parent.iterfind(f"{_W}lvl"):
        start = _value(level.find(f"{_W}start"))
        found[int(level.get(f"{_W}ilvl", "0"))] = _Level(
            _value(level.find(f"{_W}numFmt")) or "decimal",
            _value(level.find(f"{_W}lvlText")),
            int(start) if start.isdigit() else 1,
            level.find(f"{_W}isLgl") is not None,
        )
    return {index: level for index, level in found.items() if index < _LEVELS}


def _numbered_styles(styles: Any) -> dict[str, tuple[str, int]]:
    """Instance and level of the styles that number their paragraphs, their own or that of the style below."""
    if styles is None:
        return {}
    own: dict[str, tuple[str, int]] = {}
    based_on: dict[str, str] = {}
    for style in styles.iterfind(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        based_on[name] = _value(style.find(f"{_W}basedOn"))
        numbered = style.find(f"{_W}pPr/{_W}numPr")
        if numbered is not None:
            level = _value(numbered.find(f"{_W}ilvl"))
            own[name] = _value(numbered.find(f"{_W}numId")), int(level) if level.isdigit() else 0
    found = {}
    for name in based_on:
        at, seen = name, set()
        while at and at not in own and at not in seen:
            seen.add(at)
            at = based_on.get(at, "")
        if at in own:
            found[name] = own[at]
    return found
