"""Shapes compiled to SPARQL: each constraint of a shape is one query that selects what breaks it.

pyshacl takes a hundred times as long on Oxigraph; a test holds the two equal. Only the part of SHACL Core
that our shapes use is compiled (see the head of `shapes.ttl`), and a shape that uses more is refused when it
is read: a constraint that is silently left out would make every graph look sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

_TARGETS = {SH.targetClass, SH.targetSubjectsOf}
_ABOUT = {RDF.type, RDFS.label, SH.message, SH.name, SH.description, SH.severity, SH.path, SH.property}
_CHECKED_BY_CAST = {XSD.decimal, XSD.integer, XSD.boolean, XSD.date}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint and the query that finds what breaks it.

    `query` selects `?focus` and, where the constraint is about values, `?value`, each pair once. `component`
    is the local name of the SHACL component without its ending (`MinCount`); `path` an IRI, empty for
    constraints on the focus itself; `message` in Chinese where the shape has one.
    """

    shape: str
    component: str
    path: str
    severity: str
    message: str
    query: str


def compile_shapes(graph: Graph) -> list[Constraint]:
    """Every constraint of the node shapes in `graph`, in the order of their names.

    Raises ValueError, naming the shape and the term, for what is not compiled.
    """
    found: list[Constraint] = []
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        target = _target(graph, shape)
        found += _constraints(graph, shape, shape, target, None)
        for part in graph.objects(shape, SH.property):
            path = graph.value(part, SH.path)
            if not isinstance(path, URIRef):
                raise ValueError(f"{shape}: sh:path must be one predicate, not {path}")
            found += _constraints(graph, shape, part, target, path)
    return sorted(found, key=lambda one: (one.shape, one.path, one.component))


def _target(graph: Graph, shape: Node) -> str:
    classes = sorted(target.n3() for target in graph.objects(shape, SH.targetClass))
    predicates = sorted(target.n3() for target in graph.objects(shape, SH.targetSubjectsOf))
    if bool(classes) == bool(predicates):
        raise ValueError(f"{shape}: needs sh:targetClass or sh:targetSubjectsOf, and not both")
    if predicates:
        return f"?focus {'|'.join(predicates)} ?any ."
    if len(classes) == 1:
        return f"?focus a {classes[0]} ."
    return f"VALUES ?target {{ {' '.join(classes)} }} ?focus a ?target ."


def _constraints(
    graph: Graph, shape: Node, part: Node, target: str, path: URIRef | None
) -> Iterator[Constraint]:
    texts = [text for text in graph.objects(part, SH.message) if isinstance(text, Literal)]
    messages = {str(text.language): str(text) for text in texts}
    severity = graph.value(part, SH.severity) or SH.Violation
    for predicate, parameter in graph.predicate_objects(part):
        if predicate in _ABOUT or predicate in _TARGETS:
            continue
        component, condition = _condition(graph, shape, predicate, parameter, path)
        values = f"?focus <{path}> ?value ." if path else "BIND(?focus AS ?value)"
        if component in {"MinCount", "MaxCount"}:
            query = f"SELECT DISTINCT ?focus {{ {target} {condition} }}"
        else:
            query = f"SELECT DISTINCT ?focus ?value {{ {target} {values} {condition} }}"
        usual = f"{_local(path or shape)} 不符合 (breaks) {component}"
        yield Constraint(
            shape=_local(shape),
            component=component,
            path=str(path or ""),
            severity=_local(severity),
            message=messages.get("zh") or next(iter(sorted(messages.values())), usual),
            query=query,
        )


def _condition(
    graph: Graph, shape: Node, predicate: Node, parameter: Node, path: URIRef | None
) -> tuple[str, str]:
    """The component and the pattern that holds where it is broken. Numbers are sections of SHACL (2017)."""
    term = parameter.n3()
    match str(predicate).removeprefix(str(SH)):
        case "class":  # 4.1.1; the graph holds no rdfs:subClassOf, so the type itself decides
            return "Class", f"FILTER NOT EXISTS {{ ?value a {term} }}"
        case "datatype":  # 4.1.2; a literal must also be well formed
            wrong = f"!isLiteral(?value) || datatype(?value) != {term}"
            if parameter in _CHECKED_BY_CAST:
                wrong += f" || !COALESCE(isLiteral({term}(STR(?value))), false)"
            return "Datatype", f"FILTER({wrong})"
        case "nodeKind" if parameter in {SH.IRI, SH.Literal}:  # 4.1.3
            return "NodeKind", f"FILTER(!{'isIRI' if parameter == SH.IRI else 'isLiteral'}(?value))"
        case "minCount" if path and str(parameter) == "1":  # 4.2.1
            return "MinCount", f"FILTER NOT EXISTS {{ ?focus <{path}> ?value }}"
        case "maxCount" if path and str(parameter) == "1":  # 4.2.2
            return "MaxCount", f"?focus <{path}> ?value , ?other . FILTER(!sameTerm(?value, ?other))"
        case "minInclusive":  # 4.3.2; what cannot be compared breaks it
            return "MinInclusive", f"FILTER(!COALESCE(?value >= {term}, false))"
        case "maxInclusive":  # 4.3.4
            return "MaxInclusive", f"FILTER(!COALESCE(?value <= {term}, false))"
        case "pattern":  # 4.4.3
            return "Pattern", f"FILTER(isBlank(?value) || !REGEX(STR(?value), {term}))"
        case "or":  # 4.6.3, over classes
            classes = [_only_class(graph, shape, member) for member in Collection(graph, parameter)]
            return "Or", f"FILTER NOT EXISTS {{ VALUES ?class {{ {' '.join(classes)} }} ?value a ?class }}"
        case "in":  # 4.8.3; by term, so that "1" is not 1
            members = Collection(graph, parameter)
            same = " || ".join(f"sameTerm(?value, {member.n3()})" for member in members)
            return "In", f"FILTER(!({same}))"
    raise ValueError(f"{shape}: not compiled, extend govgraph.shapes: {predicate} {parameter}")


def _only_class(graph: Graph, shape: Node, member: Node) -> str:
    triples = list(graph.predicate_objects(member))
    if len(triples) != 1 or triples[0][0] != SH["class"]:
        raise ValueError(f"{shape}: sh:or is compiled over classes only")
    return triples[0][1].n3()


def _local(iri: Node) -> str:
    return str(iri).rpartition("#")[2]
