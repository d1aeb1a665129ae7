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

from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph.inferences import Inference
from govgraph.source_graph import statement_node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference, Statement
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.terms import GOV
from govgraph_ontology.vocabulary import load_vocabulary

_RELATIONS = {"based_on": GOV.basedOn, "carries_out": GOV.carriesOut}
_END = re.compile(r"[。！？；]|\n[ \u3000\t\r]*\n")
_LONGEST = 600


def document_links(said: Sequence[tuple[Source, Extraction]], identity: Identity) -> Iterator[Inference]:
    """The links that the citations of all sources give, each resting on its citation."""
    for source, extraction in said:
        interprets: dict[str, set[Entity]] = {}
        for statement in extraction.statements:
            if statement.relation == "interprets" and isinstance(statement.object, Reference):
                found = identity.entity(source.name, statement.document, statement.object)
                interprets.setdefault(statement.document, set()).add(found)
        for statement in extraction.statements:
            if statement.relation == "cites" and isinstance(statement.object, Reference):
                explained = interprets.get(statement.document, set())
                yield from _links(source, statement, statement.object, explained, identity)


def _links(
    source: Source, statement: Statement, cited: Reference, explained: set[Entity], identity: Identity
) -> Iterator[Inference]:
    one = identity.entity(source.name, statement.document, statement.subject)
    other = identity.entity(source.name, statement.document, cited)
    if explained:
        one = min(explained)
    if one == other or len(explained) > 1:
        return
    found = link(source.text, statement, one.label if explained else "")
    if found:
        rule, relation = found
        yield Inference(
            one.iri, relation, other.iri, rule, (statement_node(source.name, statement, identity),)
        )


def link(text: str, statement: Statement, explained: str = "") -> tuple[str, str] | None:
    """The rule and the IRI of the relation that the sentence of a citation gives; None where it gives none.

    `explained`: the title of the document that the citing one interprets; then the sentence speaks of that,
    and 本方案 is not the citing one itself.
    """
    start, end = statement.evidence.start, statement.evidence.end
    before = _squeezed(text[_sentence_start(text, start) : start])
    behind = _squeezed(text[end : _sentence_end(text, end)])
    if explained:
        is_made = _makes(behind, explained)
    elif behind.lstrip("》”（）()〔〕的").startswith(tuple(_words()["reports"]["behind"])):
        return "document.reports", str(GOV.reportsOn)
    else:
        is_made = any(word in behind for word in _words()["making"])
    cue = _nearest_cue(before) if is_made else ""
    if not cue:
        return None
    return f"document.{cue}{'.interpreted' if explained else ''}", str(_RELATIONS[cue])


def _makes(behind: str, title: str) -> bool:
    """Whether the sentence goes on to say that the document of this title was made (起草了《…》)."""
    for word in _words()["making_of_another"]:
        at = behind.find(word)
        made = behind[at + len(word) :].partition("》")[0] if at >= 0 else ""
        if made and normal_title(made) in normal_title(title):
            return True
    return False


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
