"""What an invented document tells, for the pages to read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from exports.browser import opened
from govgraph.entities import Entity
from govgraph_exports.views.page import Page
from govgraph_exports.views.told import Fact, Told
from govgraph_ontology.schema import get_relation

LIVE = "iframe, img, link[href^='http'], [onload], [onerror], [onmouseover], a[href^='javascript']"
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


def _add(entities: dict[str, Entity], label: str, kind: str) -> None:
    entities.setdefault(label, Entity(label, kind, label, (), "示范省/云溪市"))


def assert_nothing_runs(chromium: Browser, pages: Iterable[tuple[str, Page]], folder: Path) -> None:
    """Each hostile text is in its page as it is, none of it has run, and no request was made."""
    for hostile, page in pages:
        with opened(chromium, page.html, folder) as view:
            for link in view.page.locator("a[data-s]:visible").all():
                link.click()
            assert view.evaluate("document.title") != "ran", hostile
            assert (view.requests, view.complaints) == ([], []), hostile
            assert view.page.locator(LIVE).count() == 0, hostile
            assert _bare(hostile) in _bare(view.evaluate("document.body.textContent")), hostile


def _bare(text: str) -> str:
    """Without white space, and without the NUL that no HTML page can hold (HTML Standard, 13.2.5)."""
    return "".join(text.replace("\x00", "").split())
