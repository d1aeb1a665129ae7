"""The table of names: every way of saying an entity that `find` understands, and how near it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph import scopes
from govgraph.entities import Entity
from govgraph.ledger import ALIAS, LABEL, UNDERSTOOD, NameRow
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.division_names import short_name
from govgraph_ontology.offices import office_variants, official_office


def name_rows(entities: Iterable[Entity]) -> Iterator[NameRow]:
    """The rows of the table, each name of an entity at its best rank only."""
    for entity in entities:
        ranks: dict[str, int] = {}
        named = [(LABEL, (entity.label,)), (ALIAS, entity.aliases), (UNDERSTOOD, tuple(_understood(entity)))]
        for rank, names in named:
            for name in names:
                ranks.setdefault(scopes.fold(name), rank)
        for folded, rank in ranks.items():
            if folded:
                yield NameRow(folded, rank, entity.iri, entity.type)


def _understood(entity: Entity) -> Iterator[str]:
    if entity.type == "Organization":
        fronts = ("", entity.place, *scopes.kind_words(entity.scope))
        for name in (entity.label, *entity.aliases):
            stem = scopes.stem(name, entity.scope).name
            official = official_office(stem)
            for form in (stem, official, *office_variants(official)):
                yield from (front + form for front in fronts)
    elif entity.type == "District":
        yield short_name(entity.label)
    elif entity.type == "Document":
        yield from map(normal_title, (entity.label, *entity.aliases))
