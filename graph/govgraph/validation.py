"""Validation: the store against the shapes of the ontology, each result with its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain

import pyoxigraph as ox

from govgraph.ledger import FindingRow, GraphRow
from govgraph.patterns import graphs_about, match, select
from govgraph.reports import ValidationReport
from govgraph.shapes import Constraint, Screen, compile_shapes
from govgraph_ontology.governance import shapes_graph
from govgraph_ontology.terms import GOV, OA


@cache
def _screens() -> list[Screen]:
    return compile_shapes(shapes_graph())


def validate(quads: ox.Store, graphs: Iterable[GraphRow]) -> ValidationReport:
    """Hold all graphs together against the shapes. `graphs` says which source each named graph belongs to."""
    sources = {row.iri: row.source for row in graphs}
    found = set()
    suspects = [screen.constraints for screen in _screens() if bool(quads.query(screen.query))]
    for constraint in chain.from_iterable(suspects):
        for solution in select(quads, constraint.query):
            focus, value = solution["focus"], solution.get("value")
            if focus is not None:
                found.add(_finding(quads, sources, constraint, focus.value, value.value if value else ""))
    return ValidationReport(sorted(found))


def _finding(
    quads: ox.Store, sources: dict[str, str], constraint: Constraint, focus: str, value: str
) -> FindingRow:
    return FindingRow(
        source=next((sources[graph] for graph in graphs_about(quads, focus) if sources.get(graph)), ""),
        focus=focus,
        shape=constraint.shape,
        constraint=constraint.component,
        path=constraint.path,
        value=value,
        severity=constraint.severity,
        message=constraint.message,
        sentence=_sentence(quads, focus, constraint.path),
    )


def _sentence(quads: ox.Store, focus: str, path: str) -> str:
    """The words on which a statement rests, or the statements about an entity, by that relation if any do."""
    stating = sorted({found.subject for found in match(quads, None, str(GOV.subject), focus)})
    if path:
        by_relation = [one for one in stating if any(match(quads, one, str(GOV.relation), path))]
        stating = by_relation or stating
    words = [found.object.value for found in match(quads, focus, str(OA.exact))]
    for one in (focus, *stating):
        for evidence in match(quads, one, str(GOV.evidence)):
            words += [found.object.value for found in match(quads, evidence.object.value, str(OA.exact))]
    return min(words, default="")
