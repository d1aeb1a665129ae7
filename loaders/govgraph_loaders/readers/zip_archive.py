"""ZIP archives: each member is an input of its own, named archive.zip/folder/member."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from govgraph_loaders.readers.limits import Limits
from govgraph_ontology.errors import DocumentSkipped

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_SMALL = 1 << 20
"""The ratio of decompression matters from so many bytes on: short repetitive texts pack well."""
_IGNORED = (".", "~$", "__MACOSX")


@dataclass
class Budget:
    """What is left of the limits for an input: archives within archives draw on the same."""

    limits: Limits
    _members: int = 0
    _unpacked: int = 0

    def take(self, name: str, members: int, unpacked: int) -> None:
        """Count files and the bytes that they unpack to. Raises DocumentSkipped where that is too much."""
        self._members += members
        self._unpacked += unpacked
        if self._members > self.limits.members:
            why = f"{self._members} 个文件，超过上限 {self.limits.members} (more files than allowed)"
            raise DocumentSkipped(f"{name}: {why}; split it, or allow more with --max-members")
        if self._unpacked > self.limits.unpacked:
            why = f"解压后 {self._unpacked} 字节，超过上限 {self.limits.unpacked} (too large unpacked)"
            raise DocumentSkipped(f"{name}: {why}; split it, or allow more with --max-unpacked")


def members(data: bytes, name: str, budget: Budget) -> Iterator[tuple[str, bytes | str]]:
    """Name and bytes of every file in the archive, sorted by name; a message in place of the bytes of one
    that cannot be read. Nothing is written anywhere, so names cannot reach out of a folder.

    Raises DocumentSkipped where the archive is damaged or exceeds the limits.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentSkipped(f"{name}: 不是完好的 ZIP (no intact ZIP): {error}; pack it again") from error
    with archive:
        found = {_name(info): info for info in archive.infolist() if not info.is_dir()}
        wanted = sorted(inner for inner in found if not _ignored(inner))
        budget.take(name, len(wanted), sum(found[inner].file_size for inner in wanted))
        for inner in wanted:
            yield f"{name}/{inner}", _read(archive, found[inner], f"{name}/{inner}", budget.limits)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> bytes | str:
    if info.flag_bits & _ENCRYPTED_FLAG:
        return f"{name}: 已加密 (encrypted); pack it without a password"
    if info.file_size > limits.size:
        return f"{name}: {info.file_size} 字节，超过上限 {limits.size} (larger than the limit); split it"
    if info.file_size > max(_SMALL, limits.ratio * info.compress_size):
        return f"{name}: 压缩比超过 {limits.ratio}，疑为压缩炸弹 (packs too well; a bomb?)"
    try:
        with archive.open(info) as file:
            # The header may lie about the size; no more than it says is read.
            data = file.read(info.file_size + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error) as error:
        return f"{name}: 压缩数据已损坏或用了不支持的压缩法 (damaged, or packed in an unknown way): {error}"
    if len(data) > info.file_size:
        return f"{name}: 比压缩包所记的更大，疑为压缩炸弹 (larger than its header says; a bomb?)"
    return data


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; Windows in China packs names in GBK without saying so, and zipfile takes CP437."""
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = name.encode()
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."}]
    return "/".join(parts)


def _ignored(name: str) -> bool:
    return not name or any(part.startswith(_IGNORED) for part in name.split("/"))
