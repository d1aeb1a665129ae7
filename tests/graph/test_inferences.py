from __future__ import annotations

import random

from govgraph.inferences import Inference, inference_quads
from govgraph_ontology.iri import INFERRED_GRAPH
from govgraph_ontology.terms import GOV, ORG, PROV, RDF

ONE = Inference("https://e.org/a", str(ORG.hasMember), "https://e.org/b", "group.members.town")
RESTS = [ONE._replace(statements=(f"https://e.org/s{number}",)) for number in (2, 1, 2)]


def said(quads: list, predicate: str) -> list[str]:  # type: ignore[type-arg]
    return [str(quad.object).strip('<>"') for quad in quads if quad.predicate.value == predicate]


def test_an_inference_is_a_triple_and_a_node_with_its_rule() -> None:
    quads = inference_quads([ONE])
    assert said(quads, ONE.predicate) == [ONE.object]
    assert said(quads, str(GOV.rule)) == ["group.members.town"]
    assert said(quads, str(RDF.predicate)) == [ONE.predicate]
    assert {str(quad.graph_name) for quad in quads} == {f"<{INFERRED_GRAPH}>"}


def test_one_claim_rests_on_all_statements_that_give_it() -> None:
    quads = inference_quads(RESTS)
    assert said(quads, str(PROV.wasDerivedFrom)) == ["https://e.org/s1", "https://e.org/s2"]
    assert len(said(quads, str(GOV.rule))) == 1


def test_the_order_of_inferences_changes_nothing() -> None:
    inferences = [*RESTS, ONE._replace(rule="other"), ONE._replace(object="https://e.org/c")]
    expected = inference_quads(inferences)
    for seed in range(4):
        random.Random(seed).shuffle(inferences)
        assert inference_quads(inferences) == expected
    assert len({quad.subject for quad in expected if quad.predicate.value == str(GOV.rule)}) == 3
