"""Tables in plain text: rows of cells between tabs or pipes, with captions above and notes below.

A table that goes on over the page under a repeated header is one Table; its total row, printed on every page, is
kept once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govgraph_loaders.model import Cell, Column, Row, Table
from govgraph_loaders.structure.lines import Line
from govgraph_ontology.vocabulary import load_vocabulary

_NUMBER = re.compile(r"[-+－]?\d[\d,，.]*[%％*]?(?:以上|以下|左右)?|[-—–/]+|…+")
_SERIAL = re.compile(r"\d{1,4}|[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[)）]")
_UNIT_CELL = re.compile(r"[\u4e00-\u9fff]{0,4}[（(][^（()）]{1,8}[)）]|[个家户头人亩%％吨件项]|亿元|万元|万人|公里|平方米")
_CHINESE_SERIAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TABLE_NUMBER = re.compile(r"(?:附?表|专栏)[\d一二三四五六七八九十]{0,3}(?:[-—－]\d{1,2})?[：:]?")
_SPACES = re.compile(r"\s+")
_EDGE_PIPES = re.compile(r"^\s*\||\|\s*$")


@dataclass
class TableBlock:
    """Consecutive rows as they stand, with the lines around them that belong to them."""

    lines: list[Line]
    captions: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def read_row(line: Line, source_text: str) -> Row:
    """The row that a line of cells is; cells have their source spans."""
    raw = source_text[line.start : line.end]
    separator = "\t" if "\t" in raw else "|"
    start, end = line.start, line.end
    if separator == "|":
        inner = _EDGE_PIPES.sub("", raw)
        start = line.start + raw.index("|") + 1
        end = start + len(inner)
    cells = []
    position = start
    for column, piece in enumerate(source_text[start:end].split(separator)):
        text = _SPACES.sub(" ", piece.replace("**", "").replace("<br>", " ")).strip()
        lead = len(piece) - len(piece.lstrip())
        tail = len(piece.rstrip())
        cells.append(Cell(text, position + min(lead, tail), position + tail, column))
        position += len(piece) + 1
    return Row(cells, line.start, line.end)


def is_number(text: str) -> bool:
    """Whether a cell's text is a number or the dash that stands for none."""
    return bool(_NUMBER.fullmatch(text.replace(" ", "")))


def count_header_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows are heading: the first, and those under it that only refine it."""
    count = 0
    for index, row in enumerate(rows[:4]):
        texts = [cell.text.replace(" ", "") for cell in row.cells if cell.text]
        if is_total(row) or any(is_number(text) and not _YEAR.fullmatch(text) for text in texts):
            break
        if index == 0 and (len(texts) < 2 or _SERIAL.fullmatch(texts[0])):
            break
        if index and not _refines(rows[index - 1], row):
            break
        count = index + 1
    return count


def is_total(row: Row) -> bool:
    """Whether the row says 合计 or the like, or gives numbers under a blank name: the sum of the others."""
    if not any(is_number(cell.joined) for cell in row.cells if cell.text):
        return False
    totals = load_vocabulary("table_headers")["totals"]
    for cell in row.cells[:3]:
        if cell.joined in totals:
            return True
        if cell.text and not _SERIAL.fullmatch(cell.joined):
            return is_number(cell.joined) and cell.column > 0
    return False


def _refines(above: Row, row: Row) -> bool:
    """Whether `row` names the parts of what `above` names: it stands under merged cells, or holds only units."""
    filled = [cell for cell in row.cells if cell.text]
    if not filled or _SERIAL.fullmatch(row.cells[0].joined):
        return False
    if all(_UNIT_CELL.fullmatch(cell.joined) for cell in filled):
        return True
    merged = {cell.column for cell in filled if cell.column and above.cell(cell.column) is None}
    heads = {column - 1 for column in merged}
    return bool(merged) and all(
        cell.column in merged or cell.column in heads or _UNIT_CELL.fullmatch(cell.joined) for cell in filled
    )


def make_columns(header: Sequence[Row]) -> list[Column]:
    """The columns with their heading paths; a merged heading belongs to every column that it spans."""
    width = max((len(row.cells) for row in header), default=0)
    grid = [[row.cells[column].joined if column < len(row.cells) else "" for column in range(width)] for row in header]
    for level, texts in enumerate(grid):
        for column in range(1, width):
            refined = any(lower[column] for lower in grid[level + 1 :])
            same_parent = all(upper[column] == upper[column - 1] for upper in grid[:level])
            if not texts[column] and refined and same_parent:
                texts[column] = texts[column - 1]
    return [Column(column, tuple(dict.fromkeys(filter(None, (texts[column] for texts in grid))))) for column in range(width)]


def read_tables(fragments: Sequence[TableBlock], source_text: str) -> list[Table]:
    """The tables that the fragments are, those that go on from page to page joined."""
    tables: list[Table] = []
    for fragment in fragments:
        table = _read_fragment(fragment, source_text)
        if tables and _continues(tables[-1], table):
            _join(tables[-1], table)
        else:
            tables.append(table)
    for table in tables:
        _mark_rows(table)
    return tables


def _read_fragment(fragment: TableBlock, source_text: str) -> Table:
    rows = [read_row(line, source_text) for line in fragment.lines]
    captions = [line.text for line in fragment.captions]
    while len(rows) > 1 and _is_caption_row(rows[0]):
        captions.append(rows.pop(0).cells[0].joined)
    count = count_header_rows(rows)
    header, body = rows[:count], [row for row in rows[count:] if not _is_column_numbers(row)]
    words = load_vocabulary("table_headers")["captions"]
    title = next((text for text in reversed(captions) if _is_title(text)), "")
    return Table(
        title=title,
        captions=captions,
        unit=_caption_value(captions, words["unit"]),
        organization=_caption_value(captions, words["organization"]),
        columns=make_columns(header),
        header_rows=list(header),
        rows=body,
        notes=[line.text for line in fragment.notes],
        start=fragment.lines[0].start,
        end=fragment.lines[-1].end,
    )


def _is_caption_row(row: Row) -> bool:
    return len(row.cells) > 2 and bool(row.cells[0].text) and all(not cell.text for cell in row.cells[1:])


def _is_column_numbers(row: Row) -> bool:
    texts = [cell.joined for cell in row.cells if cell.text]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _is_title(text: str) -> bool:
    words = load_vocabulary("table_headers")["captions"]
    if text.startswith((*words["unit"], *words["organization"], "（", "(")):
        return False
    return not _TABLE_NUMBER.fullmatch(text)


def _caption_value(captions: Sequence[str], openings: Sequence[str]) -> str:
    for text in captions:
        for opening in openings:
            position = text.find(opening)
            if position == 0 or position > 0 and text[position - 1] in "（( 　":
                return text[position + len(opening) :].strip("（）() ").split(" ")[0]
    return ""


def _continues(table: Table, fragment: Table) -> bool:
    """Whether `fragment` is the next page of `table`: the same heading again, or none at all and the same width."""
    if fragment.title and fragment.title != table.title:
        return False
    if not fragment.columns:
        widths = {len(row.cells) for row in table.rows[-3:]} or {len(table.columns)}
        return not fragment.captions and any(len(row.cells) in widths for row in fragment.rows[:1])
    return [column.path for column in fragment.columns] == [column.path for column in table.columns]


def _join(table: Table, fragment: Table) -> None:
    known = {tuple(cell.joined for cell in row.cells) for row in table.rows if is_total(row)}
    table.rows += [row for row in fragment.rows if tuple(cell.joined for cell in row.cells) not in known]
    table.notes += fragment.notes
    table.end = fragment.end


def _mark_rows(table: Table) -> None:
    """Say of each row whether it is a total or heads a group of rows."""
    serials = [row.cells[0].joined for row in table.rows]
    arabic = any(serial.isdigit() for serial in serials)
    for row, serial in zip(table.rows, serials, strict=True):
        filled = [cell for cell in row.cells if cell.text]
        if is_total(row):
            row.kind = "total"
        elif (arabic and _CHINESE_SERIAL.match(serial)) or (len(filled) == 1 and len(row.cells) > 2 and filled[0].column < 2):
            row.kind = "section"
