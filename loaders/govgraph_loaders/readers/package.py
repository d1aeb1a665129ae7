"""Office packages (ECMA-376 Part 2): is this one safe to hand to a parser?"""

from __future__ import annotations

import io
import zipfile
import zlib

from govgraph_loaders.readers.limits import Limits
from govgraph_ontology.errors import DocumentSkipped

_DECLARATIONS = 4096
"""A document type is declared within so many bytes from the beginning of a part."""
_SMALL = 1 << 20


def check_package(data: bytes, name: str, limits: Limits) -> None:
    """Raise DocumentSkipped where a package is damaged, would unpack to more than the limits allow, or
    declares a document type: no office program writes one, and entities in it can expand without end.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > limits.members or unpacked > limits.unpacked:
                why = f"解压后 {unpacked} 字节，超过上限 {limits.unpacked} (too large unpacked); split it"
                raise DocumentSkipped(f"{name}: {why}")
            for part in parts:
                if part.file_size > max(_SMALL, limits.ratio * part.compress_size):
                    why = (
                        f"{part.filename} 的压缩比超过 {limits.ratio}，疑为压缩炸弹 (packs too well; a bomb?)"
                    )
                    raise DocumentSkipped(f"{name}: {why}")
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as file:
                        if b"<!DOCTYPE" in file.read(_DECLARATIONS):
                            why = f"{part.filename} 含文档类型声明，可能是攻击 (declares a document type)"
                            raise DocumentSkipped(f"{name}: {why}; save it again in an office program")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise DocumentSkipped(
            f"{name}: 文件不完整或已加密 (damaged or encrypted): {error}; save it again in an office program"
        ) from error
