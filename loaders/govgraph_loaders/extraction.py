"""The whole of extraction: a pure function of one Source."""

from __future__ import annotations

from govgraph_loaders.extract.reading import Reading, document_reference
from govgraph_loaders.extract.relations import EXTRACTORS
from govgraph_loaders.model import Layout
from govgraph_loaders.source import Source
from govgraph_loaders.statements import DocumentRecord, Equation, Extraction, Rejection, Statement
from govgraph_loaders.structure import read_layout

EXTRACTION_VERSION = "2"
"""Counts up whenever the rules change what they say of the same bytes; stored extractions of another are
redone.
"""


def extract_source(source: Source) -> Extraction:
    """All that `source` says, in the order in which it says it."""
    layout = read_layout(source)
    statements: list[Statement] = []
    equations: list[Equation] = []
    rejections: list[Rejection] = []
    for index in range(len(layout.documents)):
        reading = Reading(layout, index)
        for extract in EXTRACTORS:
            for found in extract(reading):
                if isinstance(found, Statement):
                    statements.append(found)
                elif isinstance(found, Equation):
                    equations.append(found)
                else:
                    rejections.append(found)
    records = tuple(
        DocumentRecord(
            document_reference(document), document.kind, document.jurisdiction, *_source_span(layout, index)
        )
        for index, document in enumerate(layout.documents)
    )
    return Extraction(
        source.name,
        records,
        tuple(sorted(statements, key=_order)),
        tuple(sorted(equations, key=lambda found: (found.evidence.start, found.name, found.other))),
        tuple(
            sorted(
                rejections,
                key=lambda found: (found.evidence.start, found.evidence.end, found.relation, found.rule),
            )
        ),
    )


def _order(statement: Statement) -> tuple[int, int, str, str, str]:
    target = statement.object if isinstance(statement.object, str) else statement.object.name
    return (
        statement.evidence.start,
        statement.evidence.end,
        statement.relation,
        statement.subject.name,
        target,
    )


def _source_span(layout: Layout, index: int) -> tuple[int, int]:
    """From the title of a document to that of the next, in the source."""
    starts = [document.title_mark.start if document.title_mark else 0 for document in layout.documents]
    return starts[index], [*starts, len(layout.source.text)][index + 1]
