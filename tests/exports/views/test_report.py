"""The report tells of a place who leads what, what is due and missing, each line with its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from playwright.sync_api import Browser

from exports.browser import opened
from exports.hostile_texts import HOSTILE
from exports.views.told_examples import DOCUMENT, assert_nothing_runs, hostile, told
from govgraph_exports.views.report import Gap, draw_report
from govgraph_exports.views.timeline import LIKE
from govgraph_exports.views.told import Told

LEAD = "（市发改局牵头，市财政局配合）"
TEXT = (
    f"一、建设粮仓。{LEAD}\n二、保障粮源。（市发改局负责）\n三、2025年储粮5万吨。\n"
    "任命张三为云溪市粮食局局长。"
)


def _grain() -> Told:
    post = {"on": "2024-03-01", "by": "市政府"}
    return told(
        TEXT,
        ("responsible", "云溪市发改局", "保障粮源", "（市发改局负责）"),
        ("leads", "云溪市财政局", "编制预算", LEAD),
        ("leads", "云溪市发改局", "建设粮仓", LEAD),
        ("leads", "云溪市发改局", "建设粮仓", "一、建设粮仓"),
        ("cooperates", "云溪市财政局", "建设粮仓", LEAD),
        ("hasTarget", "云溪市", "储粮", "2025年储粮5万吨", {"value": 5, "unit": "万吨", "due": "2025"}),
        (
            "hasProject",
            "建设粮仓",
            "城北粮库",
            "建设粮仓",
            {"investment": 2.5, "investment_unit": "亿元", "stage": "在建"},
        ),
        ("appointed", "张三", "云溪市粮食局局长", "任命张三为云溪市粮食局局长", post),
    )


GAP = Gap("无期限", "保障粮源", "云溪市发改局", "（市发改局负责）", "plan.txt", 2)


@pytest.mark.browser
def test_the_report_tells_everything_with_its_place(chromium: Browser, tmp_path: Path) -> None:
    page = draw_report(_grain(), [GAP])
    assert page.html == draw_report(_grain(), [GAP]).html
    with opened(chromium, page.html, tmp_path) as view:
        parts = {
            section.get_attribute("id"): [
                [part.locator("h3").inner_text(), *part.locator(".text").all_text_contents()]
                for part in section.locator(".part").all()
            ]
            for section in view.page.locator("section").all()
        }
        assert parts == {
            "leads": [
                ["云溪市发改局 2", "建设粮仓 牵头 配合 云溪市财政局", "保障粮源 负责"],
                ["云溪市财政局 1", "编制预算 牵头"],
            ],
            "due": [["2025 年内 1", "云溪市 · 储粮 5万吨 2025"]],
            "gaps": [["无期限 1", "保障粮源 云溪市发改局"]],
            "projects": [["建设粮仓 1", "城北粮库 2.5 亿元 在建"]],
            "people": [["张三 1", "云溪市粮食局局长 任命 2024-03-01 市政府"]],
        }
        places = view.page.locator(".where").all_text_contents()
        assert len(places) == page.lines == 7
        assert set(places) == {f"plan.txt 第 {line} 行" for line in (1, 2, 3, 4)}
        numbers = dict(
            zip(
                view.page.locator("dt").all_text_contents(),
                view.page.locator("dd").all_text_contents(),
                strict=True,
            )
        )
        assert numbers["任务tasks"] == "3"
        assert numbers["目标targets"] == "1"
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_a_line_opens_to_its_sentence_and_all_open_at_once(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, draw_report(_grain(), []).html, tmp_path) as view:
        assert view.page.locator(".passage:visible").count() == 0
        view.page.locator("summary", has_text="保障粮源").press("Enter")
        assert view.page.locator(".passage:visible mark").all_text_contents() == ["（市发改局负责）"]
        assert DOCUMENT in view.page.inner_text(".passage:visible cite")
        view.page.click("#open")
        assert view.page.locator(".passage:visible").count() == 6
        view.page.click("#close")
        assert view.page.locator(".passage:visible").count() == 0
        assert view.page.locator("#gaps").inner_text().endswith("没有读到。 None was read.")


@pytest.mark.browser
def test_a_long_report_prints_on_several_pages_without_its_buttons(chromium: Browser, tmp_path: Path) -> None:
    many = [("leads", "云溪市发改局", f"任务{number}", LEAD) for number in range(120)]
    town = {"value": 1, "unit": "万吨", "due": "2025"}
    targets = [("hasTarget", f"第{number}镇", "储粮", "2025年储粮5万吨", town) for number in range(LIKE)]
    with opened(chromium, draw_report(told(TEXT, *many, *targets), []).html, tmp_path) as view:
        view.page.locator(".line > summary").first.click()
        view.page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "report.pdf") as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        assert len(texts) > 3
        assert all(round(page.width) == 595 for page in pdf.pages)  # A4
        assert len(pdf.pages[0].annots) == 5  # the contents lead to the sections
    assert "治理情况报告" in texts[0]
    assert "任务119" in "".join(texts)
    assert LEAD in texts[0]
    assert f"第{LIKE - 1}镇" in "".join(texts)  # folded on the screen, not on paper
    assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, start=1))
    assert "Open all" not in "".join(texts)


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    def said(text: str) -> list[tuple[Any, ...]]:
        qualifiers = {"stage": text, "investment": text}
        return [("hasProject", text, text + "项目", text, qualifiers), ("leads", text + "局", text, text)]

    all_told = hostile(said)
    passages = all_told.passages()
    gaps = [
        Gap(text, text, text, text, "plan.txt", passages.line("plan.txt", fact["source"]["start"]))
        for text, fact in zip(HOSTILE.values(), all_told.facts[::2], strict=True)
    ]
    assert_nothing_runs(chromium, draw_report(all_told, gaps), tmp_path)
