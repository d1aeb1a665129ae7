from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph

from govgraph_exports.rdf import WRITERS
from govgraph_exports.xml_text import xml_text
from govgraph_ontology.iri import entity_iri, graph_iri
from govgraph_ontology.terms import GOV, RDF, SKOS, XSD


def write_rdf(quads: Iterable[ox.Quad], path: Path) -> int:
    return WRITERS[path.suffix](quads, path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all examples of a property, for they overwrite their files."""
    return tmp_path_factory.mktemp("rdf")


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _node(iri: object) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


def _quads(texts: list[str]) -> list[ox.Quad]:
    """One organization with these labels, said by two sources."""
    office = _node(entity_iri("Organization", "示范省/云溪市", "科学技术局"))
    return [
        ox.Quad(office, predicate, value, _node(graph_iri(name)))
        for name in ("甲.txt", "乙.txt")
        for predicate, value in (
            (_node(SKOS.altLabel), ox.Literal("科技局", language="zh")),
            (_node(RDF.type), _node(GOV.Organization)),
            *((_node(SKOS.prefLabel), ox.Literal(text, language="zh")) for text in texts),
        )
    ]


@pytest.mark.parametrize("ending", WRITERS)
@settings(deadline=None)
@given(texts=st.lists(TEXT, max_size=4))
def test_bytes_do_not_depend_on_the_order_of_the_quads(ending: str, texts: list[str], folder: Path) -> None:
    quads = _quads(texts)
    write_rdf(quads, folder / f"a{ending}")
    write_rdf(reversed(quads), folder / f"b{ending}")
    assert (folder / f"a{ending}").read_bytes() == (folder / f"b{ending}").read_bytes()


@settings(deadline=None)
@given(texts=st.lists(TEXT, max_size=4))
def test_nquads_parse_back_to_the_same_graph(texts: list[str], folder: Path) -> None:
    path = folder / "graph.nq"
    written = write_rdf(_quads(texts), path)
    parsed = set(ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS))
    assert parsed == set(_quads(texts))
    assert written == len(parsed)


@settings(deadline=None)
@given(texts=st.lists(TEXT, max_size=4))
def test_trig_and_jsonld_parse_back_to_the_same_graph(texts: list[str], folder: Path) -> None:
    quads = _quads(texts)
    for name, format_ in (("graph.trig", ox.RdfFormat.TRIG), ("graph.jsonld", ox.RdfFormat.JSON_LD)):
        assert write_rdf(quads, folder / name) == len(set(quads))
        assert set(ox.parse((folder / name).read_bytes(), format=format_)) == set(quads)


@settings(deadline=None)
@given(texts=st.lists(TEXT, max_size=4))
def test_rdfxml_parses_back_but_for_what_no_xml_can_hold(texts: list[str], folder: Path) -> None:
    path = folder / "graph.rdf"
    written = write_rdf(_quads(texts), path)
    expected = {str(value) for value in map(xml_text, texts)}
    graph = Graph().parse(path, format="xml")
    # XML readers take a carriage return for a line feed, whoever writes it.
    read = {
        str(value).replace("\r\n", "\n").replace("\r", "\n") for value in graph.objects(None, SKOS.prefLabel)
    }
    assert read == {value.replace("\r\n", "\n").replace("\r", "\n") for value in expected}
    assert written >= len(graph)


def test_jsonld_reads_like_json_with_the_names_of_the_ontology(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonld"
    write_rdf(_quads(["云溪市科技局"]), path)
    said = json.loads(path.read_text(encoding="utf-8"))
    (node, *_) = said["@graph"][0]["@graph"]
    assert node["@type"] == "Organization"
    assert node["skos:prefLabel"] == {"@language": "zh", "@value": "云溪市科技局"}


def test_a_graph_of_one_node_is_jsonld_too(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonld"
    quads = [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in _quads([])]
    write_rdf(quads, path)
    assert set(ox.parse(path.read_bytes(), format=ox.RdfFormat.JSON_LD)) == set(quads)
    write_rdf([], path)
    assert list(ox.parse(path.read_bytes(), format=ox.RdfFormat.JSON_LD)) == []


def test_nquads_lines_are_sorted(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    write_rdf(_quads(["云\n溪", "a"]), path)
    lines = path.read_bytes().splitlines()
    assert lines == sorted(lines)


def test_rdflib_reads_every_form(tmp_path: Path) -> None:
    quads = _quads(['“云溪”\n"\\'])
    for ending in WRITERS:
        write_rdf(quads, tmp_path / f"graph{ending}")
    for ending, format_ in ((".nq", "nquads"), (".trig", "trig"), (".jsonld", "json-ld")):
        dataset = Dataset()
        dataset.parse(tmp_path / f"graph{ending}", format=format_)
        assert len(set(dataset.quads())) == 6
    for ending, format_ in ((".ttl", "turtle"), (".rdf", "xml")):
        assert len(Graph().parse(tmp_path / f"graph{ending}", format=format_)) == 3


def test_jsonld_keeps_kinds_of_values_and_names_that_no_context_shortens(tmp_path: Path) -> None:
    subject, other = ox.BlankNode("b0"), ox.NamedNode("https://w3id.org/govgraph/ontology#甲/乙")
    quads = {
        ox.Quad(subject, _node(GOV.line), ox.Literal(3)),
        ox.Quad(subject, _node(GOV.achieved), ox.Literal(True)),
        ox.Quad(subject, _node(GOV.confidence), ox.Literal("0.90", datatype=_node(XSD.decimal))),
        ox.Quad(subject, _node(GOV.confidence), ox.Literal("0.9")),
        ox.Quad(subject, other, other),
        ox.Quad(subject, _node(RDF.type), other),
        ox.Quad(subject, _node(RDF.type), ox.BlankNode("b1")),
    }
    assert write_rdf(quads, tmp_path / "graph.jsonld") == len(quads)
    read = ox.Dataset(ox.parse((tmp_path / "graph.jsonld").read_bytes(), format=ox.RdfFormat.JSON_LD))
    expected = ox.Dataset(quads)
    for dataset in (read, expected):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert set(read) == set(expected)


def test_turtle_is_readable(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    assert write_rdf(_quads(["云溪市科技局"]), path) == 3
    text = path.read_text(encoding="utf-8")
    assert "a gov:Organization" in text
    assert 'skos:prefLabel "云溪市科技局"@zh' in text
    assert text.index("a gov:Organization") < text.index("skos:altLabel")
