"""The classes, relations and qualifiers of the ontology as Python sees them.

`governance.ttl` is the one place where they are said; nothing here adds to it. The tables keep its order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from rdflib import URIRef

from govgraph_ontology.errors import UnknownName
from govgraph_ontology.governance import all_terms, declared, definition, label, local_name, members, value
from govgraph_ontology.iri import segment
from govgraph_ontology.terms import GOV, OWL, RDFS, XSD


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A class of the ontology, of things or of statements.

    `parents`: the IRIs of its super-classes. `segment`: the path word in the IRIs of its members.
    """

    name: str
    iri: URIRef
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    parents: tuple[URIRef, ...]
    segment: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A property of statements that the facts contract names.

    `name`: the contract's (`value_max`); the IRI says it in camelCase (`gov:valueMax`).
    `precision`: the property beside a date that says how exact the text is.
    `unit`: the name of the qualifier that gives the unit of a number.
    `normalized`: the property that holds the number or unit in normalized form.
    """

    name: str
    iri: URIRef
    datatype: URIRef
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    precision: URIRef | None
    unit: str | None
    normalized: URIRef | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the facts contract.

    `domain` and `range`: local names of classes, any of which may stand there. Where the relation takes a
    value, the range is empty and `datatype` is that of the value. `inverse`: local name of the inverse.
    `statement_class`: the type of its statement nodes. `qualifiers`: those that such statements may bear.
    """

    name: str
    iri: URIRef
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    takes_value: bool
    datatype: URIRef | None
    inverse: str | None
    statement_class: URIRef
    qualifiers: tuple[Qualifier, ...]

    def qualifier(self, name: str) -> Qualifier:
        """The qualifier with this name; raises UnknownName, which lists those that the relation may bear."""
        return _get(
            {found.name: found for found in self.qualifiers}, name, f"qualifier of {self.name}", "限定"
        )


_Row = TypeVar("_Row")


def _get(table: Mapping[str, _Row], name: str, kind: str, kind_zh: str) -> _Row:
    if name not in table:
        known = ", ".join(table) or "-"
        raise UnknownName(f"没有{kind_zh} {name!r}，可用的有 (no {kind} {name!r}; there are): {known}")
    return table[name]


def _class(iri: URIRef) -> EntityClass:
    name = local_name(iri)
    parents = members(iri, RDFS.subClassOf)
    states = iri == GOV.Statement or GOV.Statement in parents
    return EntityClass(
        name=name,
        iri=iri,
        label_zh=label(iri, "zh"),
        label_en=label(iri, "en"),
        definition_zh=definition(iri, "zh"),
        definition_en=definition(iri, "en"),
        parents=tuple(sorted(parents)),
        segment=segment("Statement" if states else name),
    )


def _qualifier(iri: URIRef) -> Qualifier:
    unit = value(iri, GOV.unitGivenBy)
    return Qualifier(
        name=_contract_name(iri),
        iri=iri,
        datatype=value(iri, RDFS.range) or XSD.string,
        label_zh=label(iri, "zh"),
        label_en=label(iri, "en"),
        definition_zh=definition(iri, "zh"),
        definition_en=definition(iri, "en"),
        precision=value(iri, GOV.precisionGivenBy),
        unit=_contract_name(unit) if unit else None,
        normalized=value(iri, GOV.normalizedAs),
    )


def _relation(iri: URIRef, statement_class: URIRef) -> Relation:
    range_of = members(iri, RDFS.range)
    datatype = next((found for found in range_of if found.startswith(str(XSD))), None)
    inverse = value(iri, OWL.inverseOf)
    return Relation(
        name=local_name(iri),
        iri=iri,
        label_zh=label(iri, "zh"),
        label_en=label(iri, "en"),
        definition_zh=definition(iri, "zh"),
        definition_en=definition(iri, "en"),
        domain=tuple(map(local_name, members(iri, RDFS.domain))),
        range=() if datatype else tuple(map(local_name, range_of)),
        takes_value=datatype is not None,
        datatype=datatype,
        inverse=local_name(inverse) if inverse else None,
        statement_class=statement_class,
        qualifiers=tuple(
            found for found in QUALIFIERS.values() if statement_class in members(found.iri, RDFS.domain)
        ),
    )


def _contract_name(iri: URIRef) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", local_name(iri)).lower()


CLASSES: Mapping[str, EntityClass] = MappingProxyType(
    {local_name(iri): _class(iri) for iri in declared(OWL.Class)}
)
"""Every class, by local name: things first, then the classes of statements."""

QUALIFIERS: Mapping[str, Qualifier] = MappingProxyType(
    {_contract_name(iri): _qualifier(iri) for iri in declared(GOV.Qualifier)}
)
"""Every qualifier of the facts contract, by the contract's name."""

RELATIONS: Mapping[str, Relation] = MappingProxyType(
    {
        local_name(iri): _relation(iri, stated)
        for iri in all_terms()
        if (stated := value(iri, GOV.statementClass)) is not None
    }
)
"""Every relation of the facts contract, by local name."""


def get_relation(name: str) -> Relation:
    """The relation with this local name (`leads`); raises UnknownName, which lists them all."""
    return _get(RELATIONS, name, "relation", "关系")


def get_class(name: str) -> EntityClass:
    """The class with this local name (`Organization`); raises UnknownName, which lists them all."""
    return _get(CLASSES, name, "class", "类")
