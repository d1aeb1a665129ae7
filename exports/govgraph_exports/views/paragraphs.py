"""The paragraphs around the words that a page shows, each once, however many facts stand in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from govgraph.explanation import paragraph_bounds


@dataclass
class Paragraphs:
    """Paragraphs in the order in which they are first asked for; `text` gives the text of a source."""

    text: Callable[[str], str]
    found: list[str] = field(default_factory=list)
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def locate(self, source: str, start: int, end: int) -> tuple[int, int, int]:
        """The number of the paragraph around the span (code points), and where in it that starts and ends.

        Start and end count UTF-16 code units, as JavaScript does.
        """
        if source not in self._texts:
            self._texts[source] = self.text(source)
        text = self._texts[source]
        first, last = paragraph_bounds(text, start, end)
        number = self._numbers.setdefault((source, first, last), len(self.found))
        if number == len(self.found):
            self.found.append(text[first:last])
        return number, _units(text[first:start]), _units(text[first:end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
