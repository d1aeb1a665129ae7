"""RDF files, the format chosen by the ending of the name; the same graph always gives the same bytes.

N-Quads, TriG and JSON-LD keep everything, also which source says what; Turtle and RDF/XML are for tools that
know no named graphs and hold the triples of all sources. (RDF 1.1 N-Quads, TriG, Turtle and RDF/XML; JSON-LD
1.1.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from govgraph_exports.jsonld import write_jsonld
from govgraph_exports.xml_text import xml_text
from govgraph_ontology.terms import PREFIXES, RDF

Writer = Callable[[Iterable[ox.Quad], Path], int]


def write_nquads(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the quads as N-Quads, one on each line, lines sorted; the number written."""
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    lines = sorted(set(data.splitlines(keepends=True)))
    with path.open("wb") as file:
        file.writelines(lines)
    return len(lines)


def write_turtle(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the triples of all named graphs as Turtle, subjects sorted, types first; the number written."""
    triples = sorted({quad.triple for quad in quads}, key=_reading_order)
    _write_prefixed(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"", path)
    return len(triples)


def write_trig(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the quads as TriG, graph by graph as Turtle would; the number written."""
    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), _reading_order(quad.triple)))
    _write_prefixed(ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b"", path)
    return len(ordered)


def write_rdfxml(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the triples of all named graphs as RDF/XML; the number written.

    What XML cannot hold of a literal is U+FFFD there.
    """
    triples = sorted({_for_xml(quad.triple) for quad in quads}, key=_reading_order)
    data = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    head, root, rest = data.partition(b"<rdf:RDF ")
    names, closing, rest = rest.partition(b">")
    path.write_bytes(head + root + b" ".join(sorted(names.split(b" "))) + closing + rest)
    return len(triples)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        ".nq": write_nquads,
        ".ttl": write_turtle,
        ".trig": write_trig,
        ".jsonld": write_jsonld,
        ".rdf": write_rdfxml,
    }
)


def _write_prefixed(data: bytes, path: Path) -> None:
    """Write Turtle or TriG with its prefixes sorted; Oxigraph gives them in any order."""
    lines = data.splitlines(keepends=True)
    prefixes = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
    with path.open("wb") as file:
        file.writelines(sorted(prefixes))
        file.writelines(lines[len(prefixes) :])


def _for_xml(triple: ox.Triple) -> ox.Triple:
    literal = triple.object
    if not isinstance(literal, ox.Literal) or (text := xml_text(literal.value)) == literal.value:
        return triple
    held = (
        ox.Literal(text, language=literal.language)
        if literal.language
        else ox.Literal(text, datatype=literal.datatype)
    )
    return ox.Triple(triple.subject, triple.predicate, held)


def _reading_order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return (str(triple.subject), predicate != str(RDF.type), predicate, str(triple.object))
