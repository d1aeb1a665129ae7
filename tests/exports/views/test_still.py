from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.graph import view_graph

SVG = "{http://www.w3.org/2000/svg}"


def words(root: ET.Element) -> list[str]:
    """What each text of the picture says, its lines joined."""
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("focus", [BUREAU, None])
def test_every_node_and_every_relation_is_drawn_under_its_name(focus: str | None) -> None:
    graph = bureau_graph(5)
    root = ET.fromstring(view_graph(graph, focus).still.svg)
    said = words(root)
    shown = [node for node, degree in graph.degree() if degree]
    assert {graph.nodes[node]["label"] for node in shown} <= set(said)
    assert {"牵头", "配合"} <= set(said), "the legend"
    lines = {(tail, head, edge["relation"]) for tail, head, edge in graph.edges(data=True)}
    paths = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert len(paths) == len(lines)


@pytest.mark.parametrize("focus", [BUREAU, None])
def test_everything_stands_inside_the_picture(focus: str | None) -> None:
    root = ET.fromstring(view_graph(bureau_graph(12), focus).still.svg)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    spots = [(float(span.attrib["x"]), float(span.attrib["y"])) for span in root.iter(f"{SVG}tspan")]
    assert all(left < x < left + width and top < y < top + height for x, y in spots)


def test_a_hostile_name_stays_text() -> None:
    graph = bureau_graph(1)
    name = "<script>x</script>\x1b&\"'"
    graph.nodes[BUREAU]["label"] = name
    view = view_graph(graph, BUREAU, title=name)
    root = ET.fromstring(view.still.svg)
    assert "<script>x</script> &\"'" in words(root)
    assert not list(root.iter(f"{SVG}script"))


def test_the_picture_names_nothing_outside_itself() -> None:
    svg = view_graph(bureau_graph(5), BUREAU).still.svg
    assert re.findall(r"https?://[^\"\s]*", svg) == ["http://www.w3.org/2000/svg"]
    assert "href" not in svg


def test_a_picture_shows_itself_in_a_cell_and_is_written_as_it_is(tmp_path: Path) -> None:
    still = view_graph(bureau_graph(5), BUREAU).still
    still.write(tmp_path / "bureau.svg")
    assert (tmp_path / "bureau.svg").read_text("utf-8") == still.svg == still._repr_svg_()
