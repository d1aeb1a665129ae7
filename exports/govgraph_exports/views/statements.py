"""The statements of a store as the pictures draw them.

Beside what `KnowledgeGraph.to_networkx` gives: dates and numbers as nodes of their own, how documents rest on
each other, the document in which each task stands, the place to which it belongs, and the industries that
its paragraphs name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import networkx as nx

from govgraph.districts import district_iri
from govgraph.explanation import paragraph_bounds
from govgraph.held import held_entity, held_statement
from govgraph.networks import edge_attributes
from govgraph.patterns import match, select
from govgraph.scopes import parts
from govgraph_exports.views.palette import DATE, VALUE
from govgraph_ontology.iri import ID, source_iri
from govgraph_ontology.schema import RELATIONS
from govgraph_ontology.terms import GOV, PROV, RDF, XSD

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

STANDS_IN, WITHIN, NAMES = "standsIn", "within", "names"
"""Lines that no statement says by itself: where a task stands, whose it is, what its paragraphs name."""

_LINKS = ("basedOn", "carriesOut", "reportsOn")
_LOCATORS = f"SELECT ?statement ?locator {{ ?statement <{GOV.evidence}>/<{GOV.locator}> ?locator }}"

_Row = tuple[str, str, dict[str, Any]]


def drawn_statements(graph: KnowledgeGraph) -> nx.MultiDiGraph:
    """All statements of the graph with what the pictures show beside them.

    Edges are as `to_networkx` gives them, with `locator` where the source has no lines. Those that no
    statement says by itself bear `derived`.
    """
    found = graph.to_networkx()
    _add_values(found, graph)
    _add_locators(found, graph)
    _add_links(found, graph)
    said = [row for row in found.edges(data=True) if "Task" in (_type(found, row[0]), _type(found, row[1]))]
    _add_homes(found, graph, said)
    _add_industries(found, graph, said)
    return found


def section_of(task: str, label: str) -> str:
    """The numbers of the sections in which the task with this IRI stands: `二、（四）`; empty without any."""
    path = [unquote(part) for part in task.removeprefix(ID).split("/")[3:]]
    return "".join(part for part in path if part not in ("-", label)).replace("/", "")


def _type(found: nx.MultiDiGraph, node: str) -> str:
    return str(found.nodes[node]["type"])


def _add_values(found: nx.MultiDiGraph, graph: KnowledgeGraph) -> None:
    """What is said as a value becomes a node, so that its sentence has a line to stand at."""
    names = {str(source_iri(name)): name for name in graph.sources()}
    quads = graph.store.quads
    for relation in (one for one in RELATIONS.values() if one.takes_value):
        kind = DATE if relation.datatype == XSD.date else VALUE
        said = match(quads, predicate=str(GOV.relation), obj=str(relation.iri))
        for held in sorted((held_statement(quads, row.subject) for row in said), key=lambda one: one.iri):
            value = f"value:{relation.name}/{held.object}"
            found.add_node(value, label=str(held.object), type=kind, place="", aliases=[])
            found.add_edge(held.subject, value, key=held.iri, **edge_attributes(held, names[held.source]))


def _add_locators(found: nx.MultiDiGraph, graph: KnowledgeGraph) -> None:
    locators = {
        str(row["statement"] and row["statement"].value): str(row["locator"] and row["locator"].value)
        for row in select(graph.store.quads, _LOCATORS)
    }
    for _, _, key, edge in found.edges(keys=True, data=True):
        if key in locators:
            edge["locator"] = locators[key]


def _add_links(found: nx.MultiDiGraph, graph: KnowledgeGraph) -> None:
    """How one document rests on another, with the citation that says so, in place of the bare citation."""
    said = {key: (tail, head, edge) for tail, head, key, edge in found.edges(keys=True, data=True)}
    quads = graph.store.quads
    for name in _LINKS:
        for inference in sorted(
            row.subject for row in match(quads, None, str(RDF.predicate), str(GOV[name]))
        ):
            ends = [_objects(quads, inference, str(end))[0] for end in (RDF.subject, RDF.object)]
            for citation in _objects(quads, inference, str(PROV.wasDerivedFrom)):
                tail, head, edge = said[citation]
                found.add_edge(*ends, key=f"{inference} {citation}", **{**edge, "relation": name})
                if [tail, head] == ends and found.has_edge(tail, head, citation):
                    found.remove_edge(tail, head, citation)


def _objects(quads: Any, subject: str, predicate: str) -> list[str]:
    return sorted(row.object.value for row in match(quads, subject, predicate))


def _add_homes(found: nx.MultiDiGraph, graph: KnowledgeGraph, said: list[_Row]) -> None:
    """Each task leads to the document that says the first of it, and to the place to which it belongs."""
    placed: set[str] = set()
    for tail, head, edge in sorted(said, key=lambda row: (row[2]["source"], row[2]["start"])):
        for task in (end for end in (tail, head) if _type(found, end) == "Task" and end not in placed):
            placed.add(task)
            if _known(found, graph, edge["document"]):
                found.add_edge(task, edge["document"], **_derived(edge, STANDS_IN))
            district = district_iri(parts(found.nodes[task]["place"]) or ("",))
            if _known(found, graph, district):
                found.add_edge(task, district, relation=WITHIN, derived=True)


def _known(found: nx.MultiDiGraph, graph: KnowledgeGraph, iri: str) -> bool:
    """Whether the entity is a node, made one where the store holds it."""
    if iri not in found and (entity := held_entity(graph.store.quads, iri)):
        names = list(entity.aliases)
        found.add_node(iri, label=entity.label, type=entity.type, place=entity.scope, aliases=names)
    return iri in found


def _add_industries(found: nx.MultiDiGraph, graph: KnowledgeGraph, said: list[_Row]) -> None:
    """A task leads to the industries of which a paragraph speaks that speaks of the task too."""
    industries = [row for row in found.edges(data=True) if row[2]["relation"] == "developsIndustry"]
    texts = {edge["source"]: graph.text(edge["source"]) for _, _, edge in industries}
    tasks: dict[tuple[str, int], dict[str, None]] = {}
    for tail, head, edge in said:
        if edge["source"] in texts:
            for end in (end for end in (tail, head) if _type(found, end) == "Task"):
                tasks.setdefault(_paragraph(texts, edge), {})[end] = None
    for _, industry, edge in industries:
        for task in tasks.get(_paragraph(texts, edge), ()):
            found.add_edge(task, industry, **_derived(edge, NAMES))


def _paragraph(texts: dict[str, str], edge: dict[str, Any]) -> tuple[str, int]:
    source = edge["source"]
    return source, paragraph_bounds(texts[source], edge["start"], edge["end"])[0]


def _derived(edge: dict[str, Any], relation: str) -> dict[str, Any]:
    return {**edge, "relation": relation, "qualifiers": {}, "derived": True}
