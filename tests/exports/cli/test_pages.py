"""The commands that write pages about a place, on the bundled samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.commands import invoke

COMMANDS = {
    ("view", "matrix"): "云溪市民政局",
    ("view", "timeline"): "云溪市民政局",
    ("view", "load"): "云溪市民政局",
    ("view", "indicators"): "智能传感器产业规模",
    ("view", "flow"): "云溪市民政局",
    ("report",): "云溪市民政局",
}
"""Commands about a place, each with what its page must hold."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
class TestEach:
    def test_writes_the_page_of_a_place(self, command: tuple[str, ...], store: Path, tmp_path: Path) -> None:
        path = tmp_path / "page.html"
        done = invoke(*command, "云溪市", "-o", path, "--store", store)
        assert (done.exit_code, done.stdout) == (0, f"{path}\n")
        html = path.read_text(encoding="utf-8")
        assert COMMANDS[command] in html
        told = json.loads(invoke(*command, "云溪市", "-o", path, "--json", "--store", store).stdout)
        assert told["file"] == str(path)
        assert told["count"] > 10
        assert path.read_text(encoding="utf-8") == html

    def test_writes_nothing_for_a_name_that_nobody_bears(
        self, command: tuple[str, ...], store: Path, tmp_path: Path
    ) -> None:
        assert invoke(*command, "石榴县", "-o", tmp_path / "page.html", "--store", store).exit_code == 1
        assert list(tmp_path.iterdir()) == []


def test_a_view_holds_the_bureau_and_its_tasks(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "view.html"
    done = invoke("view", "graph", "云溪市民政局", "-o", path, "--store", store)
    assert done.stdout == f"{path}\n"
    html = path.read_text(encoding="utf-8")
    assert "云溪市民政局" in html
    assert "新建改建社区食堂" in html


def test_a_view_that_leaves_nodes_out_says_how_to_see_more(store: Path, tmp_path: Path) -> None:
    done = invoke("view", "graph", "--limit", "20", "-o", tmp_path / "view.html", "--store", store)
    assert done.exit_code == 0
    assert "--limit" in done.stderr


def test_a_view_of_an_ambiguous_name_lists_who_bears_it(store: Path, tmp_path: Path) -> None:
    done = invoke("view", "graph", "教育局", "-o", tmp_path / "view.html", "--store", store)
    assert done.exit_code == 0
    assert "青禾县教育局" in done.stdout
    assert not (tmp_path / "view.html").exists()


def test_the_timeline_tells_what_is_overdue_on_a_day(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "timeline.html"
    done = invoke("view", "timeline", "--on", "2099", "-o", path, "--store", store)
    assert "已过期限 overdue" in done.stderr
    assert "截至 2099-12-31" in path.read_text(encoding="utf-8")
    assert invoke("view", "timeline", "--on", "明天", "-o", path, "--store", store).exit_code == 2


def test_the_report_of_a_place_has_its_gaps_and_people(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    done = invoke("report", "云溪市", "-o", path, "--store", store)
    assert "云溪市 · 治理情况报告" in done.stderr
    html = path.read_text(encoding="utf-8")
    assert html.index("<h3>无期限") > html.index('<section id="gaps">')
    assert html.index("任命") > html.index('<section id="people">')
    assert invoke("report", "--store", store).exit_code == 2
