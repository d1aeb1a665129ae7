"""The responsibility matrix: tasks down, bureaus across, each role a mark that leads to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govgraph_exports.views.page import Page, render_reading
from govgraph_exports.views.roles import MARKS
from govgraph_exports.views.told import Fact, Told
from govgraph_ontology.errors import GovgraphError

MOST_CELLS = 200_000
READABLE = (60, 300)
"""Bureaus and tasks that fit a page; beyond them it opens with one document chosen."""

_COLUMN_ORDER = ("Organization", "OrganizationGroup", "Person")


@dataclass(frozen=True, slots=True)
class MatrixPage(Page):
    """The matrix of so many bureaus and tasks."""

    bureaus: int
    tasks: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A role in a cell. `passages`: numbers of the words that say so; `title`: who has which part in what."""

    role: str
    sign: str
    title: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A task with its marks by number of the column."""

    task: str
    marks: Mapping[int, list[Mark]]


def draw_matrix(told: Told) -> MatrixPage:
    """The matrix of what is told.

    Raises UnknownName where nobody has a part, GovgraphError where there are more cells than a page holds.
    """
    cells: dict[tuple[str, str], dict[str, list[Fact]]] = {}
    for fact in told.facts:
        if fact["relation"] in MARKS:
            cell = (fact["object"]["id"], fact["subject"]["id"])
            cells.setdefault(cell, {}).setdefault(fact["relation"], []).append(fact)
    told.require(cells, "分工", "responsibilities")
    tasks = list(dict.fromkeys(task for task, _ in cells))
    columns = _columns(told, (bureau for _, bureau in cells))
    if len(tasks) * len(columns) > MOST_CELLS:
        raise GovgraphError(
            f"{len(columns)} 个单位 × {len(tasks)} 项任务，一页放不下；请给出地区或文件。 "
            f"{len(columns)} bureaus by {len(tasks)} tasks do not fit a page: give a place or a document."
        )
    number = {bureau: at for at, bureau in enumerate(columns)}
    passages = told.passages()
    documents: dict[str, str] = {}
    rows: dict[str, dict[int, list[Mark]]] = {task: {} for task in tasks}
    for (task, bureau), by_role in cells.items():
        rows[task][number[bureau]] = [
            Mark(
                role.name,
                role.sign,
                f"{told.label(bureau)} {role.label}：{told.label(task)}",
                tuple(dict.fromkeys(told.passage(passages, fact) for fact in by_role[role.name])),
            )
            for role in MARKS.values()
            if role.name in by_role
        ]
        first = next(iter(by_role.values()))[0]
        documents.setdefault(task, told.label(first["source"]["document"]))
    groups: dict[str, list[Row]] = {}
    for task in tasks:
        groups.setdefault(documents[task], []).append(Row(told.label(task), rows[task]))
    heading = f"{told.about} · 责任矩阵"
    sizes = {document: len(members) for document, members in groups.items()}
    wide = len(columns) > READABLE[0] or len(tasks) > READABLE[1]
    html = render_reading(
        "matrix",
        heading,
        passages.found,
        bureaus=[(told.label(iri), told.place(iri)) for iri in columns],
        groups=list(groups.items()),
        roles=list(MARKS.values()),
        counts=Counter(role for by_role in cells.values() for role in by_role),
        documents=sorted(sizes.items(), key=lambda item: (-item[1], item[0])),
        chosen=max(sizes, key=lambda title: sizes[title]) if wide and len(sizes) > 1 else None,
    )
    return MatrixPage(html, heading, len(columns), len(tasks))


def _columns(told: Told, bureaus: Iterable[str]) -> list[str]:
    """The IRIs of those who have a part: bodies before persons, those who do the most first."""
    parts = Counter(bureaus)

    def rank(iri: str) -> tuple[int, int, str, str]:
        kind = told.entities[iri].type
        order = _COLUMN_ORDER.index(kind) if kind in _COLUMN_ORDER else len(_COLUMN_ORDER)
        return order, -parts[iri], told.label(iri), iri

    return sorted(parts, key=rank)
