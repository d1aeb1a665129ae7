"""The whole graph as a file, the format chosen by the ending of the name: RDF, or what network tools read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from govgraph import KnowledgeGraph
from govgraph_exports import network_files, rdf
from govgraph_exports.output import choose_writer, replacing

Writer = Callable[[KnowledgeGraph, Path], int]


def get_writer(path: Path) -> Writer:
    """The writer for the ending of `path`. Raises UnknownName, listing the endings that there are."""
    ending = path.suffix.lower()
    choose_writer({**rdf.WRITERS, **network_files.WRITERS}, path, "graph")
    if ending in rdf.WRITERS:
        return lambda graph, part: rdf.WRITERS[ending](graph.quads(), part)
    return lambda graph, part: network_files.WRITERS[ending](graph.to_networkx(), part)


def write_graph(graph: KnowledgeGraph, path: Path) -> int:
    """Write the graph to `path` in the format of its ending; the number of quads, triples or edges written.

    The file appears only when it is whole. Raises UnknownName for an ending without a format and OSError
    where the place cannot be written.
    """
    write = get_writer(path)
    with replacing(path) as part:
        return write(graph, part)
