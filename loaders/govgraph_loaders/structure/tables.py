"""Tables in plain text: rows of cells between tabs or pipes, with captions above and notes below.

A table that goes on over the page under a repeated header is one Table; its total row, printed on every page,
is kept once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from govgraph_loaders.model import Cell, Row, Table
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.numbering import match_marker
from govgraph_loaders.structure.table_header import count_header_rows, make_columns
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import (
    is_column_numbers,
    is_number,
    is_serial,
    is_total,
    read_row,
    realign,
)
from govgraph_loaders.structure.table_spans import spread_headings
from govgraph_ontology.vocabulary import load_vocabulary

_CHINESE_SERIAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}(?:[)）、．.]|$)")
_TABLE_NUMBER = re.compile(
    r"(?:[附续]?表|专栏|附件)(?:\d{1,3}|[一二三四五六七八九十]{1,3}(?!般))?(?:[-—－]\d{1,2})?[：:]?"
)
_CONTINUED = re.compile(r"[（(](?:续|续表|接上表)[)）]$")
_PAGE_NUMBER = re.compile(r"[-—–\s]{0,4}\d{1,4}[-—–\s]{0,4}|[-:|\s]+")
_MAX_RUNNING_HEADER = 20


@dataclass
class TableBlock:
    """Consecutive rows as they stand, with the lines around them that belong to them."""

    lines: list[Line]
    captions: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def read_tables(fragments: Sequence[TableBlock], source_text: str) -> list[Table]:
    """The tables that the fragments are, those that go on from page to page joined."""
    tables: list[Table] = []
    waiting: list[str] = []
    totals: set[tuple[str, ...]] = set()
    for block in fragments:
        headed = bool(tables) and not tables[-1].rows
        for table in _read_block(block, source_text, waiting, headed=headed):
            if not table.rows and not table.columns:
                waiting = table.captions
                continue
            waiting = []
            if tables and _continues(tables[-1], table, source_text):
                _join(tables[-1], table, totals, source_text)
            else:
                tables.append(table)
                totals = set()
            totals |= {_texts(row) for row in table.rows if is_total(row)}
    for table in tables:
        merged = [column.index for column in table.columns if column.index and _spans(table, column.index)]
        realign(table.rows, merged)
        _mark_rows(table)
    return tables


def _spans(table: Table, column: int) -> bool:
    return bool(table.columns[column].path) and table.columns[column].path == table.columns[column - 1].path


def _read_block(block: TableBlock, source_text: str, waiting: list[str], *, headed: bool) -> list[Table]:
    """The tables of consecutive rows: a title row or another heading within them begins another table.

    `waiting`: captions of a row of blanks above, with which some converters to Markdown begin a table.
    `headed`: the block above is a header alone, and the rule below it parts it from these rows.
    """
    rows = [read_row(line, source_text) for line in block.lines]
    starts = [0]
    for index in range(1, len(rows)):
        if _begins_table(rows, starts[-1], index):
            starts.append(index)
    tables = []
    for first, last in zip(starts, [*starts[1:], len(rows)], strict=True):
        captions = waiting + [line.text for line in block.captions] if first == 0 else []
        notes = [line.text for line in block.notes] if last == len(rows) else []
        tables.append(_read_fragment(rows[first:last], captions, notes, headed=headed and first == 0))
    return tables


def _begins_table(rows: Sequence[Row], start: int, index: int) -> bool:
    """Whether row `index` is title or heading of another table than the one that begins at `start`."""
    title = bool(_caption_of(rows[index]))
    if not title and not _is_heading(rows[index]):
        return False
    if title:
        following = next((row for row in rows[index + 1 :] if not _caption_of(row)), None)
        if following is None or not _is_heading(following):
            return False
    above = [row for row in rows[start:index] if not _caption_of(row)]
    return len(above) > count_header_rows([*above, rows[index]])


def _is_heading(row: Row) -> bool:
    """Whether most cells of a row are headings that are known."""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts or is_serial(texts[0]) or any(map(is_number, texts)):
        return False
    known = sum(bool(heading_role(text)) for text in texts)
    return known > 1 and known * 2 >= len(texts)


def _caption_of(row: Row) -> str:
    """What a row says of the whole table, its title or its unit; empty where it is a row like others."""
    words = load_vocabulary("table_headers")["captions"]
    texts = [cell.joined for cell in row.cells if cell.text]
    for text in texts:
        if text.startswith((*words["unit"], *words["organization"])):
            return " ".join(texts)
    if len(texts) != 1 or not row.cells[0].text or match_marker(texts[0]):
        return ""
    named = texts[0].endswith(tuple(words["title_endings"])) or _TABLE_NUMBER.match(texts[0])
    return texts[0] if named else ""


def _read_fragment(rows: Sequence[Row], captions: list[str], notes: list[str], *, headed: bool) -> Table:
    first, last = rows[0], rows[-1]
    rows = list(rows)
    while len(rows) > 1 and (_caption_of(rows[0]) or (_stands_alone(rows[0]) and not _heads_group(rows))):
        captions.append(_caption_of(rows[0]) or rows[0].cells[0].joined)
        del rows[0]
    rows = [row for row in rows if any(cell.text for cell in row.cells)]
    spread_headings(rows)
    rows = _join_wrapped(rows)
    opening = tuple(load_vocabulary("table_headers")["notes"])
    while len(rows) > 1 and _stands_alone(rows[-1]) and rows[-1].cells[0].text.startswith(opening):
        notes.insert(0, rows.pop().cells[0].text)
    count = 0 if headed and not captions and not _is_heading(rows[0]) else count_header_rows(rows)
    header, body = rows[:count], [row for row in rows[count:] if not is_column_numbers(row)]
    said = _caption_values(captions)
    return Table(
        title=next((_bare_title(text) for text in reversed(captions) if _is_title(text)), ""),
        captions=captions,
        unit=said.get("unit", ""),
        organization=said.get("organization", ""),
        columns=make_columns(header, body),
        header_rows=header,
        rows=body,
        notes=notes,
        start=first.start,
        end=last.end,
    )


def _heads_group(rows: Sequence[Row]) -> bool:
    """Whether the first row heads those below it and not the table: 一、能源, above rows and no heading."""
    return match_marker(rows[0].cells[0].joined) is not None and not any(map(_is_heading, rows[1:3]))


def _stands_alone(row: Row) -> bool:
    return len(row.cells) > 2 and bool(row.cells[0].text) and all(not cell.text for cell in row.cells[1:])


def _join_wrapped(rows: list[Row]) -> list[Row]:
    """Put together rows that a line end cut within a cell: their cells make one row of the table's width."""
    width = max((len(row.cells) for row in rows), default=0)
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and len(above.cells) < width and len(above.cells) + len(row.cells) == width + 1:
            cut, rest = above.cells.pop(), row.cells[0]
            cells = [Cell(f"{cut.text} {rest.text}".strip(), cut.start, rest.end, cut.column), *row.cells[1:]]
            for cell in cells:
                cell.column = len(above.cells)
                above.cells.append(cell)
            above.end = row.end
        else:
            joined.append(row)
    return joined


def _is_title(text: str) -> bool:
    words = load_vocabulary("table_headers")["captions"]
    if text.startswith((*words["unit"], *words["organization"], "（", "(")):
        return False
    return not _TABLE_NUMBER.fullmatch(text)


def _bare_title(text: str) -> str:
    """The title without its number, and without the word that says that it goes on from the page before."""
    text = _CONTINUED.sub("", text)
    match = _TABLE_NUMBER.match(text)
    return text[match.end() :].strip() or text if match else text


def _caption_values(captions: Sequence[str]) -> dict[str, str]:
    """What the captions say behind 单位： (`unit`) and 单位名称： (`organization`), in one line or two."""
    words = load_vocabulary("table_headers")["captions"]
    kinds = {opening: kind for kind in ("unit", "organization") for opening in words[kind]}
    found: dict[str, str] = {}
    for text in captions:
        openings = list(_opening_pattern().finditer(text))
        if not openings or (openings[0].start() and text[openings[0].start() - 1] not in "（( 　"):
            continue
        for opening, following in zip(openings, [*openings[1:], None], strict=True):
            value = text[opening.end() : following.start() if following else len(text)]
            found.setdefault(kinds[opening.group()], value.strip("（）()[] ").split(" ")[0])
    return found


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = load_vocabulary("table_headers")["captions"]
    openings = sorted({*words["unit"], *words["organization"]}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, openings)))


def _continues(table: Table, fragment: Table, source_text: str) -> bool:
    """Whether `fragment` is the next page of `table`: the same heading again, or none and the same width."""
    if fragment.title and fragment.title != table.title:
        return False
    if _text_between(table, fragment, source_text):
        return False
    if not fragment.columns:
        widths = {len(row.cells) for row in table.rows[-3:]} or {len(table.columns)}
        return not fragment.captions and any(len(row.cells) in widths for row in fragment.rows[:1])
    return [column.path for column in fragment.columns] == [column.path for column in table.columns]


def _text_between(table: Table, fragment: Table, source_text: str) -> bool:
    """Whether text that belongs to neither stands between: more than a page number or a running header."""
    lines = _lines_between(table, fragment, source_text)
    heads = bool(_group_heads(table, fragment, source_text))
    return any(
        len(text) > _MAX_RUNNING_HEADER or text[-1] in "。；：" or (match_marker(text) and not heads)
        for text, _ in lines
    )


def _lines_between(table: Table, fragment: Table, source_text: str) -> list[tuple[str, int]]:
    """The lines between the two that are neither caption nor note nor page number, with their offsets."""
    known = {caption.replace(" ", "") for caption in fragment.captions} | set(table.notes)
    found = []
    position = table.end
    for line in source_text[table.end : fragment.start].splitlines(keepends=True):
        text = line.strip()
        if text and not _PAGE_NUMBER.fullmatch(text) and text.replace(" ", "") not in known:
            found.append((text, position + line.index(text)))
        position += len(line)
    return found


def _group_heads(table: Table, fragment: Table, source_text: str) -> list[Row]:
    """Lines that head a group of rows and have no cells: 一、市教育局, right between rows of one table."""
    lines = _lines_between(table, fragment, source_text)
    if (
        fragment.columns
        or not table.columns
        or len(lines) != 1
        or "\n\n" in _blank_lines(table, fragment, source_text)
    ):
        return []
    text, start = lines[0]
    if not match_marker(text) or len(text) > _MAX_RUNNING_HEADER:
        return []
    return [Row([Cell(text, start, start + len(text), 0)], start, start + len(text), "section")]


def _blank_lines(table: Table, fragment: Table, source_text: str) -> str:
    return source_text[table.end : fragment.start].replace("\r", "").replace(" ", "").replace("\t", "")


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.joined for cell in row.cells)


def _join(table: Table, fragment: Table, totals: set[tuple[str, ...]], source_text: str) -> None:
    """Put a page to its table; `totals`: the rows of sums that the pages before it have printed."""
    table.rows += _group_heads(table, fragment, source_text)
    table.rows += [row for row in fragment.rows if _texts(row) not in totals]
    table.notes += fragment.notes
    table.end = fragment.end


def _mark_rows(table: Table) -> None:
    """Say of each row whether it is a total or heads a group of rows."""
    serials = [row.cells[0].joined for row in table.rows]
    arabic = any(serial.isdigit() for serial in serials)
    for row, serial in zip(table.rows, serials, strict=True):
        filled = [cell.column for cell in row.cells if cell.text]
        alone = len(filled) == 1 and len(row.cells) > 2 and filled[0] < 2
        if row.kind == "section":
            continue
        if is_total(row):
            row.kind = "total"
        elif alone or (arabic and _CHINESE_SERIAL.match(serial)):
            row.kind = "section"
