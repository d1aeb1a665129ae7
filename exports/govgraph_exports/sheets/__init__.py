"""The graph as a book of Excel: tasks, who does what, targets, projects, people, words of the sources.

Every row has a link to its sentence on the sheet of sources.
"""

from __future__ import annotations

from pathlib import Path

from govgraph import KnowledgeGraph
from govgraph_exports.sheets.answers import people_sheet, projects_sheet, targets_sheet
from govgraph_exports.sheets.book import write_book
from govgraph_exports.sheets.matrix import matrix_sheet
from govgraph_exports.sheets.tasks import collect_tasks, tasks_sheet


def write_sheets(graph: KnowledgeGraph, path: Path) -> int:
    """Write the book; the number of rows below headings, those of the sources left out.

    Raises MissingExtra without xlsxwriter and GovgraphError for more rows than a sheet has.
    """
    tasks = collect_tasks(graph)
    sheets = (
        tasks_sheet(tasks),
        matrix_sheet(tasks),
        targets_sheet(graph),
        projects_sheet(graph),
        people_sheet(graph),
    )
    write_book(path, "govgraph", sheets)
    return sum(len(sheet.rows) for sheet in sheets)
