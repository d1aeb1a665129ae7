"""How two things are connected: the shortest ways through the statements, each step with its words.

Statements are ways in both directions. No path leads through what is connected with nearly everything and
so says nothing: `includes` (what a gazette prints) and `honours` (long lists); districts, indicators, budget
lines and groups in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

import networkx as nx
import pyoxigraph as ox

from govgraph.held import HeldStatement, held_entity, held_statement
from govgraph.ledger import STORED
from govgraph.patterns import match
from govgraph.result import Cell
from govgraph.store import Store
from govgraph_ontology.iri import source_iri
from govgraph_ontology.schema import get_relation
from govgraph_ontology.terms import GOV

HUB_RELATIONS = ("includes", "honours")
HUB_CLASSES = ("District", "Indicator", "BudgetLine", "OrganizationGroup")
COLUMNS = ["path", "length", "step", "subject", "relation", "object", "sentence", "source", "line"]

LONGEST = 6
"""Statements in a row, at most: what is farther apart is not connected in a way that means something."""

MOST = 10
"""Paths that are given, at most; where there are more, the first by the names on them."""

_ENUMERATED = 10_000


def find_paths(store: Store, one: str, two: str, *, hubs: bool, longest: int) -> list[list[str]]:
    """The shortest paths between two entities, as IRIs, by the names on them; none where there is none.

    `longest`: statements in a row. `hubs`: whether a path may lead through what says nothing.
    """
    met = _explore(store, one, two, hubs, longest)
    if met is None:
        return []
    found = islice(nx.all_shortest_paths(met, one, two), _ENUMERATED)
    return sorted(found, key=lambda path: ([_label(store, iri) for iri in path], path))[:MOST]


def path_rows(
    store: Store, paths: Iterable[list[str]], *, hubs: bool
) -> Iterator[tuple[tuple[Cell, ...], tuple[str, ...]]]:
    """A row for each step of each path and each direction in which it is said, with its statements."""
    names = {str(source_iri(row.name)): row.name for row in store.ledger.sources() if row.outcome == STORED}
    for path in paths:
        shown = " — ".join(_label(store, iri) for iri in path)
        for step, ends in enumerate(pairwise(path), start=1):
            for subject, obj in (ends, ends[::-1]):
                said = _between(store, subject, obj, hubs)
                if said:
                    first = min(said, key=lambda held: (names[held.source], held.line, held.text))
                    relations = sorted({get_relation(held.relation).label_zh for held in said})
                    yield (
                        (
                            shown,
                            len(path) - 1,
                            step,
                            _label(store, subject),
                            "；".join(relations),
                            _label(store, obj),
                            first.text,
                            names[first.source],
                            first.line,
                        ),
                        tuple(sorted(held.iri for held in said)),
                    )


def _explore(store: Store, one: str, two: str, hubs: bool, longest: int) -> nx.Graph | None:
    """What lies around the two until they meet: breadth first from both, the smaller side each time."""
    if one == two:
        return None
    graph = nx.Graph()
    graph.add_nodes_from((one, two))
    seen, edges = [{one}, {two}], [[one], [two]]
    for _ in range(longest):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        reached: dict[str, None] = {}
        for node in edges[side]:
            for other in _neighbours(store, node, hubs):
                if other in (one, two) or hubs or not _is_hub(store, other):
                    graph.add_edge(node, other)
                    if other not in seen[side]:
                        reached[other] = None
        seen[side].update(reached)
        edges[side] = list(reached)
        if seen[0] & seen[1]:
            return graph
        if not reached:
            return None
    return None


def _neighbours(store: Store, node: str, hubs: bool) -> list[str]:
    """The entities one statement away, sorted."""
    found: set[str] = set()
    for here, there in ((GOV.subject, GOV.object), (GOV.object, GOV.subject)):
        for statement in match(store.quads, predicate=str(here), obj=node):
            if hubs or not _says_nothing(store, statement.subject):
                ends = match(store.quads, statement.subject, str(there))
                found.update(end.object.value for end in ends if isinstance(end.object, ox.NamedNode))
    return sorted(found - {node})


def _between(store: Store, subject: str, obj: str, hubs: bool) -> list[HeldStatement]:
    """The statements from one entity to the other."""
    said = [
        found.subject
        for found in match(store.quads, predicate=str(GOV.subject), obj=subject)
        if any(match(store.quads, found.subject, str(GOV.object), obj))
        and (hubs or not _says_nothing(store, found.subject))
    ]
    return [held_statement(store.quads, iri) for iri in said]


def _says_nothing(store: Store, statement: str) -> bool:
    return any(
        any(match(store.quads, statement, str(GOV.relation), str(get_relation(name).iri)))
        for name in HUB_RELATIONS
    )


def _is_hub(store: Store, iri: str) -> bool:
    entity = held_entity(store.quads, iri)
    return entity is not None and entity.type in HUB_CLASSES


def _label(store: Store, iri: str) -> str:
    entity = held_entity(store.quads, iri)
    return entity.label if entity else iri
