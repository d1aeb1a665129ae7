"""The layout of a source that may be damaged."""

from __future__ import annotations

from dataclasses import replace

from govgraph_loaders.damage import mend
from govgraph_loaders.model import Layout
from govgraph_loaders.source import Source
from govgraph_loaders.structure import layout


def read_layout(source: Source) -> Layout:
    """The documents of `source`, and its faults. All is read from the text with damage mended, in which every
    character stands where it stands in the source. A source without any title is one document.
    """
    mended = mend(source.text)
    found = layout.read_layout(replace(source, text=mended.text) if mended.faults else source)
    found.source, found.faults, found.mended = source, mended.faults, mended.text
    return found
