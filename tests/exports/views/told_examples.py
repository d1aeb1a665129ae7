"""What an invented document tells, for the pages to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from exports.browser import opened
from exports.hostile_texts import HOSTILE
from govgraph.entities import Entity
from govgraph_exports.views.page import Page
from govgraph_exports.views.told import Fact, Told
from govgraph_ontology.schema import get_relation

LIVE = "iframe, img, link[href^='http'], [onload], [onerror], [onmouseover], a[href^='javascript']"
CLICK_ALL = """() => document.querySelectorAll("a[data-s]").forEach(
  (link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })))"""
DOCUMENT = "云溪市粮食安全工作方案"


def told(text: str, *said: tuple[Any, ...], about: str = "云溪市") -> Told:
    """What `text` tells. Each of `said`: relation, subject, object, words, and qualifiers if any.

    Subject and object are labels; the class is the first that the relation takes, Organization first of all.
    """
    entities = {DOCUMENT: Entity(DOCUMENT, "Document", DOCUMENT, (), "示范省/云溪市")}
    facts: list[Fact] = []
    for relation, subject, obj, words, *qualifiers in said:
        declared = get_relation(relation)
        kinds = declared.domain
        _add(entities, subject, "Organization" if "Organization" in kinds else kinds[0])
        if not declared.takes_value:
            _add(entities, obj, declared.range[0])
        start = text.index(words)
        facts.append(
            {
                "relation": relation,
                "subject": {"id": subject, "label": subject},
                "object": {"value": obj} if declared.takes_value else {"id": obj, "label": obj},
                "qualifiers": dict(qualifiers[0]) if qualifiers else {},
                "source": {
                    "file": "plan.txt",
                    "document": DOCUMENT,
                    "start": start,
                    "end": start + len(words),
                    "text": words,
                },
                "method": "responsibility.bracket",
                "confidence": 0.98,
            }
        )
    return Told(about, facts, entities, {"plan.txt": text}.__getitem__)


def hostile(said: Callable[[str], Iterable[tuple[Any, ...]]]) -> Told:
    """What `said` of each hostile text tells, with the text as words; `about` all of them."""
    texts = HOSTILE.values()
    facts = (fact for text in texts for fact in said(text))
    return told("\n".join(f"甲{text}乙" for text in texts), *facts, about="".join(texts))


def _add(entities: dict[str, Entity], label: str, kind: str) -> None:
    entities.setdefault(label, Entity(label, kind, label, (), "示范省/云溪市"))


def assert_nothing_runs(chromium: Browser, page: Page, folder: Path) -> None:
    """All hostile texts are in the page as they are, none of them has run, and no request was made."""
    with opened(chromium, page.html, folder) as view:
        view.evaluate(CLICK_ALL)
        assert view.evaluate("document.title") != "ran"
        assert (view.requests, view.complaints) == ([], [])
        assert view.page.locator(LIVE).count() == 0
        shown = _bare(view.evaluate("document.body.textContent"))
    missing = [name for name, text in HOSTILE.items() if _bare(text) not in shown]
    assert missing == []


def _bare(text: str) -> str:
    """Without white space, and without the NUL that no HTML page can hold (HTML Standard, 13.2.5)."""
    return "".join(text.replace("\x00", "").split())
