"""By when the tasks of a table are due: its column 完成时限."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.tables.columns import TableColumns
from govgraph_loaders.extract.tables.names import bodies_in
from govgraph_loaders.extract.tables.rows import row_evidence, row_task
from govgraph_loaders.extract.tables.times import read_deadline

_RULE = "schedule.table"


def extract_deadlines(reading: Reading, columns: TableColumns, year: int | None) -> Iterator[Found]:
    """The deadlines of a table of tasks; 全年 and 长期坚持 are none."""
    if columns.key != "task" or not columns.having("time"):
        return
    for index, row in columns.body():
        task = row_task(reading, columns, index)
        for column in columns.having("time"):
            cell = columns.table.carried(index, column)
            due = read_deadline(cell.joined, year) if cell is not None else ""
            if task is None or cell is None or not due:
                continue
            actor = _actor(columns, index)
            evidence = row_evidence(reading, row, cell)
            yield reading.statement("dueBy", task, due, evidence, _RULE, due=due, text=task.name, actor=actor)


def _actor(columns: TableColumns, index: int) -> str:
    """The body that has to do it, where the row names just one."""
    for role in ("lead", "responsible"):
        for column in columns.having(role):
            cell = columns.table.rows[index].cell(column)
            names = bodies_in(cell) if cell is not None else []
            if names:
                return names[0].name if len(names) == 1 else ""
    return ""
