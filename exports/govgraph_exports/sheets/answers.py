"""Answers to questions as sheets: targets, projects, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.wording import cell_words
from govgraph_exports.sheets.model import PLACE_COLUMN, Cell, Column, Place, Sheet

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph
    from govgraph.result import Result

_DATES = frozenset({"due", "since", "until"})
_WIDE = {"document": 26, "sentence": 40}
_PLACE = ("source", "line")


def targets_sheet(graph: KnowledgeGraph) -> Sheet:
    """Targets and results, by what is counted and when it is due."""
    return _sheet("目标", graph.ask("targets"), order=("place", "subject", "indicator", "due"))


def projects_sheet(graph: KnowledgeGraph) -> Sheet:
    """Projects with their stage and investment."""
    return _sheet("项目", graph.ask("projects"), order=("place", "project"))


def people_sheet(graph: KnowledgeGraph) -> Sheet:
    """Who held which post from when to when, and who answers for what."""
    return _sheet("人员", graph.ask("people"), order=("place", "person", "since"))


def _sheet(name: str, answer: Result, order: tuple[str, ...]) -> Sheet:
    """The rows of the answer without empty columns, the place of the sentence as one link in the last."""
    shown = [key for key in answer.columns if key not in _PLACE and any(row[key] for row in answer)]
    headings = dict(zip(answer.columns, answer.headings, strict=True))
    columns = [Column(headings[key], key in _DATES, _WIDE.get(key, 24)) for key in shown]
    rows = sorted(answer, key=lambda row: tuple(str(row[key] or "") for key in order))
    return Sheet(
        name,
        [*columns, PLACE_COLUMN],
        [(*(_shown(key, row[key]) for key in shown), _place(row)) for row in rows],
    )


def _place(row: dict[str, str | int | float | bool | None]) -> Place:
    sentence, document = str(row["sentence"]), str(row["document"])
    return Place(str(row["source"]), int(row["line"] or 0), sentence, document)


def _shown(key: str, cell: str | int | float | bool | None) -> Cell:
    """Codes in words; numbers and truth values stay such."""
    return cell_words(key, cell) if isinstance(cell, str) else cell
