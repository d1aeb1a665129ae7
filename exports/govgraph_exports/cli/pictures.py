"""Commands that draw pictures of the graph: one thing and what is around it, cooperation, the overview."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph_exports.cli.completing import complete_choice, complete_names
from govgraph_exports.cli.options import JsonOption, StoreOption, suggest
from govgraph_exports.cli.pages import draw_page, named
from govgraph_exports.cli.writing import known_ending, say_written
from govgraph_exports.views.limits import DEFAULT_LIMIT, MOST_NODES

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph
    from govgraph_exports.views.graph import GraphView


def _complete_types(ctx: typer.Context, incomplete: str) -> list[str]:
    from govgraph_exports.views.palette import TYPES, type_label

    return complete_choice(map(type_label, TYPES))(ctx, incomplete)


def _complete_relations(ctx: typer.Context, incomplete: str) -> list[str]:
    from govgraph_exports.views.palette import relation_label
    from govgraph_ontology.schema import RELATIONS

    return complete_choice(map(relation_label, RELATIONS))(ctx, incomplete)


PictureOption = Annotated[
    Path, typer.Option("-o", "--output", help="网页 .html，或图片 .svg · the page, or a picture")
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        min=1, max=MOST_NODES, help=f"最多节点数，不写则 {DEFAULT_LIMIT} · most nodes", show_default=False
    ),
]


def view_graph(
    name: Annotated[
        str | None,
        typer.Argument(
            help="部门、任务、地区、文件等的名称；不写则画总览 · a name, or the overview",
            autocompletion=complete_names(),
        ),
    ] = None,
    output: PictureOption = Path("view.html"),
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            help="总览只画这些类，如 任务 · only these classes",
            autocompletion=_complete_types,
        ),
    ] = None,
    relations: Annotated[
        list[str] | None,
        typer.Option(
            "--relation",
            help="总览只画这些关系，如 牵头 · only these relations",
            autocompletion=_complete_relations,
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            help="总览只画此地及下级 · only this place and those below it",
            autocompletion=complete_names(["District"]),
        ),
    ] = None,
    limit: LimitOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """画一个部门、任务、地区或文件，或总览 · Draw what is around a name, or the overview, as a page."""
    if name and (types or relations or place):
        raise typer.BadParameter("筛选用于总览，不与名称同用。 Filters are for the overview: give no name.")
    filters = [("--type", one) for one in types or ()] + [("--relation", one) for one in relations or ()]
    filters += [("--place", place)] if place else []
    said = "".join(f" {option} {shlex.quote(value)}" for option, value in filters)
    page = _draw(
        lambda graph, most: graph.view(
            name, types=types or (), relations=relations or (), place=place, limit=most
        ),
        (f"view graph{named(name)}{said}", output, limit),
        store,
        as_json,
    )
    if page.shown == page.total and name:
        suggest(f"explain{named(name)}", "看背后的原文 See the sentences", store, as_json)
    elif page.shown == page.total:
        next_step = "view cooperation -o cooperation.html"
        suggest(next_step, "看谁与谁协作 See who works with whom", store, as_json)


def view_cooperation(
    place: Annotated[
        str | None,
        typer.Argument(
            help="地区，含下级；不写则为全部 · a place with all below it, else all",
            autocompletion=complete_names(["District"]),
        ),
    ] = None,
    output: PictureOption = Path("cooperation.html"),
    limit: LimitOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """部门协作：线越粗，共同任务越多，点线看任务 · Who shares tasks with whom; a line lists them."""
    page = _draw(
        lambda graph, most: graph.view_cooperation(place, limit=most),
        (f"view cooperation{named(place)}", output, limit),
        store,
        as_json,
    )
    if page.shown == page.total:
        within = f" --district {shlex.quote(place)}" if place else ""
        suggest(f"ask brokers{within}", "看谁居中联络 See who joins others", store, as_json)


def _draw(
    draw: Callable[[KnowledgeGraph, int | None], GraphView],
    asked: tuple[str, Path, int | None],
    store: Path | None,
    as_json: bool,
) -> GraphView:
    """The picture, written to the output. `asked`: the command with its arguments, the output, the limit.

    Where more could be drawn than nobody set a limit for, a person at a terminal is asked, and anybody else
    told how to have it.
    """
    from govgraph_exports.views.graph import get_writer

    command, output, limit = asked
    known_ending(get_writer, output)
    page = draw_page(store, as_json, output, lambda graph: draw(graph, limit))
    more = min(page.total, MOST_NODES)
    if limit is None and page.shown < page.total and not as_json and _at_terminal():
        question = f"共有 {page.total} 个节点，图中 {page.shown} 个。画出 {more} 个？ Draw {more} nodes?"
        if typer.confirm(question, default=False, err=True):
            page = draw_page(store, as_json, output, lambda graph: draw(graph, more))
    say_written(output, f"{page.shown} 个节点 nodes", as_json, page.shown)
    if page.shown < page.total:
        suggest(
            f"{command} --limit {more} -o {shlex.quote(str(output))}",
            f"共有 {page.total} 个节点，看更多 There are {page.total} nodes; see more",
            store,
            as_json,
        )
    return page


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
