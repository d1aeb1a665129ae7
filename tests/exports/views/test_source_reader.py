"""The source reader shows the whole text and leads from each mark to its facts and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from exports.browser import opened
from exports.hostile_texts import HOSTILE
from govgraph_exports.views.source_reader import cut, view_source

TEXT = "一、建设粮仓。\r\n新建粮仓12座。（市发改局牵头，市财政局配合）\n<script>document.title='ran'</script>"


def _fact(relation: str, words: str, subject: str = "云溪市发改局", **qualifiers: object) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "relation": relation,
        "subject": {"label": subject},
        "object": {"label": "建设粮仓"},
        "qualifiers": qualifiers,
        "source": {"file": "plan.txt", "start": start, "end": start + len(words), "text": words},
        "method": "responsibility.bracket",
        "confidence": 0.98,
    }


FACTS = [
    _fact("leads", "（市发改局牵头，市财政局配合）"),
    _fact("cooperates", "（市发改局牵头，市财政局配合）", "云溪市财政局"),
    _fact("hasTarget", "新建粮仓12座", "建设粮仓", value=12, unit="座"),
]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_pieces_make_up_the_text_and_know_their_facts(text: str, spans: list[tuple[int, int]]) -> None:
    within = [(min(span), max(span)) for span in spans if max(span) <= len(text) and min(span) < max(span)]
    at = 0
    for piece in cut(text, within):
        assert text[at : at + len(piece.text)] == piece.text
        assert piece.facts == tuple(
            number
            for number, (start, end) in enumerate(within)
            if start <= at and at + len(piece.text) <= end and piece.text
        )
        at += len(piece.text)
    assert at == len(text)


@pytest.mark.browser
def test_a_mark_leads_to_its_facts_and_a_fact_to_its_mark(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_source("plan.txt", TEXT, FACTS).html, tmp_path) as view:
        assert view.page.locator("#text p").count() == 3
        assert view.page.locator("#count").text_content() == "3 / 3 条事实 facts"
        view.page.locator("mark", has_text="市发改局牵头").click()
        chosen = view.page.locator("#facts li.on .subject").all_text_contents()
        assert sorted(chosen) == ["云溪市发改局", "云溪市财政局"]
        view.page.locator("#facts li", has_text="数值 12").click()
        assert view.page.locator("mark.on").all_text_contents() == ["新建粮仓12座"]
        assert view.evaluate("location.hash") == "#f0"
        assert (view.requests, view.complaints) == ([], [])


@pytest.mark.browser
def test_relations_and_words_filter_facts_and_marks(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, view_source("plan.txt", TEXT, FACTS).html, tmp_path) as view:
        view.page.locator("#legend button", has_text="设定目标").click()
        assert view.page.locator("#facts li:visible").count() == 2
        assert view.page.locator("mark.off").all_text_contents() == ["新建粮仓12座"]
        view.page.locator("#query").fill("财政")
        assert view.page.locator("#facts li:visible .subject").all_text_contents() == ["云溪市财政局"]


@pytest.mark.browser
def test_an_address_opens_the_reader_at_a_fact(chromium: Browser, tmp_path: Path) -> None:
    html = view_source("plan.txt", "\n" * 500 + TEXT, [_shifted(fact, 500) for fact in FACTS]).html
    with opened(chromium, html, tmp_path, fragment="#f1") as view:
        assert view.page.locator("#facts li.on").count() == 1
        assert view.evaluate("document.getElementById('text').scrollTop") > 1000


@pytest.mark.browser
def test_no_text_of_a_document_runs(chromium: Browser, tmp_path: Path) -> None:
    texts = "".join(HOSTILE.values())
    facts = [
        _shifted(_fact("leads", "新建粮仓12座", hostile, text=hostile), len(texts) + 1)
        for hostile in HOSTILE.values()
    ]
    page = view_source(texts, f"{texts}\n{TEXT}", facts)
    with opened(chromium, page.html, tmp_path) as view:
        view.page.locator("mark").first.click()
        assert view.page.locator("#facts .subject").all_text_contents() == list(HOSTILE.values())
        assert view.evaluate("document.title") != "ran"
        assert (view.requests, view.complaints) == ([], [])


def _shifted(fact: dict[str, Any], by: int) -> dict[str, Any]:
    source = fact["source"]
    return {**fact, "source": {**source, "start": source["start"] + by, "end": source["end"] + by}}
