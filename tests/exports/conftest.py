"""One run of the demo, its store for all tests that only read, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from exports.browser import started
from exports.commands import invoke


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def demo_run(demo_folder: Path) -> Any:
    return invoke("demo", "-o", demo_folder)


@pytest.fixture(scope="session")
def store(demo_run: Any, demo_folder: Path) -> Path:
    assert demo_run.exit_code == 0, demo_run.output
    return demo_folder / "store"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser
