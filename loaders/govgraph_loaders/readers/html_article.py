"""Where on a web page its article stands.

The content systems of government sites name the element of the article in few ways (`web_pages.toml`); where
none of these is there, it is the smallest element that holds most of the running text of the page.
"""

from __future__ import annotations

from functools import cache

from govgraph_loaders.readers.html_blocks import is_data
from govgraph_loaders.readers.html_furniture import Element, names_of, running_length
from govgraph_ontology.vocabulary import load_vocabulary

_MOST = 0.6
"""The share of a page's running text that an unnamed element must hold to be its article."""
_LEAST = 0.2
"""The share that one with a known name must hold."""
_NEARLY = 0.9
_PIECES = frozenset({"p", "ol", "ul", "dl", "blockquote"})
"""Elements that hold a piece of an article and never the whole of it."""
_SHORTEST = 40
"""Characters of running text below which a page has no article."""


def find_article(root: Element, title: str) -> Element | None:
    """The element of the article, None where the page has none; `title` counts for no text of it."""
    body = root.find("body")
    if body is None:
        return None
    whole = running_length(body)
    if whole < _SHORTEST:
        return None
    lengths = {
        element: running_length(element)
        for element in body.iter()
        if names_of(element) & _content_names() or element.tag in _content_tags()
    }
    best = max(lengths, key=lengths.__getitem__, default=None)
    if best is None or lengths[best] < max(_SHORTEST, whole * _LEAST):
        return _densest(body, whole)
    for inner in best.iter():
        if lengths.get(inner, 0) >= (lengths[best] - len(title)) * _NEARLY:
            best = inner
    return best


def _densest(body: Element, whole: int) -> Element:
    """The smallest element with most of the running text; a table that lays out the page is looked into."""
    current = body
    while True:
        inner = next((child for child in current if running_length(child) >= whole * _MOST), None)
        if inner is None or inner.tag in _PIECES or (inner.tag == "table" and is_data(inner)):
            return current
        current = inner


@cache
def _content_names() -> frozenset[str]:
    return frozenset(load_vocabulary("web_pages")["content"]["names"])


@cache
def _content_tags() -> frozenset[str]:
    return frozenset(load_vocabulary("web_pages")["content"]["elements"])
