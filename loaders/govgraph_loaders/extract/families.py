"""Documents that belong together: a notice and what it prints count once where both say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.model import Document, Layout
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.vocabulary import load_vocabulary

_SENTENCE = re.compile(r"[^。\n]+")
# 《政府工作报告》重点任务分工已经同意，现印发: what is printed has the title within its own.
_PRINTED = re.compile(
    r"《(?P<title>[^《》]{4,120}(?:《[^《》]{2,80}》[^《》]{0,60})?)》"
    r"(?![\u4e00-\u9fff]{2,16}(?:已经|业经|经)[^，]{2,20}(?:同意|通过))"
)
_NOTICE_PARAGRAPHS = 8


def family_of(reading: Reading) -> list[Document]:
    """The document, what prints it, and all that is printed with it."""
    layout = reading.layout
    return [layout.documents[index] for index in layout.families[layout.roots[reading.index]]]


@lru_cache(maxsize=8)
def documents_by_title(layout: Layout) -> dict[str, Document]:
    """The documents of a source by their normalised titles; the first of several with one title."""
    found: dict[str, Document] = {}
    for document in layout.documents:
        found.setdefault(normal_title(document.title), document)
    return found


def own_titles(reading: Reading) -> set[str]:
    """The normalised titles under which the document's family is known."""
    titles = {
        normal_title(title)
        for document in family_of(reading)
        for title in (document.title, *document.aliases)
    }
    return titles | {normal_title(title) for title, _, _ in printed_titles(reading)}


def _prints(sentence: str, cues: Sequence[str]) -> bool:
    """Whether a sentence prints what it names: 现印发…, 《…》（以下简称《方案》）印发给你们."""
    before = ("现", "现予", "》", "》）") if "现将" in sentence else ("现", "现予", "》")
    return any(f"{word}{cue}" in sentence for cue in cues for word in before)


def printed_titles(reading: Reading) -> list[tuple[str, int, int]]:
    """The titles that a notice says it prints (现将《…》印发给你们), with their clean spans."""
    if reading.document.kind not in {"notice", "announcement", "order"}:
        return []
    cues = load_vocabulary("document_kinds")["printing"]
    found: list[tuple[str, int, int]] = []
    mark, origins = reading.document.title_mark, reading.layout.view.origins
    # What a page shows above the title is no part of the notice.
    paragraphs = [
        paragraph
        for paragraph in reading.document.paragraphs
        if mark is None or origins[paragraph.start] >= mark.start
    ]
    for paragraph in paragraphs[:_NOTICE_PARAGRAPHS]:
        for sentence in _SENTENCE.finditer(reading.text, paragraph.start, paragraph.end):
            if not _prints(sentence.group(), cues):
                continue
            printed = max(sentence.group().find(cue) for cue in cues)
            last = list(_PRINTED.finditer(reading.text, sentence.start(), sentence.start() + printed))
            clause = max(reading.text.rfind("现将", sentence.start(), sentence.end()), sentence.start())
            found += [
                (match["title"], match.start(), match.end()) for match in last if match.start() >= clause
            ]
    return found
