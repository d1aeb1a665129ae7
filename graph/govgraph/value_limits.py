"""Value limits: which values the shapes allow a statement to bear, asked before it enters the graph.

Read from `shapes.ttl`, by class of statement and property: closed lists (`sh:in`, SHACL 4.8.3) and bounds of
numbers (`sh:minInclusive`, `sh:maxInclusive`, SHACL 4.3). What they refuse is kept apart with its sentence,
where the validation of the whole graph could only report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

import pyoxigraph as ox
from rdflib import SH, Literal, URIRef
from rdflib.collection import Collection

from govgraph_ontology.governance import shapes_graph


@dataclass(frozen=True, slots=True)
class _Limits:
    least: Decimal | None = None
    most: Decimal | None = None
    members: frozenset[str] = field(default_factory=frozenset)


def broken_limit(statement_class: URIRef, predicate: str, value: ox.Literal) -> str:
    """Why a statement of this class may not bear the value; empty where it may."""
    limits = _limits().get((str(statement_class), predicate))
    if limits is None:
        return ""
    if limits.members and value.value not in limits.members:
        return f"{value.value!r} 不在允许的值之中 (not among): {'、'.join(sorted(limits.members))}"
    if limits.least is not None and Decimal(value.value) < limits.least:
        return f"{value.value} 小于 (less than) {limits.least}"
    if limits.most is not None and Decimal(value.value) > limits.most:
        return f"{value.value} 大于 (more than) {limits.most}"
    return ""


@cache
def _limits() -> dict[tuple[str, str], _Limits]:
    return dict(_read_limits())


def _read_limits() -> Iterator[tuple[tuple[str, str], _Limits]]:
    graph = shapes_graph()
    for shape, target in graph.subject_objects(SH.targetClass):
        for part in graph.objects(shape, SH.property):
            least, most = graph.value(part, SH.minInclusive), graph.value(part, SH.maxInclusive)
            listed = graph.value(part, SH["in"])
            members = list(Collection(graph, listed)) if listed else []
            if any(isinstance(one, URIRef) for one in members):
                continue  # relations, which have classes of their own
            if least is not None or most is not None or members:
                limits = _Limits(_number(least), _number(most), frozenset(map(str, members)))
                yield (str(target), str(graph.value(part, SH.path))), limits


def _number(term: object) -> Decimal | None:
    return Decimal(str(term)) if isinstance(term, Literal) else None
