"""Network files hold the same nodes, edges and attributes as the graph, for whatever texts there are."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_exports.network_files import WRITERS
from govgraph_exports.xml_text import xml_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _graph(texts: tuple[str, ...] = ("建设粮仓",), value: float = 3) -> nx.MultiDiGraph:
    """Two bureaus with a task each; one task has a number to reach."""
    graph = nx.MultiDiGraph()
    for number, text in enumerate(texts):
        bureau, task = f"urn:bureau:{number}", f"urn:task:{number}"
        graph.add_node(
            bureau, label="云溪市发改局", type="Organization", place="云溪市", aliases=["市发改局", text]
        )
        graph.add_node(task, label=text, type="Task", place="云溪市", aliases=[])
        said = {
            "relation": "leads", "document": "urn:plan", "evidence": text, "source": "计划.txt", "line": 1,
            "start": 0, "end": 4, "rule": "responsibility.label", "confidence": 0.95,
        }  # fmt: skip
        graph.add_edge(bureau, task, key=f"urn:said:{number}", **said, qualifiers={})
        reached = {"value": value if number else 2, "unit": "座", "achieved": True}
        goal = said | {"relation": "hasTarget"}
        graph.add_edge(task, bureau, key=f"urn:goal:{number}", **goal, qualifiers=reached)
    return graph


def _write(graph: nx.MultiDiGraph, path: Path) -> Path:
    assert WRITERS[path.suffix](graph, path) == graph.number_of_edges()
    return path


def _ends(text: str) -> str:
    """The text with its line ends as one: some XML writers escape a carriage return, readers fold others."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(path: Path, member: str) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(path) as archive:
        return csv.DictReader(io.StringIO(archive.read(member).decode("utf-8"), newline=""))


@given(texts=st.tuples(TEXT, TEXT))
def test_graphml_reads_back_with_every_attribute(
    texts: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _write(_graph(texts, 2.5), tmp_path_factory.mktemp("net") / "graph.graphml")
    read = nx.read_graphml(path, force_multigraph=True)
    for number, text in enumerate(texts):
        shown = _ends(xml_text(text))
        assert _ends(read.nodes[f"urn:task:{number}"].get("label", "")) == shown
        goal = read.edges[f"urn:task:{number}", f"urn:bureau:{number}", f"urn:goal:{number}"]
        assert (goal["q_value"], goal["q_achieved"], goal["line"]) == (2.5 if number else 2.0, True, 1)
        assert _ends(goal.get("evidence", "")) == shown


@given(texts=st.tuples(TEXT, TEXT))
def test_gexf_reads_back_with_labels_and_types(
    texts: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _write(_graph(texts, 2.5), tmp_path_factory.mktemp("net") / "graph.gexf")
    read = nx.read_gexf(path)
    assert {attributes["type"] for _, attributes in read.nodes(data=True)} == {"Organization", "Task"}
    assert read.nodes["urn:bureau:0"]["label"] == "云溪市发改局"
    edges = [attributes for _, _, attributes in read.edges(data=True)]
    assert sorted(edge["label"] for edge in edges) == ["hasTarget", "hasTarget", "leads", "leads"]
    assert sorted(edge["q_value"] for edge in edges if edge["label"] == "hasTarget") == [2.0, 2.5]
    assert {(edge["offset_start"], edge["offset_end"]) for edge in edges} == {(0, 4)}


def test_gexf_bears_no_date_of_writing(tmp_path: Path) -> None:
    assert "lastmodifieddate" not in _write(_graph(), tmp_path / "graph.gexf").read_text(encoding="utf-8")


@given(texts=st.tuples(TEXT, TEXT))
def test_neo4j_csv_reads_back_with_every_attribute(
    texts: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = _write(_graph(texts, 2.5), tmp_path_factory.mktemp("net") / "graph.zip")
    nodes = {row["iri:ID"]: row for row in _rows(path, "nodes.csv")}
    said = {row["statement"]: row for row in _rows(path, "relationships.csv")}
    for number, text in enumerate(texts):
        task = nodes[f"urn:task:{number}"]
        assert (task[":LABEL"], task["label"]) == ("Task", text)
        goal = said[f"urn:goal:{number}"]
        assert (goal[":START_ID"], goal[":END_ID"]) == (f"urn:task:{number}", f"urn:bureau:{number}")
        assert (goal[":TYPE"], goal["q_value:double"], goal["evidence"]) == (
            "hasTarget",
            "2.5" if number else "2.0",
            text,
        )


def test_neo4j_is_told_the_types_and_how_to_import(tmp_path: Path) -> None:
    path = _write(_graph(), tmp_path / "graph.zip")
    (row, *_) = _rows(path, "relationships.csv")
    assert {"line:int", "confidence:double", "q_achieved:boolean", "q_value:int", "q_unit"} <= set(row)
    with zipfile.ZipFile(path) as archive:
        notes = archive.read("README.txt").decode("utf-8")
    assert "--nodes=nodes.csv --relationships=relationships.csv" in notes


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_graph_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    first = _write(_graph(("甲", "乙")), tmp_path / f"a{ending}")
    again = _write(_graph(("甲", "乙")), tmp_path / f"b{ending}")
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("ending", WRITERS)
def test_an_empty_graph_is_a_file_too(ending: str, tmp_path: Path) -> None:
    assert _write(nx.MultiDiGraph(), tmp_path / f"empty{ending}").stat().st_size > 100
