"""Readers, one module for each format, in one registry; a reader turns bytes into Sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from govgraph_loaders.readers import text
from govgraph_loaders.source import Source
from govgraph_ontology.errors import DocumentSkipped

Reader = Callable[[bytes, str], list[Source]]

READERS: dict[str, Reader] = {".txt": text.read_text, ".md": text.read_text, "": text.read_text}
"""By ending of the name. Other formats are not read yet; a name with another ending is skipped with a
message.
"""

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of one file; larger ones are skipped with a message."""


def read_sources(path: Path, name: str) -> list[Source]:
    """The Sources that the file at `path` holds, under `name`.

    Raises DocumentSkipped, naming the file, the reason and the mend, for whatever cannot be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        endings = ", ".join(sorted(filter(None, READERS)))
        raise DocumentSkipped(
            f"{name}: 尚不支持 {path.suffix} 格式 (format not supported yet); supported: {endings}"
        )
    try:
        if not path.is_file():
            raise DocumentSkipped(f"{name}: 文件不存在或不是普通文件 (no such regular file)")
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise DocumentSkipped(
                f"{name}: {size} 字节，超过上限 {SIZE_LIMIT} (larger than the limit); split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentSkipped(f"{name}: 无法读取 (cannot be read): {error.strerror or error}") from error
    return reader(data, name)
