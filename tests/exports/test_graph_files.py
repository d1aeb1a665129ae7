"""The ending of a name says how the graph is written."""

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from govgraph import KnowledgeGraph
from govgraph_exports.graph_files import WRITERS, get_writer, write_graph
from govgraph_ontology.errors import UnknownName


@pytest.fixture(scope="module")
def graph(store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(store) as opened:
        yield opened


def test_every_form_of_the_samples_holds_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    said = set(graph.quads())
    for ending in (".nq", ".TRIG", ".jsonld"):
        path = tmp_path / f"graph{ending}"
        assert write_graph(graph, path) == len(said)
        assert set(ox.parse(path=path.rename(path.with_suffix(ending.lower())))) == said
    triples = {quad.triple for quad in said}
    for ending in (".ttl", ".rdf"):
        path = tmp_path / f"graph{ending}"
        assert write_graph(graph, path) == len(triples)
        assert {quad.triple for quad in ox.parse(path=path)} == triples
    edges = graph.to_networkx().number_of_edges()
    assert write_graph(graph, tmp_path / "graph.gexf") == edges
    assert graph.export(tmp_path / "graph.graphml") == edges
    assert nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True).number_of_edges() == edges


def test_unknown_ending_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"\.nq \.ttl \.trig \.jsonld \.rdf \.graphml \.gexf \.zip \.xlsx"):
        get_writer(Path("graph.doc"))


def test_the_docstring_of_export_names_every_ending() -> None:
    told = KnowledgeGraph.export.__doc__ or ""
    assert {ending for ending in WRITERS if ending not in told} == set()
