"""Web pages: title, metadata and article of a page, in the order in which a reader sees them."""

from __future__ import annotations

import hashlib
import re

from lxml import etree, html

from govgraph_loaders.decoding import decode
from govgraph_loaders.readers.html_article import find_article
from govgraph_loaders.readers.html_blocks import add_blocks, remember_paths
from govgraph_loaders.readers.html_furniture import Element, drop_furniture
from govgraph_loaders.readers.html_metadata import (
    attachments,
    head_rows,
    metadata_rows,
    shown_title,
    stated_title,
)
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript
from govgraph_ontology.errors import DocumentSkipped

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE
)
_HEAD_BYTES = 4096
_CHINESE_CHARSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}


def read_html(data: bytes, name: str) -> list[Source]:
    """One Source of the page, places being XPaths.

    Raises DocumentSkipped where the bytes are no text or the page holds no article.
    """
    text, encoding = _decode(data, name)
    root = _parse(text, name)
    remember_paths(root)
    title = stated_title(root)
    described = head_rows(root)
    drop_furniture(root)
    article = find_article(root, title)
    if article is None:
        raise DocumentSkipped(
            f"{name}: 网页里没有正文，可能由脚本载入 (no article in this page; a script may load it); "
            "save it from a browser that shows it"
        )
    transcript = Transcript()
    for row in metadata_rows(root, article) or described:
        transcript.add_row(row)
    transcript.add_break()
    transcript.add_paragraph(*shown_title(root, article, title))
    transcript.add_break()
    add_blocks(transcript, article)
    transcript.add_break()
    for file in attachments(root, article):
        transcript.add_paragraph(*file)
    return [transcript.source(name, hashlib.sha256(data).hexdigest(), encoding, "text/html", len(data))]


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The text by the charset that the page declares where that is right, else as any text is decoded."""
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    if declared is not None:
        charset = declared.group(1).decode("ascii").lower()
        charset = _CHINESE_CHARSETS.get(charset, charset)
        try:
            return data.decode(charset), charset
        except (UnicodeDecodeError, LookupError):
            pass  # Many pages declare another charset than theirs; what it is, is found as for any text.
    return decode(data, name)


def _parse(text: str, name: str) -> Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentSkipped(f"{name}: 无法作为网页解析 (cannot be parsed as HTML): {error}") from error
