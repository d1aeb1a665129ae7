"""What the graph holds, read back as Python objects: entities and statement nodes.

The one reader of statement nodes: facts, explanations and networks are all made from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib import Literal

from govgraph import terms
from govgraph.entities import Entity
from govgraph.patterns import Term, match
from govgraph_loaders.statements import Scalar
from govgraph_ontology.literals import date_text
from govgraph_ontology.schema import CLASSES, QUALIFIERS, RELATIONS
from govgraph_ontology.terms import GOV, OA, PROV, RDF, SKOS

_RELATION_NAMES = {str(found.iri): found.name for found in RELATIONS.values()}
_QUALIFIERS = {str(found.iri): found for found in QUALIFIERS.values()}
_NO_ENTITIES = {
    GOV.Source,
    GOV.Evidence,
    GOV.Statement,
    GOV.Inference,
    *(found.statement_class for found in RELATIONS.values()),
}
_ENTITY_CLASSES = {str(found.iri): found.name for found in CLASSES.values() if found.iri not in _NO_ENTITIES}

_Properties = Mapping[str, Sequence[Term]]


@dataclass(frozen=True, slots=True)
class HeldStatement:
    """A statement node with its evidence.

    `object` is an IRI, or a value where `object_is_value`. `document`: IRI of the document that says it;
    `source`: IRI of the source. `start`, `end`: code points, half-open. `line` counts from 1. `locator`:
    where in the file that is; empty for plain text. `damage`: the kinds across which its words run, sorted.
    """

    iri: str
    relation: str
    subject: str
    object: Scalar
    object_is_value: bool
    document: str
    source: str
    start: int
    end: int
    text: str
    line: int
    locator: str
    rule: str
    confidence: float
    qualifiers: dict[str, Scalar] = field(default_factory=dict)
    damage: tuple[str, ...] = ()


def held_statements(quads: ox.Store, graph: str) -> list[HeldStatement]:
    """All statements of a named graph, by their place in the text, relation, subject and object."""
    nodes: dict[str, dict[str, list[Term]]] = {}
    for found in match(quads, graph=graph):
        nodes.setdefault(found.subject, {}).setdefault(found.predicate, []).append(found.object)
    statements = [
        _statement(iri, properties, nodes[properties[str(GOV.evidence)][0].value])
        for iri, properties in nodes.items()
        if str(GOV.relation) in properties
    ]
    return sorted(statements, key=order)


def held_statement(quads: ox.Store, iri: str) -> HeldStatement:
    """The statement with this IRI, which must be one."""
    properties = _properties(quads, iri)
    return _statement(iri, properties, _properties(quads, properties[str(GOV.evidence)][0].value))


def statements_about(quads: ox.Store, iri: str) -> list[HeldStatement]:
    """The statements that have the entity as subject or object, by source and place in it."""
    nodes = {
        found.subject
        for predicate in (str(GOV.subject), str(GOV.object))
        for found in match(quads, predicate=predicate, obj=iri)
    }
    statements = (held_statement(quads, one) for one in nodes)
    return sorted(statements, key=lambda held: (held.source, *order(held)))


def is_statement(quads: ox.Store, iri: str) -> bool:
    """Whether the IRI is that of a statement node."""
    return any(match(quads, iri, str(GOV.relation)))


def held_entities(quads: ox.Store) -> dict[str, Entity]:
    """All entities by IRI, each with the names that any source gives it."""
    aliases: dict[str, set[str]] = {}
    for found in match(quads, predicate=str(SKOS.altLabel)):
        aliases.setdefault(found.subject, set()).add(found.object.value)
    places = {found.subject: found.object.value for found in match(quads, predicate=str(GOV.scope))}
    kinds = {
        found.subject: _ENTITY_CLASSES[found.object.value]
        for found in match(quads, predicate=str(RDF.type))
        if found.object.value in _ENTITY_CLASSES
    }
    labels = {found.subject: found.object.value for found in match(quads, predicate=str(SKOS.prefLabel))}
    return {
        iri: _entity(iri, kinds[iri], label, aliases.get(iri, set()), places.get(iri, ""))
        for iri, label in sorted(labels.items())
        if iri in kinds
    }


def held_entity(quads: ox.Store, iri: str) -> Entity | None:
    """The entity with this IRI, or None where the graph holds none."""
    properties = _properties(quads, iri)
    types = [kind.value for kind in properties.get(str(RDF.type), ())]
    kinds = sorted(_ENTITY_CLASSES[kind] for kind in types if kind in _ENTITY_CLASSES)
    labels = properties.get(str(SKOS.prefLabel))
    if not kinds or not labels:
        return None
    aliases = {alias.value for alias in properties.get(str(SKOS.altLabel), ())}
    places = [place.value for place in properties.get(str(GOV.scope), ())]
    return _entity(iri, kinds[0], labels[0].value, aliases, places[0] if places else "")


def entity_class_name(iri: str) -> str | None:
    """The local name of a class of entities; None for other classes (statements, evidence, sources)."""
    return _ENTITY_CLASSES.get(iri)


def relation_name(iri: str) -> str | None:
    """The local name of a relation of the facts contract; None for another property."""
    return _RELATION_NAMES.get(iri)


def order(held: HeldStatement) -> tuple[int, int, str, str, str]:
    """The order of statements within a source, as the facts contract has it."""
    return held.start, held.end, held.relation, held.subject, str(held.object)


def _properties(quads: ox.Store, iri: str) -> dict[str, list[Term]]:
    """What all graphs together say of a node; the same said in two graphs counts once."""
    properties: dict[str, dict[Term, None]] = {}
    for found in match(quads, iri):
        properties.setdefault(found.predicate, {})[found.object] = None
    return {predicate: list(objects) for predicate, objects in properties.items()}


def _entity(iri: str, kind: str, label: str, aliases: set[str], place: str) -> Entity:
    names = sorted(aliases - {label}, key=lambda name: (len(name), name))
    return Entity(iri, kind, label, tuple(names), place)


def _statement(iri: str, properties: _Properties, evidence: _Properties) -> HeldStatement:
    obj = properties[str(GOV.object)][0]
    is_value = isinstance(obj, ox.Literal)
    return HeldStatement(
        iri=iri,
        relation=_RELATION_NAMES[properties[str(GOV.relation)][0].value],
        subject=properties[str(GOV.subject)][0].value,
        object=_value(obj, properties, str(GOV.objectPrecision)),
        object_is_value=is_value,
        document=properties[str(PROV.wasDerivedFrom)][0].value,
        source=evidence[str(OA.hasSource)][0].value,
        start=int(evidence[str(OA.start)][0].value),
        end=int(evidence[str(OA.end)][0].value),
        text=evidence[str(OA.exact)][0].value,
        line=int(evidence[str(GOV.line)][0].value),
        locator=next((term.value for term in evidence.get(str(GOV.locator), ())), ""),
        rule=properties[str(GOV.rule)][0].value,
        confidence=float(properties[str(GOV.confidence)][0].value),
        qualifiers={
            qualifier.name: _value(properties[predicate][0], properties, str(qualifier.precision))
            for predicate, qualifier in _QUALIFIERS.items()
            if predicate in properties
        },
        damage=tuple(sorted(term.value for term in properties.get(str(GOV.damage), ()))),
    )


def _value(term: Term, properties: _Properties, precision: str) -> Scalar:
    """The value as the contract has it: dates at the precision that the text gives."""
    if precision in properties:
        return date_text(Literal(term.value), properties[precision][0].value)
    return terms.plain(term.value, term.datatype.value) if isinstance(term, ox.Literal) else term.value
