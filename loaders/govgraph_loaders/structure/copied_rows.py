"""Rows of tables whose cells a copy parted by line ends, by spaces or by pipes between them alone.

A web page copied as text often has one cell a line; a fixed-width listing has spaces. Both are read only
where a heading of known columns stands above and the rows below it agree with it: a list of short lines is
no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from govgraph_loaders.cleanview import clean_text
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import is_number
from govgraph_ontology.vocabulary import load_vocabulary

_GAPS = re.compile(r"[ \u00a0\u3000]+")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|末|底)?[\u4e00-\u9fff]{0,4}(?:（[^（）]{1,6}）)?")
_MEASURED = re.compile(r"（[^（）\d]{1,8}）$")
_NUMBER = re.compile(
    r"[-—]|[<>≤≥＜＞约]?[\[〔（(]?-?\d[\d,.]*[%‰]?[\]〕）)]?[\u4e00-\u9fff]{0,4}(?:以[上下内])?"
)
_CODE = re.compile(r"[1-5]\d{2}(?:\d{2}){0,2}")
_RULE = re.compile(r":?-{2,}:?(?:[ ]?\|[ ]?:?-{2,}:?)+")
_GROUP = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]")
_KEYS = frozenset({"indicator", "task", "project", "enterprise", "district", "name"})
_STOPS = "。；，"
_LONGEST_HEADING = 14
_LONGEST_CELL, _LONGEST_TASK = 40, 300
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 10
_FEWEST_ROWS = 3
_MOST_LINES = 3000


def gather_rows(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines with those put together, or marked as rows, that are cells of one row."""
    gathered: list[Line] = []
    index = 0
    while index < len(lines):
        rows, following = _table_at(lines, index, text)
        if rows:
            gathered += rows
            index = following
        else:
            gathered.append(lines[index])
            index += 1
    return gathered


def _table_at(lines: Sequence[Line], index: int, text: str) -> tuple[list[Line], int]:
    """The rows of the copied table that begins at a line, and the index after it; none where none does."""
    line = lines[index]
    if line.kind != "text" or not line.text or line.text[-1] in _STOPS:
        return [], index
    if "|" in line.text:
        return _piped(lines, index, text)
    if " " in text[line.start : line.end] or "\u3000" in text[line.start : line.end]:
        cells = _GAPS.split(clean_text(text[line.start : line.end], keep_spaces=True))
        if len(cells) >= _FEWEST_COLUMNS and _is_header(cells):
            return _spaced(lines, index, text, len(cells))
    if len(line.text) <= _LONGEST_HEADING and _role(line.text):
        return _flattened(lines, index, text)
    return [], index


def _piped(lines: Sequence[Line], index: int, text: str) -> tuple[list[Line], int]:
    """Rows of Markdown without pipes at their edges: known by the rule below the first one."""
    raw = [text[line.start : line.end] for line in lines[index : index + 2]]
    pipes = raw[0].count("|")
    if len(raw) < _FEWEST_COLUMNS - 1 or pipes < _FEWEST_COLUMNS - 1 or not _RULE.fullmatch(raw[1].strip()):
        return [], index
    rows = [Line(lines[index].start, lines[index].end, lines[index].text, "row")]
    following = index + 2
    for line in lines[following:]:
        if line.kind not in {"text", "row"} or text.count("|", line.start, line.end) != pipes:
            break
        rows.append(Line(line.start, line.end, line.text, "row"))
        following += 1
    return (rows, following) if len(rows) > 1 else ([], index)


@lru_cache(maxsize=4096)
def _role(text: str) -> str:
    """The role of a heading; `year` for a column of one, `measure` for one that names a unit."""
    if _YEAR.fullmatch(text):
        return "year"
    return heading_role(text) or ("measure" if _MEASURED.search(text) else "")


def _is_header(texts: Sequence[str]) -> bool:
    """Whether most of the texts head columns, one of them the column that tells rows apart."""
    if len(texts) > _MOST_COLUMNS or any(len(text) > _LONGEST_HEADING or is_number(text) for text in texts):
        return False
    roles = [_role(text) for text in texts]
    return bool(_KEYS & set(roles)) and bool(roles[0]) and sum(map(bool, roles)) * 2 > len(roles)


def _spaced(lines: Sequence[Line], index: int, text: str, width: int) -> tuple[list[Line], int]:
    """Lines of as many cells as the header, most of them numbers."""
    rows: list[Line] = []
    for line in lines[index:]:
        cells = _GAPS.split(text[line.start : line.end].strip())
        if line.kind != "text" or len(cells) != width:
            break
        if rows and sum(map(is_number, cells)) * 2 < width - 1:
            break
        rows.append(Line(line.start, line.end, line.text, "row"))
    return (rows, index + len(rows)) if len(rows) > _FEWEST_ROWS - 1 else ([], index)


def _flattened(lines: Sequence[Line], index: int, text: str) -> tuple[list[Line], int]:
    """One cell a line: a header, then rows of as many cells."""
    longest = _LONGEST_TASK if _role(lines[index].text) == "serial" else _LONGEST_CELL
    cells = _cells_from(lines, index, longest)
    known = 0
    while known < min(len(cells), _MOST_COLUMNS) and len(cells[known].text) <= _LONGEST_HEADING:
        if is_number(cells[known].text) or not (_role(cells[known].text) or known):
            break
        known += 1
    if [_role(cell.text) for cell in cells[:2]] == ["code", "account"] and known >= _FEWEST_COLUMNS:
        rows = _rows_of_codes(cells[known:])
        return _put_together(lines, index, [cells[:_FEWEST_COLUMNS], *rows], text) if rows else ([], index)
    for width in range(known, _FEWEST_COLUMNS - 1, -1):
        header, body = cells[:width], cells[width:]
        if not _role(header[-1].text) or not _is_header([cell.text for cell in header]):
            continue
        rows = _rows(header, body)
        if rows:
            return _put_together(lines, index, [header, *rows], text)
    return [], index


def _put_together(
    lines: Sequence[Line], index: int, rows: Sequence[Sequence[Line]], text: str
) -> tuple[list[Line], int]:
    """One line for each row, the lines between rows, and the index after the last row.

    Between rows of indicators stand heads of groups and between those of a budget more amounts, which say
    nothing; between rows of tasks, sentences.
    """
    heads = _role(rows[0][-1].text) == "nature" or _role(rows[0][0].text) == "code"
    gathered: list[Line] = []
    starts = {row[0].start: row for row in rows}
    end = -1
    while rows[-1][-1].start >= lines[index].start:
        line = lines[index]
        row = starts.get(line.start)
        if row is not None and line.kind != "blank":
            gathered.append(_merged(row, text))
            end = row[-1].start
        elif line.start > end and line.kind != "blank" and not heads:
            gathered.append(line)
        index += 1
        if index == len(lines):
            break
    return gathered, index


def _cells_from(lines: Sequence[Line], index: int, longest: int) -> list[Line]:
    """The lines from `index` on that may be cells, blank ones left out.

    A number alone in its line was taken for that of a page.
    """
    cells: list[Line] = []
    for line in lines[index : index + _MOST_LINES]:
        if line.kind == "blank":
            continue
        numbered = line.kind == "furniture" and is_number(line.text)
        too_long = len(line.text) > longest or (longest == _LONGEST_CELL and line.text[-1:] in _STOPS)
        if not numbered and (line.kind != "text" or too_long):
            break
        cells.append(line)
    return cells


def _rows(header: Sequence[Line], body: Sequence[Line]) -> list[Sequence[Line]]:
    """The rows of the body: those that end with what only the last column says, else those of one shape."""
    width = len(header)
    if _role(header[-1].text) == "nature":
        return _rows_to_nature(body, width)
    if _role(header[0].text) == "serial":
        return _rows_from_serial(body, width)
    rows: list[Sequence[Line]] = []
    shape: list[bool] = []
    for at in range(0, len(body) - width + 1, width):
        row = body[at : at + width]
        kinds = _kinds(row)
        if rows and kinds != shape:
            break
        rows.append(row)
        shape = kinds
    told = any(shape) and not all(shape) and not shape[_key_column(header)]
    return rows if len(rows) >= _FEWEST_ROWS and told else []


def _key_column(header: Sequence[Line]) -> int:
    return next(column for column, cell in enumerate(header) if _role(cell.text) in _KEYS)


def _rows_to_nature(body: Sequence[Line], width: int) -> list[Sequence[Line]]:
    natures = load_vocabulary("table_targets")["natures"]
    rows: list[Sequence[Line]] = []
    first = 0
    for at, cell in enumerate(body):
        if cell.text in natures:
            row = list(body[first : at + 1])
            while len(row) > width and _GROUP.match(row[0].text):
                del row[0]
            if len(row) == width:
                rows.append(row)
            first = at + 1
    return rows if len(rows) >= _FEWEST_ROWS else []


def _rows_of_codes(body: Sequence[Line]) -> list[Sequence[Line]]:
    """Code, name and first amount of each line of a budget.

    How many amounts follow differs from line to line, for blanks are lost.
    """
    rows = [
        body[at : at + _FEWEST_COLUMNS]
        for at in range(len(body) - _FEWEST_COLUMNS + 1)
        if _CODE.fullmatch(body[at].text)
        and not is_number(body[at + 1].text)
        and is_number(body[at + 2].text)
    ]
    return rows if len(rows) >= _FEWEST_ROWS else []


def _rows_from_serial(body: Sequence[Line], width: int) -> list[Sequence[Line]]:
    """The rows that begin with 1, 2, 3 …; one that has not as many cells as the header is left as it is."""
    rows: list[Sequence[Line]] = []
    at, serial = 0, 1
    while at < len(body) and _numbers(body[at], serial):
        following = at + width
        last = following >= len(body) or not any(_numbers(cell, serial + 1) for cell in body[at + 1 :])
        if last or _numbers(body[following], serial + 1):
            rows.append(body[at:following])
        else:
            following = next(i for i in range(at + 1, len(body)) if _numbers(body[i], serial + 1))
        at, serial = following, serial + 1
    if rows and (len(rows[-1]) < width or _kinds(rows[-1]) != _kinds(rows[0])):
        del rows[-1]  # nothing tells where the last one ends but its likeness
    return rows if len(rows) >= _FEWEST_ROWS - 1 and len(rows) * 5 >= (serial - 1) * 4 - 5 else []


def _numbers(cell: Line, serial: int) -> bool:
    return cell.text.rstrip("、.．") == f"{serial}"


def _kinds(row: Sequence[Line]) -> list[bool]:
    return [bool(_NUMBER.fullmatch(cell.text)) for cell in row]


def _merged(row: Sequence[Line], text: str) -> Line:
    first, last = row[0], row[-1]
    return Line(first.start, last.end, " ".join(cell.text for cell in row), "row")
