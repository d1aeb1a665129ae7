"""How documents rest on each other, by the sentence of a citation.

根据《甲》，制定本方案: the document is based on 甲. 为贯彻落实《甲》，制定本方案: it carries 甲 out.
《甲》执行情况: it reports on 甲. Only where the sentence says so; a citation alone says nothing. The words
are in `document_links.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from govgraph.identity import Identity
from govgraph.inferences import Inference
from govgraph.source_graph import statement_node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference, Statement
from govgraph_ontology.terms import GOV
from govgraph_ontology.vocabulary import load_vocabulary

_RELATIONS = {"based_on": GOV.basedOn, "carries_out": GOV.carriesOut}
_END = re.compile(r"[。！？；]|\n[ \u3000\t\r]*\n")
_LONGEST = 600


def document_links(said: Sequence[tuple[Source, Extraction]], identity: Identity) -> Iterator[Inference]:
    """The links that the citations of all sources give, each resting on its citation."""
    for source, extraction in said:
        kinds = {record.reference.key: record for record in extraction.documents}
        for statement in extraction.statements:
            record = kinds.get(statement.document)
            if statement.relation != "cites" or record is None or not isinstance(statement.object, Reference):
                continue
            found = link(source.text, statement, explains=record.kind == "interpretation")
            one = identity.entity(source.name, statement.document, statement.subject).iri
            other = identity.entity(source.name, statement.document, statement.object).iri
            if found and one != other:
                rule, relation = found
                rests_on = (statement_node(source.name, statement, identity),)
                yield Inference(one, relation, other, rule, rests_on)


def link(text: str, statement: Statement, *, explains: bool = False) -> tuple[str, str] | None:
    """The rule and the IRI of the relation that the sentence of a citation gives; None where it gives none.

    `explains`: the document interprets another, so that 本方案 is not itself.
    """
    start, end = statement.evidence.start, statement.evidence.end
    before = _squeezed(text[_sentence_start(text, start) : start])
    behind = _squeezed(text[end : _sentence_end(text, end)])
    if behind.lstrip("》”（）()〔〕的").startswith(tuple(_words()["reports"]["behind"])):
        return "document.reports", str(GOV.reportsOn)
    if explains or not any(word in behind for word in _words()["making"]):
        return None
    cue = _nearest_cue(before)
    return (f"document.{cue}", str(_RELATIONS[cue])) if cue else None


def _nearest_cue(before: str) -> str:
    """The cue that stands last before the title; of two that end alike the longer one."""
    found = [
        (before.rfind(word) + len(word), len(word), cue)
        for cue, words in _words()["cues"].items()
        for word in words
        if word in before
    ]
    return max(found)[2] if found else ""


def _sentence_start(text: str, at: int) -> int:
    floor = max(0, at - _LONGEST)
    return max((match.end() for match in _END.finditer(text, floor, at)), default=floor)


def _sentence_end(text: str, at: int) -> int:
    match = _END.search(text, at, min(len(text), at + _LONGEST))
    return match.start() if match else min(len(text), at + _LONGEST)


def _squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("document_links")
