"""The shapes, with pySHACL as the judge: a small sound graph, and the same with one thing wrong."""

from collections.abc import Iterable

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from govgraph_ontology.governance import shapes_graph
from govgraph_ontology.iri import entity_iri, source_iri, statement_iri
from govgraph_ontology.schema import CLASSES, QUALIFIERS, RELATIONS, Relation
from govgraph_ontology.terms import GOV, OA, PREFIXES, PROV, RDF, SH, SKOS, XSD

ORGANIZATION = entity_iri("Organization", "示范省/云溪市", "科学技术局")
TASK = entity_iri("Task", "云府〔2024〕12号", "二")
DOCUMENT = entity_iri("Document", "云府〔2024〕12号")
INDICATOR = entity_iri("Indicator", "高新技术企业数")
SOURCE = source_iri("yunxi.txt")
EVIDENCE = entity_iri("Evidence", "yunxi.txt", "10-19")
LEADS = statement_iri("yunxi.txt", "leads")
TARGET = statement_iri("yunxi.txt", "hasTarget")


def sound_graph() -> Graph:
    graph = Graph()
    entities = {
        ORGANIZATION: ("Organization", "云溪市科技局"),
        TASK: ("Task", "建设创新平台"),
        DOCUMENT: ("Document", "云溪市创新行动计划"),
        INDICATOR: ("Indicator", "高新技术企业数"),
        SOURCE: ("Source", "yunxi.txt"),
    }
    for iri, (kind, name) in entities.items():
        graph.add((iri, RDF.type, CLASSES[kind].iri))
        graph.add((iri, SKOS.prefLabel, Literal(name)))
    graph.add((EVIDENCE, RDF.type, GOV.Evidence))
    graph.add((EVIDENCE, OA.hasSource, SOURCE))
    graph.add((EVIDENCE, OA.start, Literal(10)))
    graph.add((EVIDENCE, OA.end, Literal(19)))
    graph.add((EVIDENCE, OA.exact, Literal("由市科技局牵头负责")))
    graph.add((EVIDENCE, GOV.line, Literal(2)))
    state(graph, LEADS, "leads", ORGANIZATION, TASK)
    state(graph, TARGET, "hasTarget", TASK, INDICATOR)
    graph.add((TARGET, GOV.value, Literal("1.2", datatype=XSD.decimal)))
    graph.add((TARGET, GOV.unit, Literal("万家")))
    graph.add((TARGET, GOV.comparator, Literal(">=")))
    graph.add((TARGET, GOV.due, Literal("2025-12-31", datatype=XSD.date)))
    graph.add((TARGET, GOV.duePrecision, Literal("year")))
    return graph


def state(graph: Graph, iri: URIRef, relation: str, subject: URIRef, obj: Node) -> None:
    graph.add((iri, RDF.type, RELATIONS[relation].statement_class))
    graph.add((iri, GOV.subject, subject))
    graph.add((iri, GOV.relation, RELATIONS[relation].iri))
    graph.add((iri, GOV.object, obj))
    graph.add((iri, GOV.rule, Literal("responsibility.prose")))
    graph.add((iri, GOV.confidence, Literal("0.95", datatype=XSD.decimal)))
    graph.add((iri, GOV.evidence, EVIDENCE))
    graph.add((iri, PROV.wasDerivedFrom, DOCUMENT))
    graph.add((subject, RELATIONS[relation].iri, obj))


def faults(graph: Graph) -> set[tuple[Node, Node | None]]:
    """Focus node and path of every violation."""
    _, report, _ = validate(graph, shacl_graph=shapes_graph())
    assert isinstance(report, Graph)
    return {
        (report.value(result, SH.focusNode), report.value(result, SH.resultPath))  # type: ignore[misc]
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_sound_graph_fits() -> None:
    assert faults(sound_graph()) == set()


@pytest.mark.parametrize(
    ("node", "path"),
    [
        (LEADS, GOV.evidence),
        (LEADS, GOV.subject),
        (LEADS, GOV.relation),
        (LEADS, GOV.object),
        (LEADS, GOV.rule),
        (LEADS, GOV.confidence),
        (LEADS, PROV.wasDerivedFrom),
        (EVIDENCE, OA.exact),
        (EVIDENCE, OA.start),
        (EVIDENCE, OA.end),
        (EVIDENCE, OA.hasSource),
        (EVIDENCE, GOV.line),
        (ORGANIZATION, SKOS.prefLabel),
        (TASK, SKOS.prefLabel),
        (SOURCE, SKOS.prefLabel),
    ],
)
def test_what_every_node_needs_is_missed(node: URIRef, path: URIRef) -> None:
    graph = sound_graph()
    graph.remove((node, path, None))
    assert (node, path) in faults(graph)


@pytest.mark.parametrize(
    ("node", "path", "wrong"),
    [
        (LEADS, GOV.confidence, Literal("1.01", datatype=XSD.decimal)),
        (LEADS, GOV.confidence, Literal("-0.1", datatype=XSD.decimal)),
        (LEADS, GOV.confidence, Literal(0.5)),
        (LEADS, GOV.relation, GOV.hasTarget),
        (LEADS, GOV.rule, Literal("")),
        (LEADS, GOV.evidence, DOCUMENT),
        (TARGET, GOV.due, Literal("2025")),
        (TARGET, GOV.due, Literal("2025-13-45", datatype=XSD.date)),
        (TARGET, GOV.duePrecision, Literal("decade")),
        (TARGET, GOV.comparator, Literal("≥")),
        (TARGET, GOV.change, Literal("grow")),
        (TARGET, GOV.value, Literal("1.2")),
        (TARGET, GOV.nature, Literal("指导性")),
        (EVIDENCE, OA.start, Literal(-1)),
        (EVIDENCE, OA.end, Literal("19")),
        (EVIDENCE, OA.exact, Literal("")),
        (EVIDENCE, OA.hasSource, DOCUMENT),
        (EVIDENCE, GOV.line, Literal(0)),
    ],
)
def test_ill_formed_value_is_found(node: URIRef, path: URIRef, wrong: Node) -> None:
    graph = sound_graph()
    graph.set((node, path, wrong))
    assert (node, path) in faults(graph)


def test_second_preferred_name_is_found() -> None:
    graph = sound_graph()
    graph.add((ORGANIZATION, SKOS.prefLabel, Literal("云溪市科学技术局")))
    assert (ORGANIZATION, SKOS.prefLabel) in faults(graph)


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=list(RELATIONS))
def test_subject_outside_the_domain_is_found(relation: Relation) -> None:
    graph = sound_graph()
    graph.add((INDICATOR, relation.iri, INDICATOR))
    assert (INDICATOR, None) in faults(graph)


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=list(RELATIONS))
def test_object_outside_the_range_is_found(relation: Relation) -> None:
    graph = sound_graph()
    graph.add((INDICATOR, relation.iri, SOURCE))
    assert (INDICATOR, relation.iri) in faults(graph)


def listed(shapes: Iterable[Node]) -> set[str]:
    graph = shapes_graph()
    found: set[str] = set()
    for shape in shapes:
        found.update(str(kind) for kind in graph.objects(shape, SH["class"]))
        for alternatives in graph.objects(shape, SH["or"]):
            members = Collection(graph, alternatives)
            found.update(str(graph.value(member, SH["class"])) for member in members)
    return {name.removeprefix(str(GOV)) for name in found}


@pytest.mark.parametrize("name", RELATIONS)
def test_shape_of_a_relation_repeats_its_domain_and_range(name: str) -> None:
    graph, relation = shapes_graph(), RELATIONS[name]
    (shape,) = graph.subjects(SH.targetSubjectsOf, relation.iri)
    (ends,) = [
        found for found in graph.objects(shape, SH.property) if graph.value(found, SH.path) == relation.iri
    ]
    assert listed([shape]) == set(relation.domain)
    assert listed([ends]) == set(relation.range)
    assert graph.value(ends, SH.datatype) == relation.datatype


def test_every_statement_class_allows_its_relations_and_types_its_qualifiers() -> None:
    graph = shapes_graph()
    for kind in {relation.statement_class for relation in RELATIONS.values()}:
        properties = [
            found
            for shape in graph.subjects(SH.targetClass, kind)
            for found in graph.objects(shape, SH.property)
        ]
        relations = [relation for relation in RELATIONS.values() if relation.statement_class == kind]
        (allowed,) = [
            node
            for found in properties
            if graph.value(found, SH.path) == GOV.relation
            for node in graph.objects(found, SH["in"])
        ]
        assert set(Collection(graph, allowed)) == {relation.iri for relation in relations}
        typed = {graph.value(found, SH.path): graph.value(found, SH.datatype) for found in properties}
        for qualifier in relations[0].qualifiers:
            assert typed[qualifier.iri] == qualifier.datatype
            if qualifier.normalized:
                assert typed[qualifier.normalized] == qualifier.datatype
            if qualifier.precision:
                assert typed[qualifier.precision] == XSD.string


def test_every_class_is_the_target_of_a_shape() -> None:
    targets = set(shapes_graph().objects(None, SH.targetClass))
    assert targets == {kind.iri for kind in CLASSES.values()} - {GOV.Statement}


COMPILED = """
targetClass targetSubjectsOf property path minCount maxCount datatype nodeKind in pattern minInclusive
maxInclusive class or message
"""


def test_shapes_use_only_what_compiles_to_one_query_each() -> None:
    allowed = {SH[name] for name in COMPILED.split()}
    used = {predicate for predicate in shapes_graph().predicates() if str(predicate).startswith(str(SH))}
    assert used <= allowed
    assert all(isinstance(path, URIRef) for path in shapes_graph().objects(None, SH.path))


def test_messages_are_in_both_languages() -> None:
    graph = shapes_graph()
    for shape in set(graph.subjects(SH.message)):
        languages = sorted(text.language for text in graph.objects(shape, SH.message))  # type: ignore[attr-defined]
        assert languages == ["en", "zh"]


def test_shapes_and_code_abbreviate_alike() -> None:
    bound = {prefix: str(namespace) for prefix, namespace in shapes_graph().namespaces()}
    for prefix in ("gov", "oa", "prov", "sh", "skos", "xsd"):
        assert bound[prefix] == PREFIXES[prefix]


def test_every_qualifier_is_checked_somewhere() -> None:
    paths = set(shapes_graph().objects(None, SH.path))
    assert {qualifier.iri for qualifier in QUALIFIERS.values()} <= paths
