"""Chinese text in lines: how wide it is, where its lines break, and what of it may reach a screen.

Chinese has no spaces to break at, so browsers and terminals that wrap by words leave one long line; breaking
here also gives the height of a label before it is drawn, which the layouts need to keep labels apart.
"""

from __future__ import annotations

from unicodedata import east_asian_width

# Invisible marks that would reverse or hide what stands beside them on the canvas (Unicode bidi controls).
_INVISIBLE = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF])
# Line-start prohibitions (kinsoku, GB/T 15834): these stay at the end of the line before.
_NOT_FIRST = frozenset("，。、；：！？）】》〉”’〕」』％%,.;:!?)]}")
# Line-end prohibitions: these go over to the next line with what they open.
_NOT_LAST = frozenset("（【《〈“‘〔「『([{")
ELLIPSIS = "…"


def text_columns(text: str) -> int:
    """Width in columns: two for a full-width character, one for a half-width one."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def printable(text: str) -> str:
    """The text without what would act on a screen rather than be read on it.

    Control characters, which a terminal obeys (ESC), become spaces; marks that turn the direction of text go.
    Line ends and tabs stay.
    """
    kept = (char if char.isprintable() or char in "\n\t" else " " for char in text.translate(_INVISIBLE))
    return "".join(kept)


def wrap_label(text: str, columns: int, lines: int) -> list[str]:
    """The text in at most `lines` lines of about `columns` columns; what is left out is marked with `…`.

    White space and control characters become single spaces. Closing punctuation may stand one character
    beyond the margin rather than start a line. An empty text gives one line with `…`.
    """
    clean = " ".join(printable(text).split())
    rows: list[str] = []
    row, width = "", 0
    for position, char in enumerate(clean):
        char_width = text_columns(char)
        hangs = char in _NOT_FIRST and width <= columns
        if row and width + char_width > columns and not hangs:
            if len(rows) == lines - 1:
                return [*rows, _with_ellipsis(clean[position - len(row) :], columns)]
            carried = row[-1] if len(row) > 1 and row[-1] in _NOT_LAST else ""
            rows.append(row.removesuffix(carried).rstrip())
            row, width = carried, text_columns(carried)
        if row or char != " ":
            row += char
            width += char_width
    return [*rows, row] if row else rows or [ELLIPSIS]


def balance_label(text: str, columns: int, lines: int) -> list[str]:
    """As `wrap_label`, but lines of about equal length, so that no single character is left on the last."""
    widest = wrap_label(text, columns, lines)
    narrower = (
        wrap_label(text, width, lines)
        for width in range(text_columns("".join(widest)) // len(widest), columns)
    )
    return next(
        (rows for rows in narrower if "".join(rows) == "".join(widest) and len(rows) == len(widest)), widest
    )


def _with_ellipsis(text: str, columns: int) -> str:
    kept, width = "", text_columns(ELLIPSIS)
    for char in text:
        width += text_columns(char)
        if width > columns:
            break
        kept += char
    return kept.rstrip() + ELLIPSIS
