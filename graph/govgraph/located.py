"""What lies in a district by what documents say: a firm without a place in its name is of its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govgraph.districts import districts_of
from govgraph.identity import Identity
from govgraph.inferences import Inference
from govgraph.source_graph import statement_node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference
from govgraph_ontology.terms import GOV

_RULE = "place.located"


def located(said: Sequence[tuple[Source, Extraction]], identity: Identity) -> Iterator[Inference]:
    """`gov:within` for what has no scope of its own: the district of its site, and all above that."""
    for source, extraction in said:
        for statement in extraction.statements:
            if statement.relation == "locatedIn" and isinstance(statement.object, Reference):
                thing = identity.entity(source.name, statement.document, statement.subject)
                site = identity.entity(source.name, statement.document, statement.object)
                rests_on = (statement_node(source.name, statement, identity),)
                for district in () if thing.scope or thing.type == "District" else districts_of(site):
                    yield Inference(thing.iri, str(GOV.within), district, _RULE, rests_on)
