"""Plain text, and Markdown as plain text."""

from __future__ import annotations

import hashlib

from govgraph_loaders.decoding import decode
from govgraph_loaders.source import Source


def read_text(data: bytes, name: str) -> list[Source]:
    """One Source with the text as it is. Raises DocumentSkipped where the bytes are no text."""
    text, encoding = decode(data, name)
    return [Source(name, text, hashlib.sha256(data).hexdigest(), encoding, "text/plain", len(data))]
