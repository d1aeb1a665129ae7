"""Commands that write pages to read: source reader, matrix, timeline, load, indicators, flow, report."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from govgraph_exports.cli.completing import complete_names
from govgraph_exports.cli.options import JsonOption, SourceArgument, StoreOption, open_store, suggest
from govgraph_exports.cli.progress import working
from govgraph_exports.cli.showing import listing_candidates
from govgraph_exports.cli.writing import say_written

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph
    from govgraph_exports.views.page import Page

    AnyPage = TypeVar("AnyPage", bound=Page)

AboutArgument = Annotated[
    str | None,
    typer.Argument(
        help="地区或文件，如 云溪市；不写则为全部 · place or document, else everything",
        autocompletion=complete_names(["District", "Document"]),
    ),
]
PageOption = Annotated[Path, typer.Option("-o", "--output", help="网页文件 · the page")]


def view_source(
    source: SourceArgument,
    output: PageOption = Path("source.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """原文阅读器：标出读到的每条事实 · A document's own text with every fact marked in it, as a page."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_source(source))
    say_written(output, page.title, as_json, 1)
    suggest("rejected", "看没有采纳的候选 See what was not accepted", store, as_json)


def view_matrix(
    name: AboutArgument = None,
    output: PageOption = Path("matrix.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """责任矩阵：单位 × 任务，点标记看原文 · Who has which part in which task, as a table with sentences."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_matrix(name))
    say_written(output, f"{page.bureaus} 个单位 bureaus × {page.tasks} 项任务 tasks", as_json, page.tasks)
    next_step = f"view timeline{named(name)} -o timeline.html"
    suggest(next_step, "看什么何时到期 See what is due when", store, as_json)


def view_timeline(
    name: AboutArgument = None,
    output: PageOption = Path("timeline.html"),
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="标出该日已过期限的 · mark what is overdue on this day"),
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """时间表：任务的期限和目标的时限，按年月 · What is due when and who leads it, by year and month."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_timeline(name, on))
    late = f"，其中已过期限 overdue {page.overdue}" if on else ""
    say_written(output, f"{page.entries} 条期限 dates{late}", as_json, page.entries)
    next_step = f"view load{named(name)} -o load.html"
    suggest(next_step, "看各单位有多少任务 See how much each bureau has to do", store, as_json)


def view_load(
    name: AboutArgument = None,
    output: PageOption = Path("load.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """任务量：每个单位各以什么角色有多少任务 · How many tasks each bureau has, by role, with sentences."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_load(name))
    say_written(output, f"{page.bureaus} 个单位 bureaus", as_json, page.bureaus)
    suggest("ask gaps", "看分工和目标中缺什么 See what is missing", store, as_json)


def view_indicators(
    name: AboutArgument = None,
    output: PageOption = Path("indicators.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """指标：目标和结果，按单位和年份 · Targets and results by indicator, unit and year, with sentences."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_indicators(name))
    say_written(
        output, f"{page.indicators} 个指标 indicators，{page.numbers} 个数 numbers", as_json, page.numbers
    )
    suggest("ask promise", "看目标兑现了没有 See which targets were met", store, as_json)


def view_flow(
    name: AboutArgument = None,
    output: PageOption = Path("flow.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """流向：文件 → 任务 → 单位 · From documents to tasks to bureaus as bands, with sentences."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_flow(name))
    drawn = f"{page.documents} 份文件 documents → {page.tasks} 项任务 tasks → {page.bureaus} 个单位 bureaus"
    say_written(output, drawn, as_json, page.tasks)
    suggest(f"view matrix{named(name)} -o matrix.html", "看责任矩阵 See it as a table", store, as_json)


def report(
    place: Annotated[
        str,
        typer.Argument(
            help="地区，如 云溪市，含下级 · a place, with all below it",
            autocompletion=complete_names(["District"]),
        ),
    ],
    output: PageOption = Path("report.html"),
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """一个地区的报告，可打印成 PDF · A report on a place with every sentence; prints well."""
    page = draw_page(store, as_json, output, lambda graph: graph.view_report(place))
    say_written(output, f"{page.title}：{page.lines} 条 lines", as_json, page.lines)
    suggest("export -o graph.xlsx", "任务、责任矩阵、目标成册 Tasks and targets as a book", store, as_json)


def draw_page(
    store: Path | None, as_json: bool, output: Path, draw: Callable[[KnowledgeGraph], AnyPage]
) -> AnyPage:
    """The page, written to `output`; an ambiguous name ends with the list of those who bear it."""
    drawing = working(f"画图 Drawing {output.name}")
    with listing_candidates(as_json=as_json), open_store(store) as graph, drawing:
        page = draw(graph)
        page.write(output)
    return page


def named(name: str | None) -> str:
    """The argument of a command that names the same thing, or nothing."""
    return f" {shlex.quote(name)}" if name else ""
