"""Transcript: a document of another format as plain text, with the place from which each piece comes.

A paragraph is a line and a row of a table a line of cells between tabs, as copies of such documents have
them, so that all formats are read by the same rules. Nothing is left out of what is handed over but spaces at
the ends and line breaks within, and nothing is added but the line ends and tabs. What is no character (half
of a surrogate pair, which spreadsheets can hold) is U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govgraph_loaders.source import Place, Source

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class TranscriptCell:
    """A cell of a row: its text, empty where another cell spans it, and its place in the file."""

    text: str
    place: str = ""


@dataclass
class Transcript:
    """Collects lines and rows."""

    _pieces: list[str] = field(default_factory=list)
    _places: list[Place] = field(default_factory=list)
    _length: int = 0

    def add_paragraph(self, text: str, place: str = "") -> None:
        """A paragraph; its white space runs become single spaces, and one without text adds nothing."""
        line = " ".join(text.split())
        if line:
            self._add(line, place)
            self._end_line()

    def add_row(self, cells: Sequence[TranscriptCell]) -> None:
        """A row of a table, blanks where cells are merged; one without any text adds nothing."""
        texts = [" ".join(cell.text.split()) for cell in cells]
        if not any(texts):
            return
        for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            if index:
                self._add("\t", "")
            self._add(text, cell.place)
        self._end_line()

    def add_break(self) -> None:
        """An empty line: what follows does not go on what stands before."""
        if self._pieces and self._pieces[-2:] != ["\n", "\n"]:
            self._end_line()

    def source(self, name: str, sha256: str, encoding: str, media_type: str, size: int) -> Source:
        """All of it as a Source."""
        return Source(name, "".join(self._pieces), sha256, encoding, media_type, size, tuple(self._places))

    @property
    def empty(self) -> bool:
        """Whether nothing was added."""
        return not self._pieces

    def _add(self, text: str, place: str) -> None:
        text = _SURROGATE.sub("\ufffd", text)
        if text and place and (not self._places or self._places[-1].label != place):
            self._places.append(Place(self._length, place))
        self._pieces.append(text)
        self._length += len(text)

    def _end_line(self) -> None:
        self._add("\n", "")
