"""Hostile texts as names, titles and sentences come back from every file, read by another library.

What a format cannot hold is replaced as its module says: XML holds no control characters, and its readers
take every line end for a line feed.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import openpyxl
import pandas
import pyoxigraph as ox
import pytest
from lxml import etree
from rdflib import Dataset, Graph, URIRef

from exports.facts_examples import Fact, fact
from exports.hostile_texts import HOSTILE
from govgraph_exports import rdf
from govgraph_exports.facts import write_facts
from govgraph_exports.network_files import WRITERS as NETWORK_WRITERS
from govgraph_exports.sheets.book import write_book
from govgraph_exports.sheets.matrix import matrix_sheet
from govgraph_exports.sheets.model import Place
from govgraph_exports.sheets.tasks import Part, Task, tasks_sheet
from govgraph_exports.spreadsheet import MAX_CELL, cell_text
from govgraph_exports.xml_text import xml_text
from govgraph_ontology.iri import entity_iri, graph_iri
from govgraph_ontology.terms import OA, SKOS

TEXTS = list(HOSTILE.values())


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _in_xml(text: str) -> str:
    return _lines(xml_text(text))


def _office(text: str) -> str:
    """An IRI with the text in it, but for the length: rdflib takes seconds over one of 300 kB."""
    return str(entity_iri("Organization", "示范省/云溪市", text[:500]))


def _graph(text: str) -> str:
    return str(graph_iri(text[:500]))


def _facts() -> list[Fact]:
    """Each text as a name, an alias, a title, a sentence, a qualifier and the name of a file."""
    facts = []
    for text in TEXTS:
        one = fact(text=text, condition=text, value=3)
        one["subject"] |= {"label": text, "aliases": [text], "id": _office(text)}
        one["object"] |= {"label": text}
        one["source"] |= {"file": f"{text}.txt"}
        facts.append(one)
    return facts


def _quads() -> list[ox.Quad]:
    quads = []
    for text in TEXTS:
        office = ox.NamedNode(_office(text))
        graph = ox.NamedNode(_graph(text))
        quads.append(
            ox.Quad(office, ox.NamedNode(str(SKOS.prefLabel)), ox.Literal(text, language="zh"), graph)
        )
        quads.append(ox.Quad(office, ox.NamedNode(str(OA.exact)), ox.Literal(text), graph))
    return quads


def _network() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number, text in enumerate(TEXTS):
        bureau = _office(text)
        graph.add_node(bureau, label=text, type="Organization", place=text, aliases=[text, text])
        graph.add_node(f"urn:task:{number}", label=text, type="Task", place="", aliases=[])
        said = {"relation": "leads", "document": "urn:plan", "evidence": text, "source": text, "line": 1}
        graph.add_edge(
            bureau, f"urn:task:{number}", key=f"urn:said:{number}", **said, qualifiers={"unit": text}
        )
    return graph


def test_there_are_thirty_of_them_and_one_is_long() -> None:
    assert len(TEXTS) >= 30
    assert max(len(text.encode()) for text in TEXTS) > 100_000


def test_jsonl(tmp_path: Path) -> None:
    write_facts(_facts(), tmp_path / "facts.jsonl")
    frame = pandas.read_json(tmp_path / "facts.jsonl", lines=True, dtype=False)
    assert [found["text"] for found in frame["source"]] == TEXTS
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == _facts()


def test_parquet(tmp_path: Path) -> None:
    write_facts(_facts(), tmp_path / "facts.parquet")
    frame = pandas.read_parquet(tmp_path / "facts.parquet")
    for column in ("subject.label", "subject.aliases", "object.label", "source.text", "qualifiers.condition"):
        assert list(frame[column]) == TEXTS


def test_csv(tmp_path: Path) -> None:
    write_facts(_facts(), tmp_path / "facts.csv")
    frame = _read_csv((tmp_path / "facts.csv").read_bytes().decode("utf-8-sig"))
    starts = tuple("=+-@\t\r\n＝＋－＠")
    for column in ("subject.label", "subject.aliases", "object.label", "source.text", "qualifiers.condition"):
        cells = list(frame[column])
        assert not [cell for cell in cells if cell.startswith(starts)]
        guarded = [cell.startswith("'") and cell.lstrip("'").startswith(starts) for cell in cells]
        assert [cell[1:] if one else cell for cell, one in zip(cells, guarded, strict=True)] == TEXTS
        assert sum(guarded) == 9


def test_xlsx_of_facts(tmp_path: Path) -> None:
    write_facts(_facts(), tmp_path / "facts.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "facts.xlsx").active
    cells = {cell.value: [row[at] for row in sheet.iter_rows(min_row=2)] for at, cell in enumerate(sheet[1])}
    for heading in ("主体", "主体别名", "客体", "原文"):
        assert [cell.value for cell in cells[heading]] == [cell_text(text) for text in TEXTS]
    assert {cell.data_type for column in cells.values() for cell in column} <= {"s", "n"}
    assert not [cell for column in cells.values() for cell in column if cell.hyperlink]


def test_xlsx_of_sheets(tmp_path: Path) -> None:
    tasks = []
    for text in TEXTS:
        part = Part("leads", text, "云溪市", Place(text, 1, text, text))
        tasks.append(Task(text, text, text, [part], ["2024"], [text]))
    write_book(tmp_path / "graph.xlsx", "govgraph", [tasks_sheet(tasks), matrix_sheet(tasks)])
    book = openpyxl.load_workbook(tmp_path / "graph.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}
    rows = list(book["任务"].iter_rows(min_row=2))
    names = [cell.value for cell in book["任务"][1]]
    for heading in ("任务", "牵头", "目标", "文件", "原文"):
        assert [row[names.index(heading)].value for row in rows] == [cell_text(text) for text in TEXTS]
    places = {row[2].coordinate: row[2].value for row in book["来源"].iter_rows(min_row=2)}
    for text, row in zip(TEXTS, rows, strict=True):
        link = row[names.index("出处")].hyperlink
        assert link.target is None
        assert places[link.location.rpartition("!")[2]] == cell_text(text)


def test_xlsx_opens_in_a_strict_xml_reader_and_holds_no_cell_too_long(tmp_path: Path) -> None:
    write_facts(_facts(), tmp_path / "facts.xlsx")
    with zipfile.ZipFile(tmp_path / "facts.xlsx") as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
        strings = etree.fromstring(archive.read("xl/sharedStrings.xml"), etree.XMLParser(huge_tree=True))
    assert max(len("".join(one.itertext())) for one in strings) <= MAX_CELL


def _expected_objects() -> dict[str, list[str]]:
    return {_office(text): [text, text] for text in TEXTS}


def _objects(graph: Any) -> dict[str, list[str]]:
    return {
        str(office): [str(graph.value(office, SKOS.prefLabel)), str(graph.value(office, OA.exact))]
        for office in graph.subjects(SKOS.prefLabel)
    }


@pytest.mark.parametrize(("ending", "format_"), [(".nq", "nquads"), (".trig", "trig")])
def test_quads(ending: str, format_: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{ending}"
    assert rdf.WRITERS[ending](_quads(), path) == 2 * len(TEXTS)
    read = Dataset(default_union=True)
    read.parse(path, format=format_)
    assert _objects(read) == _expected_objects()
    named = {str(graph.identifier) for graph in read.graphs() if len(graph)}
    assert {_graph(text) for text in TEXTS} <= named


def test_turtle(tmp_path: Path) -> None:
    rdf.WRITERS[".ttl"](_quads(), tmp_path / "graph.ttl")
    assert _objects(Graph().parse(tmp_path / "graph.ttl")) == _expected_objects()


def test_jsonld(tmp_path: Path) -> None:
    rdf.WRITERS[".jsonld"](_quads(), tmp_path / "graph.jsonld")
    read = ox.parse((tmp_path / "graph.jsonld").read_bytes(), format=ox.RdfFormat.JSON_LD)
    assert set(read) == set(_quads())


def test_rdfxml(tmp_path: Path) -> None:
    rdf.WRITERS[".rdf"](_quads(), tmp_path / "graph.rdf")
    graph = Graph().parse(tmp_path / "graph.rdf", format="xml")
    expected = {iri: list(map(_in_xml, texts)) for iri, texts in _expected_objects().items()}
    assert {iri: list(map(_lines, texts)) for iri, texts in _objects(graph).items()} == expected
    assert all(isinstance(subject, URIRef) for subject in graph.subjects())


def test_graphml(tmp_path: Path) -> None:
    NETWORK_WRITERS[".graphml"](_network(), tmp_path / "graph.graphml")
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    bureaus = graph.vs.select(type="Organization")
    assert bureaus["label"] == bureaus["place"] == list(map(xml_text, TEXTS))
    assert bureaus["aliases"] == [xml_text(f"{text}；{text}") for text in TEXTS]
    assert graph.es["evidence"] == graph.es["q_unit"] == list(map(xml_text, TEXTS))


def test_gexf(tmp_path: Path) -> None:
    NETWORK_WRITERS[".gexf"](_network(), tmp_path / "graph.gexf")
    tree = etree.parse(tmp_path / "graph.gexf", etree.XMLParser(huge_tree=True))
    labels = tree.xpath("//*[local-name()='node'][starts-with(@id, 'https')]/@label")
    assert list(map(str, labels)) == list(map(xml_text, TEXTS))


def test_neo4j(tmp_path: Path) -> None:
    NETWORK_WRITERS[".zip"](_network(), tmp_path / "graph.zip")
    with zipfile.ZipFile(tmp_path / "graph.zip") as archive:
        nodes, edges = (
            _read_csv(archive.read(name).decode("utf-8")) for name in ("nodes.csv", "relationships.csv")
        )
    assert list(nodes["label"][nodes[":LABEL"] == "Organization"]) == TEXTS
    assert list(edges["evidence"]) == list(edges["q_unit"]) == TEXTS


def _read_csv(text: str) -> pandas.DataFrame:
    return pandas.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)
