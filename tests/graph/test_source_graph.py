from __future__ import annotations

import pyoxigraph as ox

from govgraph.identity import Identity
from govgraph.source_graph import source_graph
from govgraph_loaders.source import Source
from govgraph_ontology.iri import graph_iri
from govgraph_ontology.terms import GOV, OA, PROV, RDF, SKOS
from graph.plain_notes import read_notes

HEAD = "# 示范省/云溪市 云溪市方案\n"


def held(lines: str, name: str = "plan.txt") -> ox.Store:
    source = Source(name, HEAD + lines, "sha", "utf-8")
    extraction = read_notes(source)
    store = ox.Store()
    store.extend(source_graph(source, extraction, Identity([extraction])))
    return store


def ask(store: ox.Store, pattern: str) -> bool:
    prefixes = {"gov": str(GOV), "oa": str(OA), "prov": str(PROV), "skos": str(SKOS)}
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes, use_default_graph_as_union=True))


def test_a_statement_is_a_node_and_a_direct_triple() -> None:
    store = held("市科技局 leads 建设平台\n")
    assert ask(
        store,
        """?b skos:prefLabel "云溪市科技局" ; a gov:Organization ; gov:scope "示范省/云溪市" ; gov:leads ?t .
        ?t skos:prefLabel "建设平台" ; a gov:Task .
        ?s a gov:Participation ; gov:subject ?b ; gov:relation gov:leads ; gov:object ?t ;
           gov:rule "notes.line" ; gov:confidence 0.9 ; prov:wasDerivedFrom ?d ; gov:evidence ?e .
        ?d a gov:Document ; skos:prefLabel "云溪市方案" ; gov:documentKind "notice" ; gov:printedIn ?f .
        ?e a gov:Evidence ; oa:exact "市科技局 leads 建设平台" ; oa:start 16 ; oa:end 31 ; gov:line 2 ;
           oa:hasSource ?f .
        ?f a gov:Source ; skos:prefLabel "plan.txt" ; gov:characterEncoding "utf-8" .""",
    )


def test_everything_lies_in_the_named_graph_of_the_source() -> None:
    store = held("市科技局 leads 建设平台\n")
    assert [graph.value for graph in store.named_graphs()] == [str(graph_iri("plan.txt"))]
    assert not list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def test_there_are_no_blank_nodes() -> None:
    store = held("市科技局 leads 建设平台\n建设平台 hasTarget 平台数量 value=3 unit=个\n")
    for quad in store:
        assert not isinstance(quad.subject, ox.BlankNode) and not isinstance(quad.object, ox.BlankNode)


def test_numbers_stand_as_written_and_normalized() -> None:
    store = held("建设平台 hasTarget 平台数量 value=14.3 value_max=20 unit=万个\n")
    assert ask(
        store,
        """?s a gov:Target ; gov:value 14.3 ; gov:valueMax 20.0 ; gov:unit "万个" ;
        gov:normalizedValue 143000.0 ; gov:normalizedValueMax 200000.0 ; gov:normalizedUnit "个" .""",
    )


def test_a_number_without_a_unit_is_not_normalized() -> None:
    assert not ask(held("建设平台 hasTarget 平台数量 value=14.3\n"), "?s gov:normalizedValue ?n")


def test_dates_stand_as_their_last_day_with_their_precision() -> None:
    store = held("建设平台 hasTarget 平台数量 value=3 due=2025\n建设平台 dueBy 2024-06\n")
    assert ask(
        store, '?s a gov:Target ; gov:due ?d ; gov:duePrecision "year" . FILTER(STR(?d) = "2025-12-31")'
    )
    assert ask(store, '?s a gov:Deadline ; gov:objectPrecision "month"')
    assert ask(store, '?t gov:dueBy "2024-06-30"^^<http://www.w3.org/2001/XMLSchema#date>')


def test_claims_that_share_their_words_are_told_apart() -> None:
    source = Source("a.txt", HEAD + "建设平台 hasTarget 平台数量 value=3\n", "", "utf-8")
    extraction = read_notes(source)
    one = extraction.statements[0]
    other = type(one)(**{**{name: getattr(one, name) for name in one.__slots__}, "qualifiers": {"value": 4}})
    both = type(extraction)("a.txt", extraction.documents, (one, other))
    quads = source_graph(source, both, Identity([both]))
    nodes = {quad.subject for quad in quads if quad.predicate.value == str(GOV.relation)}
    assert len(nodes) == 2


def test_of_two_rules_that_read_the_same_claim_the_surer_one_is_kept() -> None:
    source = Source("a.txt", HEAD + "市科技局 leads 建设平台\n", "", "utf-8")
    extraction = read_notes(source)
    one = extraction.statements[0]
    fields = {name: getattr(one, name) for name in one.__slots__}
    surer = type(one)(**{**fields, "rule": "surer", "confidence": 0.95})
    for order in ((one, surer), (surer, one)):
        both = type(extraction)("a.txt", extraction.documents, order)
        quads = source_graph(source, both, Identity([both]))
        assert [str(quad.object) for quad in quads if quad.predicate.value == str(GOV.rule)] == ['"surer"']


def test_names_of_one_entity_that_share_their_words_give_one_statement() -> None:
    store = held("市科技局 leads 建设平台\n")
    types = [quad.object.value for quad in store if quad.predicate.value == str(RDF.type)]
    assert types.count(str(GOV.Participation)) == 1


def test_iris_are_readable_and_the_same_on_every_machine() -> None:
    store = held("市科技局 leads 建设平台\n", name="2024/方案 一.txt")
    nodes = sorted(
        quad.subject.value for quad in store if quad.predicate.value in {str(GOV.relation), str(OA.exact)}
    )
    assert nodes == [
        "https://w3id.org/govgraph/id/evidence/2024%2F%E6%96%B9%E6%A1%88%20%E4%B8%80.txt/16-31",
        "https://w3id.org/govgraph/id/statement/2024%2F%E6%96%B9%E6%A1%88%20%E4%B8%80.txt/leads/16-31/"
        + nodes[1][-12:],
    ]
