"""Reading `governance.ttl` and `shapes.ttl`: what they say about a term, in the order of the file.

Oxigraph parses them, in a twentieth of the time that rdflib takes: every command waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from govgraph_ontology.terms import GOV, OWL, RDF, RDFS, SKOS, XSD


@cache
def ontology_graph() -> Graph:
    """The triples of `governance.ttl`. Treat it as read-only."""
    return _graph("governance.ttl")


@cache
def shapes_graph() -> Graph:
    """The SHACL shapes of `shapes.ttl`. Treat it as read-only."""
    return _graph("shapes.ttl")


def declared(kind: URIRef) -> tuple[URIRef, ...]:
    """The terms of a type (`owl:Class`, `gov:Qualifier`), in the order of the file."""
    return tuple(term for term in all_terms() if kind in _objects(term, RDF.type))


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
    return next((found for found in _objects(term, predicate) if isinstance(found, URIRef)), None)


@cache
def members(term: Node, predicate: URIRef) -> tuple[URIRef, ...]:
    """The terms to which `predicate` leads (`rdfs:domain`), the classes of an `owl:unionOf` one by one."""
    found: list[Node] = []
    for expression in _objects(term, predicate):
        unions = _objects(expression, OWL.unionOf)
        found.extend(_listed(unions[0]) if unions else [expression])
    return tuple(member for member in found if isinstance(member, URIRef))


def local_name(term: Node) -> str:
    """`leads` for `gov:leads`."""
    return str(term).removeprefix(str(GOV))


def _said(term: Node, predicate: URIRef, language: str) -> str:
    for text in _objects(term, predicate):
        if isinstance(text, Literal) and text.language == language:
            return str(text)
    raise ValueError(f"governance.ttl: {term} has no {local_name(predicate)} in {language!r}")


def _listed(node: Node) -> Iterator[Node]:
    """The members of an RDF list."""
    first, rest, nil = RDF.first, RDF.rest, RDF.nil
    while node != nil:
        yield _objects(node, first)[0]
        node = _objects(node, rest)[0]


def _objects(term: Node, predicate: URIRef) -> list[Node]:
    """What the ontology says of a term, in the order of the file."""
    return _statements().get((term, predicate), [])


@cache
def _statements() -> dict[tuple[Node, Node], list[Node]]:
    """The objects of the ontology by subject and predicate."""
    found: dict[tuple[Node, Node], list[Node]] = {}
    for subject, predicate, obj in _triples(_parsed("governance.ttl")):
        found.setdefault((subject, predicate), []).append(obj)
    return found


def _graph(file_name: str) -> Graph:
    graph = Graph()
    parsed = _parsed(file_name)
    for triple in _triples(parsed):
        graph.add(triple)
    for prefix, iri in parsed.prefixes.items():
        graph.bind(prefix, iri)
    return graph


def _parsed(file_name: str) -> ox.QuadParser:
    return ox.parse(_text(file_name), format=ox.RdfFormat.TURTLE)


def _triples(quads: Iterable[ox.Quad]) -> Iterator[tuple[Node, Node, Node]]:
    for quad in quads:
        yield _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        kind = URIRef(term.datatype.value)
        return Literal(term.value, datatype=None if kind == XSD.string else kind)  # as rdflib reads it
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    return BNode(str(term))


def _text(file_name: str) -> str:
    return (files("govgraph_ontology") / file_name).read_text(encoding="utf-8")
