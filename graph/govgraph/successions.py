"""Successions: what became of an office in a reform, where the store holds it and its successor of one place.

They stay two organizations. The event is an org:ChangeEvent between them (W3C Organization Ontology, 2014);
dcterms:replaces leads from the new one to the old, unless that was absorbed by an office that stayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from govgraph import scopes, terms
from govgraph.entities import Entity
from govgraph.identity_decisions import key_of_id
from govgraph.inferences import Inference
from govgraph.terms import node
from govgraph_ontology.iri import INFERRED_GRAPH, entity_iri
from govgraph_ontology.reorganisations import Change, changes
from govgraph_ontology.terms import DCTERMS, ORG, RDF, SCHEMA, SKOS, XSD

_RULE = "office.succession"


def successions(entities: Iterable[Entity]) -> tuple[list[Inference], list[ox.Quad]]:
    """The links of predecessors and successors, and the descriptions of the events.

    Where a place has several of the offices that may have followed, none is taken.
    """
    offices: dict[str, dict[str, Entity]] = {}
    for entity in sorted(entities):
        parts = key_of_id(entity.iri).parts if entity.type == "Organization" else ()
        if len(parts) == 2:
            offices.setdefault(parts[0], {})[parts[1]] = entity
    inferences: list[Inference] = []
    quads: list[ox.Quad] = []
    for scope, held in sorted(offices.items()):
        for change in changes():
            results = [held[name] for name in change.results if name in held]
            originals = [held[name] for name in change.originals if name in held]
            if originals and len(results) == 1:
                event = str(entity_iri("ChangeEvent", scope, change.reform.year, change.results[0]))
                inferences += _links(change, event, originals, results[0])
                quads += _event(change, event, scope, results[0])
    return inferences, quads


def _links(change: Change, event: str, originals: list[Entity], result: Entity) -> Iterator[Inference]:
    yield Inference(event, str(ORG.resultingOrganization), result.iri, _RULE)
    yield Inference(result.iri, str(ORG.resultedFrom), event, _RULE)
    for original in originals:
        yield Inference(event, str(ORG.originalOrganization), original.iri, _RULE)
        yield Inference(original.iri, str(ORG.changedBy), event, _RULE)
        if not change.absorbed:
            yield Inference(result.iri, str(DCTERMS.replaces), original.iri, _RULE)


def _event(change: Change, event: str, scope: str, result: Entity) -> Iterator[ox.Quad]:
    graph, itself, reform = node(str(INFERRED_GRAPH)), node(event), change.reform
    label = f"{scopes.place(scope)}{reform.label_zh}：{result.label}"
    yield ox.Quad(itself, node(str(RDF.type)), node(str(ORG.ChangeEvent)), graph)
    yield ox.Quad(itself, node(str(SKOS.prefLabel)), terms.text(label), graph)
    yield ox.Quad(itself, node(str(SKOS.altLabel)), terms.text(reform.label_en), graph)
    yield ox.Quad(itself, node(str(SCHEMA.startDate)), terms.typed(reform.start, str(XSD.date)), graph)
    if reform.end:
        yield ox.Quad(itself, node(str(SCHEMA.endDate)), terms.typed(reform.end, str(XSD.date)), graph)
