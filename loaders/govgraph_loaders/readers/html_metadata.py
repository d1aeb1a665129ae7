"""What a web page says about its document outside the article: title, and number, issuer and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govgraph_loaders.readers.html_blocks import blocks_of, path_of
from govgraph_loaders.readers.html_furniture import Element, is_attachment
from govgraph_loaders.structure.titles import is_standing_title, title_kind
from govgraph_loaders.transcript import TranscriptCell
from govgraph_ontology.vocabulary import load_vocabulary

_FEWEST_LABELS = 3
_LONGEST_METADATA = 1500
_LONGEST_LABEL = 8
_SHORTEST_TITLE = 6
_TITLE_WITHIN = 400
_ATTACHMENT = "附件"

Pair = tuple[TranscriptCell, TranscriptCell]


def squeezed(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def stated_title(root: Element) -> str:
    """The title that the page states: in its metadata, else in <title> without the name of the site.

    Titles hold the marks that part off the site's name themselves (2021—2025年): it is cut where what is left
    stands on the page.
    """
    words = load_vocabulary("web_pages")["title"]
    stated = _stated(root)
    for name in words["metas"]:
        if name in stated:
            return " ".join(stated[name].text.split())
    element = root.find(".//title")
    text = " ".join(element.text_content().split()) if element is not None else ""
    cuts = [at for at in range(_SHORTEST_TITLE, len(text)) if text[at] in words["separators"]]
    body = root.find("body")
    shown = squeezed(body.text_content()) if body is not None else ""
    for cut in [len(text), *reversed(cuts)]:
        if squeezed(text[:cut]) in shown:
            return text[:cut].strip()
    return text[: cuts[0]].strip() if cuts else text.strip()


def shown_title(root: Element, article: Element, stated: str) -> tuple[str, str]:
    """The title above the article and its XPath; both empty where the article begins with it.

    A page that states only the name of its site shows the title in the last block above the article that
    reads like one.
    """
    beginning = squeezed(article.text_content())[:_TITLE_WITHIN]
    body = root.find("body")
    known = bool(stated) and squeezed(stated) in beginning
    if known and title_kind(stated):
        return "", ""
    before: list[tuple[str, str]] = []
    for element in body.iter() if body is not None else ():
        if element is article:
            break
        text = " ".join(element.text_content().split()) if article not in element.iterdescendants() else ""
        if stated and not known and squeezed(text) == squeezed(stated):
            return stated, path_of(element)
        if text and is_standing_title(text) and element.find(".//a") is None:
            before.append((text, path_of(element)))
    if not title_kind(stated) and before and squeezed(before[-1][0]) not in beginning:
        return before[-1]
    return ("", "") if known else (stated, "/html/head/title")


def metadata_rows(root: Element, article: Element) -> list[Pair]:
    """Label and value of the table or list outside the article that describes the document."""
    labels = _labels()
    inside = set(article.iter()) | set(article.iterancestors())
    best: Element | None = None
    most = _FEWEST_LABELS
    for element in root.iter("table", "ul", "ol", "dl", "div"):
        if element in inside or len(element.text_content()) > _LONGEST_METADATA:
            continue
        text = squeezed(element.text_content())
        count = sum(label in text for label in labels)
        if count >= most:
            best, most = element, count  # of those that nest and hold as many labels, the innermost
    return _pairs(best) if best is not None else []


def head_rows(root: Element) -> list[Pair]:
    """Name and content of the tags in the head that say when and from whom the page has its text."""
    stated = _stated(root)
    return [
        (TranscriptCell(name), stated[name.lower()])
        for name in load_vocabulary("web_pages")["metadata"]["metas"]
        if name.lower() in stated
    ]


def attachments(root: Element, article: Element) -> Iterator[tuple[str, str]]:
    """The files that the page offers outside the article, by the words of their links, and the XPath of each.

    Behind 附件, as a document lists its own, for the name of a file alone reads like another title.
    """
    inside = set(article.iter())
    for link in root.iter("a"):
        text = link.text_content().strip()
        if link not in inside and is_attachment(link) and text:
            yield (text if text.startswith(_ATTACHMENT) else f"{_ATTACHMENT}：{text}"), path_of(link)


def _stated(root: Element) -> dict[str, TranscriptCell]:
    """What the meta tags of the page say, by their names in lower case; the first of each name."""
    found: dict[str, TranscriptCell] = {}
    for meta in root.iter("meta"):
        name = meta.get("name", meta.get("property", "")).strip().lower()
        content = meta.get("content", "").strip()
        if name and content:
            found.setdefault(name, TranscriptCell(content, path_of(meta)))
    return found


def _pairs(element: Element) -> list[Pair]:
    """Labels and values in the order of the page, whichever elements hold them."""
    pairs: list[tuple[TranscriptCell, list[TranscriptCell]]] = []
    for text, place in blocks_of(element):
        label, value = _parted(text)
        if label:
            pairs.append((TranscriptCell(label, place), [TranscriptCell(value, place)] if value else []))
        elif pairs:
            pairs[-1][1].append(TranscriptCell(text, place))
    return [(label, _joined(values)) for label, values in pairs if values]


def _parted(text: str) -> tuple[str, str]:
    """The label that a piece begins with or is, and what follows it there."""
    head, colon, value = text.replace(":", "：", 1).partition("：")
    label = squeezed(head).strip("【】[]")
    if label in _labels() or (colon and 0 < len(label) <= _LONGEST_LABEL):
        return label, value.strip()
    return "", ""


def _joined(values: Sequence[TranscriptCell]) -> TranscriptCell:
    return TranscriptCell(" ".join(value.text for value in values), values[0].place)


@cache
def _labels() -> frozenset[str]:
    return frozenset(squeezed(label) for label in load_vocabulary("web_pages")["metadata"]["labels"])
