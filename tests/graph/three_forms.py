"""A question in its three forms: the method, the SPARQL file in two engines, the command."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from rdflib import Dataset, Literal

from exports.commands import invoke
from govgraph import KnowledgeGraph
from govgraph.asking import Given, question_text
from govgraph.packaged import in_order
from govgraph.questions import get_question

Row = tuple[Any, ...]


def ordered(rows: Iterable[Row]) -> list[Row]:
    """The rows in an order that no engine's collation decides."""
    return sorted(rows, key=lambda row: tuple(map(str, row)))


def in_all_forms(graph: KnowledgeGraph, question: str, **given: Given) -> list[dict[str, Any]]:
    """The rows of the answer, after every form has given the same ones."""
    found = getattr(graph, question)(**given)
    assert ordered(found.rows) == ordered(with_rdflib(graph, question, given))
    assert list(found) == from_command(graph, question, given)
    assert all(found.statements)
    return list(found)


def with_rdflib(graph: KnowledgeGraph, name: str, given: dict[str, Given]) -> list[Row]:
    """The rows that plain rdflib gives for the same SPARQL over the N-Quads."""
    question = get_question(name)
    solutions: Iterable[Any] = _dataset(graph.store.dump()).query(question_text(graph.store, question, given))
    return [
        tuple(_cell(row[column], column in question.lists) for column in question.columns)
        for row in solutions
    ]


@lru_cache(maxsize=2)
def _dataset(nquads: bytes) -> Dataset:
    """The same quads are parsed once for all questions about them."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=nquads, format="nquads")
    return dataset


def from_command(graph: KnowledgeGraph, name: str, given: dict[str, Given]) -> list[dict[str, Any]]:
    """The rows that `govgraph ask … --json` writes."""
    typed: list[str] = []
    for parameter in get_question(name).parameters:
        value = given.get(parameter.name)
        if value is not None:
            typed += [str(value)] if parameter.argument else [f"--{parameter.name}", str(value)]
    done = invoke("ask", name, *typed, "--json", "--store", graph.store.folder)
    assert done.exit_code == (0 if json.loads(done.stdout) else 1)
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def _cell(term: Literal | None, is_list: bool) -> Any:
    if term is None:
        return None
    if is_list:
        return in_order(str(term))
    value = term.toPython()
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value if isinstance(value, bool | int) else str(term)
