"""What an input holds: its Sources, and the parts of it that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph_loaders.source import Source


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """A part of an input that could not be read; the message names it, the reason and the mend."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What an input holds: its Sources, and what of it could not be read."""

    sources: tuple[Source, ...] = ()
    skipped: tuple[Skipped, ...] = ()
