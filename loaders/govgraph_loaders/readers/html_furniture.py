"""What of a web page is no text of it: scripts, navigation, sharing, lists of links, tools of the reader."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from govgraph_ontology.vocabulary import load_vocabulary

Element = Any
"""An lxml element; lxml has no types."""

_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_SENTENCE_MARK = re.compile("[，。；：、（]")
_LONG_PIECE = 12
_HAN = re.compile("[\u3400-\u9fff]")
_NOT_WORDS = re.compile("[^\u3400-\u9fffA-Za-z]+")
_LINKED = 0.8
"""The share of a list's text that is links, from which on it leads elsewhere and says nothing itself."""
_SENTENCE_END = re.compile("[。；]")
_LISTS = frozenset({"ul", "ol", "table", "td"})
_LONGEST_TOOL = 60


def names_of(element: Element) -> set[str]:
    """The id and the classes of an element, in lower case."""
    return {element.get("id", "").strip().lower(), *element.get("class", "").lower().split()} - {""}


def running_length(element: Element) -> int:
    """Characters of running Chinese text in the element: pieces that are long or hold a mark, no links."""
    length = 0
    for found in element.iter():
        within = "" if found.tag in {"script", "style", "a", "title"} else found.text
        behind = "" if found is element else found.tail
        for piece in (within, behind):
            if piece and _HAN.search(piece) and (len(piece) > _LONG_PIECE or _SENTENCE_MARK.search(piece)):
                length += len(piece.strip())
    return length


def is_attachment(link: Element) -> bool:
    """Whether a link is to a file that belongs to the document."""
    endings = tuple(load_vocabulary("web_pages")["attachments"]["endings"])
    address: str = link.get("href", "").split("?")[0]
    words: str = link.text_content().strip()
    return address.lower().endswith(endings) or words.lower().endswith(endings)


def drop_furniture(root: Element) -> None:
    """Take out what is no text of the page: scripts, forms, hidden elements, by their names navigation and
    sharing, by what they hold lists of links, and by their words the tools of the page. What holds half of
    the page's text or more is kept, whatever it is called.
    """
    _drop_named(root)
    body = root.find("body")
    if body is not None:
        _drop_linked(body)
        _drop_tools(body)


def _drop_named(root: Element) -> None:
    tags = frozenset(load_vocabulary("web_pages")["content"]["tags"])
    whole = running_length(root)
    for element in list(root.iter()):
        if element.getparent() is None or not isinstance(element.tag, str) or element.tag in {"body", "head"}:
            continue
        named = element.tag in tags or names_of(element) & _furniture()
        hidden = _HIDDEN.search(element.get("style", "").lower()) or element.get("hidden") is not None
        always = element.tag in {"script", "style", "noscript", "template"}
        if always or ((named or hidden) and running_length(element) * 2 < max(whole, 1)):
            element.drop_tree()


def _drop_linked(body: Element) -> None:
    """Lists and cells of little but links to other pages; an article that is a list of links stays."""
    whole = _words(body.text_content())
    for element in list(body.iter(*_LISTS)):
        if body not in element.iterancestors():
            continue  # it went with a list around it
        text = _words(element.text_content())
        links = [link for link in element.iter("a") if not is_attachment(link)]
        linked = sum(_words(link.text_content()) for link in links)
        if links and linked >= text * _LINKED and text * 2 < whole:
            element.drop_tree()


def _drop_tools(body: Element) -> None:
    """Short blocks of nothing but words of tools, headings of lists of links, the next and last page."""
    words = load_vocabulary("web_pages")["tools"]
    openings = tuple(words["openings"])
    for element in list(body.iter()):
        if element is body or body not in element.iterancestors() or element.tag in {"tr", "tbody", "th"}:
            continue
        text = "".join(element.text_content().split())
        if not text or (len(text) > _LONGEST_TOOL and not text.startswith(openings)):
            continue
        opened = text.startswith(openings) and not _SENTENCE_END.search(text, 0, len(text) - 1)
        if opened or text.strip("：:>》 ") in words["headings"] or _is_tools(text):
            element.drop_tree()


def _is_tools(text: str) -> bool:
    """Whether the text is made of the words of tools alone: 【字体：大 中 小】 打印本页."""
    bare = _tool_words().sub("", text)
    return bare != text and _NOT_WORDS.sub("", bare) == ""


@cache
def _tool_words() -> re.Pattern[str]:
    words = sorted(load_vocabulary("web_pages")["tools"]["words"], key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


def _words(text: str) -> int:
    return len(_NOT_WORDS.sub("", text))


@cache
def _furniture() -> frozenset[str]:
    return frozenset(load_vocabulary("web_pages")["content"]["furniture"])
