"""Lines near a title: those that stand around one and begin none, and a title that names no kind of
document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from govgraph_loaders.structure.description import DATE_LINE
from govgraph_loaders.structure.description_labels import ISSUER
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, split_title
from govgraph_ontology.vocabulary import load_vocabulary

# What a site says of a document in brackets: 【制定机关】…, ∙【字号】….
_BRACKETED_LABEL = re.compile(r"[∙·•]?【[\u4e00-\u9fff]{2,6}】")
_LABEL = re.compile(r"[^《：:]{1,8}[：:]")
_YEAR = re.compile(r"(?:19|20)\d\d年")
# What a line says that is no title: when and where something was said or adopted, who was appointed.
_TOLD = re.compile(
    r"^[—（(\-]|^(?:19|20)\d\d年\d{1,2}月\d|(?:通过|公布|会议上?|发布)$|任命|免去|当选"
    r"|(?:[省市县区州旗局厅院]长|主席|主任)[\u4e00-\u9fff·]{2,4}$"
)
_LONGEST = 60
_SHORTEST = 6
_SHORTEST_LABEL = 3
_HEAD_LINES = 15


@cache
def _openings() -> tuple[str, ...]:
    """What begins a line that stands around a title: remarks, buttons of a page, labels of a site."""
    words = load_vocabulary("document_kinds")
    labels = {label for kind in words["labels"].values() for label in kind}
    labels |= set(load_vocabulary("web_pages")["metadata"]["labels"])
    return (*words["around_title"], *sorted(label for label in labels if len(label) >= _SHORTEST_LABEL))


def begins_no_title(text: str) -> bool:
    """Whether a line (clean) is a remark, a button or a label of a site: no title begins with it.

    `（此件公开发布）`, `打印 分享`, `发文机关 区政府办公室`, `【时效性】现行有效`.
    """
    return (
        text.startswith(_openings())
        or text in load_vocabulary("document_kinds")["around_title_alone"]
        or _BRACKETED_LABEL.match(text) is not None
    )


def find_unnamed_title(lines: Sequence[Line]) -> int | None:
    """The line above the text that is the title of a document of no known kind: 青禾县2024年民生实事.

    It names a year, a document number or a place at its beginning; the longest such line is taken.
    """
    best: int | None = None
    seen = 0
    for index, line in enumerate(lines):
        if line.kind != "text":
            continue
        seen += 1
        text = line.text
        if seen > _HEAD_LINES or line.has_marker or "。" in text:
            break
        if _may_be_title(line) and (best is None or len(text) > len(lines[best].text)):
            best = index
    return best


def _may_be_title(line: Line) -> bool:
    title, number = split_title(line.text)
    if (
        not _SHORTEST <= len(title) <= _LONGEST
        or any(mark in title for mark in "，；：！？")
        or begins_no_title(title)
        or _LABEL.match(line.text) is not None
        or _TOLD.search(title) is not None
        or DATE_LINE.fullmatch(title) is not None
        or DOCUMENT_NUMBER.fullmatch(title.strip("（）()")) is not None
        or ISSUER.fullmatch(title) is not None
        or title.endswith(tuple(load_vocabulary("document_kinds")["site_names"]))
    ):
        return False
    place, end = place_chain(title)
    return bool(number or _YEAR.search(title) or (place and end + 1 < len(title)))
