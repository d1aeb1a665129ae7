"""Explanations: the statements about an entity, each with its words and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from govgraph.damage import kind_label
from govgraph.finding import resolve
from govgraph.held import HeldStatement, held_entity, held_statement, is_statement, statements_about
from govgraph.ledger import STORED
from govgraph.patterns import is_iri
from govgraph.result import Cell, Result
from govgraph.store import Store
from govgraph.wording import qualifier_words, relation_label
from govgraph_ontology.iri import source_iri

if TYPE_CHECKING:
    import networkx as nx

_ENDS = "。！？\n"
_LONGEST = 600

_COLUMNS = [
    "subject",
    "relation",
    "object",
    "qualifiers",
    "sentence",
    "context",
    "document",
    "source",
    "line",
]
_EVIDENCE_COLUMNS = [
    "sentence",
    "context",
    "document",
    "source",
    "line",
    "locator",
    "start",
    "end",
    "rule",
    "confidence",
]


class Explainer:
    """Explains the statements of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = {
            str(source_iri(row.name)): row.name for row in store.ledger.sources() if row.outcome == STORED
        }
        self._text = lru_cache(maxsize=8)(store.text)
        self._label = lru_cache(maxsize=1 << 12)(self._find_label)

    def explain(self, name_or_iri: str) -> Result:
        """The statements about what the name means, or the one statement with this IRI.

        Raises UnknownName and AmbiguousName.
        """
        quads = self._store.quads
        if is_iri(name_or_iri) and is_statement(quads, name_or_iri):
            found = [held_statement(quads, name_or_iri)]
        else:
            found = statements_about(quads, resolve(self._store, name_or_iri).iri)
        rows: list[tuple[Cell, ...]] = [
            (
                self._label(held.subject),
                relation_label(held.relation),
                held.object if held.object_is_value else self._label(str(held.object)),
                _qualifiers(held),
                held.text,
                self._context(held),
                self._label(held.document),
                self._names[held.source],
                held.line,
            )
            for held in found
        ]
        return Result(_COLUMNS, rows, [(held.iri,) for held in found], self)

    def evidence(self, statements: Iterable[str]) -> Result:
        """The words behind the statements with these IRIs."""
        found = [held_statement(self._store.quads, iri) for iri in statements]
        rows: list[tuple[Cell, ...]] = [
            (
                held.text,
                self._context(held),
                self._label(held.document),
                self._names[held.source],
                held.line,
                held.locator,
                held.start,
                held.end,
                held.rule,
                held.confidence,
            )
            for held in found
        ]
        return Result(_EVIDENCE_COLUMNS, rows, [(held.iri,) for held in found], self)

    def graph(self, statements: Iterable[str]) -> nx.MultiDiGraph:
        """The statements with these IRIs as edges between entities; see `govgraph.networks`."""
        from govgraph.networks import network_of

        return network_of(self._store, statements)

    def _context(self, held: HeldStatement) -> str:
        return surroundings(self._text(self._names[held.source]), held.start, held.end)

    def _find_label(self, iri: str) -> str:
        entity = held_entity(self._store.quads, iri)
        return entity.label if entity else iri


def surroundings(text: str, start: int, end: int) -> str:
    """The line or lines that hold `text[start:end]`; of very long lines the sentences that do."""
    first, last = paragraph_bounds(text, start, end)
    return text[first:last].strip()


def paragraph_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where `surroundings` start and end, without the white space around them that the span does not hold."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > _LONGEST:
        first = max(first, _last_end(text, first, start))
        last = min(last, _next_end(text, end, last))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _last_end(text: str, first: int, start: int) -> int:
    return max((text.rfind(mark, first, start) + 1 for mark in _ENDS), default=first)


def _next_end(text: str, end: int, last: int) -> int:
    if end and text[end - 1] in _ENDS:
        return end
    found: Sequence[int] = [at + 1 for mark in _ENDS if (at := text.find(mark, end, last)) >= 0]
    return min(found, default=last)


def _qualifiers(held: HeldStatement) -> str:
    """`数值 14.3；单位 万个`, in the order of the ontology; then the damage that it was read across."""
    said = [" ".join(words) for words in qualifier_words(held.relation, held.qualifiers)]
    return "；".join([*said, *(f"原文损坏 {kind_label(kind)}" for kind in held.damage)])
