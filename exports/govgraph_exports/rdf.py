"""RDF files, the format chosen by the ending of the name; the same graph always gives the same bytes.

N-Quads (RDF 1.1 N-Quads) keep everything, also which source says what; Turtle (RDF 1.1 Turtle) is for reading
and for tools that know no named graphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from govgraph_exports.output import choose_writer, replacing
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
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    lines = data.splitlines(keepends=True)
    prefixes = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
    with path.open("wb") as file:
        file.writelines(sorted(prefixes))
        file.writelines(lines[len(prefixes) :])
    return len(triples)


WRITERS: Mapping[str, Writer] = MappingProxyType({".nq": write_nquads, ".ttl": write_turtle})


def get_writer(path: Path) -> Writer:
    """The writer for the ending of `path`. Raises UnknownName, listing the endings that there are."""
    return choose_writer(WRITERS, path, "RDF")


def write_rdf(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write the quads to `path` in the format of its ending; the number of quads or triples written.

    The file appears only when it is whole. Raises UnknownName for an ending without a format and OSError
    where the place cannot be written.
    """
    write = get_writer(path)
    with replacing(path) as part:
        return write(quads, part)


def _reading_order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return (str(triple.subject), predicate != str(RDF.type), predicate, str(triple.object))
