"""Lines of the source within a paragraph, which the paragraph joins."""

from __future__ import annotations

from bisect import bisect_left

from govgraph_loaders.extract.reading import Reading


def line_starts(reading: Reading, start: int, end: int) -> list[int]:
    """The clean offsets in `(start, end)` at which lines of the source begin, in order."""
    origins, source = reading.layout.view.origins, reading.layout.source.text
    found: list[int] = []
    line_end = source.find("\n", origins[start], origins[end - 1])
    while line_end >= 0:
        cut = bisect_left(origins, line_end, start, end)
        if cut > start and cut not in found[-1:]:
            found.append(cut)
        line_end = source.find("\n", line_end + 1, origins[end - 1])
    return found


def spaces_within(reading: Reading, start: int, end: int) -> list[int]:
    """The clean offsets in `(start, end)`, counted from `start`, before which a space was dropped."""
    gaps = reading.layout.view.gaps
    return [at - start for at in range(start + 1, end) if at in gaps]


def parted(text: str, spaces: list[int]) -> list[str]:
    """`text` parted at its dropped spaces."""
    return [text[first:last] for first, last in zip([0, *spaces], [*spaces, len(text)], strict=True)]
