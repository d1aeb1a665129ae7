"""Web pages: title, metadata and article of a page, in the order in which a reader sees them.

The content systems of government sites name the element of the article in few ways (`web_pages.toml`); where
none of these is there, it is the smallest element that holds most of the running text of the page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from lxml import etree, html

from govgraph_loaders.decoding import decode
from govgraph_loaders.readers.html_blocks import (
    Element,
    add_blocks,
    drop_furniture,
    names_of,
    path_of,
    remember_paths,
    running_length,
)
from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript
from govgraph_ontology.errors import DocumentSkipped
from govgraph_ontology.vocabulary import load_vocabulary

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE
)
_HEAD_BYTES = 4096
_CHINESE_CHARSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}
_MOST = 0.6
"""The share of a page's running text that an unnamed element must hold to be its article."""
_LEAST = 0.2
"""The share that one with a known name must hold."""
_NEARLY = 0.9
_SHORTEST = 40
"""Characters of running text below which a page has no article."""
_FEWEST_LABELS = 3
_LONGEST_METADATA = 1500
_TITLE_WITHIN = 400


def read_html(data: bytes, name: str) -> list[Source]:
    """One Source of the page, places being XPaths.

    Raises DocumentSkipped where the bytes are no text or the page holds no article.
    """
    text, encoding = _decode(data, name)
    root = _parse(text, name)
    remember_paths(root)
    title = _stated_title(root)
    drop_furniture(root)
    article = _article(root)
    if article is None:
        raise DocumentSkipped(
            f"{name}: 网页里没有正文，可能由脚本载入 (no article in this page; a script may load it); "
            "save it from a browser that shows it"
        )
    transcript = Transcript()
    for element in _metadata(root, article):
        add_blocks(transcript, element)
        transcript.add_break()
    beginning = _squeezed(article.text_content())[:_TITLE_WITHIN]
    if title and _squeezed(title) not in beginning:
        transcript.add_paragraph(title, _place_of(title, root, article))
        transcript.add_break()
    add_blocks(transcript, article)
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


def _stated_title(root: Element) -> str:
    """The title that the page states: in its metadata, else in <title> without the name of the site."""
    words = load_vocabulary("web_pages")["title"]
    stated = {
        meta.get("name", meta.get("property", "")).lower(): meta.get("content", "")
        for meta in root.iter("meta")
    }
    for name in words["metas"]:
        if stated.get(name, "").strip():
            return " ".join(stated[name].split())
    element = root.find(".//title")
    text = " ".join(element.text_content().split()) if element is not None else ""
    cut = min((at for mark in words["separators"] if (at := text.find(mark)) > 5), default=len(text))
    return text[:cut].strip()


def _article(root: Element) -> Element | None:
    body = root.find("body")
    if body is None:
        return None
    whole = running_length(body)
    if whole < _SHORTEST:
        return None
    lengths = {
        element: running_length(element) for element in body.iter() if names_of(element) & _content_names()
    }
    best = max(lengths, key=lengths.__getitem__, default=None)
    if best is None or lengths[best] < max(_SHORTEST, whole * _LEAST):
        return _densest(body, whole)
    for inner in best.iter():
        if lengths.get(inner, 0) >= lengths[best] * _NEARLY:
            best = inner
    return best


def _densest(body: Element, whole: int) -> Element:
    """The smallest element with most of the running text."""
    current = body
    while True:
        inner = next((child for child in current if running_length(child) >= whole * _MOST), None)
        if inner is None or inner.tag in ("p", "table"):
            return current
        current = inner


@cache
def _content_names() -> frozenset[str]:
    return frozenset(load_vocabulary("web_pages")["content"]["names"])


def _metadata(root: Element, article: Element) -> Iterator[Element]:
    """The table or list outside the article that gives number, issuer and dates of the document."""
    labels = load_vocabulary("web_pages")["metadata"]["labels"]
    inside = set(article.iter()) | set(article.iterancestors())
    best: Element | None = None
    for element in root.iter("table", "ul", "ol", "dl", "div"):
        if element in inside:
            continue
        text = element.text_content()
        if len(text) > _LONGEST_METADATA:
            continue
        if sum(label in text for label in labels) >= _FEWEST_LABELS:
            best = element  # The last is the innermost of those that nest, for they come in document order.
    if best is not None:
        yield best


def _place_of(title: str, root: Element, article: Element) -> str:
    """The XPath of the element that shows the title, else of the page's own <title>."""
    wanted = _squeezed(title)
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "td"):
        if element is not article and _squeezed(element.text_content()) == wanted:
            return path_of(element)
    return "/html/head/title"


def _squeezed(text: str) -> str:
    return "".join(text.split())
