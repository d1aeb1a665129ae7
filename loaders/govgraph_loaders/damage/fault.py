"""Fault: one damaged place of a text."""

from __future__ import annotations

from dataclasses import dataclass

HAN = "\u4e00-\u9fff"
"""Chinese characters in use, for the sets of patterns."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A damaged place `[start, end)` of a text, in code points, and its `kind` (key of `kinds` in `damage`).

    `reading`: what is read in its place, never longer than it: nothing, another text, or the place itself
    where a rule knows how to read it. None where no reading is certain.
    """

    start: int
    end: int
    kind: str
    reading: str | None


def is_han(character: str) -> bool:
    """Whether it is one Chinese character; an empty text is none."""
    return "\u4e00" <= character <= "\u9fff"


def goes_on(character: str, marks: str) -> bool:
    """Whether a sentence goes on with it: a Chinese character, or one of the marks that may stand there."""
    return is_han(character) or (character != "" and character in marks)
