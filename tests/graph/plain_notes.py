"""A language of one claim a line, in place of the rules: tests say what a source states.

# 云溪市 云溪市人民政府办公室关于印发行动方案的通知      a document, with its jurisdiction
市科技局 leads 建设平台                                  one statement
建设平台 hasTarget 企业数量 value=14.3 unit=万个 due=2025  with qualifiers
本文件 hasTarget 企业数量 value=14.3                        of the document itself
= 市金融工作局 市金融局                                  the document equates two names
! leads 没有牵头单位                                     a candidate that was not accepted
?                                                        a rule that fails
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.source import Source
from govgraph_loaders.statements import (
    DocumentRecord,
    Equation,
    Evidence,
    Extraction,
    Reference,
    Rejection,
    Scalar,
    Statement,
)
from govgraph_ontology.schema import get_relation

_SUBJECTS = {"hasTarget": "Task", "dueBy": "Task", "grants": "Task", "developsIndustry": "District"}


def read_notes(source: Source) -> Extraction:
    """What the notes of a source say; fits the place of `extract_source`."""
    documents: list[DocumentRecord] = []
    statements: list[Statement] = []
    equations: list[Equation] = []
    rejections: list[Rejection] = []
    for start, line in _lines(source.text):
        words = line.split(" ")
        evidence = Evidence(start, start + len(line), line)
        if words[0] == "#":
            place, title = words[1], words[2]
            reference = Reference("Document", title, scope=place, key=f"{place}#{title}")
            documents.append(DocumentRecord(reference, "notice", place, start, start + len(line)))
            continue
        document = documents[-1]
        documents[-1] = DocumentRecord(
            document.reference, document.kind, document.jurisdiction, document.start, start + len(line)
        )
        if words[0] == "?":
            raise RuntimeError("a rule failed")
        if words[0] == "=":
            equations.append(Equation("Organization", document.jurisdiction, words[1], words[2], evidence))
        elif words[0] == "!":
            rejections.append(Rejection(words[1], words[2], evidence, "notes.rejected"))
        else:
            statements.append(_statement(words, document, evidence))
    return Extraction(source.name, tuple(documents), tuple(statements), tuple(equations), tuple(rejections))


def _statement(words: list[str], document: DocumentRecord, evidence: Evidence) -> Statement:
    subject, name, obj, *pairs = words
    relation = get_relation(name)
    place, key = document.jurisdiction, document.reference.key
    domain = _SUBJECTS.get(name, relation.domain[0])
    if domain == "Document" or (subject == "本文件" and "Document" in relation.domain):
        said_by = document.reference
    elif domain == "Organization" and subject.startswith("各"):
        said_by = Reference("OrganizationGroup", subject, scope=place)
    else:
        said_by = _reference(domain, subject, place, key)
    said_of = obj if relation.takes_value else _reference(relation.range[0], obj, place, key)
    qualifiers = dict(_qualifier(pair) for pair in pairs)
    return Statement(name, said_by, said_of, key, evidence, "notes.line", 0.9, qualifiers)


def _reference(kind: str, name: str, place: str, key: str) -> Reference:
    if kind == "Task":
        return Reference(kind, name, scope=place, key=f"{key}#{name}")
    return Reference(kind, name, scope=place)


def _qualifier(pair: str) -> tuple[str, Scalar]:
    name, _, value = pair.partition("=")
    if value in {"true", "false"}:
        return name, value == "true"
    if name in {"value", "value_max", "amount", "rate", "cap", "baseline", "investment", "year"}:
        return name, float(value) if "." in value else int(value)
    return name, value


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line.rstrip("\r\n")
        start += len(line)
