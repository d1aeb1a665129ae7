"""The timeline orders what is due by year and month; each row leads to the words that say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.views.told_examples import assert_nothing_runs, hostile, told
from govgraph_exports.views.timeline import LIKE, draw_timeline
from govgraph_exports.views.told import Told
from govgraph_ontology.errors import QueryRefused, UnknownName

TEXT = "6月30日前建成粮仓。年底前储粮5万吨。已储粮4万吨。3月前完成普查。各镇储粮。市发改局牵头。"


def _grain(towns: int = 2) -> Told:
    return told(
        TEXT,
        ("dueBy", "建设粮仓", "2025-06-30", "6月30日前建成粮仓", {"text": "建成粮仓"}),
        ("hasTarget", "建设粮仓", "储粮", "年底前储粮5万吨", {"value": 5, "unit": "万吨", "due": "2024"}),
        ("hasTarget", "建设粮仓", "储粮", "已储粮4万吨", {"value": 4, "due": "2023", "achieved": True}),
        ("dueBy", "粮食普查", "2025-03", "3月前完成普查", {"text": "粮食普查", "actor": "市统计局"}),
        *(
            ("hasTarget", f"第{number}镇", "储粮量", "各镇储粮", {"value": number, "due": "2024-12"})
            for number in range(towns)
        ),
        ("responsible", "云溪市财政局", "建设粮仓", "市发改局牵头"),
        ("leads", "云溪市发改局", "建设粮仓", "市发改局牵头"),
    )


def test_what_cannot_be_shown_is_told() -> None:
    with pytest.raises(UnknownName, match="没有读到期限"):
        draw_timeline(told(TEXT, ("leads", "云溪市发改局", "建设粮仓", "市发改局牵头")))
    with pytest.raises(QueryRefused, match="2025-06-30"):
        draw_timeline(_grain(), "明天")


def test_results_are_not_due_and_the_last_day_counts() -> None:
    assert draw_timeline(_grain()).entries == 5
    assert draw_timeline(_grain(), "2025-03-31").overdue == 3
    assert draw_timeline(_grain(), "2025-04-01").overdue == 4
    assert draw_timeline(_grain()).html == draw_timeline(_grain()).html


@pytest.mark.browser
def test_entries_stand_by_year_and_month_with_their_lead(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_timeline(_grain()).html, tmp_path) as view:
        assert view.page.locator("section h2").all_text_contents() == ["2024 年", "2025 年"]
        months = view.page.locator("section h3").all_text_contents()
        assert months == ["12 月", "年内year", "3 月", "6 月"]
        rows = [
            "|".join(row.locator(":scope > *").all_text_contents())
            for row in view.page.locator("#content li").all()
        ]
        assert rows == [
            "月内|目标|第0镇 · 储粮量 0|",
            "月内|目标|第1镇 · 储粮量 1|",
            "年内|目标|建设粮仓 · 储粮 5万吨|云溪市发改局",
            "月内|任务|粮食普查|市统计局",
            "30 日|任务|建设粮仓 建成粮仓|云溪市发改局",
        ]
        assert view.page.locator(".late").count() == 0
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_row_leads_to_its_sentence(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_timeline(_grain()).html, tmp_path) as view:
        view.page.locator("#content li a", has_text="粮食普查").press("Enter")
        assert view.page.inner_text("#sentences li.on p") == TEXT
        assert view.page.inner_text("#sentences li.on mark") == "3月前完成普查"
        assert view.page.inner_text("#chosen") == "粮食普查 （2025-03）"


@pytest.mark.browser
def test_kinds_states_and_words_choose_entries(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_timeline(_grain(), "2025-05").html, tmp_path) as view:
        rows = view.page.locator("#content li:visible .day")
        assert view.page.locator(".late").count() == 4
        view.page.click("#legend button[data-hide=目标]")
        assert rows.all_text_contents() == ["月内", "30 日"]
        assert view.page.locator("section:visible").count() == 1
        view.page.click("#legend button[data-hide=已过期限]")
        assert rows.all_text_contents() == ["30 日"]
        view.page.fill("#query", "镇")
        assert rows.count() == 0
        assert view.page.inner_text("#count") == "0 / 5 条 entries"


@pytest.mark.browser
def test_many_targets_of_one_indicator_are_folded_and_found(chromium: Browser, tmp_path: Path) -> None:
    page = draw_timeline(_grain(LIKE))
    with opened(chromium, page.html, tmp_path) as view:
        assert view.page.locator("#content li:visible").count() == 3
        assert view.page.inner_text("summary") == f"储粮量 {LIKE} 项目标 targets"
        view.page.fill("#query", "第3镇")
        assert view.page.locator("#content li:visible .kind").count() == 1
        number = view.page.locator("#content li:visible a").get_attribute("data-s")
    with opened(chromium, page.html, tmp_path, fragment=f"#s{number}") as view:
        assert view.page.locator("#content a.current").is_visible()


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    def said(text: str) -> list[tuple[Any, ...]]:
        target = ("hasTarget", text, text, text, {"value": 1, "unit": text, "due": "2025"})
        return [target, ("leads", text + "局", text, text)]

    assert_nothing_runs(chromium, draw_timeline(hostile(said)), tmp_path)
