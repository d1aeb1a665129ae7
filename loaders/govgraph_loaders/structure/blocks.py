"""Blocks: lines put together to paragraphs (over page breaks too) and to fragments of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.tables import TableBlock
from govgraph_loaders.structure.title_lines import begins_no_title
from govgraph_ontology.vocabulary import load_vocabulary

_CAPTION = re.compile(r"(?:附?表|专栏|附件)[\d一二三四五六七八九十]{0,3}|[（(][^（）()]{1,20}[）)]")
_CAPTION_WORDS = (
    "表",
    "分解",
    "清单",
    "目标",
    "指标",
    "任务",
    "专栏",
    "名单",
    "一览",
    "情况",
    "计划",
    "安排",
    "台账",
    "分工",
)
_DATE_ALONE = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_LABEL = re.compile(r"[\u4e00-\u9fff（）、/]{2,10}[：:]")
_MAX_CAPTIONS = 6
_LONGEST_CAPTION = 60
_FULL_LINE = 24
_HEADING = 45  # （六）加强社会建设，办好民生实事 is a heading, though it has a comma and no stop


@dataclass(slots=True)
class Block:
    """A paragraph (its lines, in order) or a fragment of a table."""

    lines: list[Line]
    table: TableBlock | None = None

    @property
    def text(self) -> str:
        """Clean text of the lines, joined as the paragraph joins them."""
        return "".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """Source offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Source offset after the last character."""
        return self.lines[-1].end


def read_blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of the lines; furniture and blank lines belong to none."""
    blocks: list[Block] = []
    gap = False
    for line in lines:
        if line.kind in {"blank", "furniture"}:
            gap = True
            continue
        last = blocks[-1] if blocks else None
        if line.kind == "row":
            if last is not None and last.table is not None and not gap:
                last.table.lines.append(line)
                last.lines.append(line)
            else:
                blocks.append(Block([line], TableBlock([line])))
        elif last is not None and last.table is None and _goes_on(last, line, gap):
            last.lines.append(line)
        else:
            blocks.append(Block([line]))
        gap = False
    return _attach_captions(blocks)


def _goes_on(block: Block, line: Line, gap: bool) -> bool:
    """Whether `line` goes on with the paragraph whose last line broke off in mid-sentence."""
    last = block.lines[-1]
    if last.complete or line.has_marker or (not last.running and not _is_open(block)):
        return False
    if _DATE_ALONE.fullmatch(line.text):
        return False
    if (
        gap
        and not _is_open(block)
        and last.has_marker
        and "。" not in last.text
        and len(last.text) <= _HEADING
    ):
        return False
    if len(block.lines) == 1 and last.has_marker and len(last.text) < _FULL_LINE and _ends_heading(block):
        return False
    labelled = _LABEL.match(last.text) is not None and len(last.text) < _FULL_LINE
    if not _is_open(block) and last.text[-1] not in "，、" and (labelled or _LABEL.match(line.text)):
        return False
    if last.text[-1] in "，、（〔《“" or _is_open(block):
        return True
    # Only a full line breaks off at the end of a page; a short one before a gap is a heading or a label.
    return _reads_as_sentence(block) and (
        not gap or (len(last.text) >= _FULL_LINE and (line.running or line.complete))
    )


def _ends_heading(block: Block) -> bool:
    """Whether a numbered line is a heading that holds a comma: （六）加强社会建设，办好民生实事."""
    text = block.text
    return (
        not _is_open(block) and text[-1] not in "，、和及与的" and not any(mark in text for mark in "。；：")
    )


def _is_open(block: Block) -> bool:
    text = block.text[-400:]
    return any(
        text.count(opening) > text.count(closing) for opening, closing in ("《》", "〔〕", "（）", "“”")
    )


def _reads_as_sentence(block: Block) -> bool:
    return any(mark in block.text for mark in "，。；：")


def _attach_captions(blocks: list[Block]) -> list[Block]:
    """Give each fragment of a table the short lines above it that name it, and the notes below it."""
    words = load_vocabulary("table_headers")
    kept: list[Block] = []
    after_table: TableBlock | None = None
    for block in blocks:
        if block.table is not None:
            while kept and len(block.table.captions) < _MAX_CAPTIONS and _is_caption(kept[-1]):
                block.table.captions.insert(0, kept.pop().lines[0])
            after_table = block.table
        elif after_table is not None and block.text.startswith(tuple(words["notes"])):
            after_table.notes.extend(block.lines)
            continue
        else:
            after_table = None
        kept.append(block)
    return kept


def _is_caption(block: Block) -> bool:
    if block.table is not None or len(block.lines) != 1:
        return False
    line = block.lines[0]
    if begins_no_title(line.text):
        return False
    words = load_vocabulary("table_headers")["captions"]
    if line.text.startswith((*words["unit"], *words["organization"])):
        return True
    named = any(word in line.text for word in _CAPTION_WORDS)
    if named and line.text.startswith("附件") and len(line.text) < _LONGEST_CAPTION:
        return True
    if line.running or line.has_marker or (line.complete and line.text[-1] not in "）)”》"):
        return False
    return named or bool(_CAPTION.fullmatch(line.text))
