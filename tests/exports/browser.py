"""A page opened in a real Chromium without any network, and what it complained of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass
class Opened:
    """A page with the requests that it made beyond its own file, and all that its console said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """The value of a script in the page."""
        return self.page.evaluate(script, argument)

    def click_node(self, node: str) -> None:
        """Click where the node is drawn."""
        self.page.mouse.click(*self._place_of(node))
        self.page.wait_for_timeout(400)  # vis-network waits this long for a second click

    def double_click_node(self, node: str) -> None:
        """Click twice where the node is drawn."""
        self.page.mouse.dblclick(*self._place_of(node))

    def _place_of(self, node: str) -> tuple[float, float]:
        at = self.evaluate(
            "id => window.govgraph.network.canvasToDOM(window.govgraph.network.getPosition(id))", node
        )
        frame = self.page.locator("#picture").bounding_box()
        assert frame
        return frame["x"] + at["x"], frame["y"] + at["y"]


@contextmanager
def started() -> Iterator[Browser]:
    """A Chromium for as many pages as the tests open."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, html: str, folder: Path, *, fragment: str = "") -> Iterator[Opened]:
    """The page in a window of 1440 by 900 with the network off."""
    path = folder / "view.html"
    path.write_text(html, encoding="utf-8")
    with browser.new_context(offline=True, viewport={"width": 1440, "height": 900}) as context:
        found = Opened(context.new_page())
        address = path.as_uri()
        found.page.on("console", lambda message: found.complaints.append(message.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("dialog", lambda dialog: (found.complaints.append("dialog"), dialog.dismiss()))
        found.page.on(
            "request", lambda request: None if request.url == address else found.requests.append(request.url)
        )
        found.page.goto(address + fragment)
        assert found.evaluate("!!window.govgraph"), found.complaints
        yield found
