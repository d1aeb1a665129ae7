from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser

from exports.browser import opened, started
from exports.hostile_texts import HOSTILE
from exports.pictures import BUREAU, bureau_graph, office
from exports.views.drawn_pages import assert_quiet, names_apart
from govgraph_exports.views.graph import view_graph

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


def test_a_bureau_opens_offline_with_its_tasks_and_sentences(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(12)
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        assert_quiet(page)
        panel = page.page.inner_text("#panel")
        legend = page.page.inner_text("#legend")
        assert "云溪市科技局" in panel
        assert "〔科技局牵头" in panel
        assert {"任务", "机构", "牵头", "配合"} <= set(legend.split())
        names_apart(page)
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
        assert_quiet(page)


def test_a_click_on_nothing_goes_back_to_the_beginning(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(5)
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        page.click_node(next(iter(graph.successors(BUREAU))))
        assert "#" in page.page.url
        page.page.click("#panel .link")
        page.page.keyboard.press("Escape")
        assert page.page.inner_text("#panel h2") == "云溪市科技局"
        assert "#" not in page.page.url
        assert_quiet(page)


def test_search_finds_a_part_of_a_chinese_name(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(12), BUREAU).html, tmp_path) as page:
        page.page.fill("#query", "研发 计划")
        assert page.page.inner_text("#hits .name") == "实施重点领域研发计划"
        page.page.press("#query", "Enter")
        assert page.page.inner_text("#panel h2") == "实施重点领域研发计划"
        page.page.fill("#query", "没有的名字")
        assert "图中没有" in page.page.inner_text("#hits")
        assert_quiet(page)


def test_the_legend_hides_a_type_with_its_lines(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(5), BUREAU).html, tmp_path) as page:
        page.page.click("#types button:has-text('任务')")
        hidden = "name => window.govgraph[name].get({ filter: (item) => item.hidden }).length"
        assert page.evaluate(hidden, "nodes") == 5
        assert page.evaluate(hidden, "edges") == len(page.evaluate("window.govgraph.edges.getIds()"))
        page.page.click("#types button:has-text('任务')")
        assert page.evaluate(hidden, "nodes") == 0
        assert_quiet(page)


def test_the_overview_opens_offline_without_overlaps_and_says_what_it_left_out(
    chromium: Browser, tmp_path: Path
) -> None:
    with opened(chromium, view_graph(bureau_graph(150), limit=100).html, tmp_path) as page:
        assert_quiet(page)
        names_apart(page)
        assert "--limit 167" in page.page.inner_text("#notice")
        assert names_apart(page) > 60, "from afar too, many names can be read"


def test_nearer_by_more_names_are_drawn(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_graph(bureau_graph(150), limit=100).html, tmp_path) as page:
        page.evaluate("window.govgraph.network.moveTo({ scale: 0.3 })")
        page.evaluate("window.govgraph.network.redraw()")
        few = names_apart(page)
        page.page.click("#fit")
        page.evaluate("window.govgraph.network.redraw()")
        assert names_apart(page) > few
        assert_quiet(page)


def test_a_click_on_a_name_is_a_click_on_its_dot(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(9)
    with opened(chromium, view_graph(graph).html, tmp_path) as page:
        node, x, y = page.evaluate(
            """() => {
              const { network, names } = window.govgraph;
              const box = names.boxes()[3];
              const scale = network.getScale();
              const at = network.canvasToDOM({
                x: (box.left + box.right) / 2 / scale, y: (box.top + box.bottom) / 2 / scale,
              });
              return [box.id, at.x, at.y];
            }"""
        )
        frame = page.page.locator("#picture").bounding_box()
        assert frame
        page.page.mouse.click(frame["x"] + x, frame["y"] + y)
        page.page.wait_for_timeout(400)
        assert page.page.inner_text("#panel h2") == graph.nodes[node]["label"]
        assert_quiet(page)


def test_back_goes_to_what_was_selected_before(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(5)
    one, other = list(graph.successors(BUREAU))[:2]
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        for task in (one, other):
            page.evaluate("id => window.govgraph.select(id, false)", task)
        page.page.go_back()
        assert page.page.inner_text("#panel h2") == graph.nodes[one]["label"]
        page.page.go_back()
        assert page.page.inner_text("#panel h2") == "云溪市科技局"
        page.page.go_forward()
        assert page.page.inner_text("#panel h2") == graph.nodes[one]["label"]
        assert_quiet(page)


IN_PICTURE = "window.govgraph.nodes.getIds()"


@pytest.mark.parametrize("focus", [BUREAU, None])
def test_neighbours_are_placed_beside_a_node_and_taken_away_again(
    focus: str | None, chromium: Browser, tmp_path: Path
) -> None:
    graph = bureau_graph(20)
    limit = 12 if focus else 8
    with opened(chromium, view_graph(graph, focus, limit=limit).html, tmp_path) as page:
        before = page.evaluate(IN_PICTURE)
        host = next(
            node for node in before if node in graph and not set(graph.successors(node)) <= set(before)
        )
        at = "window.govgraph.network.getPositions()"
        positions = page.evaluate(at)
        page.double_click_node(host)
        after = page.evaluate(IN_PICTURE)
        assert set(before) < set(after)
        assert {node: page.evaluate(at)[node] for node in before} == positions, "nothing else moves"
        names_apart(page)
        page.page.click("#panel .expand")
        assert sorted(page.evaluate(IN_PICTURE)) == sorted(before)
        assert_quiet(page)


def test_search_brings_what_is_not_drawn(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(20)
    with opened(chromium, view_graph(graph, BUREAU, limit=21).html, tmp_path) as page:
        assert office("云溪市教育局") not in page.evaluate(IN_PICTURE)
        page.page.fill("#query", "教育局")
        assert "未画出" in page.page.inner_text("#hits")
        page.page.press("#query", "Enter")
        assert page.page.inner_text("#panel h2") == "云溪市教育局"
        assert office("云溪市教育局") in page.evaluate(IN_PICTURE)
        assert_quiet(page)


def test_the_words_are_marked_in_their_paragraph_whatever_characters_it_holds(
    chromium: Browser, tmp_path: Path
) -> None:
    graph = bureau_graph(1)
    words = next(edge["evidence"] for _, _, edge in graph.edges(data=True))
    before, after = "前文𠀀😀" + "长" * 80, "。后文😀" + "长" * 80
    text = f"上一段\n{before}{words}{after}\n下一段"
    for _, _, edge in graph.edges(data=True):
        edge |= {"start": text.index(words), "end": text.index(words) + len(words)}
    view = view_graph(graph, BUREAU, text={"云溪市公报.txt": text}.__getitem__)
    assert view.html.count("下一段") == 0
    assert view.html.count("后文") == 1, "one copy, however many facts stand in it"
    with opened(chromium, view.html, tmp_path) as page:
        assert page.page.inner_text("#panel blockquote mark >> nth=0") == words
        assert "前文" not in page.page.inner_text("#panel blockquote >> nth=0")
        page.page.click("#panel .more >> nth=0")
        assert page.page.inner_text("#panel blockquote >> nth=0") == before + words + after
        assert_quiet(page)


def test_the_pointer_shows_the_whole_name(chromium: Browser, tmp_path: Path) -> None:
    graph = bureau_graph(12)
    name = "推动产业链上下游企业协同创新、集聚发展，" * 6
    graph.nodes[BUREAU]["label"] = name
    with opened(chromium, view_graph(graph, BUREAU).html, tmp_path) as page:
        page.click_node(BUREAU)
        assert page.page.inner_text("#hint") == name
        assert_quiet(page)


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
            assert_quiet(page)
            assert page.page.title() != "ran"
            assert (
                page.evaluate("document.querySelectorAll('#panel img, #panel a, #hits svg, iframe').length")
                == 0
            )
            assert page.evaluate("document.scripts.length") == 7


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
        assert inner.locator("#panel .link").count() == 0  # a cell has no address
        assert [request for request in page.requests if request != "about:srcdoc"] == []
        assert page.complaints == []
