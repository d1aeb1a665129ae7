"""Reading `governance.ttl` and `shapes.ttl`: what they say about a term, in the order of the file."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from govgraph_ontology.terms import GOV, OWL, RDF, RDFS, SKOS


@cache
def ontology_graph() -> Graph:
    """The triples of `governance.ttl`. Treat it as read-only."""
    return Graph().parse(data=_text("governance.ttl"), format="turtle")


@cache
def shapes_graph() -> Graph:
    """The SHACL shapes of `shapes.ttl`. Treat it as read-only."""
    return Graph().parse(data=_text("shapes.ttl"), format="turtle")


def declared(kind: URIRef) -> tuple[URIRef, ...]:
    """The terms of a type (`owl:Class`, `gov:Qualifier`), in the order of the file."""
    of_kind = set(ontology_graph().subjects(RDF.type, kind))
    return tuple(term for term in all_terms() if term in of_kind)


@cache
def all_terms() -> tuple[URIRef, ...]:
    """Every term that the ontology declares, in the order of the file."""
    names = re.findall(r"^gov:([A-Za-z]+) a ", _text("governance.ttl"), re.MULTILINE)
    return tuple(URIRef(str(GOV) + name) for name in names)


def label(term: Node, language: str) -> str:
    """The label of a term in `zh` or `en`."""
    return _said(term, RDFS.label, language)


def definition(term: Node, language: str) -> str:
    """The definition of a term in `zh` or `en`."""
    return _said(term, SKOS.definition, language)


def value(term: Node, predicate: URIRef) -> URIRef | None:
    """The one term to which `predicate` leads, if there is one."""
    found = ontology_graph().value(term, predicate)
    return found if isinstance(found, URIRef) else None


def members(term: Node, predicate: URIRef) -> tuple[URIRef, ...]:
    """The terms to which `predicate` leads (`rdfs:domain`), the classes of an `owl:unionOf` one by one."""
    graph = ontology_graph()
    found: list[Node] = []
    for expression in graph.objects(term, predicate):
        union = graph.value(expression, OWL.unionOf)
        found.extend([expression] if union is None else Collection(graph, union))
    return tuple(member for member in found if isinstance(member, URIRef))


def local_name(term: Node) -> str:
    """`leads` for `gov:leads`."""
    return str(term).removeprefix(str(GOV))


def _said(term: Node, predicate: URIRef, language: str) -> str:
    for text in ontology_graph().objects(term, predicate):
        if isinstance(text, Literal) and text.language == language:
            return str(text)
    raise ValueError(f"governance.ttl: {term} has no {local_name(predicate)} in {language!r}")


def _text(file_name: str) -> str:
    return (files("govgraph_ontology") / file_name).read_text(encoding="utf-8")
