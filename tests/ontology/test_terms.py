import pytest
from rdflib import URIRef

from govgraph_ontology.governance import all_terms, ontology_graph, shapes_graph
from govgraph_ontology.terms import CV, ELI, GOV, OA, ONTOLOGY, OWL, PREFIXES, QUDT, RDF


def test_namespace_holds_exactly_the_terms_of_the_ttl() -> None:
    assert {str(GOV[name]) for name in GOV.__annotations__ if not name.startswith("_")} == {
        *map(str, all_terms())
    }


def test_mistyped_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = GOV.leeds


def test_every_term_is_declared_once_and_where_the_order_finds_it() -> None:
    declared = {term for term in ontology_graph().subjects(RDF.type) if str(term).startswith(str(GOV))}
    assert len(all_terms()) == len(set(all_terms()))
    assert set(all_terms()) == declared


@pytest.mark.parametrize("graph", [ontology_graph(), shapes_graph()], ids=["governance", "shapes"])
def test_no_term_is_used_undeclared(graph: object) -> None:
    used = {term for triple in graph for term in triple if isinstance(term, URIRef)}  # type: ignore[attr-defined]
    ours = {term for term in used if term.startswith(str(GOV))}
    assert ours <= set(all_terms())


def test_reused_terms_are_terms_of_their_closed_namespaces() -> None:
    for namespace in (OA, ELI, CV, QUDT):
        used = {
            term for triple in ontology_graph() for term in triple if str(term).startswith(str(namespace))
        }
        assert used
        for term in used:
            assert term in namespace, term  # type: ignore[attr-defined]


def test_prefixes_of_code_and_ttl_agree() -> None:
    bound = {prefix: str(namespace) for prefix, namespace in ontology_graph().namespaces()}
    for prefix, namespace in PREFIXES.items():
        assert bound.get(prefix, namespace) == namespace
    assert bound["gov"] == str(GOV)


def test_ontology_says_what_it_is() -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology_graph()
    assert str(GOV) == f"{ONTOLOGY}#"
