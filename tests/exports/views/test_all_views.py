"""Every view of the samples, and of the corpus where there is one beside the clone, in a real Chromium.

What is asked about (the busiest body, its place, a task, a document) is taken from the graph itself, so that
the same table serves any documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from exports.browser import Opened, opened
from exports.views.drawn_pages import assert_quiet
from govgraph import KnowledgeGraph
from govgraph_exports.views.page import Page
from govgraph_exports.views.statements import drawn_statements

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"

pytestmark = pytest.mark.browser


class Remembering(KnowledgeGraph):
    """A graph that reads its facts once, for all views of them."""

    @cached_property
    def _all_facts(self) -> list[dict[str, Any]]:
        return list(super().facts())

    def facts(self, min_confidence: float = 0.0) -> Iterator[dict[str, Any]]:
        return (fact for fact in self._all_facts if fact["confidence"] >= min_confidence)


@dataclass(frozen=True)
class Asked:
    """A graph and what the views are asked about: labels, and IRIs where a label may have several bearers."""

    graph: Remembering
    bureau: str
    place: str
    task: str
    document: str
    place_iri: str
    task_iri: str
    document_iri: str
    source: str

    @cached_property
    def texts(self) -> str:
        """The texts of all sources, without white space."""
        return _bare("".join(self.graph.text(name) for name in self.graph.sources()))


@pytest.fixture(scope="module", params=["samples", "corpus"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    if request.param == "samples":
        folder = request.getfixturevalue("store")
    elif CORPUS.is_dir():
        folder = tmp_path_factory.mktemp("corpus") / "store"
        KnowledgeGraph.build(CORPUS, folder).close()
    else:
        pytest.skip(f"there is no corpus beside the clone: {CORPUS}")
    with Remembering.open(folder) as graph:
        rows = list(graph.leads())
        bureau, _ = Counter(str(row["bureau"]) for row in rows).most_common(1)[0]
        led = next(row for row in rows if row["bureau"] == bureau)
        names = str(led["place"]), str(led["task"]), str(led["document"])
        places, tasks, documents = (
            graph.find(name, kind) for name, kind in zip(names, ("District", "Task", "Document"), strict=True)
        )
        iris = places[0].iri, tasks[0].iri, documents[0].iri
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("govgraph_exports.views.asked.drawn_statements", cache(drawn_statements))
            yield Asked(graph, bureau, *names, *iris, str(led["source"]))


def _read(page: Opened) -> list[str]:
    """The sentences that a link of a reading page shows."""
    page.page.locator("#content a[data-s]:visible").first.press("Enter")
    return page.page.locator("#sentences li.on mark").all_text_contents()


def _unfold(page: Opened) -> list[str]:
    page.page.locator(".line > summary:visible").first.click()
    return page.page.locator(".passage:visible mark").all_text_contents()


def _follow_mark(page: Opened) -> list[str]:
    page.page.locator("#text mark").first.click()
    assert page.page.locator("#facts li.on .relation").count() > 0
    return page.page.locator("mark.on").all_text_contents()


def _click_dot(page: Opened) -> list[str]:
    """The sentences about something in the picture other than what it is of."""
    ends = page.evaluate("window.govgraph.edges.get().map((line) => [line.from, line.to]).flat()")
    shown = page.evaluate("document.querySelector('#panel h2')?.textContent ?? ''")
    for node in dict.fromkeys(ends):
        page.click_node(node)
        if page.page.locator("#panel h2").inner_text() != shown and page.page.locator("#panel mark").count():
            break
    return page.page.locator("#panel mark").all_text_contents()


def _click_partner(page: Opened) -> list[str]:
    page.click_node(page.evaluate("window.govgraph.edges.get()[0].from"))
    page.page.locator("#panel .row .party").first.click()
    return page.page.locator("#panel .task mark").all_text_contents()


Draw = Callable[[Asked], Page]
Click = Callable[[Opened], list[str]]
VIEWS: dict[str, tuple[Draw, str, Click]] = {
    "bureau": (lambda asked: asked.graph.view(asked.bureau), "{bureau} 牵头", _click_dot),
    "task": (lambda asked: asked.graph.view(asked.task_iri), "{task} 牵头", _click_dot),
    "document": (lambda asked: asked.graph.view(asked.document_iri), "{document}", _click_dot),
    "district": (lambda asked: asked.graph.view(asked.place_iri), "{place}", _click_dot),
    "overview": (lambda asked: asked.graph.view(), "牵头 机构", _click_dot),
    "cooperation": (lambda asked: asked.graph.view_cooperation(asked.place_iri), "{place}", _click_partner),
    "source": (lambda asked: asked.graph.view_source(asked.source), "牵头", _follow_mark),
    "matrix": (lambda asked: asked.graph.view_matrix(asked.place_iri), "{place} 牵头 任务", _read),
    "timeline": (lambda asked: asked.graph.view_timeline(asked.place_iri), "{place} 目标", _read),
    "load": (lambda asked: asked.graph.view_load(asked.place_iri), "{bureau} {place} 牵头", _read),
    "indicators": (lambda asked: asked.graph.view_indicators(asked.place_iri), "{place} 目标 指标", _read),
    "flow": (lambda asked: asked.graph.view_flow(asked.document_iri), "{bureau} {document} 牵头", _read),
    "report": (lambda asked: asked.graph.view_report(asked.place_iri), "{bureau} {task} 缺口 项目", _unfold),
}
"""Each view: how it is drawn, words that must be there, and a click that leads to sentences."""


@pytest.mark.parametrize("view", VIEWS)
def test_the_view_opens_offline_and_a_click_shows_the_sentence(
    view: str, asked: Asked, chromium: Browser, tmp_path: Path
) -> None:
    draw, words, click = VIEWS[view]
    with opened(chromium, draw(asked).html, tmp_path) as page:
        seen = _bare(page.page.inner_text("body"))
        missing = [word for word in words.split() if _bare(word.format(**vars(asked))) not in seen]
        assert missing == []
        sentences = click(page)
        assert sentences
        assert all(_bare(sentence) in asked.texts for sentence in sentences)
        assert_quiet(page)


def _bare(text: str) -> str:
    return "".join(text.split())
