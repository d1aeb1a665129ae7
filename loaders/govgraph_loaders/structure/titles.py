"""Titles of documents: what a line must look like to be one, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}[〔\[（(﹝【]?(?:19|20)\d{2,3}[〕\]）)﹞】]?(?:第)?\d{1,5}号"
    r"|[\u4e00-\u9fff]{1,12}令(?:第[\d一二三四五六七八九十百零]{1,6}|\d{1,4})号"
)
"""A document number (发文字号, GB/T 9704-2012 7.2.5), also where a copy lost its brackets."""

_NUMBER_PARTS = re.compile(
    r"(?P<organ>[^\d〔\[（(﹝【]+)[〔\[（(﹝【]?(?P<year>(?:19|20)\d\d)[〕\]）)﹞】]第?(?P<count>\d{1,5})号"
)
_DROPPED = re.compile(r"[\s\"'“”‘’「」『』《》〈〉（）()〔〕\[\]【】,，、。．.:：;；·•*—\-–_^~～]+")
_SUFFIX = re.compile(r"(?:[（(][^（()）]{1,20}[）)])+$")
_TRAILING_NUMBER = re.compile(rf"[（(]\s*(?P<number>{DOCUMENT_NUMBER.pattern})\s*[)）]$")
_LEADING_NUMBER = re.compile(rf"(?P<number>{DOCUMENT_NUMBER.pattern})[：: ]?(?=[《\u4e00-\u9fff])")
# What web sites put around a title: 政务服务丨…, …的通知_云溪市人民政府网.
_COLUMN = re.compile(r"[\u4e00-\u9fff]{2,8}[丨|｜]")
_SITE = re.compile(r"(?:[_|｜]|[-—]{1,2})[\u4e00-\u9fff]{2,20}$")
_LABEL = re.compile(r"[^《：:]{1,8}[：:]")
_SENTENCE = re.compile(r"[。；！？]")
MAX_TITLE = 110


def numbers_differ(one: str, other: str) -> bool:
    """Whether two whole document numbers contradict each other: of one organ, or with one count.

    A document may have two numbers of different series; a damaged one contradicts nothing.
    """
    first, second = _NUMBER_PARTS.fullmatch(one), _NUMBER_PARTS.fullmatch(other)
    if first is None or second is None or first.groups() == second.groups():
        return False
    same_organ = first["organ"] == second["organ"]
    return same_organ or (first["year"], first["count"]) == (second["year"], second["count"])


QUOTED_TITLE = re.compile(r"《(?P<title>[^《》]{2,120}(?:《[^《》]{2,80}》[^《》]{0,60}){0,3})》")
"""A title in 《》; a title within a title belongs to it."""


def find_titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of titles in 《》, brackets included; a title within a title belongs to it."""
    for match in QUOTED_TITLE.finditer(text, start, end):
        yield match.start(), match.end()


def split_title(text: str) -> tuple[str, str]:
    """A title as a site prints it parted into the title itself and the document number beside it (empty
    where there is none).
    """
    title, number = _COLUMN.sub("", text, count=1) if _COLUMN.match(text) else text, ""
    site = _SITE.search(title)
    if site is not None and title_kind(title) is None and title_kind(title[: site.start()]) is not None:
        title = title[: site.start()]
    trailing, leading = _TRAILING_NUMBER.search(title), _LEADING_NUMBER.match(title)
    if trailing is not None:
        title, number = title[: trailing.start()], trailing["number"]
    elif leading is not None:
        title, number = title[leading.end() :], leading["number"]
    whole = QUOTED_TITLE.fullmatch(title)
    return (whole["title"] if whole is not None else title), number


@lru_cache(maxsize=1 << 16)
def normal_title(title: str) -> str:
    """A title folded for comparison: NFKC, without white space, quotation marks, brackets and stops."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", title)).lower()


@cache
def _kinds() -> tuple[dict[str, str], tuple[int, ...]]:
    """The kind of each ending of a title, the first by name where several have it; all lengths, falling."""
    kinds = load_vocabulary("document_kinds")["kinds"]
    pairs = sorted(((ending, kind) for kind, endings in kinds.items() for ending in endings), reverse=True)
    by_ending = dict(pairs)
    return by_ending, tuple(sorted({len(ending) for ending in by_ending}, reverse=True))


def title_kind(title: str) -> str | None:
    """The kind of document (key of `document_kinds`) that a title names by its ending, or None."""
    bare = _SUFFIX.sub("", title.strip()).strip("》〉” ")
    bare = _SUFFIX.sub("", bare)
    by_ending, lengths = _kinds()
    return next((by_ending[bare[-length:]] for length in lengths if bare[-length:] in by_ending), None)


def is_standing_title(text: str) -> bool:
    """Whether `text` is a title that stands by itself wherever it is: …关于…的通知, …印发《…》的通知."""
    if not _may_be_title(text):
        return False
    kind = title_kind(text)
    if kind == "interpretation":
        return "《" in text or "关于" in text
    if kind not in load_vocabulary("document_kinds")["standing"]:
        return False
    return bool(
        re.search(r"关于.{2,90}的?[\u4e00-\u9fff]{1,3}$|[印转]发.{2,90}的通知$", _SUFFIX.sub("", text))
    )


def is_plain_title(text: str) -> bool:
    """Whether `text` could be the title of a document: short, no sentence, ending in a kind of document."""
    return _may_be_title(text) and title_kind(text) is not None and len(normal_title(text)) >= 4


def _may_be_title(text: str) -> bool:
    if (
        not 4 <= len(text) <= MAX_TITLE
        or _SENTENCE.search(text)
        or text[-1] in "，、：,:"
        or text[0] in "，、）】〕"
    ):
        return False
    if (
        _LABEL.match(text)
        or match_marker(text) is not None
        or DOCUMENT_NUMBER.fullmatch(text.strip("（）()"))
    ):
        return False
    return not text.startswith(
        ("附件", "附：", "附表", "根据", "按照", "现将", "为", "特此", "现予", "现就", "请")
    )
