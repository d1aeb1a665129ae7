"""The clean view: text without accidents of copying, and the way back to every character of the source.

Widths are folded, stray spaces between Chinese characters, emphasis marks and footnote marks are dropped.
Nothing is added, so every clean character stands for exactly one character of the source.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff"
_CJK_PUNCTUATION = (
    "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’—…·"
)
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
IS_CJK = re.compile(f"[{_HAN}{_CJK_PUNCTUATION}]")
# A half-width mark is folded to the full-width one where a Chinese text would have it: never between digits.
_PUNCTUATION = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_BRACKETS = {"﹝": "〔", "﹞": "〕", "［": "[", "］": "]", "⟨": "〈", "⟩": "〉"}
_SPECIAL = re.compile(
    r"(?P<space>[ \t\r\n\f\u00a0\u2000-\u200a\u3000]+)"
    r"|(?P<dropped>\*\*|\^\[\d{1,3}\]|[\u200b-\u200f\u2060\ufeff\u00ad])"
    r"|(?P<folded>[(),.:;?!\uff05\uff0b\uff0d-\uff19\uff1d\uff21-\uff3b\uff3d\uff41-\uff5a\uff0a﹝﹞⟨⟩])"
)


def fold_character(character: str) -> str:
    """One character with its width folded: full-width letters and digits to ASCII, other brackets to 〔〕."""
    code = ord(character)
    if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A:
        return chr(code - 0xFEE0)
    if character in "％＋－．／＝＊":
        return chr(code - 0xFEE0)
    return _BRACKETS.get(character, character)


@dataclass
class CleanView:
    """Clean text with, for each of its characters, the offset of the source character that it stands for.

    `gaps` holds the clean offsets before which white space of the source was dropped: a space that
    separates two names in a list is still known to have been there.
    """

    text: str = ""
    origins: array[int] = field(default_factory=lambda: array("l"))
    gaps: frozenset[int] = frozenset()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source span of the clean span `[start, end)`; raises ValueError for an empty one."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such clean span: {start}:{end} of {len(self.text)}")
        return self.origins[start], self.origins[end - 1] + 1


class CleanViewBuilder:
    """Collects pieces of a source into one CleanView."""

    def __init__(self, source_text: str) -> None:
        self._source = source_text
        self._pieces: list[str] = []
        self._last = ""
        self._length = 0
        self._origins: array[int] = array("l")
        self._gaps: set[int] = set()

    @property
    def length(self) -> int:
        """Characters so far: the clean offset at which the next piece will start."""
        return self._length

    def append_break(self, origin: int) -> None:
        """End a block: one line feed that stands for the source offset `origin`."""
        self._append_character("\n", origin)

    def append(self, start: int, end: int, *, keep_spaces: bool = False) -> None:
        """Add the source span `[start, end)`, cleaned; with `keep_spaces` a run of spaces becomes one
        space.
        """
        source, position = self._source, start
        for match in _SPECIAL.finditer(source, start, end):
            first, position = match.start(), self._append_run(position, match.start(), match.end())
            if match.lastgroup == "space":
                self._append_space(first, position, end, keep_spaces)
            elif match.lastgroup == "folded":
                self._append_character(self._fold(first, end), first)
        self._append_run(position, end, end)

    def _append_run(self, start: int, end: int, following: int) -> int:
        """Add the source span `[start, end)` as it is; `following`, for the caller to go on from."""
        if start < end:
            self._pieces.append(self._source[start:end])
            self._last = self._source[end - 1]
            self._length += end - start
            self._origins.extend(range(start, end))
        return following

    def _append_character(self, character: str, origin: int) -> None:
        self._pieces.append(character)
        self._last = character
        self._length += 1
        self._origins.append(origin)

    def _append_space(self, start: int, stop: int, end: int, keep: bool) -> None:
        before = self._last
        if not before or stop >= end or before == "\n":
            return
        after = self._source[stop]
        if after in _PUNCTUATION:
            after = self._fold(stop, end)
        if not keep and (IS_CJK.match(before) or IS_CJK.match(after)):
            self._gaps.add(self._length)
        elif before != " ":
            self._append_character(" ", start)

    def _fold(self, position: int, end: int) -> str:
        character = self._source[position]
        if character == ".":
            return "。" if self._ends_sentence(position, end) else character
        if character in _PUNCTUATION:
            before = self._last
            after = self._source[position + 1] if position + 1 < end else ""
            in_number = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
            return character if in_number and character in ",:;" else _PUNCTUATION[character]
        return fold_character(character)

    def _ends_sentence(self, position: int, end: int) -> bool:
        """A half-width stop between Chinese words is a full one: not in 1.项目, GB/T 9704.2, www.gov.cn or
        a leader …
        """
        after = self._source[position + 1] if position + 1 < end else ""
        return bool(_HAN_CHARACTER.match(self._last)) and (
            not after or bool(_HAN_CHARACTER.match(after)) or after in "[（(〔【"
        )

    def build(self) -> CleanView:
        """The view of all pieces."""
        return CleanView("".join(self._pieces), self._origins, frozenset(self._gaps))


def clean_text(text: str, *, keep_spaces: bool = False) -> str:
    """`text` as the clean view would show it, where its way back is not needed."""
    if not _SPECIAL.search(text):
        return text
    builder = CleanViewBuilder(text)
    builder.append(0, len(text), keep_spaces=keep_spaces)
    return builder.build().text
