"""Shapes compiled to SPARQL: for each constraint of a shape a query that selects what breaks it.

pyshacl takes a hundred times as long on Oxigraph; a test holds the two equal. Constraints are screened before
they are asked: a quick ASK over all values of a property, whatever bears them, which is false where nothing
can be broken. Only the part of SHACL Core that our shapes use is compiled (see the head of `shapes.ttl`); a
shape that uses more is refused when it is read, for a constraint left out in silence makes all look sound.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

_TARGETS = {SH.targetClass, SH.targetSubjectsOf}
_ABOUT = {RDF.type, RDFS.label, SH.message, SH.name, SH.description, SH.severity, SH.path, SH.property}
_CHECKED_BY_CAST = {XSD.decimal, XSD.integer, XSD.boolean, XSD.date}
_FOCUS = "BIND(?focus AS ?value)"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint and the query that finds what breaks it.

    `query` selects `?focus` and, where the constraint is about values, `?value`, each pair once. `component`
    is the local name of the SHACL component without its ending (`MinCount`); `path` an IRI, empty for
    constraints on the focus itself; `message` in Chinese where the shape has one. `broken`: the expression
    over `?value` that is true where a value breaks it; empty for counts.
    """

    shape: str
    component: str
    path: str
    severity: str
    message: str
    query: str
    broken: str


@dataclass(frozen=True, slots=True)
class Screen:
    """Constraints, and an ASK query that is true if any of them is broken; it may be true if none is."""

    query: str
    constraints: tuple[Constraint, ...]


def compile_shapes(graph: Graph) -> list[Screen]:
    """All constraints of the node shapes in `graph`, by shape and property.

    Raises ValueError, naming the shape and the term, for what is not compiled.
    """
    shapes = sorted(graph.subjects(RDF.type, SH.NodeShape), key=str)
    return [screen for shape in shapes for screen in _Compiler(graph, shape).screens()]


class _Compiler:
    def __init__(self, graph: Graph, shape: Node) -> None:
        self.graph = graph
        self.name = shape
        classes = sorted(target.n3() for target in graph.objects(shape, SH.targetClass))
        predicates = sorted(target.n3() for target in graph.objects(shape, SH.targetSubjectsOf))
        if len(predicates) + bool(classes) != 1:
            raise ValueError(f"{shape}: needs sh:targetClass, or sh:targetSubjectsOf once, and not both")
        if predicates:  # each focus once, not once for each of its values
            self.target = f"{{ SELECT DISTINCT ?focus {{ ?focus {predicates[0]} ?any }} }}"
        elif len(classes) == 1:
            self.target = f"?focus a {classes[0]} ."
        else:
            self.target = f"VALUES ?target {{ {' '.join(classes)} }} ?focus a ?target ."
        self.given = predicates[0] if predicates else RDF.type.n3()

    def screens(self) -> list[Screen]:
        own = self._constraints(self.name, None)
        found = [Screen(f"ASK {{ {self.target} {_FOCUS} FILTER({_any(own)}) }}", tuple(own))] if own else []
        required: list[Constraint] = []
        for part in sorted(self.graph.objects(self.name, SH.property), key=self._path):
            path = self._path(part)
            constraints = self._constraints(part, path)
            required += [one for one in constraints if one.component == "MinCount"]
            single = [one for one in constraints if one.component == "MaxCount"]
            values = [one for one in constraints if one.broken]
            bears = f"?focus <{path}> ?value"
            if values:
                found.append(Screen(f"ASK {{ {bears} . FILTER({_any(values)}) }}", tuple(values)))
            if single:
                counts = "(COUNT(?value) AS ?all) (COUNT(DISTINCT ?focus) AS ?bearers)"
                query = f"ASK {{ {{ SELECT {counts} {{ {bears} }} }} FILTER(?all != ?bearers) }}"
                found.append(Screen(query, tuple(single)))
        return [*found, *([self._for_required(required)] if required else [])]

    def _for_required(self, required: list[Constraint]) -> Screen:
        """Every target has the property that makes it one, so none is without a group to be counted in."""
        paths = sorted({self.given, *(f"<{one.path}>" for one in required)})
        counts = f"SELECT ?focus (COUNT(DISTINCT ?path) AS ?count) {{ {self.target} ?focus ?path ?value ."
        query = (
            f"ASK {{ {{ {counts} FILTER(?path IN ({', '.join(paths)})) }} GROUP BY ?focus }} "
            f"FILTER(?count < {len(paths)}) }}"
        )
        return Screen(query, tuple(required))

    def _path(self, part: Node) -> URIRef:
        path = self.graph.value(part, SH.path)
        if not isinstance(path, URIRef):
            raise ValueError(f"{self.name}: sh:path must be one predicate, not {path}")
        return path

    def _constraints(self, part: Node, path: URIRef | None) -> list[Constraint]:
        texts = [text for text in self.graph.objects(part, SH.message) if isinstance(text, Literal)]
        messages = {str(text.language): str(text) for text in texts}
        severity = self.graph.value(part, SH.severity) or SH.Violation
        found = []
        for predicate, parameter in self.graph.predicate_objects(part):
            if predicate in _ABOUT or predicate in _TARGETS:
                continue
            component, broken = self._component(predicate, parameter, path)
            usual = f"{_local(path or self.name)} 不符合 (breaks) {component}"
            found.append(
                Constraint(
                    shape=_local(self.name),
                    component=component,
                    path=str(path or ""),
                    severity=_local(severity),
                    message=messages.get("zh") or min(messages.values(), default=usual),
                    query=self._query(component, broken, path),
                    broken=broken,
                )
            )
        return sorted(found, key=lambda one: (one.component, one.query))

    def _component(self, predicate: Node, parameter: Node, path: URIRef | None) -> tuple[str, str]:
        """The component and when a value breaks it. Numbers are sections of SHACL (2017)."""
        term = parameter.n3()
        match str(predicate).removeprefix(str(SH)):
            case "class":  # 4.1.1; the graph holds no rdfs:subClassOf, so the type itself decides
                return "Class", f"NOT EXISTS {{ ?value a {term} }}"
            case "datatype":  # 4.1.2; a literal must also be well formed
                wrong = f"!isLiteral(?value) || datatype(?value) != {term}"
                if parameter in _CHECKED_BY_CAST:
                    wrong += f" || !COALESCE(isLiteral({term}(STR(?value))), false)"
                return "Datatype", wrong
            case "nodeKind" if parameter in {SH.IRI, SH.Literal}:  # 4.1.3
                return "NodeKind", f"!{'isIRI' if parameter == SH.IRI else 'isLiteral'}(?value)"
            case "minCount" if path and str(parameter) == "1":  # 4.2.1
                return "MinCount", ""
            case "maxCount" if path and str(parameter) == "1":  # 4.2.2
                return "MaxCount", ""
            case "minInclusive":  # 4.3.2; what cannot be compared breaks it
                return "MinInclusive", f"!COALESCE(?value >= {term}, false)"
            case "maxInclusive":  # 4.3.4
                return "MaxInclusive", f"!COALESCE(?value <= {term}, false)"
            case "pattern":  # 4.4.3
                return "Pattern", f"isBlank(?value) || !REGEX(STR(?value), {term})"
            case "or":  # 4.6.3, over classes
                classes = " ".join(self._only_class(member) for member in Collection(self.graph, parameter))
                return "Or", f"NOT EXISTS {{ VALUES ?class {{ {classes} }} ?value a ?class }}"
            case "in":  # 4.8.3; by term, so that "1" is not 1
                members = Collection(self.graph, parameter)
                return "In", f"!({' || '.join(f'sameTerm(?value, {member.n3()})' for member in members)})"
        raise ValueError(f"{self.name}: not compiled, extend govgraph.shapes: {predicate} {parameter}")

    def _only_class(self, member: Node) -> str:
        triples = list(self.graph.predicate_objects(member))
        if len(triples) != 1 or triples[0][0] != SH["class"]:
            raise ValueError(f"{self.name}: sh:or is compiled over classes only")
        return triples[0][1].n3()

    def _query(self, component: str, broken: str, path: URIRef | None) -> str:
        if component == "MinCount":
            return (
                f"SELECT DISTINCT ?focus {{ {self.target} FILTER NOT EXISTS {{ ?focus <{path}> ?value }} }}"
            )
        if component == "MaxCount":
            twice = f"?focus <{path}> ?value , ?other . FILTER(!sameTerm(?value, ?other))"
            return f"SELECT DISTINCT ?focus {{ {self.target} {twice} }}"
        values = f"?focus <{path}> ?value ." if path else _FOCUS
        return f"SELECT DISTINCT ?focus ?value {{ {self.target} {values} FILTER({broken}) }}"


def _any(constraints: list[Constraint]) -> str:
    return " || ".join(sorted(f"({one.broken})" for one in constraints))


def _local(iri: Node) -> str:
    return str(iri).rpartition("#")[2]
