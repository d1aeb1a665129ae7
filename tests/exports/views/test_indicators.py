"""Indicators stand by measure and year, numbers of different units apart, each with the words that say it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.views.told_examples import assert_nothing_runs, hostile, told
from govgraph_exports.views import indicators
from govgraph_exports.views.indicators import FEW, draw_indicators
from govgraph_exports.views.told import Told
from govgraph_ontology.errors import GovgraphError, UnknownName

TEXT = (
    "2023年储粮4.8万吨，增长6%。2024年储粮5万吨。到2025年储粮52000吨。建设粮库12个，再建一批。\n"
    "2023年力争储粮5万吨。"
)


def _grain(towns: int = 0) -> Told:
    return told(
        TEXT,
        ("hasTarget", "云溪市", "储粮", "2024年储粮5万吨", {"value": 5, "unit": "万吨", "due": "2024-06"}),
        ("hasTarget", "云溪市", "储粮", "2023年力争储粮5万吨", {"value": 5, "unit": "万吨", "due": "2023"}),
        (
            "hasTarget",
            "云溪市",
            "储粮",
            "储粮4.8万吨",
            {"value": 4.8, "unit": "万吨", "due": "2023", "achieved": True},
        ),
        (
            "hasTarget",
            "云溪市",
            "储粮",
            "增长6%",
            {"value": 6, "unit": "%", "change": "increase", "due": "2023", "achieved": True},
        ),
        ("hasTarget", "云溪市", "储粮", "储粮52000吨", {"value": 52000, "unit": "吨", "due": "2025-12-31"}),
        ("hasTarget", "云溪市", "储粮", "到2025年储粮52000吨", {"value": 52000, "unit": "吨", "due": "2025"}),
        *(
            ("hasTarget", f"第{town}镇", "粮库", "建设粮库12个", {"value": 12 - town, "unit": "个"})
            for town in range(towns)
        ),
        ("hasTarget", "云溪市", "粮库", "再建一批", {"text": "再建一批"}),
    )


def test_nothing_to_show_and_too_much_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownName, match="没有读到指标"):
        draw_indicators(told(TEXT, ("dueBy", "建设粮仓", "2025", "建设粮库")))
    monkeypatch.setattr(indicators, "MOST_NUMBERS", 3)
    with pytest.raises(GovgraphError, match="地区或文件"):
        draw_indicators(_grain())


@pytest.mark.browser
def test_numbers_of_one_measure_share_a_row_and_a_scale(chromium: Browser, tmp_path: Path) -> None:
    page = draw_indicators(_grain())
    assert page.html == draw_indicators(_grain()).html
    assert (page.indicators, page.numbers) == (2, 7)
    with opened(chromium, page.html, tmp_path) as view:
        heads = view.page.locator("thead th").all_text_contents()
        assert heads == ["指标 Indicator", "走势 Trend", "2023", "2024", "2025", "未写年份"]
        rows = [
            [row.locator("th").inner_text().split(), *row.locator("td:not(.chart)").all_inner_texts()]
            for row in view.page.locator("tbody tr").all()
        ]
        assert rows == [
            [["储粮", "吨", "云溪市"], "5万吨\n4.8万吨", "5万吨", "52,000吨", ""],
            [["储粮", "%", "·", "增加", "云溪市"], "增加6%", "", "", ""],
            [["粮库", "云溪市"], "", "", "", "再建一批"],
        ]
        widths = [bar.bounding_box() for bar in view.page.locator("tbody >> nth=0 >> a i").all()]
        assert [round(box["width"] / widths[3]["width"], 2) for box in widths if box and widths[3]] == [
            0.96,
            0.92,
            0.96,
            1.0,
        ]
        assert view.page.locator("tbody >> nth=1 >> a i").count() == 0  # one number has nothing beside it
        assert view.page.locator("svg.trend").count() == 1
        assert view.page.locator("svg .target path").count() == 1
        assert view.page.locator("svg .result circle").count() == 1
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_number_leads_to_all_its_words(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_indicators(_grain()).html, tmp_path) as view:
        view.page.locator("a", has_text="52,000吨").click()
        assert view.page.inner_text("#chosen") == "目标：云溪市 · 储粮 52,000吨（2025-12-31）"
        marked = view.page.locator("#sentences li.on mark").all_text_contents()
        assert sorted(marked) == ["储粮52000吨", "到2025年储粮52000吨"]
        view.page.locator("a.result").first.press("Enter")
        assert view.page.inner_text("#sentences li.on mark") == "储粮4.8万吨"


@pytest.mark.browser
def test_units_kinds_and_words_choose_rows(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_indicators(_grain()).html, tmp_path) as view:
        rows = view.page.locator("tbody tr:visible th")
        view.page.click("#legend button[data-hide=结果]")
        assert rows.count() == 2
        assert view.page.inner_text("#count").startswith("4 / 6 个数")
        view.page.select_option("#unit", "吨")
        assert rows.count() == 1
        view.page.click("#legend button[data-hide=目标]")
        assert rows.count() == 0
        view.page.select_option("#unit", "*")
        view.page.click("#legend button[data-hide=目标]")
        view.page.fill("#query", "粮库")
        assert [text.split()[0] for text in rows.all_inner_texts()] == ["粮库"]


@pytest.mark.browser
def test_many_rows_of_one_measure_are_folded_and_found(chromium: Browser, tmp_path: Path) -> None:
    page = draw_indicators(_grain(FEW + 4))
    with opened(chromium, page.html, tmp_path) as view:
        towns = view.page.locator("tbody[data-name=粮库] tr:visible", has_text="镇")
        assert towns.count() == FEW
        number = view.page.locator("tr.more a").first.get_attribute("data-s")
        view.page.fill("#query", f"第{FEW + 3}镇")
        assert towns.count() == 1
        view.page.fill("#query", "")
        view.page.click(".group button")
        assert towns.count() == FEW + 4
    with opened(chromium, page.html, tmp_path, fragment=f"#s{number}") as view:
        assert view.page.locator("a.current").is_visible()


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    def said(text: str) -> list[tuple[Any, ...]]:
        return [("hasTarget", text, text, text, {"value": 1, "unit": text, "due": "2025", "text": text})]

    assert_nothing_runs(chromium, draw_indicators(hostile(said)), tmp_path)
