from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.graph import view_graph
from govgraph_ontology.errors import GovgraphError, UnknownName

DATA = re.compile(r'<script type="application/json" id="data">([^<]*)</script>')


def test_the_page_names_nothing_outside_itself() -> None:
    html = view_graph(bureau_graph(5), BUREAU).html
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!data:,)""", html.split("<script>")[0])
    assert "sourceMappingURL" not in html


def test_the_same_graph_gives_the_same_page() -> None:
    for focus in (BUREAU, None):
        assert view_graph(bureau_graph(9), focus).html == view_graph(bureau_graph(9), focus).html


def test_every_drawn_fact_is_there_with_its_sentence() -> None:
    graph = bureau_graph(5)
    found = DATA.search(view_graph(graph, BUREAU).html)
    assert found
    facts = json.loads(found[1])["facts"]
    assert len(facts) == graph.number_of_edges()
    assert all(fact["text"].startswith("〔") for fact in facts)


def test_two_sentences_for_one_relation_are_one_line_and_two_facts() -> None:
    graph = bureau_graph(1)
    tail, head, edge = next(iter(graph.edges(data=True)))
    graph.add_edge(tail, head, **{**edge, "source": "另一份公报.txt"})
    found = DATA.search(view_graph(graph).html)
    assert found
    data = json.loads(found[1])
    assert len(data["facts"]) == len(data["edges"]) + 1


def test_a_view_tells_how_much_it_shows() -> None:
    view = view_graph(bureau_graph(40), limit=30)
    assert (view.shown, view.total) == (30, 57)


def test_qualifiers_are_told_in_chinese_in_the_order_of_the_ontology() -> None:
    graph = bureau_graph(1)
    graph.add_node("indicator", label="研发投入强度", type="Indicator", place="")
    graph.add_edge(
        BUREAU, "indicator", relation="hasTarget", evidence="", qualifiers={"unit": "%", "value": 4.5, "x": 1}
    )
    found = DATA.search(view_graph(graph).html)
    assert found
    (fact,) = (fact for fact in json.loads(found[1])["facts"] if "qualifiers" in fact)
    assert fact["qualifiers"] == [["数值", "4.5"], ["单位", "%"], ["x", "1"]]


def test_what_nobody_could_read_is_refused() -> None:
    with pytest.raises(GovgraphError, match="2000"):
        view_graph(bureau_graph(3), limit=2001)


def test_something_of_which_nothing_is_stated_is_named() -> None:
    with pytest.raises(UnknownName, match="nobody"):
        view_graph(bureau_graph(3), "nobody")


def test_an_empty_graph_is_an_error_and_no_blank_page() -> None:
    with pytest.raises(GovgraphError, match="empty"):
        view_graph(nx.MultiDiGraph())


def test_the_file_is_utf8_whatever_the_system_says(tmp_path: Path) -> None:
    view = view_graph(bureau_graph(3), BUREAU)
    view.write(str(tmp_path / "view.html"))
    assert (tmp_path / "view.html").read_bytes() == view.html.encode("utf-8")


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    view = view_graph(bureau_graph(3), BUREAU)
    frame = view._repr_html_()
    assert re.match(
        r'<iframe title="[^"<>]+" srcdoc="[^"<]+" sandbox="allow-scripts allow-downloads" ', frame
    )
    assert "<script" not in frame


def test_a_view_is_named_in_few_words() -> None:
    assert repr(view_graph(bureau_graph(3))) == ("GraphView(title='治理知识图谱 · 总览', shown=20, total=20)")
