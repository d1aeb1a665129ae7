"""What a reading process is asked and what it answers, as JSON: nothing that it sends can run anything."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from govgraph_loaders.readers import Contents, Skipped
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.source import Place, Source


def write_request(path: Path, name: str, limits: Limits) -> bytes:
    """The line that asks for the contents of a file."""
    return json.dumps({"path": str(path), "name": name, "limits": asdict(limits)}).encode() + b"\n"


def read_request(line: bytes) -> tuple[Path, str, Limits]:
    """Path, name and limits of a request."""
    request = json.loads(line)
    return Path(request["path"]), request["name"], Limits(**request["limits"])


def write_answer(contents: Contents | None, error: str = "") -> bytes:
    """The line that answers: the contents, or why nothing can be read."""
    answer: dict[str, Any] = {"error": error}
    if contents is not None:
        answer["sources"] = [_source(source) for source in contents.sources]
        answer["skipped"] = [[found.name, found.message] for found in contents.skipped]
    return json.dumps(answer).encode() + b"\n"


def read_answer(line: bytes) -> Contents | str:
    """The contents, or the reason why there are none. Raises ValueError for what is no answer."""
    answer = json.loads(line)
    if answer["error"]:
        return str(answer["error"])
    sources = tuple(
        Source(**{**held, "places": tuple(Place(start, label) for start, label in held["places"])})
        for held in answer["sources"]
    )
    return Contents(sources, tuple(Skipped(name, message) for name, message in answer["skipped"]))


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
