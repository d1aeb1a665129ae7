"""Readers, one module for each format, in one registry; a reader turns bytes into Sources.

The format is found in the bytes. Modules are imported when a file of their format is read, for some need
packages of the extra `documents`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from govgraph_loaders.readers.contents import Contents, Skipped
from govgraph_loaders.readers.formats import find_format
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.readers.package import check_package
from govgraph_loaders.readers.zip_archive import Budget, members
from govgraph_loaders.source import Source
from govgraph_ontology.errors import DocumentSkipped

Reader = Callable[[bytes, str], Sequence[Source | Skipped]]

READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("text", "read_text"),
        "csv": ("csv_table", "read_csv"),
        "html": ("html_page", "read_html"),
        "pdf": ("pdf_document", "read_pdf"),
        "word": ("word_document", "read_word"),
        "excel": ("excel_workbook", "read_excel"),
        "old excel": ("old_excel", "read_old_excel"),
        "old word": ("old_word", "read_old_word"),
        "open document": ("old_word", "read_open_document"),
    }
)
"""Module and function by the name of the format; archives are opened here, for their members are inputs."""

_PACKAGES = frozenset({"word", "excel", "open document"})
_LIMITED = frozenset({"pdf", "old word", "open document"})
"""Formats whose readers are to keep a limit themselves."""

KNOWN = ".txt .md .csv .html .pdf .docx .doc .wps .odt .xlsx .xls .zip"
"""For messages: by which endings people know the formats."""


def read_contents(path: Path, name: str, limits: Limits | None = None) -> Contents:
    """What the file at `path` holds, under `name`; members of an archive under `name`/member.

    Raises DocumentSkipped, naming the file, the reason and the mend, where nothing of it can be read.
    """
    limits = limits or Limits()
    return _read(_bytes(path, name, limits), name, Budget(limits), 0)


def format_of(path: Path, limits: Limits) -> str:
    """The format of the file, a name of `formats`; empty where it is none that is known or cannot be read."""
    try:
        return find_format(_bytes(path, path.name, limits), path.suffix.lower())
    except DocumentSkipped:
        return ""


def read_sources(path: Path, name: str) -> list[Source]:
    """The Sources of `read_contents`. Raises DocumentSkipped as it does."""
    return list(read_contents(path, name).sources)


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise DocumentSkipped(f"{name}: 文件不存在或不是普通文件 (no such regular file)")
        size = path.stat().st_size
        if size > limits.size:
            raise DocumentSkipped(
                f"{name}: {size} 字节，超过上限 {limits.size} (larger than the limit); split it"
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentSkipped(f"{name}: 无法读取 (cannot be read): {error.strerror or error}") from error


def _read(data: bytes, name: str, budget: Budget, depth: int) -> Contents:
    ending = PurePosixPath(name).suffix.lower()
    found = find_format(data, ending)
    if found == "zip":
        return _read_archive(data, name, budget, depth)
    if found not in READERS:
        raise DocumentSkipped(f"{name}: 尚不支持这种格式 (format not supported); supported: {KNOWN}")
    if found in _PACKAGES:
        check_package(data, name, budget.limits)
    held = _reader(found, name, budget.limits)(data, name)
    return Contents(
        tuple(part for part in held if isinstance(part, Source)),
        tuple(part for part in held if isinstance(part, Skipped)),
    )


def _read_archive(data: bytes, name: str, budget: Budget, depth: int) -> Contents:
    if depth >= budget.limits.nesting:
        raise DocumentSkipped(f"{name}: 压缩包套了 {depth + 1} 层，超过上限 (nested too deeply); unpack it")
    sources: list[Source] = []
    skipped: list[Skipped] = []
    for inner, held in members(data, name, budget):
        if isinstance(held, str):
            skipped.append(Skipped(inner, held))
            continue
        try:
            contents = _read(held, inner, budget, depth + 1)
        except DocumentSkipped as error:
            skipped.append(Skipped(inner, str(error)))
        else:
            sources += contents.sources
            skipped += contents.skipped
    if not sources:
        reasons = "; ".join(found.message for found in skipped[:5])
        raise DocumentSkipped(f"{name}: 压缩包里没有可读的文件 (no readable file in it): {reasons}")
    return Contents(tuple(sources), tuple(skipped))


def _reader(found: str, name: str, limits: Limits) -> Reader:
    module, function = READERS[found]
    try:
        reader = getattr(import_module(f"{__name__}.{module}"), function)
    except ImportError as error:
        raise DocumentSkipped(
            f"{name}: 读这种格式需要 (this format needs) {error.name}: pip install 'govgraph[documents]'"
        ) from error
    return partial(reader, limits=limits) if found in _LIMITED else reader
