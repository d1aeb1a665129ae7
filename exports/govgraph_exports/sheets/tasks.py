"""Tasks with all who have a part in them, the dates and the targets; and as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govgraph_exports.sheets.model import PLACE_COLUMN, Cell, Column, Place, Sheet
from govgraph_exports.views.palette import ROLES
from govgraph_exports.wording import target_line
from govgraph_ontology.schema import get_relation

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

_WEIGHTS = ("leads", "responsible", "cooperates", "oversees", "implements")
"""Which role's sentence tells most about a task, the best first."""
_SEPARATOR = "；"
_Said = tuple[str, str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a body or a person has in a task, by the relation that says so, and where it is said."""

    role: str
    name: str
    district: str
    place: Place


@dataclass(slots=True)
class Task:
    """A task, with its parts, deadlines (ISO 8601) and targets in words, in the order of the text."""

    name: str
    district: str
    document: str
    parts: list[Part] = field(default_factory=list)
    due: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it is said who answers for the task, else who helps; the first place of several."""
        return min(self.parts, key=lambda part: _WEIGHTS.index(part.role)).place


def collect_tasks(graph: KnowledgeGraph) -> list[Task]:
    """The tasks in which somebody has a part, by their places in the sources."""
    network = graph.to_networkx()
    labels = {entity.iri: entity.label for entity in graph.entities("Document")}
    edges: list[_Said] = sorted(
        network.edges(data=True), key=lambda edge: (edge[2]["source"], edge[2]["start"], edge[2]["relation"])
    )
    tasks: dict[str, Task] = {}
    for who, what, said in edges:
        if said["relation"] in ROLES and network.nodes[what]["type"] == "Task":
            task, doer = network.nodes[what], network.nodes[who]
            document = labels.get(said["document"], "")
            place = Place(said["source"], said["line"], said["evidence"], document)
            held = tasks.setdefault(
                what, Task(task["label"], task["place"], document, due=sorted(task.get("dueBy", ())))
            )
            held.parts.append(Part(said["relation"], doer["label"], doer["place"], place))
    for task_iri, indicator, said in edges:
        if said["relation"] == "hasTarget" and task_iri in tasks and not said["qualifiers"].get("achieved"):
            wording = target_line(network.nodes[indicator]["label"], said["qualifiers"])
            if wording not in tasks[task_iri].targets:
                tasks[task_iri].targets.append(wording)
    return list(tasks.values())


def tasks_sheet(tasks: Sequence[Task]) -> Sheet:
    """A row for each task, a column for each role."""
    columns = (
        Column("任务", widest=28),
        Column("地区", widest=16),
        *(Column(get_relation(role).label_zh, widest=22) for role in ROLES),
        Column("完成期限", dates=True),
        Column("目标", widest=32),
        Column("文件", widest=26),
        Column("原文", widest=40),
        PLACE_COLUMN,
    )
    return Sheet("任务", columns, [_row(task) for task in tasks])


def _row(task: Task) -> tuple[Cell, ...]:
    return (
        task.name,
        task.district.rpartition("/")[2],
        *(_names(task, role) for role in ROLES),
        task.due[-1] if len(task.due) == 1 else _SEPARATOR.join(task.due),
        "\n".join(task.targets),
        task.document,
        task.place.sentence,
        task.place,
    )


def _names(task: Task, role: str) -> str:
    return _SEPARATOR.join(dict.fromkeys(part.name for part in task.parts if part.role == role))
