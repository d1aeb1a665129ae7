"""The whole of extraction: a pure function of one Source."""

from __future__ import annotations

from dataclasses import replace

from govgraph_loaders.damage.marking import Marker, damage_of, unread
from govgraph_loaders.extract.reading import Reading, document_reference
from govgraph_loaders.extract.relations import EXTRACTORS
from govgraph_loaders.model import Layout
from govgraph_loaders.source import RECOGNISED, Source
from govgraph_loaders.statements import DocumentRecord, Equation, Extraction, Statement
from govgraph_loaders.structure import read_layout

EXTRACTION_VERSION = "3"
"""Counts up whenever the rules change what they say of the same bytes; stored extractions of another are
redone.
"""

_RECOGNISED_SHARE = 0.85
"""No gold set counts what is read in pictures: no fact of one may be among those of 0.9 and more."""


def extract_source(source: Source) -> Extraction:
    """All that `source` says, in the order in which it says it."""
    layout = read_layout(source)
    statements: list[Statement] = []
    equations: list[Equation] = []
    rejections = list(unread(source.text, layout.faults))
    marker = Marker(source.text, layout.faults)
    for index in range(len(layout.documents)):
        reading = Reading(layout, index)
        for extract in EXTRACTORS:
            for found in map(marker.mark, extract(reading)):
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
        tuple(_weighed(found, source) for found in sorted(statements, key=_order)),
        tuple(sorted(equations, key=lambda found: (found.evidence.start, found.name, found.other))),
        tuple(
            sorted(
                rejections,
                key=lambda found: (found.evidence.start, found.evidence.end, found.relation, found.rule),
            )
        ),
        damage_of(source.text, layout.faults),
    )


def _weighed(statement: Statement, source: Source) -> Statement:
    """The statement, with less confidence where its words were recognised in a picture."""
    if not source.place(statement.evidence.start).endswith(RECOGNISED):
        return statement
    return replace(statement, confidence=round(statement.confidence * _RECOGNISED_SHARE, 3))


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
