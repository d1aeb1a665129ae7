"""Commands that write pages to read: the matrix, the timeline, the load, the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph_exports.cli.options import JsonOption, StoreOption, open_store
from govgraph_exports.cli.showing import show_candidates
from govgraph_exports.cli.writing import say_written

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

AboutArgument = Annotated[
    str | None,
    typer.Argument(help="地区或文件，如 云溪市；不写则为全部 · place or document, else everything"),
]


def view_matrix(
    name: AboutArgument = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="网页文件 · the page")] = Path("matrix.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """责任矩阵：单位 × 任务，点标记看原文 · Who has which part in which task, as a table with sentences."""
    with _asked(store, as_json) as graph:
        page = graph.view_matrix(name)
    page.write(output)
    say_written(output, f"{page.bureaus} 个单位 bureaus × {page.tasks} 项任务 tasks", as_json, page.tasks)


def view_timeline(
    name: AboutArgument = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="网页文件 · the page")] = Path(
        "timeline.html"
    ),
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="标出该日已过期限的 · mark what is overdue on this day"),
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """时间表：任务的期限和目标的时限，按年月 · What is due when and who leads it, by year and month."""
    with _asked(store, as_json) as graph:
        page = graph.view_timeline(name, on)
    page.write(output)
    late = f"，其中已过期限 overdue {page.overdue}" if on else ""
    say_written(output, f"{page.entries} 条期限 dates{late}", as_json, page.entries)


def view_load(
    name: AboutArgument = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="网页文件 · the page")] = Path("load.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """任务量：每个单位各以什么角色有多少任务 · How many tasks each bureau has, by role, with sentences."""
    with _asked(store, as_json) as graph:
        page = graph.view_load(name)
    page.write(output)
    say_written(output, f"{page.bureaus} 个单位 bureaus", as_json, page.bureaus)


def report(
    place: Annotated[str, typer.Argument(help="地区，如 云溪市，含下级 · a place, with all below it")],
    output: Annotated[Path, typer.Option("-o", "--output", help="网页文件 · the page")] = Path("report.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """一个地区的报告，可打印成 PDF · A report on a place with every sentence; prints well."""
    with _asked(store, as_json) as graph:
        page = graph.view_report(place)
    page.write(output)
    say_written(output, f"{page.title}：{page.lines} 条 lines", as_json, page.lines)


@contextmanager
def _asked(store: Path | None, as_json: bool) -> Iterator[KnowledgeGraph]:
    """The graph; an ambiguous name ends with the list of those who bear it."""
    from govgraph.entities import AmbiguousName

    with open_store(store) as graph:
        try:
            yield graph
        except AmbiguousName as error:
            show_candidates(error, as_json=as_json)
            raise typer.Exit(0) from None
