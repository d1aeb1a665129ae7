"""What format a file is in, found in its bytes: names lie, and web servers name everything .doc."""

from __future__ import annotations

import io
import re
import zipfile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"(?is)^\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,16})?(?:<!--.{0,400}?-->\s{0,16})?"
    rb"<(?:!doctype\s{1,8}html|html|head|body|meta|table|div)[\s>]"
)
_BEGINNING = 1024
_WORKBOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_WORD = "WordDocument".encode("utf-16-le")
_PACKAGES = {"word/document.xml": "word", "xl/workbook.xml": "excel"}
_OPEN = b"application/vnd.oasis.opendocument.text"
_TEXTS = {".txt": "text", ".md": "text", ".markdown": "text", "": "text", ".csv": "csv", ".tsv": "csv"}
_PAGES = frozenset({".htm", ".html", ".shtml", ".xhtml"})


def find_format(data: bytes, ending: str) -> str:
    """The name of the format of `data`; `ending` (with its dot, in lower case) tells texts apart.

    Empty where it is none that is known.
    """
    beginning = data[:_BEGINNING]
    if b"%PDF-" in beginning:
        return "pdf"
    if beginning.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "open document" if _OPEN in beginning else _packed(data)
    if beginning.startswith(_OLE):
        return "old word" if _WORD in data else "old excel" if any(mark in data for mark in _WORKBOOK) else ""
    if _HTML.match(beginning.removeprefix(b"\xef\xbb\xbf")) or (ending in _PAGES and b"<" in beginning):
        return "html"
    return _TEXTS.get(ending, "")


def _packed(data: bytes) -> str:
    """Which of the formats that are ZIP archives; a damaged one is taken for an archive."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return next((kind for part, kind in _PACKAGES.items() if part.encode() in data), "zip")
    return next((kind for part, kind in _PACKAGES.items() if part in names), "zip")
