"""The responsibility matrix: tasks down, bodies across, a mark for each part that leads to its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govgraph_exports.sheets.model import Cell, Column, Mark, Sheet
from govgraph_exports.sheets.tasks import Part, Task
from govgraph_exports.views.palette import ROLES
from govgraph_exports.views.roles import MARKS

_MOST_BODIES = 16_000
"""Excel has 16,384 columns."""

_Body = tuple[str, str]


def matrix_sheet(tasks: Sequence[Task]) -> Sheet:
    """A row for each task, a column for each body: those of one district side by side, the busiest first."""
    counts = Counter((part.district, part.name) for task in tasks for part in task.parts)
    bodies = sorted(counts, key=lambda body: (body[0], -counts[body], body[1]))
    shown, left = bodies[:_MOST_BODIES], bodies[_MOST_BODIES:]
    legend = "　".join(f"{role.sign} {role.label}" for role in MARKS.values())
    more = f"　另有 {len(left)} 个单位因工作表列数所限未列" if left else ""
    columns = (
        Column("任务", widest=32),
        Column("文件", widest=26),
        *(Column(name, narrow=True) for _, name in shown),
    )
    rows = [(task.name, task.document, *_marks(task, shown)) for task in tasks]
    return Sheet("责任矩阵", columns, rows, note=f"{legend}　（点符号看原文）{more}")


def _marks(task: Task, bodies: Sequence[_Body]) -> list[Cell]:
    parts: dict[_Body, list[Part]] = {}
    for part in task.parts:
        parts.setdefault((part.district, part.name), []).append(part)
    return [_mark(parts[body]) if body in parts else None for body in bodies]


def _mark(parts: Sequence[Part]) -> Mark:
    """The marks of all roles that a body has in a task; the link leads to where the first is said."""
    held = sorted(parts, key=lambda part: ROLES.index(part.role))
    return Mark("".join(dict.fromkeys(MARKS[part.role].sign for part in held)), held[0].place)
