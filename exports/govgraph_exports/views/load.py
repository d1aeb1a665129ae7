"""The load of each bureau: how many tasks it has in which role, as bars that lead to the sentences."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph_exports.views.page import Page, render_reading
from govgraph_exports.views.roles import MARKS
from govgraph_exports.views.told import Told


@dataclass(frozen=True, slots=True)
class LoadPage(Page):
    """The load of so many bureaus and persons."""

    bureaus: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The tasks of a bureau in one role: their names, and the numbers of the words that say so."""

    role: str
    tasks: tuple[str, ...]
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A bureau with its bars by rank of the role; a task in two roles is one of its `tasks`."""

    label: str
    place: str
    tasks: int
    bars: list[Bar]


def draw_load(told: Told) -> LoadPage:
    """The load of everybody of whom it is told. Raises UnknownName where nobody has a part in a task."""
    passages = told.passages()
    held: dict[str, dict[str, dict[str, list[int]]]] = {}
    for fact in told.duties:
        tasks = held.setdefault(fact["subject"]["id"], {}).setdefault(fact["relation"], {})
        tasks.setdefault(fact["object"]["id"], []).append(told.passage(passages, fact))
    told.require(held, "分工", "responsibilities")
    loads = [
        (
            iri,
            Load(
                told.label(iri),
                told.place(iri),
                len({task for tasks in by_role.values() for task in tasks}),
                [
                    Bar(
                        role,
                        tuple(told.label(task) for task in by_role[role]),
                        tuple(dict.fromkeys(at for found in by_role[role].values() for at in found)),
                    )
                    for role in MARKS
                    if role in by_role
                ],
            ),
        )
        for iri, by_role in held.items()
    ]
    loads.sort(key=lambda one: (-one[1].tasks, one[1].label, one[0]))
    heading = f"{told.about} · 任务量"
    html = render_reading(
        "load",
        heading,
        passages.found,
        loads=[load for _, load in loads],
        most=max(sum(len(bar.tasks) for bar in load.bars) for _, load in loads),
        roles=MARKS,
    )
    return LoadPage(html, heading, len(loads))
