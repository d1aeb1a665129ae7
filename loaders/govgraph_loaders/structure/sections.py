"""The tree of sections of a document, by its own numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph_loaders.model import Paragraph, Section
from govgraph_loaders.structure.numbering import Marker, match_marker

_HEADING_MAX = 60
_RUN_IN_MAX = 48
_RUN_IN_END = re.compile(r"[。：；？！]")
# A heading may be followed at once by the list of those who answer for it.
_DUTIES = re.compile(r"[（〔【\[](?=[^（）〔〕【】]{0,60}(?:牵头|责任|负责|配合|主办|落实))")
# The same without a word for what they do: …改造15处（市城管局、市水务集团）.
_BODIES = re.compile(
    r"[（〔【\[][省市县区州旗盟各国](?:[^（）〔〕【】\[\]]|（[^（）]{1,12}）){1,80}?"
    r"(?:局|委|办|厅|院|会|部|中心|公司|集团|政府|管委会|单位|部门|街道|办事处)[）〕】\]]$"
)
_TERM = re.compile(r"（[^（）]{2,14}(?:前|底|月|日)）$")
# 1.改造管网，牵头单位：… on one line: the label is no part of the heading.
_LABEL = re.compile(
    r"[，、；](?:[省市县区]级?)?(?:牵头|责任|负责|配合|主办|协办|实施|落实)(?:单位|部门|领导|人)$"
)
_PART = re.compile(
    r"(?:(?:19|20)\d\d年(?:[上下]半年)?|过去[一五]年|今后五年|未来五年|今年|[上下]半年)[\u4e00-\u9fff“”、]{0,16}"
    r"(?:回顾|总结|安排|打算|目标任务|主要目标|重点工作|主要工作|主要任务|工作部署|总体要求|思路)"
)
_CLAUSE_END = re.compile(r"[，。；：]")


def read_sections(text: str, paragraphs: Sequence[Paragraph], end: int) -> list[Section]:
    """The sections that `paragraphs` (in the clean view `text`) open, and each paragraph's innermost
    section set.
    """
    sections: list[Section] = []
    open_: list[int] = []
    for paragraph in paragraphs:
        marker = match_marker(text[paragraph.start : paragraph.end]) or _unnumbered(text, paragraph)
        if marker is not None:
            while open_ and sections[open_[-1]].rank >= marker.rank:
                sections[open_.pop()].end = paragraph.start
            sections.append(_open_section(text, paragraph, marker, open_[-1] if open_ else None, end))
            open_.append(len(sections) - 1)
        paragraph.section = open_[-1] if open_ else None
    return sections


def _unnumbered(text: str, paragraph: Paragraph) -> Marker | None:
    """A part of a report that has a heading without a number: 2023年工作回顾, 今后五年主要目标."""
    return Marker("", 1, 0) if _PART.fullmatch(text, paragraph.start, paragraph.end) else None


def _open_section(text: str, paragraph: Paragraph, marker: Marker, parent: int | None, end: int) -> Section:
    start = paragraph.start + marker.end
    while start < paragraph.end and text[start] in " 、.．":
        start += 1
    stop = _RUN_IN_END.search(text, start, paragraph.end)
    run_in = True
    if stop is None:
        heading_end = paragraph.end
        run_in = False
        if heading_end - start > _HEADING_MAX:
            clause = _CLAUSE_END.search(text, start, paragraph.end)
            heading_end = clause.start() if clause else start + _HEADING_MAX
    else:
        heading_end = stop.start()
        run_in = stop.end() < paragraph.end
        if heading_end - start > _RUN_IN_MAX:
            clause = _CLAUSE_END.search(text, start, heading_end)
            if clause is not None and clause.start() - start >= 6:
                heading_end = clause.start()
    duties = _DUTIES.search(text, start, heading_end)
    if duties is not None and duties.start() > start:
        heading_end = duties.start()
        run_in = True
    title = _LABEL.sub("", _TERM.sub("", _BODIES.sub("", text[start:heading_end].strip(" ：:*＊"))))
    return Section(marker.text, marker.rank, title, paragraph.start, heading_end, end, parent, run_in)
