"""Extracting: what the rules of today read in a source that the archive keeps.

Apart from the archive because the rules load spaCy, which takes a second that no query should wait for.
"""

from __future__ import annotations

from govgraph.admission import admitted
from govgraph.archive import Archive
from govgraph.ledger import SourceRow
from govgraph_loaders import extraction as rules
from govgraph_loaders.statements import Extraction


def extract(archive: Archive, row: SourceRow) -> Extraction:
    """All that the source says, from the cache where it is there; statements that may not enter are rejected.

    Raises StoreUnusable where the text is lost.
    """
    found = archive.cached(row, rules.EXTRACTION_VERSION)
    if found is None:
        found = keep(archive, row, rules.extract_source(archive.source(row)))
    return found


def keep(archive: Archive, row: SourceRow, extraction: Extraction) -> Extraction:
    """Put what the rules of today read in a source into the cache; what of it may enter."""
    found = admitted(extraction, archive.text(row))
    archive.cache(row, rules.EXTRACTION_VERSION, found)
    return found


def rules_version() -> str:
    """The version of the rules of today."""
    return rules.EXTRACTION_VERSION
