"""The columns of a table by what they hold: headings tell, and cells where a heading says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from govgraph_loaders.extract.tables.units import is_unit
from govgraph_loaders.model import Cell, Column, Row, Table
from govgraph_loaders.structure.table_headings import heading_role
from govgraph_loaders.structure.table_rows import is_number, kind_of

DUTIES = ("lead", "cooperate", "responsible", "implement", "oversee")
"""Roles of columns that say who does what; the names of `responsibility.roles.RELATIONS`."""

_KEYS = ("task", "detail", "indicator", "project", "enterprise", "district", "organization", "name")
_MAY_BE_NUMBERS = frozenset({"serial", "code", "investment", "time", "period", "ignored", "remark"})


@dataclass
class TableColumns:
    """A table with the role of each of its columns.

    The role is that of the heading (`table_columns.toml`); `measure` for columns of numbers, `name` for the
    column of words by which rows are told apart where no heading says so, or empty.
    """

    table: Table
    roles: tuple[str, ...]

    def having(self, *roles: str) -> list[int]:
        """The columns of these roles, from left to right."""
        return [index for index, role in enumerate(self.roles) if role in roles]

    def first(self, *roles: str) -> int | None:
        """The first column of these roles."""
        return next(iter(self.having(*roles)), None)

    @cached_property
    def key(self) -> str:
        """The role of the column that says what a row is about; empty where none does."""
        for roles in (
            ("task", "detail"),
            ("enterprise",),
            ("project",),
            ("indicator",),
            ("district",),
            ("name",),
        ):
            if self.having(*roles):
                return roles[0]
        return ""

    def finest(self, row: int, *roles: str) -> Cell | None:
        """The cell that names row `row` most closely among the columns of these roles.

        Where the left one of two columns is merged over several rows, the right one tells the rows apart.
        """
        columns = self.having(*roles)
        if not columns:
            return None
        for column in reversed(columns[1:]):
            if columns[0] in self.merged or self.same_heading(columns[0], column):
                cell = self.table.rows[row].cell(column)
                if cell is not None and not is_number(cell.joined):
                    return cell
        return self.table.carried(row, columns[0])

    def same_heading(self, column: int, other: int) -> bool:
        """Whether one merged heading spans both columns."""
        return self.table.columns[column].path == self.table.columns[other].path

    @cached_property
    def merged(self) -> frozenset[int]:
        """The columns whose cells span several rows: they have blanks in rows that other cells fill."""
        rows = [row for row in self.table.rows if row.kind == "body"][1:]
        return frozenset(
            column for column in range(len(self.roles)) if any(row.cell(column) is None for row in rows)
        )

    @cached_property
    def is_split(self) -> bool:
        """Whether one indicator is split among bodies: its cell is merged over rows of several of them."""
        key = self.first("indicator", "name")
        bodies = self.having(*DUTIES, "organization")
        return key is not None and any(
            row.cell(key) is None and any(row.cell(column) is not None for column in bodies)
            for _, row in self.body()
        )

    def body(self) -> Iterator[tuple[int, Row]]:
        """The rows that are neither totals nor heads of groups, with their indices."""
        return ((index, row) for index, row in enumerate(self.table.rows) if row.kind == "body")


def read_columns(table: Table) -> TableColumns:
    """The roles of the columns of `table`."""
    roles = [_role(table, column) for column in table.columns]
    for role in ("goal", "content"):
        if not any(key in _KEYS for key in roles) and role in roles:
            roles[roles.index(role)] = "task"
    if _goals_are_tasks(table, roles):
        roles = ["category" if role == "project" else role for role in roles]
        roles[roles.index("goal")] = "task"
    if not any(role in _KEYS for role in roles):
        name = _name_column(table, roles)
        if name is not None:
            roles[name] = "name"
    return TableColumns(table, tuple(roles))


def _goals_are_tasks(table: Table, roles: list[str]) -> bool:
    """Whether what is to be reached is the task of its row, for the 项目 beside it is merged over rows."""
    if not {"project", "goal"} <= set(roles) or "task" in roles or not any(role in DUTIES for role in roles):
        return False
    project, goal = roles.index("project"), roles.index("goal")
    body = [row for row in table.rows if row.kind == "body"]
    return _kind(table, goal) == "text" and any(
        row.cell(project) is None and row.cell(goal) is not None for row in body
    )


def _name_column(table: Table, roles: list[str]) -> int | None:
    """The first column of words whose heading says nothing; one of classes too where nobody has duties."""
    words = [index for index in range(len(roles)) if _kind(table, index) == "text"]
    unknown = [index for index in words if not roles[index]]
    classes = [index for index in words if roles[index] == "category"]
    has_duties = any(role in DUTIES for role in roles)
    return next(iter(unknown if has_duties else sorted(unknown + classes)), None)


def _role(table: Table, column: Column) -> str:
    role = _heading_role(column)
    kind = _kind(table, column.index)
    if kind == "number" and role not in _MAY_BE_NUMBERS:
        return "measure"
    if role == "unit" and not _holds_units(table, column.index):
        return "organization"
    return role


def _heading_role(column: Column) -> str:
    """By the lowest heading; by the whole path, or by those above, where that alone says nothing."""
    if not column.path:
        return ""
    role = heading_role(column.path[-1]) or heading_role(column.name)
    if role:
        return role
    above = [heading_role(part) for part in reversed(column.path[:-1])]
    return next((found for found in above if found in DUTIES), "")


def _kind(table: Table, column: int) -> str:
    """What most cells of the column hold: `number`, `text`, or nothing."""
    cells = [row.cell(column) for row in table.rows]
    kinds = [kind_of(cell.joined) for cell in cells if cell is not None]
    if not kinds:
        return ""
    return "number" if kinds.count("number") * 2 > len(kinds) else "text"


def _holds_units(table: Table, column: int) -> bool:
    """Whether a column headed 单位 holds units of measurement and not names of bodies."""
    cells = [row.cell(column) for row in table.rows]
    texts = [cell.joined for cell in cells if cell is not None]
    return sum(map(is_unit, texts)) * 2 > len(texts)
