"""The named graph of a source: its statements as nodes and as direct triples, and what they are about.

No blank nodes: every node has an IRI made from what it is, so that two builds give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256

import pyoxigraph as ox

from govgraph import terms
from govgraph.districts import districts_of
from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph.terms import node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Evidence, Extraction, Reference, Scalar, Statement
from govgraph_ontology.iri import entity_iri, graph_iri, source_iri, statement_iri
from govgraph_ontology.schema import Relation, get_class, get_relation
from govgraph_ontology.terms import GOV, OA, PROV, RDF, SCHEMA, SKOS, XSD
from govgraph_ontology.units import normalized, split_unit

# Looked up once: the closed namespaces check each name at each use.
_TYPE = node(str(RDF.type))
_EVIDENCE_CLASS = node(str(GOV.Evidence))
_SOURCE_CLASS = node(str(GOV.Source))
_CHARACTER_ENCODING = node(str(GOV.characterEncoding))
_CONFIDENCE = node(str(GOV.confidence))
_DAMAGE = node(str(GOV.damage))
_DOCUMENT_KIND = node(str(GOV.documentKind))
_EVIDENCE = node(str(GOV.evidence))
_LINE = node(str(GOV.line))
_LOCATOR = node(str(GOV.locator))
_OBJECT = node(str(GOV.object))
_OBJECT_PRECISION = node(str(GOV.objectPrecision))
_PRINTED_IN = node(str(GOV.printedIn))
_RELATION = node(str(GOV.relation))
_RULE = node(str(GOV.rule))
_SCOPE = node(str(GOV.scope))
_SUBJECT = node(str(GOV.subject))
_WITHIN = node(str(GOV.within))
_END = node(str(OA.end))
_EXACT = node(str(OA.exact))
_HAS_SOURCE = node(str(OA.hasSource))
_START = node(str(OA.start))
_WAS_DERIVED_FROM = node(str(PROV.wasDerivedFrom))
_ENCODING_FORMAT = node(str(SCHEMA.encodingFormat))
_SHA256 = node(str(SCHEMA.sha256))
_ALT_LABEL = node(str(SKOS.altLabel))
_PREF_LABEL = node(str(SKOS.prefLabel))


def source_graph(source: Source, extraction: Extraction, identity: Identity) -> list[ox.Quad]:
    """All quads of the source's graph, each once."""
    return _SourceGraph(source, extraction, identity).quads()


class _SourceGraph:
    def __init__(self, source: Source, extraction: Extraction, identity: Identity) -> None:
        self.source = source
        self.extraction = extraction
        self.identity = identity
        self.iri = node(str(source_iri(source.name)))
        self.graph = node(str(graph_iri(source.name)))
        self.documents = {record.reference.key: record.reference for record in extraction.documents}
        self.entities: dict[str, Entity] = {}

    def quads(self) -> list[ox.Quad]:
        found = dict.fromkeys(self._statements())
        found.update(dict.fromkeys(self._documents()))
        found.update(dict.fromkeys(self._description()))
        found.update(dict.fromkeys(self._descriptions_of_entities()))
        return list(found)

    def _quad(
        self, subject: ox.NamedNode, predicate: ox.NamedNode, obj: ox.NamedNode | ox.Literal
    ) -> ox.Quad:
        return ox.Quad(subject, predicate, obj, self.graph)

    def _description(self) -> Iterator[ox.Quad]:
        source = self.source
        yield ox.Quad(self.iri, _TYPE, _SOURCE_CLASS, self.graph)
        yield self._quad(self.iri, _PREF_LABEL, terms.text(source.name))
        yield self._quad(self.iri, _CHARACTER_ENCODING, terms.text(source.encoding))
        yield self._quad(self.iri, _ENCODING_FORMAT, terms.text(source.media_type))
        yield self._quad(self.iri, _SHA256, terms.text(source.sha256))

    def _documents(self) -> Iterator[ox.Quad]:
        for record in self.extraction.documents:
            document = self._entity(record.reference.key, record.reference)
            yield self._quad(document, _DOCUMENT_KIND, terms.text(record.kind))
            yield self._quad(document, _PRINTED_IN, self.iri)

    def _descriptions_of_entities(self) -> Iterator[ox.Quad]:
        for entity in self.entities.values():
            iri = node(entity.iri)
            yield ox.Quad(iri, _TYPE, node(str(get_class(entity.type).iri)), self.graph)
            yield self._quad(iri, _PREF_LABEL, terms.text(entity.label))
            for alias in self.identity.aliases(self.source.name, entity):
                yield self._quad(iri, _ALT_LABEL, terms.text(alias))
            if entity.scope:
                yield self._quad(iri, _SCOPE, terms.text(entity.scope))
            for district in districts_of(entity):
                yield self._quad(iri, _WITHIN, node(district))

    def _statements(self) -> Iterator[ox.Quad]:
        chosen: dict[str, tuple[Statement, ox.NamedNode, ox.NamedNode | ox.Literal]] = {}
        for statement in self.extraction.statements:
            relation = get_relation(statement.relation)
            subject = self._entity(statement.document, statement.subject)
            obj = self._object(statement, relation)
            iri = _statement_iri(self.source.name, statement, subject, obj)
            rival = chosen.get(iri)
            if rival is None or _preference(statement) > _preference(rival[0]):
                chosen[iri] = (statement, subject, obj)
        for iri, (statement, subject, obj) in chosen.items():
            yield from self._statement(node(iri), statement, subject, obj)

    def _statement(
        self,
        iri: ox.NamedNode,
        statement: Statement,
        subject: ox.NamedNode,
        obj: ox.NamedNode | ox.Literal,
    ) -> Iterator[ox.Quad]:
        relation = get_relation(statement.relation)
        document = self._entity(statement.document, self.documents[statement.document])
        evidence = node(str(_evidence_iri(self.source.name, statement.evidence)))
        yield ox.Quad(subject, node(str(relation.iri)), obj, self.graph)
        yield ox.Quad(iri, _TYPE, node(str(relation.statement_class)), self.graph)
        yield self._quad(iri, _SUBJECT, subject)
        yield self._quad(iri, _RELATION, node(str(relation.iri)))
        yield self._quad(iri, _OBJECT, obj)
        yield self._quad(iri, _RULE, terms.text(statement.rule))
        yield self._quad(iri, _CONFIDENCE, terms.decimal(statement.confidence))
        for kind in statement.damage:
            yield self._quad(iri, _DAMAGE, terms.text(kind))
        yield self._quad(iri, _WAS_DERIVED_FROM, document)
        yield self._quad(iri, _EVIDENCE, evidence)
        if relation.datatype == XSD.date:
            precision = terms.date_precision(str(statement.object))
            yield self._quad(iri, _OBJECT_PRECISION, terms.text(precision))
        for predicate, value in qualifier_terms(relation, _qualifiers(statement)):
            yield self._quad(iri, node(predicate), value)
        yield from self._evidence(evidence, statement.evidence)

    def _evidence(self, iri: ox.NamedNode, evidence: Evidence) -> Iterator[ox.Quad]:
        yield ox.Quad(iri, _TYPE, _EVIDENCE_CLASS, self.graph)
        yield self._quad(iri, _HAS_SOURCE, self.iri)
        yield self._quad(iri, _START, terms.integer(evidence.start))
        yield self._quad(iri, _END, terms.integer(evidence.end))
        yield self._quad(iri, _EXACT, terms.text(evidence.text))
        yield self._quad(iri, _LINE, terms.integer(self.source.line_number(evidence.start)))
        place = self.source.place(evidence.start)
        if place:
            yield self._quad(iri, _LOCATOR, terms.text(place))

    def _entity(self, document: str, reference: Reference) -> ox.NamedNode:
        entity = self.identity.entity(self.source.name, document, reference)
        self.entities[entity.iri] = entity
        return node(entity.iri)

    def _object(self, statement: Statement, relation: Relation) -> ox.NamedNode | ox.Literal:
        if isinstance(statement.object, Reference):
            return self._entity(statement.document, statement.object)
        return terms.typed(statement.object, str(relation.datatype))


def _qualifiers(statement: Statement) -> dict[str, Scalar]:
    """Those of the statement; a deadline has its day among them too, so that one property finds all days."""
    if statement.relation == "dueBy":
        return {"due": str(statement.object), **statement.qualifiers}
    return statement.qualifiers


def qualifier_terms(relation: Relation, qualifiers: dict[str, Scalar]) -> Iterator[tuple[str, ox.Literal]]:
    """Predicates and literals for the qualifiers of a statement.

    Beside them stand the precision of dates and the numbers in normalized units. Raises UnknownName or
    ValueError where one does not fit the ontology.
    """
    for name, value in sorted(qualifiers.items()):
        qualifier = relation.qualifier(name)
        literal = terms.typed(value, str(qualifier.datatype))
        yield str(qualifier.iri), literal
        if qualifier.precision is not None:
            yield str(qualifier.precision), terms.text(terms.date_precision(value))
        if qualifier.normalized is None:
            continue
        if qualifier.unit is None:
            yield str(qualifier.normalized), terms.text(split_unit(str(value))[1])
        elif qualifier.unit in qualifiers:
            quantity = normalized(Decimal(literal.value), str(qualifiers[qualifier.unit]))
            yield str(qualifier.normalized), terms.decimal(quantity.number)


def statement_node(source: str, statement: Statement, identity: Identity) -> str:
    """The IRI of the node of a statement between entities, said by the source with this name."""
    if not isinstance(statement.object, Reference):
        raise TypeError(f"{statement.relation}: takes a value")
    one = identity.entity(source, statement.document, statement.subject)
    other = identity.entity(source, statement.document, statement.object)
    return _statement_iri(source, statement, node(one.iri), node(other.iri))


def _statement_iri(
    source: str, statement: Statement, subject: ox.NamedNode, obj: ox.NamedNode | ox.Literal
) -> str:
    """Readable by source, relation and offsets; a hash of the claim tells apart what shares them."""
    claim = json.dumps(
        [subject.value, str(obj), sorted(statement.qualifiers.items())], ensure_ascii=False, sort_keys=True
    )
    evidence = statement.evidence
    place = f"{evidence.start}-{evidence.end}"
    return str(statement_iri(source, statement.relation, place, sha256(claim.encode()).hexdigest()[:12]))


def _evidence_iri(source: str, evidence: Evidence) -> str:
    return str(entity_iri("Evidence", source, f"{evidence.start}-{evidence.end}"))


def _preference(statement: Statement) -> tuple[float, str]:
    """Of two rules that read the same claim in the same words the surer one is kept."""
    return statement.confidence, statement.rule
