from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser

from exports.browser import Opened, opened, started
from exports.hostile_texts import HOSTILE
from exports.pictures import BUREAU, bureau_graph
from govgraph_exports.views.graph import view_graph

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


OVERLAPS = """() => {
  const { network, nodes } = window.govgraph;
  const drawn = nodes.get().filter((node) => node.look || node.font.size * network.getScale() >= 10);
  const boxes = drawn.map((node) => {
    if (!node.look) return network.getBoundingBox(node.id);
    const { x, y } = network.getPosition(node.id);
    const [half, tall] = [node.look.width / 2, node.look.height / 2];
    return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
  });
  let count = 0;
  boxes.forEach((a, i) => boxes.slice(0, i).forEach((b) => {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) count += 1;
  }));
  return count;
}"""


def _assert_quiet(page: Opened) -> None:
    assert page.requests == []
    assert page.complaints == []


def test_a_bureau_opens_offline_with_its_tasks_and_sentences(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(12)
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        _assert_quiet(page)
        panel = page.page.inner_text("#panel")
        legend = page.page.inner_text("#legend")
        assert "云溪市科技局" in panel
        assert "〔科技局牵头" in panel
        assert {"任务", "机构", "牵头", "配合"} <= set(legend.split())
        assert page.evaluate(OVERLAPS) == 0
        assert page.evaluate("document.documentElement.scrollHeight") <= 900


def test_a_click_on_a_task_shows_who_says_what_of_it(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(12)
    task = next(iter(graph.successors(BUREAU)))
    sentence = next(edge["evidence"] for _, _, edge in graph.in_edges(task, data=True))
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        page.click_node(task)
        panel = page.page.inner_text("#panel")
        assert graph.nodes[task]["label"] in panel
        assert sentence in panel
        assert "云溪市公报.txt" in panel
        address = page.page.url
    with opened(
        chromium, view_graph(graph, BUREAU).html, tmp_path, fragment="#" + address.split("#")[1]
    ) as page:
        assert page.page.inner_text("#panel h2") == graph.nodes[task]["label"]
        _assert_quiet(page)


def test_a_click_on_nothing_goes_back_to_the_beginning(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(5)
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        page.click_node(next(iter(graph.successors(BUREAU))))
        assert "#" in page.page.url
        page.page.click("#panel .links button")
        page.page.keyboard.press("Escape")
        assert page.page.inner_text("#panel h2") == "云溪市科技局"
        assert "#" not in page.page.url
        _assert_quiet(page)


def test_search_finds_a_part_of_a_chinese_name(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(12), BUREAU).html, tmp_path) as page:
        page.page.fill("#query", "研发 计划")
        assert page.page.inner_text("#hits .name") == "实施重点领域研发计划"
        page.page.press("#query", "Enter")
        assert page.page.inner_text("#panel h2") == "实施重点领域研发计划"
        page.page.fill("#query", "没有的名字")
        assert "图中没有" in page.page.inner_text("#hits")
        _assert_quiet(page)


def test_the_legend_hides_a_type_with_its_lines(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(5), BUREAU).html, tmp_path) as page:
        page.page.click("#types button:has-text('任务')")
        hidden = "name => window.govgraph[name].get({ filter: (item) => item.hidden }).length"
        assert page.evaluate(hidden, "nodes") == 5
        assert page.evaluate(hidden, "edges") == len(page.evaluate("window.govgraph.edges.getIds()"))
        page.page.click("#types button:has-text('任务')")
        assert page.evaluate(hidden, "nodes") == 0
        _assert_quiet(page)


def test_the_overview_opens_offline_without_overlaps_and_says_what_it_left_out(
    chromium: Browser, tmp_path: Path
) -> None:
    with opened(chromium, view_graph(bureau_graph(150), limit=100).html, tmp_path) as page:
        _assert_quiet(page)
        assert page.evaluate(OVERLAPS) == 0
        assert "--limit 167" in page.page.inner_text("#notice")
        largest = "Math.max(...window.govgraph.nodes.get().map((node) => node.font.size))"
        assert page.evaluate(largest) * page.evaluate("window.govgraph.network.getScale()") >= 11


def test_labels_of_hubs_keep_their_size_when_somebody_comes_nearer(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(150), limit=100).html, tmp_path) as page:
        page.evaluate("id => window.govgraph.select(id, true)", BUREAU)
        scale = page.evaluate("window.govgraph.network.getScale()")
        assert scale >= 0.95
        assert (
            page.evaluate("Math.max(...window.govgraph.nodes.get().map((node) => node.font.size))") * scale
            < 16.1
        )
        assert page.evaluate(OVERLAPS) == 0
        _assert_quiet(page)


def test_the_pointer_shows_the_whole_name(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(12)
    name = "推动产业链上下游企业协同创新、集聚发展，" * 6
    graph.nodes[BUREAU]["label"] = name
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        page.click_node(BUREAU)
        assert page.page.inner_text("#hint") == name
        _assert_quiet(page)


def test_hostile_text_stays_text(chromium: Browser, tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("center", label=HOSTILE["script"], type="Organization", place=HOSTILE["image"])
    for number, text in enumerate(HOSTILE.values()):
        known = number % 2 or len(text) > 100  # a class of the ontology has a short name
        graph.add_node(text, label=text, type="Task" if known else text, place=text)
        graph.add_edge(
            "center",
            text,
            relation="leads" if known else text,
            evidence=text,
            source=text,
            start=0,
            end=9,
            confidence=1.0,
            qualifiers={text: text},
        )
    for focus in ("center", None):
        view = view_graph(graph, focus)
        with opened(chromium, view.html, tmp_path) as page:
            shown = [
                node
                for node in HOSTILE.values()
                if page.evaluate("id => !!window.govgraph.nodes.get(id)", node)
            ]
            assert len(shown) >= len(HOSTILE) // 2
            for node in shown:
                page.evaluate("id => window.govgraph.select(id, false)", node)
                assert page.evaluate("document.querySelector('#panel h2').textContent") == node
            page.page.fill("#query", "script")
            page.page.wait_for_timeout(300)
            _assert_quiet(page)
            assert page.page.title() != "ran"
            assert (
                page.evaluate("document.querySelectorAll('#panel img, #panel a, #hits svg, iframe').length")
                == 0
            )
            assert page.evaluate("document.scripts.length") == 3


def test_a_frame_of_a_notebook_draws_the_picture(chromium: Browser, tmp_path: Path) -> None:
    frame = view_graph(bureau_graph(3), BUREAU)._repr_html_()
    page_around = f"<!doctype html><meta charset=utf-8><script>window.govgraph = 1</script>{frame}"
    with opened(chromium, page_around, tmp_path) as page:
        inner = page.page.frames[1]
        inner.wait_for_selector("#panel h2")
        assert inner.inner_text("#panel h2") == "云溪市科技局"
        task = inner.inner_text("#panel .party >> nth=0")
        inner.click("#panel .party >> nth=0")
        assert inner.inner_text("#panel h2") == task
        assert inner.locator("#panel .links").count() == 0  # a cell has no address
        assert [request for request in page.requests if request != "about:srcdoc"] == []
        assert page.complaints == []
