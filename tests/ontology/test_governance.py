import pytest
from rdflib import URIRef
from rdflib.namespace import Namespace

from govgraph_ontology.governance import (
    all_terms,
    declared,
    definition,
    label,
    local_name,
    members,
    ontology_graph,
    value,
)
from govgraph_ontology.terms import (
    CV,
    DCTERMS,
    ELI,
    FOAF,
    GOV,
    OA,
    ORG,
    OWL,
    PROV,
    QB,
    QUDT,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    TIME,
    XSD,
)

PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
PROPERTIES = [term for kind in PROPERTY_TYPES for term in declared(kind)]


def chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


@pytest.mark.parametrize("term", all_terms(), ids=local_name)
def test_every_term_has_label_and_definition_in_both_languages(term: URIRef) -> None:
    assert chinese(label(term, "zh"))
    assert chinese(definition(term, "zh"))
    assert label(term, "en").isascii()
    assert definition(term, "en").isascii()
    assert definition(term, "en") != label(term, "en")


def test_no_term_has_two_labels_in_one_language() -> None:
    for term in all_terms():
        for predicate in (RDFS.label, SKOS.definition):
            languages = [text.language for text in ontology_graph().objects(term, predicate)]  # type: ignore[attr-defined]
            assert sorted(languages) == ["en", "zh"], term


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_relations_share_a_label(language: str) -> None:
    relations = [term for term in PROPERTIES if value(term, GOV.statementClass)]
    names = [label(term, language) for term in relations]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("term", PROPERTIES, ids=local_name)
def test_every_property_declares_domain_and_range(term: URIRef) -> None:
    assert members(term, RDFS.domain)
    assert members(term, RDFS.range)


def test_datatype_properties_lead_to_values_and_object_properties_to_things() -> None:
    for term in declared(OWL.DatatypeProperty):
        assert all(found.startswith(str(XSD)) for found in members(term, RDFS.range)), term
    for term in declared(OWL.ObjectProperty):
        assert not any(found.startswith(str(XSD)) for found in members(term, RDFS.range)), term


def test_inverses_are_mutual_and_turn_domain_and_range_around() -> None:
    pairs = [(term, value(term, OWL.inverseOf)) for term in PROPERTIES if value(term, OWL.inverseOf)]
    assert len(pairs) > 30
    for term, inverse in pairs:
        assert inverse is not None
        assert value(inverse, OWL.inverseOf) == term
        assert members(inverse, RDFS.domain) == members(term, RDFS.range)
        assert members(inverse, RDFS.range) == members(term, RDFS.domain)


def test_every_class_is_linked_to_a_reused_vocabulary() -> None:
    for term in declared(OWL.Class):
        parents = members(term, RDFS.subClassOf)
        assert parents, term
        assert GOV.Statement in parents or any(not parent.startswith(str(GOV)) for parent in parents), term


@pytest.mark.parametrize(
    "vocabulary", [ORG, CV, ELI, SCHEMA, QUDT, OA, PROV, SKOS, TIME, QB, DCTERMS, FOAF], ids=str
)
def test_every_vocabulary_of_the_design_is_linked(vocabulary: Namespace) -> None:
    linked = {
        other
        for term in all_terms()
        for link in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, RDFS.seeAlso)
        for other in members(term, link)
    }
    assert any(other.startswith(str(vocabulary)) for other in linked)


def test_linked_terms_exist_in_the_vocabularies_that_rdflib_knows() -> None:
    for namespace in (ORG, SCHEMA, PROV, SKOS, TIME, QB, DCTERMS, FOAF):
        used = {
            other for triple in ontology_graph() for other in triple if str(other).startswith(str(namespace))
        }
        for other in used:
            assert other in namespace, other  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("term", "link", "other"),
    [
        (GOV.Organization, RDFS.subClassOf, ORG.FormalOrganization),
        (GOV.Organization, RDFS.subClassOf, CV.PublicOrganisation),
        (GOV.Participation, RDFS.subClassOf, CV.Participation),
        (GOV.Appointment, RDFS.subClassOf, ORG.Membership),
        (GOV.Document, RDFS.subClassOf, ELI.LegalResource),
        (GOV.Project, RDFS.subClassOf, SCHEMA.Project),
        (GOV.Evidence, RDFS.subClassOf, OA.TextPositionSelector),
        (GOV.value, RDFS.subPropertyOf, QUDT.numericValue),
        (GOV.issuedBy, RDFS.subPropertyOf, ELI.passed_by),
        (GOV.documentNumber, RDFS.subPropertyOf, ELI.id_local),
        (GOV.issuedOn, RDFS.subPropertyOf, ELI.date_document),
        (GOV.cites, RDFS.subPropertyOf, ELI.cites),
        (GOV.printedIn, RDFS.subPropertyOf, PROV.wasDerivedFrom),
        (GOV.subject, RDFS.subPropertyOf, RDF.subject),
    ],
)
def test_term_is_a_sub_term_of_the_standard_one(term: URIRef, link: URIRef, other: URIRef) -> None:
    assert other in members(term, link)


def test_missing_language_is_an_error_that_names_the_term() -> None:
    with pytest.raises(ValueError, match="leads"):
        label(GOV.leads, "fr")
