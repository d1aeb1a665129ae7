"""JSON-LD 1.1 with a context: the terms of the ontology under their bare names, the others with prefixes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from govgraph_ontology.terms import GOV, PREFIXES, RDF, XSD

CONTEXT = {"@vocab": str(GOV), **{prefix: str(iri) for prefix, iri in sorted(PREFIXES.items())}}

_LOCAL = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_TYPE, _STRING, _VOCABULARY = str(RDF.type), str(XSD.string), str(GOV)

_Node = dict[str, Any]


def write_jsonld(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the quads as JSON-LD, a graph for each source, everything sorted; the number of quads written.

    RDF lists are written as any other nodes; blank nodes keep their labels.
    """
    held = set(quads)
    graphs: dict[str, dict[str, _Node]] = {}
    for quad in held:
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else _name(quad.graph_name)
        subject = _name(quad.subject)
        node = graphs.setdefault(graph, {}).setdefault(subject, {"@id": subject})
        if quad.predicate.value == _TYPE and isinstance(quad.object, ox.NamedNode):
            node.setdefault("@type", []).append(_term(quad.object.value))
        else:
            node.setdefault(_term(quad.predicate.value), []).append(_value(quad.object))
    listed = [*_listed(graphs.pop("", {}))]
    listed += ({"@id": name, "@graph": _listed(graphs[name])} for name in sorted(graphs))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump({"@context": CONTEXT, "@graph": listed}, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return len(held)


def _listed(nodes: dict[str, _Node]) -> list[_Node]:
    """The nodes by name, their keys and values sorted; a value that stands alone without brackets."""
    return [{key: _sorted(nodes[name][key]) for key in sorted(nodes[name])} for name in sorted(nodes)]


def _sorted(values: Any) -> Any:
    if not isinstance(values, list):
        return values
    return values[0] if len(values) == 1 else sorted(values, key=_sort_key)


def _sort_key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == _STRING:
        return term.value
    return {"@type": _term(term.datatype.value), "@value": term.value}


def _name(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    """The name of a node, as short as the context allows."""
    return _prefixed(term.value) if isinstance(term, ox.NamedNode) else str(term)


@lru_cache(maxsize=1 << 10)
def _term(iri: str) -> str:
    """A property, class or datatype by its bare name where it is one of the ontology, else prefixed."""
    local = iri.removeprefix(_VOCABULARY)
    return local if local != iri and _LOCAL.fullmatch(local) else _prefixed(iri)


def _prefixed(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
