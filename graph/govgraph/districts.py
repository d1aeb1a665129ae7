"""Districts: the IRIs of the places in scopes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from govgraph import scopes
from govgraph.entities import Entity
from govgraph_ontology.iri import entity_iri


def district_iri(chain: Sequence[str]) -> str:
    """The IRI of the district at the end of a chain of places from the top."""
    return str(entity_iri("District", "/".join(chain)))


@lru_cache(maxsize=1 << 12)
def districts_above(scope: str) -> tuple[str, ...]:
    """The IRIs of the places of a scope, the nearest first."""
    chain = scopes.parts(scope)
    return tuple(district_iri(chain[:depth]) for depth in range(len(chain), 0, -1))


def districts_of(entity: Entity) -> tuple[str, ...]:
    """The districts to which the entity belongs (`gov:within`), the nearest first; a district to itself."""
    itself = (entity.iri,) if entity.type == "District" else ()
    return (*itself, *districts_above(entity.scope))
