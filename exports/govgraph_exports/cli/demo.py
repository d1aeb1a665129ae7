"""The command that shows everything once: bundled samples in, answers, pages and facts files out."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govgraph_exports.cli.blocks import question_blocks
from govgraph_exports.cli.options import JsonOption
from govgraph_exports.cli.progress import reading_progress
from govgraph_exports.cli.showing import report_data, show_report, show_result
from govgraph_exports.cli.streams import say, say_next, write_json

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph
    from govgraph_exports.views.page import Page

_BUREAU = "云溪市民政局"
_PLACE = "云溪市"
_SOURCE = "yunxi-gazette-2024-03.txt"
_KEYWORD = "人才"
_QUERY = """SELECT ?bureau (COUNT(DISTINCT ?task) AS ?count) WHERE {
  ?who gov:leads ?task ; skos:prefLabel ?bureau .
} GROUP BY ?bureau ORDER BY DESC(?count) ?bureau LIMIT 5"""


def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="写到哪个文件夹 · folder to write to")
    ] = Path("demo"),
    as_json: JsonOption = False,
) -> None:
    """用自带的样例走一遍 · Build the bundled samples, ask three questions, write pages and facts files."""
    from govgraph import KnowledgeGraph
    from govgraph.questions import QUESTIONS
    from govgraph_exports.facts import write_facts

    samples, store = output / "samples", output / "store"
    _copy_samples(samples)
    flag = f" --store {shlex.quote(str(store))}"
    say_next(f"govgraph build {shlex.quote(str(samples))}{flag}", "构建四份虚构城市的样例 Build four samples")
    with reading_progress() as progress, KnowledgeGraph.build([samples], store, progress=progress) as graph:
        report = graph.report
    with KnowledgeGraph.open(store) as graph:
        if not as_json:
            show_report(report)
        questions = (
            (f"govgraph ask leads {_BUREAU}", graph.leads(_BUREAU), "leads"),
            (f"govgraph ask who {_KEYWORD}", graph.who(_KEYWORD), "who"),
            (f"govgraph query '{_QUERY}'", graph.query(_QUERY), ""),
        )
        answers: list[dict[str, Any]] = []
        for number, (command, result, name) in enumerate(questions, start=1):
            answers.append({"command": command + flag, "rows": list(result)})
            if not as_json:
                say("")
                say_next(command + flag, f"问题 {number} Question {number}")
                blocks = question_blocks(QUESTIONS[name]) if name else None
                show_result(result, as_json=False, blocks=blocks)
        pages = {}
        for name, shown, page in _pages(graph):
            pages[output / name] = shown
            page.write(output / name)
        lists = [output / "facts.jsonl", output / "facts.csv"]
        for path in lists:
            write_facts(graph.facts(), path)
    if as_json:
        write_json(
            {
                "report": report_data(report),
                "answers": answers,
                "files": [str(path) for path in (*pages, *lists)],
            }
        )
    say("")
    say(
        "✓ 网页，用浏览器打开，离线可看，先看第一个 Pages for a browser, offline; open the first one first:",
        style="green",
    )
    for path, shown in pages.items():
        say(f"  {path}  {shown}")
    say(f"✓ 事实表 Facts: {lists[0]}  {lists[1]}（可用 Excel 打开 opens in Excel）", style="green")
    say_next("govgraph build 你的文件夹", "换成自己的文件 Now with your own files")


def _pages(graph: KnowledgeGraph) -> Iterator[tuple[str, str, Page]]:
    """The pages, each with its file name and what it shows, the first to be opened first."""
    yield (
        "bureau.html",
        "一个单位的任务、伙伴和原文 a bureau, its tasks, partners and sentences",
        graph.view(_BUREAU),
    )
    yield (
        "report.html",
        "一个地区的报告，可打印 a report on a place, to be printed",
        graph.view_report(_PLACE),
    )
    yield "flow.html", "文件 → 任务 → 单位 from documents to tasks to bureaus", graph.view_flow(_PLACE)
    yield "matrix.html", "责任矩阵 who has which part in what", graph.view_matrix(_PLACE)
    yield "timeline.html", "什么何时到期 what is due when", graph.view_timeline(_PLACE)
    yield "indicators.html", "目标和结果 targets and results", graph.view_indicators(_PLACE)
    yield "load.html", "各单位的任务量 how much each bureau has to do", graph.view_load(_PLACE)
    yield "source.html", "标出每条事实的原文 a document with every fact marked", graph.view_source(_SOURCE)
    yield "overview.html", "全部关系的总览 an overview of everything", graph.view()


def _copy_samples(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sample in sorted((files("govgraph_exports") / "samples").iterdir(), key=lambda entry: entry.name):
        if sample.name.endswith(".txt"):
            (folder / sample.name).write_bytes(sample.read_bytes())
