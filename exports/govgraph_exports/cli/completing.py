"""What the shell offers for names of entities, names of sources and choices, out of the store that is meant.

A shell that asks must get an answer and no message: where there is no store, there is nothing to offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from govgraph_ontology.errors import StoreUnusable

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

_MOST = 100
"""Names that a shell can show in one go."""

Completer = Callable[[typer.Context, str], list[str]]


def complete_names(classes: Sequence[str] = ()) -> Completer:
    """A completer of the names of entities of these classes (local names), else of any class."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        with _opened(ctx) as graph:
            return [] if graph is None else list(_names(graph, classes, incomplete))

    return complete


def complete_sources(ctx: typer.Context, incomplete: str) -> list[str]:
    """The names of sources that begin so."""
    with _opened(ctx) as graph:
        return [] if graph is None else _beginning(graph.sources(), incomplete)


def complete_choice(choices: Iterable[str]) -> Completer:
    """A completer of one of a few words."""
    return lambda ctx, incomplete: _beginning(choices, incomplete)


def _names(graph: KnowledgeGraph, classes: Sequence[str], incomplete: str) -> Iterator[str]:
    """Labels that begin so, then other names that do: at most as many as a shell can show."""
    from govgraph.finding import holding
    from govgraph.held import held_entity

    kinds = classes or list(graph.stats()["entities"])
    if incomplete:
        iris: Iterable[str] = holding(graph.store, incomplete, kinds)
    else:
        iris = (row.iri for row in graph.store.ledger.labels() if row.type in kinds)
    labels: dict[str, None] = {}
    others: dict[str, None] = {}
    for iri in iris:
        entity = held_entity(graph.store.quads, iri)
        if entity:
            labels.update(dict.fromkeys(_beginning([entity.label], incomplete)))
            others.update(dict.fromkeys(_beginning(entity.aliases if incomplete else (), incomplete)))
        if len(labels) >= _MOST:
            break
    yield from [*labels, *(name for name in others if name not in labels)][:_MOST]


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]


@contextmanager
def _opened(ctx: typer.Context) -> Iterator[KnowledgeGraph | None]:
    """The store that the words before the cursor name, else the usual one; None where there is none."""
    from govgraph import KnowledgeGraph

    folder: Path | None = ctx.params.get("store")
    try:
        graph = KnowledgeGraph.open(folder)
    except StoreUnusable:
        yield None
        return
    with graph:
        yield graph
