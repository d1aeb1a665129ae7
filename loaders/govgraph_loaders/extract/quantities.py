"""Numbers with their units, ranges and comparators: `12.6万个以上`, `0.6-2亿元`, `不少于三家`, `翻一番`.

An own grammar, linear in the text. Years and days of the calendar are dates and not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from govgraph_loaders.cleanview import fold_character
from govgraph_loaders.extract.numerals import DIGITS, NUMERAL, read_numeral
from govgraph_ontology.units import split_unit
from govgraph_ontology.vocabulary import load_vocabulary

Number = int | float

_DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.．]\d+)?"
_GAP = r"[ \u00a0\u3000]?"
_TO = r"[-－—–―~～∼至到]{1,2}"
_CALENDAR_YEARS = range(1900, 2101)
_LONGEST_CUE = 8
_DOUBLED = re.compile(r"翻了?(?P<times>[一两二三四1234])?(?P<kind>番(?![茄号])|倍)")
# 3万8000亿元: the unit is that of the lower part.
_IN_TWO_PARTS = re.compile(
    r"(?<!\d)(?P<high>\d{1,4})(?P<larger>[万亿])(?P<low>\d{3,4})(?P<many>[多余]?)(?P<scale>[万亿]?)(?P<unit>元|斤|吨|人次|人|千瓦时|千瓦|亩)"
)
_BEFORE = re.compile(r"(?<![\d.\-A-Za-z第])\d{1,3}(?:\.\d{1,2})?\Z")
_PER_MANY = re.compile(rf"(?<![\d.,，])(?P<low>{_DIGITS})(?P<unit>/(?:1?0{{0,2}}|[十百])万)")
# 生师比13.5:1, 医护比达到1:1.25: the side that is not 1 tells; 比例尺1:500 is no goal.
_RATIO = re.compile(
    r"(?<![\d:：∶./第])(?:1[:：∶](?P<second>[1-9]\d{0,2}(?:\.\d{1,2})?|0\.\d{1,2})"
    r"|(?P<first>[1-9]\d{0,2}(?:\.\d{1,2})?|0\.\d{1,2})[:：∶]1)(?![\d:：∶.])"
)
_RATIO_CUE = re.compile(r"比(?!例尺|赛|上年|去年|分)")
_RATIO_REACH = 24
_FALLEN = re.compile(r"(?<=[降低减少][至到为])0(?![\d.%‰万亿个])")
_PERCENT_IN_WORDS = re.compile(
    rf"百分之(?P<whole>{NUMERAL}|百)(?:点(?P<part>[〇零一二三四五六七八九]{{1,6}}))?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text.

    `value` and `value_max` (of a range) are in `unit` as written, scale included (`万个`); `comparator` is
    one of `=` `>=` `>` `<=` `<` `~`. `start`, `end`: the span with the words of the comparator;
    `number_start`, `number_end`: the number with its unit alone. `in_words`: written in Chinese characters
    (三家). The ontology keeps it as gov:value, gov:valueMax, gov:unit and gov:comparator.
    """

    value: Number
    value_max: Number | None
    unit: str
    comparator: str
    start: int
    end: int
    number_start: int
    number_end: int
    in_words: bool = False

    @property
    def dimension(self) -> str:
        """What the unit measures (`money`, `share`, `count`, `time` …); empty where it has none."""
        dimensions, unit = _vocabulary().dimension, split_unit(self.unit)[1]
        return dimensions.get(unit) or dimensions.get(unit.partition("（")[0], "")


class _Vocabulary(NamedTuple):
    dimension: dict[str, str]
    before: dict[str, str]
    before_last: frozenset[str]
    after: tuple[tuple[str, str], ...]
    after_first: frozenset[str]
    no_cue: tuple[str, ...]
    in_digits: re.Pattern[str]
    in_words: re.Pattern[str]
    round_sum: re.Pattern[str]
    round_before: tuple[str, ...]
    round_not_before: tuple[str, ...]
    not_after: frozenset[str]
    not_before: tuple[str, ...]


@cache
def _vocabulary() -> _Vocabulary:
    words = load_vocabulary("quantities")
    scale = _alternatives(words["scales"])
    unit = _alternatives(unit for names in words["dimensions"].values() for unit in names)
    # 3.5万套（间）: what is counted bears two names.
    second = "".join(words["second_names"]["units"])
    unit = f"(?:{_alternatives(words['dimensions']['count'])})（[{second}]）|{unit}"
    # Reluctant: 千瓦 is a unit before it is a thousand 瓦.
    scaled_unit = rf"(?P<scale>(?:{scale})??){_GAP}(?P<odd>[多余]?)(?P<unit>{unit})"
    measured = rf"{_GAP}(?:{scaled_unit}|(?P<bare>{scale})(?P<more>[多余]?))"
    low_unit = "(?P<low_scale>[十百千万亿]{0,2})(?:%|‰|个百分点|元|平方米|亩|吨|公里|人|个|家|户|项|年)?"
    in_words = _alternatives(words["in_words"]["units"])
    sums = words["round_sums"]
    return _Vocabulary(
        dimension={name: kind for kind, names in words["dimensions"].items() for name in names},
        before={word: sign for sign, forms in words["before"].items() for word in forms},
        before_last=frozenset(word[-1] for forms in words["before"].values() for word in forms),
        after_first=frozenset(word[0] for forms in words["after"].values() for word in forms),
        after=tuple(
            sorted(
                ((word, sign) for sign, forms in words["after"].items() for word in forms),
                key=lambda pair: (-len(pair[0]), pair[0]),
            )
        ),
        no_cue=tuple(words["no_cue"]["words"]),
        in_digits=re.compile(
            rf"(?P<low>{_DIGITS})(?:{_GAP}{low_unit}{_GAP}{_TO}{_GAP}(?P<high>{_DIGITS}))?"
            rf"(?:{_GAP}(?P<many>[多余]?){measured})?"
        ),
        in_words=re.compile(
            rf"(?P<low>{NUMERAL})(?:[至到—-](?P<high>{NUMERAL}))?(?P<many>[多余]?)(?P<unit>{in_words})"
        ),
        round_sum=re.compile(
            rf"(?P<amount>[十百千万](?=亿)|[百千](?=万))(?P<scale>[万亿])(?P<unit>(?:{_alternatives(sums['units'])})?)"
        ),
        round_before=tuple(sums["before"]),
        round_not_before=tuple(sums["not_before"]),
        not_after=frozenset(words["in_words"]["not_after"]),
        not_before=tuple(words["in_words"]["not_before"]),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of `text[start:end]` in order, none overlapping another.

    A number without a unit counts only where a comparator says that it measures something (控制在25以下).
    """
    found = [
        *_find_in_digits(text, start, end),
        *_find_in_words(text, start, end),
        *_find_round_sums(text, start, end),
        *_find_in_two_parts(text, start, end),
        *_find_per_many(text, start, end),
        *_find_percent_in_words(text, start, end),
        *_find_doublings(text, start, end),
        *_find_ratios(text, start, end),
        *_find_zeros(text, start, end),
    ]
    found += [other for quantity in found for other in _find_sharing(text, start, quantity)]
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def read_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` (a cell, say) is, widths and outer spaces apart; else None.

    A bare number counts (unit empty), and so does a sign: `-3.2%`, `12,345`, `≥95`, `约30家`, `3-5`.
    """
    folded = "".join(map(fold_character, text))
    first, last = len(folded) - len(folded.lstrip()), len(folded.rstrip())
    sign = first < last and folded[first] in "-−+"
    body = first + 1 if sign else first
    for quantity in _find_in_digits(folded, body, last, bare=True):
        if quantity.start == body and quantity.end == last:
            return _negative(quantity) if sign and folded[first] != "+" else quantity
    whole = [quantity for quantity in find_quantities(folded, first, last) if quantity.start == first]
    return whole[0] if whole and whole[0].end == last and not sign else None


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)


def _read_digits(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", "").replace("．", "."))


def _find_in_digits(text: str, start: int, end: int, *, bare: bool = False) -> Iterator[Quantity]:
    for match in _vocabulary().in_digits.finditer(text, start, end):
        quantity = _read_match(match, start, end, bare=bare)
        if quantity is not None:
            yield quantity


def _read_match(match: re.Match[str], start: int, end: int, *, bare: bool) -> Quantity | None:
    text = match.string
    first, last = match.span()
    before = text[first - 1 : first] if first > start else " "
    if before in "第〔×*.．" or (before.isascii() and before.isalnum()):
        return None
    unit = (match["scale"] or "") + (match["unit"] or "") or match["bare"] or ""
    if (
        unit[-1:].isascii()
        and unit[-1:].isalpha()
        and text[last : last + 1].isascii()
        and text[last : last + 1].isalpha()
    ):
        return None
    low = _read_digits(match["low"])
    if (unit == "年" and low in _CALENDAR_YEARS) or (not unit and match["high"] and not bare):
        return None
    high = _read_digits(match["high"]) if match["high"] else None
    if high is not None:
        if high <= low and not match["low_scale"]:
            return None
        unit, high = _same_scale(unit, match["low_scale"] or "", high)
    begin, sign = _comparator_before(text, start, first)
    stop, sign_after = _comparator_after(text, last, end)
    if not unit and not bare and ((begin == first and stop == last) or low in _CALENDAR_YEARS):
        return None
    odd = any(match[name] for name in ("many", "odd", "more"))
    comparator = sign_after or sign or (">" if odd else "=")
    negative = unit == "%" and before in "-−" and not text[max(start, first - 2) : first - 1].isascii()
    quantity = Quantity(
        _number(low), None if high is None else _number(high), unit, comparator, begin, stop, first, last
    )
    return _negative(quantity, first - 1) if negative else quantity


def _same_scale(unit: str, low_scale: str, high: Decimal) -> tuple[str, Decimal]:
    """Unit and upper bound of 5000万-1亿元 in the scale of the lower bound; 0.6-2亿元 has one already."""
    factor, base = split_unit(unit)
    low_factor, _ = split_unit(low_scale)
    if low_factor in {1, factor}:
        return unit, high
    return low_scale + base, high * factor / low_factor


def _negative(quantity: Quantity, start: int | None = None) -> Quantity:
    first = quantity.start if start is None else start
    number_start = quantity.number_start if start is None else start
    return Quantity(
        -quantity.value,
        None if quantity.value_max is None else -quantity.value_max,
        quantity.unit,
        quantity.comparator,
        min(first, quantity.start),
        quantity.end,
        number_start,
        quantity.number_end,
    )


def _comparator_before(text: str, start: int, at: int) -> tuple[int, str]:
    words = _vocabulary()
    if at == start or text[at - 1] not in words.before_last:
        return at, ""
    for length in range(min(_LONGEST_CUE, at - start), 0, -1):
        sign = words.before.get(text[at - length : at])
        if sign and not text.endswith(words.no_cue, max(start, at - 4), at):
            return at - length, sign
    return at, ""


def _comparator_after(text: str, at: int, end: int) -> tuple[int, str]:
    words = _vocabulary()
    if text[at : at + 1] not in words.after_first:
        return at, ""
    for word, sign in words.after:
        if text.startswith(word, at, end):
            return at + len(word), sign
    return at, ""


def _find_in_words(text: str, start: int, end: int) -> Iterator[Quantity]:
    words = _vocabulary()
    for match in words.in_words.finditer(text, start, end):
        first = match.start()
        if first > start and text[first - 1] in words.not_after:
            continue
        if text.startswith(words.not_before, match.start("unit"), end):
            continue
        low = read_numeral(match["low"])
        high = read_numeral(match["high"]) if match["high"] else None
        if low is None or (match["high"] and (high is None or high[0] <= low[0])):
            continue
        upper = high[0] if high is not None else low[1]
        yield _written(match, start, end, (low[0], upper), match["unit"])


def _find_round_sums(text: str, start: int, end: int) -> Iterator[Quantity]:
    """突破千亿元: a power of ten alone is a number only after a word of reaching."""
    words = _vocabulary()
    for match in words.round_sum.finditer(text, start, end):
        first, last = match.span()
        if not text.endswith(words.round_before, max(start, first - 4), first):
            continue
        if text.startswith(words.round_not_before, match.end("scale"), end):
            continue
        amount = 10 ** {"十": 1, "百": 2, "千": 3, "万": 4}[match["amount"]]
        yield _written(match, start, end, (amount, None), text[match.start("scale") : last])


def _find_sharing(text: str, start: int, quantity: Quantity) -> Iterator[Quantity]:
    """The numbers before one that share its unit: 分别提高10.6、6.3、12.9个百分点."""
    if quantity.unit not in {"%", "个百分点", "百分点"} or quantity.value_max is not None:
        return
    last = quantity.start
    while last - 1 > start and text[last - 1] in "、和及":
        match = _BEFORE.search(text, max(start, last - 8), last - 1)
        if match is None:
            return
        last = match.start()
        value = _number(_read_digits(match.group()))
        yield Quantity(value, None, quantity.unit, "=", last, match.end(), last, match.end())


def _find_in_two_parts(text: str, start: int, end: int) -> Iterator[Quantity]:
    """3万8000亿元 is 38000亿元, 1亿2000万元 is 12000万元."""
    for match in _IN_TWO_PARTS.finditer(text, start, end):
        if match["larger"] == "万" and match["scale"] == "万":
            continue
        parts = 10_000 if match["scale"] or match["larger"] == "万" else 10**8
        amount = int(match["high"]) * parts + int(match["low"])
        yield _written(match, start, end, (amount, None), match["scale"] + match["unit"], in_words=False)


def _find_per_many(text: str, start: int, end: int) -> Iterator[Quantity]:
    """10.5/10万: so many of a hundred thousand."""
    for match in _PER_MANY.finditer(text, start, end):
        value = _number(_read_digits(match["low"]))
        yield _written(match, start, end, (value, None), match["unit"], in_words=False)


def _find_percent_in_words(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _PERCENT_IN_WORDS.finditer(text, start, end):
        whole = (100, None) if match["whole"] == "百" else read_numeral(match["whole"])
        if whole is None or whole[1] is not None:
            continue
        part = "".join(str(DIGITS[digit]) for digit in match["part"] or "")
        yield _written(match, start, end, (_number(Decimal(f"{whole[0]}.{part or 0}")), None), "%")


def _find_doublings(text: str, start: int, end: int) -> Iterator[Quantity]:
    """翻番 is twice as much, 翻两番 four times; 翻一倍 is said for twice as much too."""
    for match in _DOUBLED.finditer(text, start, end):
        times = match["times"] or "一"
        count = int(times) if times.isascii() else DIGITS[times]
        value = 2**count if match["kind"] == "番" else count + 1
        yield _written(match, start, end, (value, None), "倍")


def _find_ratios(text: str, start: int, end: int) -> Iterator[Quantity]:
    """生师比不高于13.5:1, 医护比达到1:1.25: the number against one, behind a word for a proportion."""
    for match in _RATIO.finditer(text, start, end):
        if _RATIO_CUE.search(text, max(start, match.start() - _RATIO_REACH), match.start()):
            value = _number(Decimal(match["first"] or match["second"]))
            yield _written(match, start, end, (value, None), "", in_words=False)


def _find_zeros(text: str, start: int, end: int) -> Iterator[Quantity]:
    """由14.6%降至0: nothing is left, in the unit of what there was."""
    for match in _FALLEN.finditer(text, start, end):
        yield Quantity(0, None, "", "=", *match.span(), *match.span())


def _written(
    match: re.Match[str],
    start: int,
    end: int,
    bounds: tuple[Number, Number | None],
    unit: str,
    *,
    in_words: bool = True,
) -> Quantity:
    """The quantity that `match` found in `[start, end)` with its characters read as `bounds`."""
    text = match.string
    begin, sign = _comparator_before(text, start, match.start())
    stop, sign_after = _comparator_after(text, match.end(), end)
    comparator = sign_after or sign or (">" if match.groupdict().get("many") else "=")
    return Quantity(*bounds, unit, comparator, begin, stop, *match.span(), in_words=in_words)
