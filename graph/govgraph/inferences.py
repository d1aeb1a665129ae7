"""Inferences: triples that no text states but that follow, each with the rule that makes it.

In the graph they stand as direct triples, for questions, and as nodes of the class gov:Inference, for
checking: the triple (rdf:subject, rdf:predicate, rdf:object), the rule, the statements on which it rests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

import pyoxigraph as ox

from govgraph import terms
from govgraph.terms import node
from govgraph_ontology.iri import INFERRED_GRAPH, entity_iri
from govgraph_ontology.terms import GOV, PROV, RDF


class Inference(NamedTuple):
    """One triple by IRIs, the id of its rule, and the IRIs of the statements on which it rests."""

    subject: str
    predicate: str
    object: str
    rule: str
    statements: tuple[str, ...] = ()


def inference_quads(inferences: Iterable[Inference]) -> list[ox.Quad]:
    """The quads of the inferences in the graph of inferences, each once, in an order of their own.

    The same triple by the same rule is one inference, which rests on the statements of all.
    """
    merged: dict[tuple[str, str, str, str], set[str]] = {}
    for *claim, statements in inferences:
        merged.setdefault((claim[0], claim[1], claim[2], claim[3]), set()).update(statements)
    found: dict[ox.Quad, None] = {}
    for (subject, predicate, obj, rule), rests_on in sorted(merged.items()):
        inference = Inference(subject, predicate, obj, rule, tuple(sorted(rests_on)))
        found.update(dict.fromkeys(_quads(inference)))
    return list(found)


def _quads(inference: Inference) -> Iterator[ox.Quad]:
    graph = node(str(INFERRED_GRAPH))
    subject, predicate, obj = node(inference.subject), node(inference.predicate), node(inference.object)
    itself = node(_iri(inference))
    yield ox.Quad(subject, predicate, obj, graph)
    yield ox.Quad(itself, node(str(RDF.type)), node(str(GOV.Inference)), graph)
    yield ox.Quad(itself, node(str(RDF.subject)), subject, graph)
    yield ox.Quad(itself, node(str(RDF.predicate)), predicate, graph)
    yield ox.Quad(itself, node(str(RDF.object)), obj, graph)
    yield ox.Quad(itself, node(str(GOV.rule)), terms.text(inference.rule), graph)
    for statement in inference.statements:
        yield ox.Quad(itself, node(str(PROV.wasDerivedFrom)), node(statement), graph)


def _iri(inference: Inference) -> str:
    """By rule; a hash of the triple tells apart what shares it."""
    claim = "\n".join(inference[:3])
    return str(entity_iri("Inference", inference.rule, sha256(claim.encode()).hexdigest()[:16]))
