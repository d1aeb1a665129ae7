"""The matrix shows who has which part in what, and each mark leads to the words that say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.views.told_examples import assert_nothing_runs, hostile, told
from govgraph_exports.views.matrix import draw_matrix
from govgraph_exports.views.told import Told
from govgraph_ontology.errors import GovgraphError, UnknownName

FIRST = "（市发改局牵头，市财政局配合）"
SECOND = "（市粮储中心负责，市财政局配合）"
TEXT = f"前言。\n建设粮仓。{FIRST}\n保障粮源。{SECOND}\n市领导分管粮源。"


def _grain() -> Told:
    return told(
        TEXT,
        ("leads", "云溪市发改局", "建设粮仓", FIRST),
        ("cooperates", "云溪市财政局", "建设粮仓", FIRST),
        ("responsible", "云溪市粮储中心", "保障粮源", SECOND),
        ("cooperates", "云溪市财政局", "保障粮源", SECOND),
        ("leads", "云溪市发改局", "保障粮源", "市领导分管粮源"),
        ("oversees", "云溪市发改局", "保障粮源", "市领导分管粮源"),
        ("oversees", "云溪市发改局", "保障粮源", FIRST),
    )


def _large(bureaus: int, tasks: int) -> Told:
    return told(
        TEXT,
        *(
            (
                "leads" if (task + step) % 3 else "cooperates",
                f"云溪市第{(task * 7 + step) % bureaus}局",
                f"任务{task}",
                FIRST,
            )
            for task in range(tasks)
            for step in range(3)
        ),
    )


def test_nothing_to_show_and_too_much_are_told() -> None:
    with pytest.raises(UnknownName, match="没有读到分工"):
        draw_matrix(told(TEXT, ("dueBy", "建设粮仓", "2025", FIRST)))
    with pytest.raises(GovgraphError, match="地区或文件"):
        draw_matrix(_large(400, 600))


def test_the_page_is_the_same_each_time() -> None:
    assert draw_matrix(_grain()).html == draw_matrix(_grain()).html


@pytest.mark.browser
def test_the_matrix_has_a_row_for_each_task_and_a_column_for_each_bureau(
    chromium: Browser, tmp_path: Path
) -> None:
    page = draw_matrix(_grain())
    assert (page.bureaus, page.tasks) == (3, 2)
    with opened(chromium, page.html, tmp_path) as view:
        heads = view.page.locator("thead th").all_text_contents()
        assert heads == ["任务 Task", "云溪市发改局", "云溪市财政局", "云溪市粮储中心"]
        rows = [
            row.locator("th, td").all_text_contents()
            for row in view.page.locator("tbody tr:not(.group)").all()
        ]
        assert rows == [["建设粮仓", "◎", "△", ""], ["保障粮源", "◎☆", "△", "○"]]
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_mark_leads_to_all_its_sentences(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_matrix(_grain()).html, tmp_path) as view:
        view.page.locator("td a.responsible").click()
        assert view.page.inner_text("#chosen") == "云溪市粮储中心 负责：保障粮源"
        assert view.page.inner_text("#sentences li.on p") == f"保障粮源。{SECOND}"
        assert view.page.inner_text("#sentences li.on mark") == SECOND
        assert "plan.txt 第 3 行" in view.page.inner_text("#sentences li.on cite")
        address = view.page.url
        view.page.locator("td a.oversees").press("Enter")
        assert view.page.locator("#sentences li.on").count() == 2
        view.page.keyboard.press("Escape")
        assert view.page.locator("#sentences li:visible").count() == 0
        assert "#" not in view.page.url
    fragment = "#" + address.split("#")[1]
    with opened(chromium, draw_matrix(_grain()).html, tmp_path, fragment=fragment) as view:
        assert view.page.inner_text("#sentences li.on mark") == SECOND


@pytest.mark.browser
def test_roles_bureaus_and_words_choose_rows_and_columns(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_matrix(_grain()).html, tmp_path) as view:
        rows = view.page.locator("tbody tr:not(.group) th:visible")
        heads = view.page.locator("thead th:visible")
        view.page.fill("#query", "粮储")
        assert rows.all_text_contents() == ["保障粮源"]
        view.page.fill("#query", "粮仓")
        assert rows.all_text_contents() == ["建设粮仓"]
        assert heads.all_text_contents()[1:] == ["云溪市发改局", "云溪市财政局"]
        view.page.fill("#query", "")
        view.page.select_option("#bureau", label="云溪市粮储中心")
        assert rows.all_text_contents() == ["保障粮源"]
        view.page.select_option("#bureau", "")
        for role in ("leads", "oversees", "responsible"):
            view.page.click(f"#legend button[data-hide={role}]")
        assert heads.all_text_contents()[1:] == ["云溪市财政局"]
        assert view.page.inner_text("#count").startswith("1 / 3 个单位")
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_sixty_bureaus_by_three_hundred_tasks_keep_their_headings_in_sight(
    chromium: Browser, tmp_path: Path
) -> None:
    with opened(chromium, draw_matrix(_large(60, 300)).html, tmp_path) as view:
        view.evaluate("document.getElementById('content').scrollTo(900, 5000)")
        corner = view.page.locator("thead th.corner").bounding_box()
        head = view.page.locator("thead th:nth-child(40)").bounding_box()
        assert corner and head
        assert (corner["x"], corner["y"]) == (0, head["y"])
        assert 0 < head["y"] < 120
        assert head["width"] <= 32
        assert view.page.locator("tbody tr:not(.group) th:visible").count() == 300
        began = view.evaluate("performance.now()")
        view.page.fill("#query", "任务12")
        assert view.page.locator("tbody tr:not(.group) th:visible").count() == 11
        assert view.evaluate("performance.now()") - began < 2000


@pytest.mark.browser
def test_without_scripts_a_mark_shows_its_sentence(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "matrix.html"
    draw_matrix(_grain()).write(path)
    with chromium.new_context(java_script_enabled=False, offline=True) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        page.locator("td a.responsible").click()
        assert page.locator("#sentences li:visible mark").all_text_contents() == [SECOND]


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    page = draw_matrix(hostile(lambda text: [("leads", text, text, text)]))
    assert_nothing_runs(chromium, page, tmp_path)
