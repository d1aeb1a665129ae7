"""Budget lines: what a body's budget allots to each heading of the national classification of expenditure.

A line has a code (`[20103]…`, or in a column of its own) and a name. A heading with a longer code is part of
the one whose code begins it: parts that do not add up to their sum are reported, never mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.quantities import read_quantity
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.names import unwrapped
from govgraph_loaders.extract.tables.times import read_time
from govgraph_loaders.model import Row, Table
from govgraph_loaders.statements import Evidence, Reference, Rejection
from govgraph_loaders.structure.table_rows import is_number
from govgraph_ontology.vocabulary import load_vocabulary

_RULE = "budget.table"
_SUM_RULE = "budget.sum"
_CODE = re.compile(r"[1-5]\d{2}(?:\d{2}){0,2}")
_CODED_NAME = re.compile(
    r"[\[［【〔（(]?(?P<code>[1-5]\d{2}(?:\d{2}){0,2})[\]］】〕）)]?[-—：:\s]{0,3}(?P<name>[\u4e00-\u9fff“（].*)"
)
_YEAR = re.compile(r"^(?:19|20)\d\d年度?")
_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed row of a budget table."""

    code: str
    name: str
    amount: int | float
    unit: str
    evidence: Evidence


def extract_budget_lines(reading: Reading, columns: TableColumns, year: int | None) -> Iterator[Found]:
    """The budget lines of a table, and the sums among them that do not hold."""
    table = columns.table
    amount = _amount_column(columns, year)
    if amount is None or not _is_budget(reading, columns):
        return
    codes = _Codes(columns)
    rows = [(row, codes.read(row)) for row in table.rows]
    lines = [
        line
        for row, code in rows
        if row.kind != "total"
        for line in [_line(reading, columns, row, code, amount)]
        if line
    ]
    if not lines:
        return
    body = _body(reading, table)
    if body is None:
        reason = "预算表没有单位名称 (a budget table that names no body)"
        yield Rejection("allocates", reason, lines[0].evidence, _RULE)
        return
    yield from _statements(reading, table, year, body, lines)
    yield from _wrong_sums(lines)
    yield from _wrong_total(reading, table, amount, lines)


def _is_budget(reading: Reading, columns: TableColumns) -> bool:
    if columns.having("code", "account"):
        return True
    said = reading.document.title + columns.table.title
    return any(word in said for word in load_vocabulary("budgets")["titles"])


class _Codes:
    """The codes of rows, read from the top down: 208, then 05 under it, then 01 under both."""

    def __init__(self, columns: TableColumns) -> None:
        self._columns = columns.having("code")
        self._parts = [""] * len(self._columns)

    def read(self, row: Row) -> str:
        """The code of `row`; empty where it has none."""
        own = [cell.joined if (cell := row.cell(column)) is not None else "" for column in self._columns]
        if not any(own):
            return ""
        for code in ("".join(own), next(part for part in reversed(own) if part)):
            if _CODE.fullmatch(code):
                self._parts = own
                return code
        first = next(level for level, part in enumerate(own) if part)
        self._parts = [*self._parts[:first], *own[first:]]
        code = "".join(self._parts)
        return code if _CODE.fullmatch(code) else ""


def _line(reading: Reading, columns: TableColumns, row: Row, code: str, amount: int) -> _Line | None:
    code, name = _code_and_name(columns, row, code)
    cell = row.cell(amount)
    quantity = read_quantity(cell.joined) if cell is not None else None
    if not code or not name or cell is None or quantity is None:
        return None
    first = next(found for found in row.cells if found.text)
    unit = quantity.unit or columns.table.unit
    return _Line(code, name, quantity.value, unit, reading.source_evidence(first.start, cell.end))


def _code_and_name(columns: TableColumns, row: Row, code: str) -> tuple[str, str]:
    """Of a column of codes and one of names; of three columns 类, 款, 项; or of one cell that has both."""
    if code:
        following = range(columns.having("code")[-1] + 1, len(row.cells))
        names = [row.cell(column) for column in (*columns.having("account"), *following)]
        named = next((cell for cell in names if cell is not None and not is_number(cell.joined)), None)
        return (code, unwrapped(named.text)[0]) if named is not None else ("", "")
    match = next(
        (found for cell in row.cells[:2] for found in [_CODED_NAME.fullmatch(cell.text)] if found), None
    )
    return (match["code"], unwrapped(match["name"].strip())[0]) if match else ("", "")


def _amount_column(columns: TableColumns, year: int | None) -> int | None:
    """The column of the row's amount: 小计 or 合计 of the year, else the first of numbers."""
    words = load_vocabulary("budgets")
    candidates: dict[int, str] = {}
    for column in columns.having("measure"):
        heading = columns.table.columns[column]
        time = read_time(heading.path[-1] if heading.path else "", None)
        past = time is not None and year is not None and time.year < year
        if not past and not any(word in heading.name for word in words["not_amounts"]):
            candidates[column] = time.rest if time is not None else "".join(heading.path[-1:])
    for word in words["amounts"]:
        found = next((column for column, said in candidates.items() if said == word), None)
        if found is not None:
            return found
    return next(iter(candidates), None)


def _body(reading: Reading, table: Table) -> Reference | None:
    """Whose budget it is: the body named above the table, in the title of the document, or its issuer."""
    if table.organization:
        return reading.organization(table.organization.replace(" ", ""))
    title = _YEAR.sub("", reading.document.title)
    named = find_organizations(title, 0, len(title))
    if named:
        return reading.organization(named[0].name)
    issuers = reading.document.issuers
    return reading.organization(issuers[0].text) if issuers else None


def _statements(
    reading: Reading, table: Table, year: int | None, body: Reference, lines: Sequence[_Line]
) -> Iterator[Found]:
    for line in lines:
        heading = Reference("BudgetLine", line.name, key=line.code)
        yield reading.statement(
            "allocates",
            body,
            heading,
            line.evidence,
            _RULE,
            code=line.code,
            amount=line.amount,
            unit=line.unit,
            year=year,
            table=table.title,
        )


def _wrong_sums(lines: Sequence[_Line]) -> Iterator[Found]:
    """Headings whose parts do not add up to them."""
    parts = _parts(lines)
    for line in lines:
        if not _add_up(parts[line.code], line.amount):
            total = sum(part.amount for part in parts[line.code])
            yield Rejection("allocates", _mismatch(line.code, line.amount, total), line.evidence, _SUM_RULE)


def _wrong_total(reading: Reading, table: Table, amount: int, lines: Sequence[_Line]) -> Iterator[Found]:
    """A total row that the headings above all others do not add up to."""
    highest = _parts(lines)[""]
    words = load_vocabulary("budgets")["totals"]
    for row in table.rows:
        cell = row.cell(amount)
        quantity = read_quantity(cell.joined) if cell is not None else None
        if cell is None or quantity is None or not any(named.joined in words for named in row.cells[:2]):
            continue
        if not _add_up(highest, quantity.value):
            total = sum(line.amount for line in highest)
            evidence = reading.source_evidence(row.cells[0].start, cell.end)
            yield Rejection("allocates", _mismatch("合计", quantity.value, total), evidence, _SUM_RULE)


def _parts(lines: Sequence[_Line]) -> dict[str, list[_Line]]:
    """The lines by the code of the nearest printed heading of which they are part; empty for the highest."""
    codes = {line.code for line in lines}
    parts: dict[str, list[_Line]] = {code: [] for code in ("", *(line.code for line in lines))}
    for line in lines:
        above = (line.code[:length] for length in range(len(line.code) - 1, 0, -1))
        parts[next((code for code in above if code in codes), "")].append(line)
    return parts


def _add_up(parts: Sequence[_Line], whole: float) -> bool:
    """Whether the parts add up to the whole, as far as amounts rounded to the last digit printed can."""
    if not parts:
        return True
    digits = max(len(str(amount).partition(".")[2]) for amount in (whole, *(part.amount for part in parts)))
    rounding = 0.5 * 10.0**-digits * (len(parts) + 1)
    return abs(sum(part.amount for part in parts) - whole) <= rounding + _EXACT


def _mismatch(code: str, printed: float, total: float) -> str:
    said = f"{code} 印作 {printed:.2f}，各分项之和为 {total:.2f}"
    return f"{said} (printed {printed:.2f}, the parts add up to {total:.2f})"
