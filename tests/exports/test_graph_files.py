"""The ending of a name says how the graph is written."""

from importlib.resources import as_file, files
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph

from govgraph import KnowledgeGraph
from govgraph_exports.graph_files import get_writer, write_graph
from govgraph_ontology.errors import UnknownName


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    with as_file(files("govgraph_exports") / "samples") as samples:
        return KnowledgeGraph.build(samples, tmp_path_factory.mktemp("files") / "store")


def test_every_form_of_the_samples_holds_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    quads = write_graph(graph, tmp_path / "graph.nq")
    assert (
        write_graph(graph, tmp_path / "graph.TRIG") == write_graph(graph, tmp_path / "graph.jsonld") == quads
    )
    triples = write_graph(graph, tmp_path / "graph.ttl")
    assert write_graph(graph, tmp_path / "graph.rdf") == triples == len(Graph().parse(tmp_path / "graph.ttl"))
    edges = graph.to_networkx().number_of_edges()
    assert write_graph(graph, tmp_path / "graph.gexf") == edges
    assert graph.export(tmp_path / "graph.graphml") == edges
    assert nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True).number_of_edges() == edges


def test_unknown_ending_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"\.nq \.ttl \.trig \.jsonld \.rdf \.graphml \.gexf \.zip \.xlsx"):
        get_writer(Path("graph.doc"))
