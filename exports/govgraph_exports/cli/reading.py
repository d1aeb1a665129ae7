"""Commands that change what the store holds: build and remove."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govgraph_exports.cli.failures import BAD_INPUT
from govgraph_exports.cli.identity import take_decisions
from govgraph_exports.cli.options import JsonOption, StoreOption, open_store, store_flag, store_to_build
from govgraph_exports.cli.progress import reading_progress
from govgraph_exports.cli.showing import report_data, show_report
from govgraph_exports.cli.streams import say, say_next, write_json


def build(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹 · files or folders")],
    store: StoreOption = None,
    identity: Annotated[
        Path | None,
        typer.Option(
            "--identity",
            metavar="FILE",
            help="采用这份人工认定（identity.toml）· take the decisions on identity from this file",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """把文件或文件夹读入图谱 · Read files or folders into the store; only what changed is read again."""
    from govgraph import KnowledgeGraph

    folder = store_to_build(store)
    if identity:
        take_decisions(identity, folder)
    with reading_progress() as progress, KnowledgeGraph.build(paths, folder, progress=progress) as graph:
        report = graph.report
    if as_json:
        write_json(report_data(report))
    show_report(report)
    if not report.read and not report.unchanged:
        raise typer.Exit(BAD_INPUT)
    say_next(f"govgraph ask leads{store_flag(store)}", "看谁牵头什么 See who leads what")


def remove(
    source: Annotated[str, typer.Argument(help="来源名称，见 govgraph stats · name of the source")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """从图谱中去掉一个文件 · Take a source out, with all that only it says."""
    with open_store(store) as graph:
        graph.remove(source)
        left = len(list(graph.sources()))
    if as_json:
        write_json({"removed": source, "sources": left})
    say(f"已去掉 {source}，还有 {left} 个来源。 Removed; {left} sources are left.", style="green")
