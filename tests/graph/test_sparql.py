from __future__ import annotations

import pytest

from govgraph import KnowledgeGraph
from govgraph.sparql import run_query
from govgraph_ontology.errors import QueryRefused


def test_prefixes_need_not_be_declared_and_may_be(graph: KnowledgeGraph) -> None:
    bare = graph.query("SELECT ?l { ?b gov:leads ?t ; skos:prefLabel ?l } ORDER BY ?l")
    declared = graph.query(
        "PREFIX g: <https://w3id.org/govgraph/ontology#> "
        "SELECT ?l { ?b g:leads ?t ; skos:prefLabel ?l } ORDER BY ?l"
    )
    assert bare.rows == declared.rows == [("丹枫市教育局",), ("云溪市发展改革局",), ("云溪市科技局",)]


def test_nobody_needs_graph_and_nothing_counts_twice(graph: KnowledgeGraph) -> None:
    """Two sources name the bureau and say that it leads the task."""
    result = graph.query('SELECT (COUNT(*) AS ?n) { ?b skos:prefLabel "云溪市科技局" ; gov:leads ?t }')
    assert result.rows == [(1,)]


def test_graph_tells_which_source_says_it(graph: KnowledgeGraph) -> None:
    result = graph.query(
        'SELECT DISTINCT ?g { GRAPH ?g { ?b skos:prefLabel "云溪市科技局" ; gov:leads ?t } } ORDER BY ?g'
    )
    assert [row[0] for row in result.rows] == [
        "https://w3id.org/govgraph/id/graph/notice.txt",
        "https://w3id.org/govgraph/id/graph/plan.txt",
    ]


def test_values_come_as_python_has_them(graph: KnowledgeGraph) -> None:
    result = graph.query(
        "SELECT ?v ?n ?d ?u ?none { ?s gov:value ?v ; gov:normalizedValue ?n ; gov:due ?d ; gov:unit ?u }"
    )
    assert result.columns == ["v", "n", "d", "u", "none"]
    assert result.rows == [(14.3, 143000, "2025-12-31", "万个", None)]


def test_ask_and_construct_give_results_too(graph: KnowledgeGraph) -> None:
    assert graph.query("ASK { ?b gov:leads ?t }").rows == [(True,)]
    made = graph.query("CONSTRUCT { ?t gov:ledBy ?b } WHERE { ?b gov:leads ?t }")
    assert made.columns == ["subject", "predicate", "object"]
    assert len(made) == 3


def test_a_wrong_query_is_refused_with_the_place(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused, match="1:"):
        graph.query("SELECT * { ?s ?p")


def test_rows_have_a_limit(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused, match="LIMIT"):
        run_query(graph.store, "SELECT * { ?s ?p ?o }", row_limit=5)
    assert len(run_query(graph.store, "SELECT * { ?s ?p ?o } LIMIT 5", row_limit=5)[1]) == 5


def test_a_query_that_takes_too_long_is_stopped(graph: KnowledgeGraph) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + "".join(f"?a{i} ?b{i} ?c{i} . " for i in range(9)) + "}"
    with pytest.raises(QueryRefused, match=r"0\.5"):
        graph.query(endless, time_limit=0.5)


def test_a_query_that_ends_the_engine_leaves_this_process_alone(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryRefused, match="too complex"):
        graph.query("ASK { FILTER(" + "!" * 50_000 + "true) }")
    assert len(graph.leads()) == 3


def test_statements_in_the_rows_lead_to_their_words(graph: KnowledgeGraph) -> None:
    result = graph.query("SELECT ?s { ?s gov:relation gov:hasTarget }")
    assert [row["sentence"] for row in result.evidence()] == [
        "建设创新平台 hasTarget 创新平台数量 value=14.3 unit=万个 comparator=>= due=2025"
    ]
