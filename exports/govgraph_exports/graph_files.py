"""The whole graph as a file, the format chosen by the ending of the name.

RDF, what network tools read, or a book of Excel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from govgraph import KnowledgeGraph
from govgraph_exports import network_files, rdf
from govgraph_exports.output import choose_writer, replacing
from govgraph_exports.sheets import write_sheets

Writer = Callable[[KnowledgeGraph, Path], int]


def _of_quads(write: rdf.Writer) -> Writer:
    return lambda graph, path: write(graph.quads(), path)


def _of_network(write: network_files.Writer) -> Writer:
    return lambda graph, path: write(graph.to_networkx(), path)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        **{ending: _of_quads(write) for ending, write in rdf.WRITERS.items()},
        **{ending: _of_network(write) for ending, write in network_files.WRITERS.items()},
        ".xlsx": write_sheets,
    }
)


def get_writer(path: Path) -> Writer:
    """The writer for the ending of `path`. Raises UnknownName, listing the endings that there are."""
    return choose_writer(WRITERS, path, "graph")


def write_graph(graph: KnowledgeGraph, path: Path) -> int:
    """Write the graph to `path` in the format of its ending; how many quads, triples, edges or rows.

    The file appears only when it is whole. Raises UnknownName for an ending without a format and OSError
    where the place cannot be written.
    """
    write = get_writer(path)
    with replacing(path) as part:
        return write(graph, part)
