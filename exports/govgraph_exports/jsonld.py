"""JSON-LD 1.1 with a context: the terms of the ontology under their bare names, the others with prefixes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

from govgraph_ontology.terms import GOV, PREFIXES

CONTEXT = {"@vocab": str(GOV), **{prefix: str(iri) for prefix, iri in sorted(PREFIXES.items())}}


def write_jsonld(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the quads as JSON-LD, a graph for each source, everything sorted; the number of quads written."""
    dataset = Dataset()
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    dataset.parse(data=lines, format="nquads")
    compact = json.loads(dataset.serialize(format="json-ld", context=CONTEXT, auto_compact=True))
    if "@graph" not in compact:  # A single node stands bare beside the context.
        compact = {"@context": CONTEXT, "@graph": [{k: v for k, v in compact.items() if k != "@context"}]}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(_in_order(compact), file, ensure_ascii=False, indent=1)
        file.write("\n")
    return len(set(lines.splitlines()))


def _in_order(value: Any) -> Any:
    """The same with keys and lists sorted: RDF sets have no order, and no RDF lists are here."""
    if isinstance(value, dict):
        return {key: _in_order(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_in_order, value), key=_sort_key)
    return value


def _sort_key(value: Any) -> tuple[str, str]:
    named = value.get("@id", "") if isinstance(value, dict) else ""
    return named, json.dumps(value, ensure_ascii=False, sort_keys=True)
