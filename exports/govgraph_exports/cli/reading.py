"""Commands that change what the store holds: build and remove."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from govgraph_exports.cli.failures import BAD_INPUT
from govgraph_exports.cli.identity import take_decisions
from govgraph_exports.cli.options import (
    JsonOption,
    SourceArgument,
    StoreOption,
    open_store,
    store_to_build,
    suggest,
)
from govgraph_exports.cli.progress import reading_progress, working
from govgraph_exports.cli.showing import report_data, show_report
from govgraph_exports.cli.streams import say, write_json
from govgraph_loaders.readers.limits import Limits

_USUAL = Limits()


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="文件、文件夹或压缩包，- 为标准输入 · files, folders, archives; - for stdin"),
    ] = None,
    store: StoreOption = None,
    identity: Annotated[
        Path | None,
        typer.Option(
            "--identity",
            metavar="FILE",
            help="采用这份人工认定（identity.toml）· take the decisions on identity from this file",
        ),
    ] = None,
    listed: Annotated[
        Path | None,
        typer.Option("--list", metavar="FILE", help="一行一个路径的清单 · a file with a path on each line"),
    ] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="重读以前没读成的 · read again what could not be read before")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="并行进程数 · processes that read at once")
    ] = None,
    max_size: Annotated[
        int, typer.Option(min=1, help="单个文件上限（MB）· most megabytes of one file")
    ] = _USUAL.size >> 20,
    max_seconds: Annotated[
        float, typer.Option(min=1, help="单个文件最长秒数 · most seconds for one file")
    ] = _USUAL.seconds,
    max_memory: Annotated[
        int, typer.Option(min=256, help="单个文件最多内存（MB）· most megabytes of memory for one file")
    ] = _USUAL.memory >> 20,
    max_pages: Annotated[int, typer.Option(min=1, help="PDF 最多页数 · most pages of a PDF")] = _USUAL.pages,
    max_members: Annotated[
        int, typer.Option(min=1, help="压缩包最多文件数 · most files in an archive")
    ] = _USUAL.members,
    max_nesting: Annotated[
        int, typer.Option(min=1, help="压缩包最多层数 · most archives within archives")
    ] = _USUAL.nesting,
    max_unpacked: Annotated[
        int, typer.Option(min=1, help="解压后总大小上限（MB）· most megabytes of an archive unpacked")
    ] = _USUAL.unpacked >> 20,
    max_ratio: Annotated[
        int, typer.Option(min=2, help="最大压缩比 · how many times larger a file may unpack")
    ] = _USUAL.ratio,
    as_json: JsonOption = False,
) -> None:
    """把文件读入图谱 · Read files into the store: text, HTML, PDF, Word, Excel, CSV, ZIP; changed ones."""
    from govgraph import KnowledgeGraph

    inputs = [*(paths or []), *(_listed(listed) if listed else [])]
    if bool(inputs) == retry:
        raise typer.BadParameter(
            "请给出文件、文件夹或 --list，或者只用 --retry · name files, folders or --list, or only --retry"
        )
    folder = store_to_build(store)
    if identity:
        take_decisions(identity, folder)
    limits = Limits(
        size=max_size << 20,
        members=max_members,
        nesting=max_nesting,
        unpacked=max_unpacked << 20,
        ratio=max_ratio,
        pages=max_pages,
        seconds=max_seconds,
        memory=max_memory << 20,
    )
    with reading_progress() as progress, TemporaryDirectory(prefix="govgraph-stdin-") as waiting:
        files = [_from_stdin(Path(waiting)) if str(path) == "-" else path for path in inputs]
        graph = (
            KnowledgeGraph.retry(folder, progress, limits, workers)
            if retry
            else KnowledgeGraph.build(files, folder, progress, limits, workers)
        )
    with graph:
        report = graph.report
    if as_json:
        write_json(report_data(report))
    show_report(report)
    if report.failures:
        suggest("build --retry", "改好后只重读失败的 Once mended, read them again", store, as_json)
    if not report.read and not report.unchanged and not (retry and not report.failures):
        raise typer.Exit(BAD_INPUT)
    suggest("ask leads", "看谁牵头什么 See who leads what", store, as_json)


def _listed(file: Path) -> list[Path]:
    """The paths in a file, one on each line; blank lines and those that begin with # are none."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return [Path(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def _from_stdin(folder: Path) -> Path:
    """Standard input as a file; its name in the store is stdin."""
    path = folder / "stdin"
    path.write_bytes(sys.stdin.buffer.read())
    return path


def remove(
    source: SourceArgument,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """从图谱中去掉一个文件 · Take a source out, with all that only it says."""
    with open_store(store) as graph, working(f"去掉 Removing {source}"):
        graph.remove(source)
        left = len(list(graph.sources()))
    if as_json:
        write_json({"removed": source, "sources": left})
    say(f"已去掉 {source}，还有 {left} 个来源。 Removed; {left} sources are left.", style="green")
    suggest("stats", "看库里还有什么 See what is left", store, as_json)
