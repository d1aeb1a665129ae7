"""RDF terms as Oxigraph holds them, made from the ontology's; one object for each IRI that is used often."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from govgraph_loaders.statements import Scalar
from govgraph_ontology.literals import Precision, date_value, number_literal
from govgraph_ontology.terms import XSD


@lru_cache(maxsize=1 << 16)
def node(iri: str) -> ox.NamedNode:
    """The node with this IRI."""
    return ox.NamedNode(iri)


# Looked up once: the closed namespaces check each name at each use.
_BOOLEAN, _DATE, _DECIMAL, _DOUBLE, _FLOAT, _INTEGER = map(
    str, (XSD.boolean, XSD.date, XSD.decimal, XSD.double, XSD.float, XSD.integer)
)


def text(value: str) -> ox.Literal:
    """A plain string. Names are such too, without a language, so that `"市科技局"` in a query finds them."""
    return ox.Literal(value)


def integer(value: int) -> ox.Literal:
    """An `xsd:integer`."""
    return ox.Literal(str(value), datatype=node(_INTEGER))


@lru_cache(maxsize=1 << 12, typed=True)
def decimal(value: float | int | Decimal) -> ox.Literal:
    """An `xsd:decimal` without binary noise; raises ValueError for what is no finite number."""
    return ox.Literal(str(number_literal(value)), datatype=node(_DECIMAL))


@lru_cache(maxsize=1 << 12, typed=True)
def typed(value: Scalar, datatype: str) -> ox.Literal:
    """`value` as a literal of `datatype`. Raises ValueError where it is none, with the offending value."""
    if datatype == _DATE:
        return ox.Literal(str(date_value(str(value)).last_day), datatype=node(datatype))
    if datatype == _DECIMAL:
        return decimal(_number(value))
    if datatype == _BOOLEAN:
        if not isinstance(value, bool):
            raise ValueError(f"not a truth value: {value!r}")
        return ox.Literal("true" if value else "false", datatype=node(datatype))
    if datatype == _INTEGER:
        return integer(int(str(value)))
    return ox.Literal(str(value))


@lru_cache(maxsize=1 << 12)
def date_precision(value: Scalar) -> Precision:
    """How exactly an ISO 8601 text gives a date. Raises ValueError where it is no date."""
    return date_value(str(value)).precision


def plain(value: str, datatype: str) -> Scalar:
    """The Python value of a literal: numbers as int where they are whole, truth values as bool, else text."""
    if datatype == _BOOLEAN:
        return value == "true"
    if datatype == _INTEGER:
        return int(value)
    if datatype == _DECIMAL:
        return float(value) if "." in value else int(value)
    if datatype in {_DOUBLE, _FLOAT}:
        return float(value)
    return value


def _number(value: Scalar) -> float | int:
    if isinstance(value, bool | str):
        raise ValueError(f"not a number: {value!r}")
    return value
