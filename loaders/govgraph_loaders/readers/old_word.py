"""Word documents of the old binary format, WPS and ODT, by way of LibreOffice where it is installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.readers.word_document import read_word
from govgraph_loaders.source import Source
from govgraph_ontology.errors import DocumentSkipped

MEDIA_TYPE = "application/msword"
OPEN_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
PROGRAM_VARIABLE = "GOVGRAPH_SOFFICE"
_PROGRAMS = ("soffice", "libreoffice")


def read_old_word(data: bytes, name: str, limits: Limits) -> list[Source]:
    """The Source of a DOC or WPS document, as `read_open_document` reads an ODT. Raises as it does."""
    return _read(data, name, MEDIA_TYPE, limits)


def read_open_document(data: bytes, name: str, limits: Limits) -> list[Source]:
    """One Source of the document as LibreOffice reads it, places as in `word_document`.

    Raises DocumentSkipped where LibreOffice is not installed ($GOVGRAPH_SOFFICE, else soffice or libreoffice
    on the path) or cannot read the file.
    """
    return _read(data, name, OPEN_MEDIA_TYPE, limits)


def find_office() -> str | None:
    """The program of LibreOffice: $GOVGRAPH_SOFFICE, else soffice or libreoffice on the path, else None."""
    return os.environ.get(PROGRAM_VARIABLE) or next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _read(data: bytes, name: str, media_type: str, limits: Limits) -> list[Source]:
    program = find_office()
    if program is None:
        raise DocumentSkipped(
            f"{name}: 读 DOC、WPS 和 ODT 需要 LibreOffice (needs LibreOffice); or save the file as DOCX"
        )
    with TemporaryDirectory(prefix="govgraph-doc-") as folder:
        (Path(folder) / "paper.doc").write_bytes(data)
        converted = _convert(program, Path(folder), name, limits.seconds)
        (source,) = read_word(converted, name)
    digest = hashlib.sha256(data).hexdigest()
    return [replace(source, sha256=digest, media_type=media_type, size=len(data))]


def _convert(program: str, folder: Path, name: str, seconds: float) -> bytes:
    """The file paper.doc in the folder as DOCX, by a profile of its own, for one may be open."""
    command = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to", "docx", "--outdir", str(folder), str(folder / "paper.doc"),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
        return (folder / "paper.docx").read_bytes()
    except subprocess.TimeoutExpired as error:
        raise DocumentSkipped(
            f"{name}: LibreOffice 超过 {seconds:g} 秒 (took longer than allowed); save it as DOCX"
        ) from error
    except FileNotFoundError as error:
        said = done.stderr.decode("utf-8", "replace").strip()[-200:]
        raise DocumentSkipped(
            f"{name}: LibreOffice 读不了这个文件 (LibreOffice cannot read it): {said}; save it as DOCX"
        ) from error
