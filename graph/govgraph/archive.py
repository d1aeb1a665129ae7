"""Archive: the decoded texts of the sources, and what was extracted from them, beside the graph.

Texts are kept by the hash of their content and are what evidence is a slice of. Extractions are a cache: each
is a function of a source and of the version of the rules, and one that is missing, damaged or old is made
again from the text (`govgraph.extracting`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from govgraph.ledger import SourceRow
from govgraph_loaders.source import Place, Source
from govgraph_loaders.statements import Extraction
from govgraph_ontology.errors import StoreUnusable


class Archive:
    """The folders `texts` and `extractions` of a store."""

    def __init__(self, folder: Path) -> None:
        self._texts = folder / "texts"
        self._extractions = folder / "extractions"

    def add(self, source: Source, input_name: str, input_sha256: str) -> SourceRow:
        """Keep the text of a source; the ledger row that tells of it."""
        data = source.text.encode()
        row = SourceRow(
            name=source.name,
            input=input_name,
            input_sha256=input_sha256,
            sha256=source.sha256,
            text_sha256=sha256(data).hexdigest(),
            encoding=source.encoding,
            media_type=source.media_type,
            size=source.size,
            characters=len(source.text),
        )
        _write(self._text_path(row), data)
        if source.places:
            places = [[place.start, place.label] for place in source.places]
            _write(self._places_path(row), json.dumps(places, ensure_ascii=False).encode())
        return row

    def holds_text(self, row: SourceRow) -> bool:
        """Whether the text of the source is there."""
        return self._text_path(row).is_file()

    def text(self, row: SourceRow) -> str:
        """The decoded text of a stored source, line ends as they are; raises StoreUnusable if it is lost."""
        path = self._text_path(row)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            message = f"{path}: 原文缺失，请重新构建 {row.input} (text is lost; build it again)"
            raise StoreUnusable(message) from None
        if sha256(data).hexdigest() != row.text_sha256:
            message = f"{path}: 原文已损坏，请重新构建 {row.input} (text is damaged; build it again)"
            raise StoreUnusable(message)
        return data.decode()

    def source(self, row: SourceRow) -> Source:
        """The Source as it was read; without its places where they were lost or damaged."""
        try:
            held = json.loads(self._places_path(row).read_bytes())
            places = tuple(Place(start, label) for start, label in held)
        except (FileNotFoundError, ValueError):  # plain text has none, and their loss costs no fact
            places = ()
        text = self.text(row)
        return Source(row.name, text, row.sha256, row.encoding, row.media_type, row.size, places)

    def cached(self, row: SourceRow, version: str) -> Extraction | None:
        """What the rules of this version read in the source, where that is kept and whole."""
        try:
            return Extraction.from_json(json.loads(self._extraction_path(row, version).read_bytes()))
        except (FileNotFoundError, ValueError, KeyError):  # never kept, cut off, or of another form
            return None

    def cache(self, row: SourceRow, version: str, extraction: Extraction) -> None:
        """Keep what the rules of this version read in the source."""
        data = json.dumps(extraction.to_json(), ensure_ascii=False, separators=(",", ":")).encode()
        _write(self._extraction_path(row, version), data)

    def keep_only(self, rows: Iterable[SourceRow]) -> None:
        """Delete the texts and extractions that none of `rows` needs."""
        wanted: set[Path] = set()
        for row in rows:
            wanted |= {
                self._text_path(row),
                self._places_path(row),
                self._extraction_path(row, row.version),
            }
        for folder in (self._texts, self._extractions):
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                if path not in wanted:
                    path.unlink()

    def _text_path(self, row: SourceRow) -> Path:
        return self._texts / f"{row.text_sha256}.txt"

    def _places_path(self, row: SourceRow) -> Path:
        """Beside the text; the same text may stand in other places of another file."""
        return self._texts / f"{row.text_sha256}-{row.sha256}.places.json"

    def _extraction_path(self, row: SourceRow, version: str) -> Path:
        identity = json.dumps([row.name, row.text_sha256, version]).encode()
        return self._extractions / f"{sha256(identity).hexdigest()}.json"


def _write(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; on return it is on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
