"""Looking things up in Oxigraph by strings, for a graph without blank nodes and triple terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

import pyoxigraph as ox

from govgraph.terms import node

Term = ox.NamedNode | ox.Literal


class Match(NamedTuple):
    """A quad: IRIs as strings, the object as the term that it is."""

    subject: str
    predicate: str
    object: Term
    graph: str


def match(
    quads: ox.Store,
    subject: str | None = None,
    predicate: str | None = None,
    obj: str | None = None,
    graph: str | None = None,
) -> Iterator[Match]:
    """The quads with these IRIs; None stands for any."""
    terms = [node(iri) if iri is not None else None for iri in (subject, predicate, obj, graph)]
    for quad in quads.quads_for_pattern(*terms):
        yield Match(
            cast(ox.NamedNode, quad.subject).value,
            quad.predicate.value,
            cast(Term, quad.object),
            cast(ox.NamedNode, quad.graph_name).value,
        )


def select(quads: ox.Store, query: str) -> Iterator[dict[str, Term | None]]:
    """The solutions of a SELECT over all named graphs together, by variable."""
    found = cast(ox.QuerySolutions, quads.query(query, use_default_graph_as_union=True))
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: cast("Term | None", solution[name]) for name in names}
