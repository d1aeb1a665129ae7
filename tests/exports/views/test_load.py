"""The load counts the tasks of each bureau by role; each bar leads to the words behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.views.told_examples import assert_nothing_runs, hostile, told
from govgraph_exports.views.load import draw_load
from govgraph_exports.views.told import Told
from govgraph_ontology.errors import UnknownName

TEXT = "建设粮仓。（市发改局牵头）\n保障粮源。（市发改局牵头，市财政局配合）\n市发改局落实。"


def _grain() -> Told:
    return told(
        TEXT,
        ("leads", "云溪市发改局", "建设粮仓", "（市发改局牵头）"),
        ("leads", "云溪市发改局", "建设粮仓", "市发改局落实"),
        ("leads", "云溪市发改局", "保障粮源", "（市发改局牵头，市财政局配合）"),
        ("implements", "云溪市发改局", "保障粮源", "市发改局落实"),
        ("cooperates", "云溪市财政局", "保障粮源", "（市发改局牵头，市财政局配合）"),
    )


def test_without_responsibilities_there_is_nothing_to_show() -> None:
    with pytest.raises(UnknownName, match="没有读到分工"):
        draw_load(told(TEXT, ("dueBy", "建设粮仓", "2025", "建设粮仓")))


@pytest.mark.browser
def test_a_task_in_two_roles_counts_once_and_in_both_bars(chromium: Browser, tmp_path: Path) -> None:
    page = draw_load(_grain())
    assert page.html == draw_load(_grain()).html
    with opened(chromium, page.html, tmp_path) as view:
        rows = [
            row.locator("th, .number, a").all_text_contents() for row in view.page.locator("tbody tr").all()
        ]
        assert rows == [["云溪市发改局", "2", "2", "1"], ["云溪市财政局", "1", "1"]]
        widths = [bar.bounding_box() for bar in view.page.locator("tbody tr >> nth=0 >> a").all()]
        assert widths[0] and widths[1]
        assert widths[0]["width"] == pytest.approx(2 * widths[1]["width"], abs=1)
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_bar_leads_to_the_sentences_of_its_tasks(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_load(_grain()).html, tmp_path) as view:
        view.page.locator("a.leads").press("Enter")
        assert view.page.inner_text("#chosen") == "云溪市发改局 牵头 2 项：建设粮仓；保障粮源"
        marked = view.page.locator("#sentences li.on mark").all_text_contents()
        assert marked == ["（市发改局牵头）", "市发改局落实", "（市发改局牵头，市财政局配合）"]
        view.page.fill("#query", "财政")
        assert view.page.locator("tbody th:visible").all_text_contents() == ["云溪市财政局"]
        view.page.fill("#query", "粮仓")
        assert view.page.locator("tbody th:visible").all_text_contents() == ["云溪市发改局"]


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    page = draw_load(hostile(lambda text: [("leads", text + "局", text, text)]))
    assert_nothing_runs(chromium, page, tmp_path)
