from __future__ import annotations

import io

import pytest
from rich.console import Console

from govgraph_exports.cli import progress
from govgraph_exports.cli.progress import counted, working


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100, color_system=None)
    monkeypatch.setattr(progress, "messages", lambda: console)
    return screen


def test_items_pass_unchanged_and_are_counted(terminal: io.StringIO) -> None:
    with counted(iter("甲乙丙"), "事实 Facts", 3) as items:
        assert list(items) == ["甲", "乙", "丙"]
    assert "3/3" in terminal.getvalue()
    assert "写入 Writing" in terminal.getvalue()


def test_what_has_no_end_shows_its_title_and_time(terminal: io.StringIO) -> None:
    with working("导出 [/x] graph.ttl"):
        pass
    assert "导出 [/x] graph.ttl" in terminal.getvalue()
    assert "0:00:00" in terminal.getvalue()


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with counted([1], "事实 Facts", 1) as items, working("画图 Drawing"):
        assert list(items) == [1]
    assert capsys.readouterr() == ("", "")
