"""What stands on a sheet: columns, rows, and cells that lead to a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A sentence in a source: a row on the sheet of sources. `line` counts from 1."""

    source: str
    line: int
    sentence: str
    document: str

    def __str__(self) -> str:
        return f"{self.source} 第 {self.line} 行"


class Mark(NamedTuple):
    """A short text that leads to the sentence behind it."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text


Cell = str | int | float | bool | None | Place | Mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its heading.

    `dates`: its texts are ISO 8601 and become dates, shown as precisely as they are written. `widest`: in
    characters; longer texts wrap. `narrow`: a column of marks, its heading set from top to bottom.
    """

    heading: str
    dates: bool = False
    widest: int = 40
    narrow: bool = False


PLACE_COLUMN = Column("出处")
"""Where the sentence of a row stands; wide, for programs do not break names of files into lines."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name, with a `note` over the headings where there is something to explain."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    frozen_columns: int = 1
