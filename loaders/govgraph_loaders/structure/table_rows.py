"""Rows of tables in plain text: cells between tabs or pipes, and what a row is by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.model import Cell, Row
from govgraph_loaders.structure.lines import Line
from govgraph_ontology.vocabulary import load_vocabulary

_NUMBER = re.compile(
    r"[-+－≥≤>＞<＜约±]?[\[〔（(]?-?\d[\d,，.]*[%％‰]?[\]〕）)]?[*＊]?(?:以上|以下|左右|以内)?|[-—–/－]+|…+"
)
_SERIAL = re.compile(
    r"\d{1,4}[.．、]?|[一二三四五六七八九十]{1,3}、?|[（(][一二三四五六七八九十\d]{1,3}[)）]"
)
_PLAIN = re.compile(r"[\u4e00-\u9fff\u3001\d.A-Za-z]*")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0\u2000-\u200a\u3000]+")
_LEADING_PIPE = re.compile(r"\s*\|")
# Cells that line ends or spaces part (see `copied_rows`).
_LINES = re.compile(r"\S(?:[^\n]*\S)?")
_WORDS = re.compile(r"[^ \u00a0\u3000\r\n]+")
_EDGE_PIPES = re.compile(r"^\s*\||\|\s*$")
_NAME_COLUMNS = 3
_LETTERS = frozenset({"甲", "乙", "丙", "栏次", "A", "B"})


def read_row(line: Line, source_text: str) -> Row:
    """The row that a line of cells is; cells have their source spans."""
    raw = source_text[line.start : line.end]
    if "\t" not in raw and "|" not in raw:
        parts = (_LINES if "\n" in raw else _WORDS).finditer(raw)
        at = line.start
        found = [
            Cell(_cell_text(part.group()), at + part.start(), at + part.end(), column)
            for column, part in enumerate(parts)
        ]
        return Row(found, line.start, line.end)
    separator = "\t" if "\t" in raw else "|"
    start, end = line.start, line.end
    if separator == "|":
        pipe = _LEADING_PIPE.match(raw)
        start = line.start + (pipe.end() if pipe is not None else 0)
        end = start + len(_EDGE_PIPES.sub("", raw))
    cells = []
    position = start
    for column, piece in enumerate(source_text[start:end].split(separator)):
        lead = len(piece) - len(piece.lstrip())
        tail = len(piece.rstrip())
        cells.append(Cell(_cell_text(piece), position + min(lead, tail), position + tail, column))
        position += len(piece) + 1
    return Row(cells, line.start, line.end)


def _cell_text(piece: str) -> str:
    text = piece.strip()
    if _PLAIN.fullmatch(text):
        return text
    return _SPACES.sub(" ", clean_text(_SPACES.sub(" ", text.replace("<br>", " ")), keep_spaces=True)).strip()


def is_number(text: str) -> bool:
    """Whether a cell's text is a number or the dash that stands for none."""
    return bool(_NUMBER.fullmatch(text.replace(" ", "")))


def is_serial(text: str) -> bool:
    """Whether a cell's text numbers its row: 3, 三, （三）."""
    return bool(_SERIAL.fullmatch(text))


def is_total(row: Row) -> bool:
    """Whether the row says 合计 or the like, or gives numbers under a blank name: the sum of the others."""
    if not any(is_number(cell.joined) for cell in row.cells if cell.text):
        return False
    words = load_vocabulary("table_headers")
    for cell in row.cells[:_NAME_COLUMNS]:
        if cell.joined in words["totals"] or cell.joined.endswith(tuple(words["total_endings"])):
            return True
        if cell.text and not is_serial(cell.joined):
            return is_number(cell.joined) and cell.column > 0
    return False


def is_column_numbers(row: Row) -> bool:
    """Whether the row only numbers the columns: 1 2 3 4, or 甲 乙 1 2 3, or 栏次 1 2."""
    texts = [cell.joined for cell in row.cells if cell.text and cell.joined not in _LETTERS]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def kind_of(text: str) -> str:
    """What a cell holds, roughly: `number`, `text`, or nothing."""
    return "" if not text else "number" if is_number(text) else "text"


def realign(rows: Sequence[Row], merged: Sequence[int]) -> None:
    """Put back the blanks that stand for merged cells where a copy wrote them at the end of the row.

    `merged`: the columns that another one's heading spans. Rows that fill their last cell say how the others
    should look: a row is moved to the right from the merged column on where its cells then agree better.
    """
    full = [row for row in rows if row.cells and row.cells[-1].text]
    if not merged or not full:
        return
    width = len(full[0].cells)
    seen: list[set[str]] = [set() for _ in range(width)]
    for row in full:
        if len(row.cells) == width:
            for cell in row.cells:
                seen[cell.column] |= {cell.text, f"={kind_of(cell.text)}"}
    for row in rows:
        if len(row.cells) == width and not row.cells[-1].text:
            _realign_row(row, merged, seen)


def _realign_row(row: Row, merged: Sequence[int], seen: Sequence[set[str]]) -> None:
    def agreement(texts: Sequence[str]) -> int:
        score = 0
        for text, known in zip(texts, seen, strict=True):
            if text:
                score += (text in known) + (2 if f"={kind_of(text)}" in known else -2)
        return score

    texts = [cell.text for cell in row.cells]
    best, place = agreement(texts), -1
    for column in merged:
        score = agreement([*texts[:column], "", *texts[column:-1]])
        if score > best:
            best, place = score, column
    if place < 0:
        return
    blank = row.cells.pop()
    blank.start = blank.end = row.cells[place].start
    row.cells.insert(place, blank)
    for column, cell in enumerate(row.cells):
        cell.column = column
