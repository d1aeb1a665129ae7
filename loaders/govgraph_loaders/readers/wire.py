"""What a reading process is asked and what it answers, as JSON: nothing that it sends can run anything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from govgraph_loaders.readers.contents import Contents, Skipped
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.source import Place, Source
from govgraph_loaders.statements import Extraction


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read under a name within limits; `extract`: also what the rules find in its Sources."""

    path: Path
    name: str
    limits: Limits
    extract: bool = False

    def to_line(self) -> bytes:
        """The request as a line."""
        held = {**asdict(self), "path": str(self.path)}
        return json.dumps(held).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Request:
        """The request that a line is."""
        held = json.loads(line)
        return cls(Path(held["path"]), held["name"], Limits(**held["limits"]), held["extract"])


@dataclass(frozen=True, slots=True)
class Answer:
    """The contents of a file, with an Extraction for each of its Sources where that was asked for; or an
    `error` that says why nothing can be read.
    """

    contents: Contents = field(default_factory=Contents)
    extractions: tuple[Extraction, ...] = ()
    error: str = ""

    def to_line(self) -> bytes:
        """The answer as a line."""
        held = {
            "error": self.error,
            "sources": [_source(source) for source in self.contents.sources],
            "skipped": [[found.name, found.message] for found in self.contents.skipped],
            "extractions": [found.to_json() for found in self.extractions],
        }
        return json.dumps(held, ensure_ascii=False).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Answer:
        """The answer that a line is. Raises ValueError, KeyError or TypeError for what is none."""
        held = json.loads(line)
        sources = tuple(
            Source(**{**source, "places": _places(source["places"])}) for source in held["sources"]
        )
        skipped = tuple(Skipped(name, message) for name, message in held["skipped"])
        extractions = tuple(map(Extraction.from_json, held["extractions"]))
        return cls(Contents(sources, skipped), extractions, held["error"])


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "text": source.text,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "media_type": source.media_type,
        "size": source.size,
        "places": [[place.start, place.label] for place in source.places],
    }


def _places(held: Sequence[tuple[int, str]]) -> tuple[Place, ...]:
    return tuple(Place(start, label) for start, label in held)
