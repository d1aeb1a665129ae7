"""Looking things up in Oxigraph by strings, for a graph without blank nodes and triple terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

import pyoxigraph as ox

from govgraph.terms import node

Term = ox.NamedNode | ox.Literal


class Match(NamedTuple):
    """A triple: IRIs as strings, the object as the term that it is."""

    subject: str
    predicate: str
    object: Term


def is_iri(text: str) -> bool:
    """Whether the text is an absolute IRI (RFC 3987); names of things are none."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def match(
    quads: ox.Store,
    subject: str | None = None,
    predicate: str | None = None,
    obj: str | None = None,
    graph: str | None = None,
) -> Iterator[Match]:
    """The triples with these IRIs, None for any, in a named graph or in the merge of all (None)."""
    found = quads.quads_for_pattern(
        node(subject) if subject is not None else None,
        node(predicate) if predicate is not None else None,
        node(obj) if obj is not None else None,
        node(graph) if graph is not None else ox.DefaultGraph(),
    )
    for quad in found:
        yield Match(cast(ox.NamedNode, quad.subject).value, quad.predicate.value, cast(Term, quad.object))


def graphs_about(quads: ox.Store, subject: str) -> list[str]:
    """The IRIs of the named graphs that say something of the subject, sorted."""
    found = {quad.graph_name for quad in quads.quads_for_pattern(node(subject), None, None)}
    return sorted(graph.value for graph in found if isinstance(graph, ox.NamedNode))


def select(quads: ox.Store, query: str) -> Iterator[dict[str, Term | None]]:
    """The solutions of a SELECT over the merge of all named graphs, by variable."""
    found = cast(ox.QuerySolutions, quads.query(query))
    names = [variable.value for variable in found.variables]
    for solution in found:
        yield {name: cast("Term | None", solution[name]) for name in names}
