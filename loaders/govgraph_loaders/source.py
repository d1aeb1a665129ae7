"""Source: one input as it is. Every offset in the project counts code points in `Source.text`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

RECOGNISED = "（OCR 识别）"
"""How the label of a Place ends whose text was recognised in a picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of a Source from `start` on, up to the next Place, stands in the file.

    `label`: what a person looks up there: `第3页`, `任务分工!B4`, `第2个表格第3行第1格`, or an XPath.
    """

    start: int
    label: str


@dataclass(frozen=True)
class Source:
    """One input: a file, or a member of an archive. Nothing is repaired in its text.

    `name` is the path as the user's folder names it, with `/`; `text` the decoded text with its line ends as
    they are and without a byte-order mark, or a transcript of a format that is no text; `sha256` of the
    bytes; `encoding` the one that decoded it; `places`, by `start`, say where a transcript has its text from.
    """

    name: str
    text: str
    sha256: str
    encoding: str
    media_type: str = "text/plain"
    size: int = 0
    places: tuple[Place, ...] = ()

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines start; lines end at LF."""
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def line_number(self, offset: int) -> int:
        """The line, from 1, that holds the character at `offset`."""
        return bisect_right(self.line_starts, offset)

    def place(self, offset: int) -> str:
        """Where in the file the character at `offset` stands; empty for plain text, where lines say it."""
        index = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[index - 1].label if index else ""
