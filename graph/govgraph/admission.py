"""Admission: which statements of an extraction may enter the graph.

A statement whose evidence is not a slice of its text, or which the ontology cannot express, is a fault of a
rule. It becomes a rejection with the reason, so that it is seen and the rest of the source is kept. Where
only a qualifier is at fault, the statement stays without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph import terms
from govgraph.source_graph import qualifier_terms
from govgraph.value_limits import broken_limit
from govgraph_loaders.statements import Extraction, Reference, Rejection, Scalar, Statement
from govgraph_ontology.errors import UnknownName
from govgraph_ontology.schema import Relation, get_class, get_relation


def admitted(extraction: Extraction, text: str) -> Extraction:
    """The extraction with what may not enter turned into rejections."""
    documents = {record.reference.key for record in extraction.documents}
    kept: list[Statement] = []
    refused: list[Rejection] = []
    for statement in extraction.statements:
        fault = _fault(statement, text, documents)
        if fault:
            refused.append(_rejection(statement, fault))
            continue
        faults = dict(_faulty_qualifiers(get_relation(statement.relation), statement.qualifiers))
        refused += [_rejection(statement, fault) for fault in faults.values()]
        sound = {name: value for name, value in statement.qualifiers.items() if name not in faults}
        kept.append(replace(statement, qualifiers=sound) if faults else statement)
    if not refused:
        return extraction
    return replace(extraction, statements=tuple(kept), rejections=(*extraction.rejections, *refused))


def _fault(statement: Statement, text: str, documents: set[str]) -> str:
    """Why the statement may not enter, or nothing."""
    evidence = statement.evidence
    if not evidence.text or text[evidence.start : evidence.end] != evidence.text:
        return "证据不是原文的片段 (the evidence is not a slice of the text)"
    if statement.document not in documents:
        return f"来源中没有文件 (the source holds no document) {statement.document!r}"
    if not 0 <= statement.confidence <= 1:
        return f"置信度不在 0 到 1 之间 (confidence not between 0 and 1): {statement.confidence}"
    try:
        relation = get_relation(statement.relation)
        if not _is_party(statement.subject, relation.domain):
            return f"主体应为 (the subject must be) {'、'.join(relation.domain)}: {statement.subject}"
        if isinstance(statement.object, str) != relation.takes_value:
            return f"客体应为 (the object must be) {relation.datatype or '、'.join(relation.range)}"
        if isinstance(statement.object, str):
            terms.typed(statement.object, str(relation.datatype))
        elif not _is_party(statement.object, relation.range):
            return f"客体应为 (the object must be) {'、'.join(relation.range)}: {statement.object}"
    except (UnknownName, ValueError) as error:
        return str(error)
    return ""


def _is_party(reference: Reference, classes: Sequence[str]) -> bool:
    """Whether it has a name and one of the classes. Raises UnknownName where there is no such class."""
    return get_class(reference.type).name in classes and bool(reference.name.strip())


def _faulty_qualifiers(relation: Relation, qualifiers: dict[str, Scalar]) -> Iterator[tuple[str, str]]:
    """The names of the qualifiers that may not enter, with the reasons."""
    for name, value in qualifiers.items():
        try:
            literals = list(qualifier_terms(relation, {name: value}))
        except (UnknownName, ValueError) as error:
            yield name, f"限定未采用 (qualifier left out): {error}"
            continue
        broken = (broken_limit(relation.statement_class, predicate, found) for predicate, found in literals)
        if reason := next(filter(None, broken), ""):
            yield name, f"限定未采用 (qualifier left out): {name} {reason}"


def _rejection(statement: Statement, reason: str) -> Rejection:
    return Rejection(statement.relation, reason, statement.evidence, statement.rule)
