from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, Graph

from govgraph import KnowledgeGraph
from govgraph.shapes import compile_shapes
from govgraph.validation import validate
from govgraph_ontology.governance import shapes_graph
from govgraph_ontology.terms import PREFIXES

# What a test breaks: the name of the fault, and an update that makes it.
FAULTS = {
    "none": "",
    "no evidence": "DELETE WHERE { ?s gov:evidence ?e }",
    "no subject": "DELETE { ?s gov:subject ?o } WHERE { ?s gov:relation gov:leads ; gov:subject ?o }",
    "two rules": 'INSERT { ?s gov:rule "another" } WHERE { ?s gov:relation gov:leads }',
    "confidence above one": """DELETE { ?s gov:confidence ?c } INSERT { ?s gov:confidence 1.5 }
        WHERE { ?s gov:confidence ?c }""",
    "confidence of another type": """DELETE { ?s gov:confidence ?c } INSERT { ?s gov:confidence "sure" }
        WHERE { ?s gov:confidence ?c }""",
    "relation of another family": """DELETE { ?s gov:relation gov:hasTarget }
        INSERT { ?s gov:relation gov:leads } WHERE { ?s gov:relation gov:hasTarget }""",
    "led by a task": "INSERT { ?t gov:leads ?t } WHERE { ?t a gov:Task }",
    "leads a bureau": "INSERT { ?b gov:leads ?b } WHERE { ?b a gov:Organization }",
    "leads a word": 'INSERT { ?b gov:leads "任务" } WHERE { ?b a gov:Organization }',
    "overseen by nobody known": "DELETE { ?p a gov:Person } WHERE { ?p a gov:Person }",
    "no label": "DELETE { ?b skos:prefLabel ?l } WHERE { ?b a gov:Organization ; skos:prefLabel ?l }",
    "two labels": 'INSERT { ?b skos:prefLabel "别名" } WHERE { ?b a gov:Organization }',
    "empty alias": 'INSERT { ?b skos:altLabel "" } WHERE { ?b a gov:Organization }',
    "start before the text": "DELETE { ?e oa:start ?n } INSERT { ?e oa:start -1 } WHERE { ?e oa:start ?n }",
    "start in words": 'DELETE { ?e oa:start ?n } INSERT { ?e oa:start "first" } WHERE { ?e oa:start ?n }',
    "unknown comparator": """DELETE { ?s gov:comparator ?c } INSERT { ?s gov:comparator "about" }
        WHERE { ?s gov:comparator ?c }""",
    "a date that is none": """DELETE { ?s gov:due ?d } INSERT { ?s gov:due "soon"^^xsd:date }
        WHERE { ?s gov:due ?d }""",
    "a day as text": """DELETE { ?d gov:issuedOn ?day } INSERT { ?d gov:issuedOn "2024-03-15" }
        WHERE { ?d gov:issuedOn ?day }""",
    "source of evidence unknown": "DELETE { ?f a gov:Source } WHERE { ?f a gov:Source }",
}


@pytest.fixture
def quads(graph: KnowledgeGraph) -> Iterator[ox.Store]:
    """The default graph of the store, in memory, to be broken."""
    memory = ox.Store()
    memory.extend(graph.store.quads.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    yield memory


def by_pyshacl(quads: ox.Store) -> set[tuple[str, str, str, str]]:
    data = Graph()
    data.parse(data=quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph())
    assert isinstance(report, Graph)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        component = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
        found.add(
            (
                str(report.value(result, SH.focusNode)),
                component.removesuffix("ConstraintComponent"),
                str(report.value(result, SH.resultPath) or ""),
                ""
                if component.startswith(("Min", "Max")) and "Count" in component
                else str(report.value(result, SH.value)),
            )
        )
    return found


@pytest.mark.parametrize("fault", FAULTS)
def test_the_compiled_shapes_find_what_pyshacl_finds(quads: ox.Store, fault: str) -> None:
    if FAULTS[fault]:
        quads.update(FAULTS[fault], prefixes=PREFIXES)
    found = {(one.focus, one.constraint, one.path, one.value) for one in validate(quads, []).findings}
    assert found == by_pyshacl(quads)
    assert bool(found) == bool(FAULTS[fault])


SPOILED = "INSERT { %s } WHERE { SELECT * { %s } ORDER BY STR(?s) LIMIT 3 }"
SPOILS = [
    ('?s gov:rule "another"', "?s gov:relation gov:hasTarget"),
    ('?s skos:prefLabel "别名"', "?s a gov:Organization"),
    ("?s gov:leads ?s", "?s a gov:Task"),
    ("?s oa:start -1", "?s oa:start ?start"),
    ('?s gov:comparator "about"', "?s gov:relation gov:hasTarget"),
]


def test_on_the_samples_too_the_compiled_shapes_find_what_pyshacl_finds(samples: KnowledgeGraph) -> None:
    smallest = min(samples.store.ledger.graphs(), key=lambda row: (not row.source, row.quads))
    spoiled = ox.Store()
    for one in samples.store.quads.quads_for_pattern(None, None, None, ox.NamedNode(smallest.iri)):
        spoiled.add(ox.Quad(one.subject, one.predicate, one.object))
    for wrong, where in SPOILS:
        spoiled.update(SPOILED % (wrong, where), prefixes=PREFIXES)
    found = {(one.focus, one.constraint, one.path, one.value) for one in validate(spoiled, []).findings}
    assert len(found) >= 3 * len(SPOILS)
    assert found == by_pyshacl(spoiled)


def test_a_finding_names_its_sentence_source_and_reason(graph: KnowledgeGraph, quads: ox.Store) -> None:
    quads.extend(graph.quads())
    quads.update(FAULTS["confidence above one"], prefixes=PREFIXES)
    report = validate(quads, graph.store.ledger.graphs())
    assert not report.conforms
    finding = next(one for one in report.findings if one.sentence.startswith("市科技局"))
    assert (finding.source, finding.shape, finding.constraint) == (
        "plan.txt",
        "StatementShape",
        "MaxInclusive",
    )
    assert finding.message == "置信度须为 0 到 1 的小数"
    assert finding.sentence == "市科技局 leads 建设创新平台"
    assert report.counts()["置信度须为 0 到 1 的小数"] == len(report.findings)


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:property [ sh:path gov:leads ; sh:lessThan gov:due ]",
        "sh:property [ sh:path gov:leads ; sh:minCount 2 ]",
        "sh:property [ sh:path ( gov:leads gov:dueBy ) ; sh:minCount 1 ]",
        "sh:property [ sh:path gov:leads ; sh:or ( [ sh:datatype xsd:string ] ) ]",
        "sh:closed true",
    ],
)
def test_a_constraint_that_is_not_compiled_is_refused_not_left_out(constraint: str) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    shapes = Graph().parse(
        data=f"{prefixes} <x:shape> a sh:NodeShape ; sh:targetClass gov:Task ; {constraint} .",
        format="turtle",
    )
    with pytest.raises(ValueError, match="x:shape"):
        compile_shapes(shapes)


def test_a_shape_without_targets_is_refused() -> None:
    shapes = Graph().parse(data="<x:shape> a <http://www.w3.org/ns/shacl#NodeShape> .", format="turtle")
    with pytest.raises(ValueError, match="x:shape"):
        compile_shapes(shapes)


def test_findings_are_kept_in_the_ledger(graph: KnowledgeGraph) -> None:
    assert graph.store.ledger.findings() == []
    assert graph.validate().conforms
