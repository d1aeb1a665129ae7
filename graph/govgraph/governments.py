"""Governments: which organization governs which district, and which committee which zone, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph.districts import district_iri
from govgraph.entities import Entity
from govgraph.identity_decisions import key_of_id
from govgraph.inferences import Inference
from govgraph.scopes import parts
from govgraph_ontology.terms import GOV

_RULES = {"人民政府": "place.government", "街道办事处": "place.government", "管理委员会": "place.committee"}


def governments(entities: Iterable[Entity]) -> Iterator[Inference]:
    """The districts that the organizations govern, in the order of these."""
    for entity in entities:
        key = key_of_id(entity.iri).parts if entity.type == "Organization" else ()
        rule = _RULES.get(key[-1]) if len(key) == 2 else None
        if rule:
            yield Inference(entity.iri, str(GOV.governs), district_iri(parts(key[0])), rule)
