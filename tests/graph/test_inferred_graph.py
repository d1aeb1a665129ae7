from __future__ import annotations

from govgraph.entities import Entity
from govgraph.inferred_graph import inferred_graph
from govgraph_ontology.iri import INFERRED_GRAPH, entity_iri
from govgraph_ontology.terms import GOV, SKOS


def district(chain: str) -> str:
    return str(entity_iri("District", chain))


OFFICE = Entity("https://example.org/office", "Organization", "青禾县财政局", (), "示范省/云溪市/青禾县")


def pairs(entities: list[Entity], predicate: str) -> set[tuple[str, str]]:
    """What the graph says with a predicate, IRIs and words without their brackets and quotation marks."""
    return {
        (str(quad.subject).strip("<>"), str(quad.object).strip('<>"'))
        for quad in inferred_graph(entities)
        if quad.predicate.value == predicate
    }


def located(entities: list[Entity]) -> set[tuple[str, str]]:
    return pairs(entities, str(GOV.locatedIn))


def test_an_office_lies_in_its_place_and_in_all_above_it() -> None:
    assert {place for iri, place in located([OFFICE]) if iri == OFFICE.iri} == {
        district("示范省/云溪市/青禾县"),
        district("示范省/云溪市"),
        district("示范省"),
    }


def test_places_lie_in_all_places_above_them() -> None:
    found = located([OFFICE])
    assert (district("示范省/云溪市/青禾县"), district("示范省")) in found
    assert (district("示范省/云溪市"), district("示范省")) in found
    assert not any(inner == district("示范省") for inner, _ in found)


def test_places_that_only_a_chain_names_have_a_label() -> None:
    assert (district("示范省/云溪市"), "云溪市") in pairs([OFFICE], str(SKOS.prefLabel))


def test_all_is_marked_as_inferred_and_said_once() -> None:
    quads = inferred_graph([OFFICE, OFFICE])
    assert {str(quad.graph_name) for quad in quads} == {f"<{INFERRED_GRAPH}>"}
    assert len(quads) == len(set(quads))
