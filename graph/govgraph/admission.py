"""Admission: which statements of an extraction may enter the graph.

A statement whose evidence is not a slice of its text, or which the ontology cannot express, is a fault of a
rule. It becomes a rejection with the reason, so that it is seen and the rest of the source is kept.
"""

from __future__ import annotations

from dataclasses import replace

from govgraph import terms
from govgraph.source_graph import qualifier_terms
from govgraph_loaders.statements import Extraction, Rejection, Statement
from govgraph_ontology.errors import UnknownName
from govgraph_ontology.schema import get_class, get_relation


def admitted(extraction: Extraction, text: str) -> Extraction:
    """The extraction with the statements that may not enter turned into rejections."""
    documents = {record.reference.key for record in extraction.documents}
    kept: list[Statement] = []
    refused: list[Rejection] = []
    for statement in extraction.statements:
        fault = _fault(statement, text, documents)
        if fault:
            refused.append(Rejection(statement.relation, fault, statement.evidence, statement.rule))
        else:
            kept.append(statement)
    if not refused:
        return extraction
    return replace(extraction, statements=tuple(kept), rejections=(*extraction.rejections, *refused))


def _fault(statement: Statement, text: str, documents: set[str]) -> str:
    """Why the statement may not enter, or nothing."""
    evidence = statement.evidence
    if not evidence.text or text[evidence.start : evidence.end] != evidence.text:
        return "evidence is not a slice of the text"
    if statement.document not in documents:
        return f"the source holds no document {statement.document!r}"
    if not 0 <= statement.confidence <= 1:
        return f"confidence {statement.confidence} is not between 0 and 1"
    try:
        relation = get_relation(statement.relation)
        get_class(statement.subject.type)
        if isinstance(statement.object, str) != relation.takes_value:
            return (
                f"{relation.name} takes a value"
                if relation.takes_value
                else f"{relation.name} takes an entity"
            )
        if isinstance(statement.object, str):
            terms.typed(statement.object, str(relation.datatype))
        else:
            get_class(statement.object.type)
        for _ in qualifier_terms(relation, statement.qualifiers):
            pass
    except (UnknownName, ValueError) as error:
        return str(error)
    return ""
