"""The command that shows everything once: bundled samples in, answers, a view and a facts file out."""

from __future__ import annotations

import shlex
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from govgraph_exports.cli.blocks import question_blocks
from govgraph_exports.cli.options import JsonOption
from govgraph_exports.cli.progress import reading_progress
from govgraph_exports.cli.showing import report_data, show_report, show_result
from govgraph_exports.cli.streams import say, say_next, write_json

_BUREAU = "云溪市民政局"
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
    """用自带的样例走一遍 · Build the bundled samples, ask three questions, write a view and a facts file."""
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
        pages = [output / "bureau.html", output / "overview.html"]
        graph.view(_BUREAU).write(pages[0])
        graph.view().write(pages[1])
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
    say(f"✓ 网页（离线可看） Pages, open them in a browser: {pages[0]}  {pages[1]}", style="green")
    say(f"✓ 事实表 Facts: {lists[0]}  {lists[1]}（可用 Excel 打开 opens in Excel）", style="green")
    say_next("govgraph build 你的文件夹", "换成自己的文件 Now with your own files")


def _copy_samples(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sample in sorted((files("govgraph_exports") / "samples").iterdir(), key=lambda entry: entry.name):
        if sample.name.endswith(".txt"):
            (folder / sample.name).write_bytes(sample.read_bytes())
