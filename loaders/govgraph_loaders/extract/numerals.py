"""Numbers in Chinese characters: 十二, 三十五, 一百二十, 两万; and two neighbours for a guess, 三五家."""

from __future__ import annotations

DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

NUMERAL = "[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]{0,11}"
"""A pattern for all that `read_numeral` reads, and more; 百, 千, 万 alone open words (千家万户)."""


def read_numeral(text: str) -> tuple[int, int | None] | None:
    """The number that `text` writes, with the upper bound of a guess (三五, 七八); None where it is none.

    A row of digits such as 一二三 or 十四五 is no number.
    """
    if len(text) == 2 and text[0] in DIGITS and text[1] in DIGITS:
        low, high = DIGITS[text[0]], DIGITS[text[1]]
        return (low, high) if 0 < low < high <= low + 2 else None
    value = _read_exact(text)
    return None if value is None else (value, None)


def _read_exact(text: str) -> int | None:
    total = section = 0
    digit: int | None = None
    lowest_ten, lowest_myriad = 10_000, 10**12
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in _TENS:
            size = _TENS[character]
            if size >= lowest_ten or (digit == 0 and section == 0):
                return None
            section += (digit or 1) * size
            digit, lowest_ten = None, size
        else:
            size = _MYRIADS[character]
            amount = section + (digit or 0)
            if not amount or size >= lowest_myriad:
                return None
            total += amount * size
            section, digit, lowest_ten, lowest_myriad = 0, None, 10_000, size
    return total + section + (digit or 0)


def write_numeral(value: int) -> str:
    """`value` (0 to 99,999,999) in Chinese characters as texts write it: 12 → 十二, 120 → 一百二十."""
    if not 0 <= value < 10**8:
        raise ValueError(f"no numeral is written for {value}: it must be at least 0 and under 100,000,000")
    if value == 0:
        return "零"
    high, low = divmod(value, 10_000)
    text = (
        (_write_section(high) + "万" if high else "")
        + ("零" if high and 0 < low < 1000 else "")
        + _write_section(low)
    )
    return text[1:] if text.startswith("一十") else text


def _write_section(value: int) -> str:
    text, pending = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if pending and text else "") + "零一二三四五六七八九"[digit] + name
        pending = not digit
    return text
