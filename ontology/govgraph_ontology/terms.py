"""The terms of the graph as closed namespaces: a mistyped term is an error, not a silent new term.

GOV holds exactly the terms of `governance.ttl`. The vocabularies that rdflib does not bring along are cut
down to what the project uses: the Web Annotation vocabulary, ELI, the SEMIC core vocabularies and QUDT.
"""

# ruff: noqa: N815 - the terms are spelled as their vocabularies spell them

from __future__ import annotations

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SH, SKOS, TIME, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

__all__ = [
    "CV",
    "DCTERMS",
    "ELI",
    "FOAF",
    "GOV",
    "OA",
    "ONTOLOGY",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QB",
    "QUDT",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "TIME",
    "XSD",
]

ONTOLOGY = URIRef("https://w3id.org/govgraph/ontology")
"""The IRI of the ontology itself."""

SCHEMA = SDO
"""schema.org under `https:`, the one scheme that the project uses."""


class GOV(DefinedNamespace):
    """The project's own terms (prefix `gov:`); what each means is said in `governance.ttl`."""

    _NS = Namespace("https://w3id.org/govgraph/ontology#")
    _fail = True

    # Things
    Organization: URIRef
    OrganizationGroup: URIRef
    Enterprise: URIRef
    Person: URIRef
    Post: URIRef
    Task: URIRef
    Document: URIRef
    District: URIRef
    Project: URIRef
    Industry: URIRef
    Indicator: URIRef
    Benefit: URIRef
    BudgetLine: URIRef
    Term: URIRef
    Source: URIRef
    Evidence: URIRef
    Inference: URIRef

    # Statements
    Statement: URIRef
    Participation: URIRef
    Target: URIRef
    ProjectInclusion: URIRef
    IndustryDevelopment: URIRef
    Location: URIRef
    DocumentDescription: URIRef
    Citation: URIRef
    Appointment: URIRef
    Removal: URIRef
    Deadline: URIRef
    Grant: URIRef
    BudgetAllocation: URIRef
    Definition: URIRef
    Honour: URIRef

    # Relations
    leads: URIRef
    cooperates: URIRef
    responsible: URIRef
    implements: URIRef
    oversees: URIRef
    hasTarget: URIRef
    hasProject: URIRef
    developsIndustry: URIRef
    locatedIn: URIRef
    issuedBy: URIRef
    documentNumber: URIRef
    issuedOn: URIRef
    effectiveFrom: URIRef
    expiresOn: URIRef
    contactPoint: URIRef
    includes: URIRef
    cites: URIRef
    interprets: URIRef
    appointed: URIRef
    removed: URIRef
    dueBy: URIRef
    grants: URIRef
    allocates: URIRef
    defines: URIRef
    honours: URIRef

    # Inverses
    ledBy: URIRef
    supportedBy: URIRef
    responsibilityOf: URIRef
    implementedBy: URIRef
    overseenBy: URIRef
    targetOf: URIRef
    projectOf: URIRef
    developedIn: URIRef
    locationOf: URIRef
    issued: URIRef
    contactPointFor: URIRef
    includedIn: URIRef
    citedBy: URIRef
    interpretedBy: URIRef
    appointee: URIRef
    formerHolder: URIRef
    grantedBy: URIRef
    allocatedBy: URIRef
    definedBy: URIRef
    honouredBy: URIRef

    # Qualifiers
    value: URIRef
    valueMax: URIRef
    unit: URIRef
    comparator: URIRef
    change: URIRef
    due: URIRef
    period: URIRef
    baseline: URIRef
    baselineDate: URIRef
    nature: URIRef
    achieved: URIRef
    text: URIRef
    stage: URIRef
    investment: URIRef
    investmentUnit: URIRef
    district: URIRef
    builder: URIRef
    role: URIRef
    scale: URIRef
    organization: URIRef
    on: URIRef
    by: URIRef
    mode: URIRef
    probation: URIRef
    actor: URIRef
    rate: URIRef
    amount: URIRef
    cap: URIRef
    capUnit: URIRef
    per: URIRef
    condition: URIRef
    code: URIRef
    year: URIRef
    table: URIRef
    definition: URIRef
    honour: URIRef

    # Beside the qualifiers
    duePrecision: URIRef
    baselineDatePrecision: URIRef
    onPrecision: URIRef
    objectPrecision: URIRef
    normalizedValue: URIRef
    normalizedValueMax: URIRef
    normalizedUnit: URIRef
    normalizedAmount: URIRef
    normalizedInvestment: URIRef
    normalizedInvestmentUnit: URIRef
    normalizedCap: URIRef
    normalizedCapUnit: URIRef

    # The nodes
    subject: URIRef
    relation: URIRef
    object: URIRef
    evidence: URIRef
    rule: URIRef
    confidence: URIRef
    damage: URIRef
    line: URIRef
    locator: URIRef
    scope: URIRef
    within: URIRef
    governs: URIRef
    basedOn: URIRef
    carriesOut: URIRef
    reportsOn: URIRef
    reportedBy: URIRef
    progressReportedBy: URIRef
    documentKind: URIRef
    printedIn: URIRef
    characterEncoding: URIRef

    # The ontology about itself
    Qualifier: URIRef
    statementClass: URIRef
    unitGivenBy: URIRef
    precisionGivenBy: URIRef
    normalizedAs: URIRef


class OA(DefinedNamespace):
    """Web Annotation Vocabulary (W3C Recommendation, 2017): which characters of which source are meant."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    start: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier ontology: official documents, their numbers, dates and citations."""

    _NS = Namespace("http://data.europa.eu/eli/ontology#")
    _fail = True

    LegalResource: URIRef
    applies: URIRef
    based_on: URIRef
    cites: URIRef
    date_document: URIRef
    date_no_longer_in_force: URIRef
    first_date_entry_in_force: URIRef
    id_local: URIRef
    passed_by: URIRef
    type_document: URIRef


class CV(DefinedNamespace):
    """SEMIC core vocabularies of the European Commission: public organisations and their participation."""

    _NS = Namespace("http://data.europa.eu/m8g/")
    _fail = True

    Participation: URIRef
    PublicOrganisation: URIRef
    playsRole: URIRef
    spatial: URIRef


class QUDT(DefinedNamespace):
    """QUDT: numbers with units."""

    _NS = Namespace("http://qudt.org/schema/qudt/")
    _fail = True

    QuantityValue: URIRef
    hasUnit: URIRef
    numericValue: URIRef


PREFIXES: dict[str, str] = {
    "cv": str(CV),
    "dcterms": str(DCTERMS),
    "eli": str(ELI),
    "foaf": str(FOAF),
    "gov": str(GOV),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "qb": str(QB),
    "qudt": str(QUDT),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sh": str(SH),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}
"""Prefix to namespace, for every writer and every query, so that all of them abbreviate alike."""
