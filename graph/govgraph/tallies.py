"""Tallies: how many entities there are of each class and statements of each relation, counted at build.

Counting takes the engine a second for a million triples, and looking it up nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from govgraph.held import entity_class_name, relation_name
from govgraph.ledger import CLASS, RELATION, TallyRow
from govgraph.patterns import select

_BY_CLASS = """
SELECT ?kind (COUNT(DISTINCT ?entity) AS ?count) {
  ?entity a ?kind ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?label
} GROUP BY ?kind"""
_BY_RELATION = """
SELECT ?kind (COUNT(?statement) AS ?count) {
  ?statement <https://w3id.org/govgraph/ontology#relation> ?kind
} GROUP BY ?kind"""


def tally_rows(quads: ox.Store) -> Iterator[TallyRow]:
    """The tallies of the merge of all named graphs."""
    counted = ((CLASS, _BY_CLASS, entity_class_name), (RELATION, _BY_RELATION, relation_name))
    for of, query, local_name in counted:
        for solution in select(quads, query):
            kind, count = solution["kind"], solution["count"]
            name = local_name(kind.value) if kind else None
            if name and count:
                yield TallyRow(of, name, int(count.value))
