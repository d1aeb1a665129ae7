"""Files are written whole or not at all, in the format that the ending of their name says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from govgraph_ontology.errors import UnknownName

Writer = TypeVar("Writer")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, which becomes `path` when the block ends well and vanishes when it does not.

    Folders that are missing are made. A `path` that is a device or a pipe is written to directly.
    Raises OSError where the place cannot be written.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    if path.is_dir():
        raise IsADirectoryError(f"{path} 是文件夹，请给出文件名。 {path} is a folder: name a file in it.")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path | str, text: str) -> None:
    """Write `text` to `path` as UTF-8, with the line ends that it has; see `replacing`."""
    with replacing(Path(path)) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def choose_writer(writers: Mapping[str, Writer], path: Path, formats: str) -> Writer:
    """The one of `writers` for the ending of `path`. Raises UnknownName, listing the endings that there are.

    `formats`: what the writers write, for the message (`facts`, `RDF`).
    """
    ending = path.suffix.lower()
    if ending not in writers:
        known = " ".join(writers)
        raise UnknownName(
            f"{path.name}：不认识的结尾 {ending or '（无）'}，可用 {known}。 "
            f"{path.name}: no {formats} format ends in {ending!r}; use one of {known}."
        )
    return writers[ending]
