"""Source: one input as it is. Every offset in the project counts code points in `Source.text`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """One input: a file, or a member of an archive. Nothing is repaired in its text.

    `name` is the path as the user's folder names it, with `/`; `text` the decoded text with its line ends as
    they are and without a byte-order mark; `sha256` of the bytes; `encoding` the one that decoded it.
    """

    name: str
    text: str
    sha256: str
    encoding: str
    media_type: str = "text/plain"
    size: int = 0

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
