from __future__ import annotations

import time
from contextlib import suppress

import pytest

from govgraph.query_safety import DEPTH_LIMIT, LENGTH_LIMIT, check_query
from govgraph_ontology.errors import QueryRefused


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://example.org/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p trueSERVICE<http://example.org/>{ ?a ?b ?c } }",
        "PREFIX :<http://example.org/> SELECT * { SERVICE:foo { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?a<'#>')SERVICE<http://example.org/>{ ?s ?p ?o } }",
        'SELECT * { ?s ?p "x" } # "\nVALUES ?y { 1 } SERVICE <http://example.org/> { ?s ?p ?o }',
        "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
        "SELECT * from named <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT*FROM<http://example.org/>{?s ?p ?o}",
        "LOAD <http://example.org/>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX gov: <x:> DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "# a comment\nCLEAR GRAPH <a:a>",
        'SELECT * { ?s ?p "never closed }',
        "SELECT * { ?s ?p '''never closed }",
    ],
)
def test_what_is_never_allowed_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?service gov:leads ?o }",
        "PREFIX x: <http://example.org/service/> SELECT * { ?s x:service ?o }",
        'SELECT * { ?s ?p """from the "service" desk""" }',
        "SELECT ?from { ?from ?p ?o } # FROM here",
        'SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, "DELETE FROM")) }',
        "ASK { GRAPH ?g { ?s ?p ?o FILTER(?s < ?o && ?o > ?p) } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE ?s { ?s gov:leads ?t }",
        "SELECT ?单位 { ?单位 gov:leads ?任务 }",
        "SELECT * { ?s gov:insert ?o . ?o gov:load ?x }",
    ],
)
def test_what_only_looks_so_is_allowed(query: str) -> None:
    check_query(query)


def test_length_and_depth_are_bounded() -> None:
    check_query("ASK { " + "{" * (DEPTH_LIMIT - 1) + "?s ?p ?o" + "}" * (DEPTH_LIMIT - 1) + " }")
    with pytest.raises(QueryRefused, match=str(DEPTH_LIMIT)):
        check_query("ASK { " + "{" * DEPTH_LIMIT + "?s ?p ?o" + "}" * DEPTH_LIMIT + " }")
    with pytest.raises(QueryRefused, match=str(LENGTH_LIMIT)):
        check_query("ASK { ?s ?p ?o }" + " " * LENGTH_LIMIT)


def test_braces_in_strings_and_comments_do_not_count() -> None:
    check_query('ASK { ?s ?p "' + "{" * 200 + '" } # ' + "{" * 200)


@pytest.mark.parametrize(
    "piece", ['"', "'", '"""', "'''", '"\\', "<", "<a", "#", "\\u0041", "?a<", ":", "a:"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    query = (piece * LENGTH_LIMIT)[:LENGTH_LIMIT]
    start = time.process_time()
    with suppress(QueryRefused):
        check_query(query)
    assert time.process_time() - start < 2
