"""The pictures of the samples by command, each kind opened in a real Chromium without a network."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exports.browser import opened, started
from exports.commands import invoke
from exports.views.drawn_pages import assert_quiet, names_apart
from govgraph_exports.cli import pictures
from govgraph_exports.views import asked

PLAN = "云溪市加快发展智能传感器产业行动计划（2024—2026年）"

KINDS = {
    "bureau": (
        ["云溪市民政局"],
        ["牵头", "完成期限", "设定目标"],
        "建设县级综合养老服务中心",
        "床位不少于300张",
    ),
    "task": (
        ["建设县级综合养老服务中心"],
        ["载于", "牵头", "完成期限", "属于区域"],
        "床位",
        "床位不少于300张",
    ),
    "district": (["青禾县"], ["发展产业", "属于区域", "设定目标"], "农业物联网", "农业物联网"),
    "document": ([PLAN], ["依据", "引用", "载于", "列有项目"], "智慧水务", "一期工程"),
    "overview": ([], ["牵头", "设定目标", "引用"], "云溪市教育局", "市教育局"),
    "filtered": (
        ["--type", "机构", "--type", "Task", "--place", "青禾县"],
        ["牵头"],
        "青禾县教育局",
        "教育局",
    ),
}
"""By kind: what is asked for, relations in the legend, a name to search, and words in its sentences."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_picture_opens_offline_and_leads_to_the_sentences(
    kind: str, store: Path, chromium: Browser, tmp_path: Path
) -> None:
    arguments, relations, label, sentence = KINDS[kind]
    path = tmp_path / f"{kind}.html"
    assert invoke("view", "graph", *arguments, "-o", path, "--store", store).exit_code == 0
    with opened(chromium, path.read_text("utf-8"), tmp_path) as page:
        assert names_apart(page) > 5
        assert set(relations) <= set(page.page.inner_text("#relations").split())
        page.page.fill("#query", label)
        page.page.press("#query", "Enter")
        assert page.page.inner_text("#panel h2") == label
        marked = page.page.locator("#panel mark").all_inner_texts()
        assert any(sentence in words for words in marked), marked
        names_apart(page)
        before = page.evaluate("window.govgraph.nodes.length")
        if page.page.locator("#panel .expand").count():
            page.page.click("#panel .expand")
            assert page.evaluate("window.govgraph.nodes.length") > before
            names_apart(page)
            page.page.click("#panel .expand")
            assert page.evaluate("window.govgraph.nodes.length") == before
        assert_quiet(page)


@pytest.mark.browser
def test_a_line_between_two_bodies_lists_the_tasks_that_they_share(
    store: Path, chromium: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "cooperation.html"
    invoke("view", "cooperation", "云溪市", "-o", path, "--store", store)
    with opened(chromium, path.read_text("utf-8"), tmp_path) as page:
        widths = page.evaluate("window.govgraph.edges.get().map((line) => [line.weight, line.width])")
        assert len({weight for weight, _ in widths}) > 1
        assert sorted(widths) == sorted(widths, key=lambda pair: (pair[1], pair[0])), "more tasks, wider"
        page.page.fill("#query", "云溪市民政局")
        page.page.press("#query", "Enter")
        with_most = page.page.locator("#panel .row").first
        shared = int(with_most.locator(".kind").inner_text().removesuffix("项"))
        with_most.locator(".party").click()
        tasks = page.page.locator("#panel .task")
        assert tasks.count() == shared > 1
        for task in tasks.all():
            assert len(set(task.locator(".fact .party").all_inner_texts())) == 2, "of the one and the other"
            assert task.locator("blockquote mark").count() >= 1
        assert_quiet(page)


def test_the_ending_says_whether_it_is_a_page_or_a_picture(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "bureau.svg"
    done = invoke("view", "graph", "云溪市民政局", "-o", path, "--store", store)
    assert done.stdout == f"{path}\n"
    assert "2024-11-30" in "".join(ET.fromstring(path.read_text("utf-8")).itertext())
    refused = invoke("view", "graph", "云溪市民政局", "-o", tmp_path / "bureau.bmp", "--store", store)
    assert refused.exit_code == 2
    assert ".svg" in refused.stderr


def test_the_overview_is_filtered_by_class_relation_and_place(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "view.html"
    everything = invoke("view", "graph", "--limit", "2000", "-o", path, "--json", "--store", store)
    filters = ["--type", "机构", "--type", "任务", "--relation", "牵头", "--place", "青禾县"]
    some = invoke("view", "graph", *filters, "-o", path, "--json", "--store", store)
    assert 0 < json.loads(some.stdout)["count"] < json.loads(everything.stdout)["count"] / 3
    html = path.read_text("utf-8")
    assert "青禾县教育局" in html
    assert "青禾县 · 机构、任务、牵头" in html


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--type", "部门"], 1, "机构 Organization"),
        (["--relation", "领导"], 1, "牵头 leads"),
        (["--type", "术语", "--relation", "牵头"], 1, "No statement"),
        (["云溪市民政局", "--type", "任务"], 2, "Filters"),
        (["--limit", "2001"], 2, "2000"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    arguments: list[str], status: int, words: str, store: Path, tmp_path: Path
) -> None:
    done = invoke("view", "graph", *arguments, "-o", tmp_path / "view.html", "--store", store)
    assert done.exit_code == status
    assert words in done.stderr
    assert not (tmp_path / "view.html").exists()


def test_a_place_without_shared_tasks_has_no_picture_of_cooperation(store: Path, tmp_path: Path) -> None:
    done = invoke("view", "cooperation", "桃源街道", "-o", tmp_path / "view.html", "--store", store)
    assert done.exit_code == 1
    assert "No bodies share a task" in done.stderr


@pytest.mark.parametrize(("answer", "more"), [("y\n", True), ("n\n", False)])
def test_a_person_at_a_terminal_is_asked_before_more_is_drawn_than_usual(
    answer: str, more: bool, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_at_terminal", lambda: True)
    monkeypatch.setattr(asked, "DEFAULT_LIMIT", 10)
    path = tmp_path / "view.html"
    done = invoke("view", "cooperation", "云溪市", "-o", path, "--store", store, stdin=answer)
    assert "图中 10 个" in done.stderr
    assert (" --limit " in done.stderr) is not more
    assert ('"shown":10,' in path.read_text("utf-8")) is not more


def test_where_nobody_is_at_a_terminal_the_command_for_more_is_told(store: Path, tmp_path: Path) -> None:
    done = invoke(
        "view", "graph", "--place", "云溪市", "--limit", "20", "-o", tmp_path / "v.html", "--store", store
    )
    assert "view graph --place 云溪市 --limit" in done.stderr.replace("'", "")
