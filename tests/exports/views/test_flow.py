"""The flow draws who has a part in what by which document; each box and band leads to its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.views.told_examples import DOCUMENT, assert_nothing_runs, hostile, told
from govgraph_exports.views.flow import MOST_BUREAUS, MOST_TASKS, draw_flow
from govgraph_exports.views.told import Told
from govgraph_ontology.errors import UnknownName

TEXT = "建设粮仓。（市发改局牵头，市财政局配合）\n保障粮源。（市发改局负责）\n市发改局落实。"


def _grain() -> Told:
    return told(
        TEXT,
        ("leads", "云溪市发改局", "建设粮仓", "（市发改局牵头，市财政局配合）"),
        ("leads", "云溪市发改局", "建设粮仓", "建设粮仓"),
        ("cooperates", "云溪市财政局", "建设粮仓", "（市发改局牵头，市财政局配合）"),
        ("responsible", "云溪市发改局", "保障粮源", "（市发改局负责）"),
    )


def _large(tasks: int) -> Told:
    parts = [
        ("leads", f"云溪市第{number}局", f"任务{number}", "市发改局落实")
        for number in range(tasks)
        for _ in range(2)
    ]
    return told(TEXT, ("leads", "云溪市第0局", "建设粮仓", "建设粮仓"), *parts)


def test_without_responsibilities_there_is_nothing_to_show() -> None:
    with pytest.raises(UnknownName, match="没有读到分工"):
        draw_flow(told(TEXT, ("dueBy", "建设粮仓", "2025", "建设粮仓")))


@pytest.mark.browser
def test_a_document_flows_to_its_tasks_and_they_to_their_bureaus(chromium: Browser, tmp_path: Path) -> None:
    page = draw_flow(_grain())
    assert page.html == draw_flow(_grain()).html
    assert (page.documents, page.tasks, page.bureaus) == (1, 2, 2)
    with opened(chromium, page.html, tmp_path) as view:
        labels = [
            "".join(box.locator("tspan").all_text_contents()) for box in view.page.locator(".box").all()
        ]
        assert labels == [DOCUMENT, "建设粮仓", "云溪市发改局", "云溪市财政局", "保障粮源"]
        said = [band.get_attribute("aria-label") for band in view.page.locator(".band").all()]
        assert sorted(said, key=str) == [
            "云溪市发改局：牵头 建设粮仓",
            "云溪市发改局：负责 保障粮源",
            "云溪市财政局：配合 建设粮仓",
            "保障粮源：负责 云溪市发改局",
            "建设粮仓：牵头 云溪市发改局。配合 云溪市财政局",
        ]
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_click_shows_the_sentences_and_what_flows_there(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_flow(_grain()).html, tmp_path) as view:
        view.page.locator("tspan", has_text="财政局").click()
        assert view.page.inner_text("#chosen") == "云溪市财政局：配合 建设粮仓"
        assert view.page.inner_text("#sentences li.on mark") == "（市发改局牵头，市财政局配合）"
        assert view.page.locator(".box:not(.on)").all_text_contents() != []
        bright = view.page.locator(".box.on tspan").all_text_contents()
        assert bright == [DOCUMENT, "建设粮仓", "云溪市财政局"]
        view.page.keyboard.press("Escape")
        assert view.page.locator("#flow.chosen").count() == 0
        view.page.locator(".band.responsible").press("Enter")
        assert view.page.inner_text("#sentences li.on mark") == "（市发改局负责）"
        assert view.page.locator(".band.on").count() == 2
        address = view.page.url
    with opened(chromium, draw_flow(_grain()).html, tmp_path, fragment="#" + address.split("#")[1]) as view:
        assert view.page.inner_text("#sentences li.on mark") == "（市发改局负责）"


@pytest.mark.browser
def test_roles_and_words_choose_bands(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_flow(_grain()).html, tmp_path) as view:
        view.page.click("#legend button[data-hide=cooperates]")
        assert not view.page.locator(".band.cooperates").is_visible()
        view.page.fill("#query", "粮源")
        bright = view.page.locator(".box:not(.dim) tspan").all_text_contents()
        assert bright == ["云溪市发改局", "保障粮源"]


@pytest.mark.browser
def test_the_small_ones_are_drawn_as_one_with_their_number(chromium: Browser, tmp_path: Path) -> None:
    page = draw_flow(_large(60))
    assert (page.tasks, page.bureaus) == (61, 60)
    with opened(chromium, page.html, tmp_path) as view:
        assert view.page.locator(".box.c1").count() == MOST_TASKS + 1
        assert view.page.locator(".box.c2").count() == MOST_BUREAUS + 1
        rest = view.page.locator("tspan", has_text="其他").all_text_contents()
        assert sorted(rest) == [f"其他 {61 - MOST_TASKS} 项任务", f"其他 {60 - MOST_BUREAUS} 个单位"]
        view.page.locator(".c2 tspan", has_text="其他").click()
        assert view.page.inner_text("#chosen").endswith(f"等 {60 - MOST_BUREAUS} 项")
        marked = view.page.locator("#sentences li.on mark").all_text_contents()
        assert marked == ["市发改局落实"]
    assert draw_flow(_large(MOST_BUREAUS + 1)).html.count("其他") == 0


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    page = draw_flow(hostile(lambda text: [("leads", text + "局", text, text)]))
    assert_nothing_runs(chromium, page, tmp_path)
