"""Commands that answer: query and explain; and how every answer is shown."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph_exports.cli.blocks import EXPLAIN, Blocks
from govgraph_exports.cli.options import JsonOption, NameArgument, StoreOption, open_store, suggest
from govgraph_exports.cli.showing import listing_candidates, show_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph import KnowledgeGraph
    from govgraph.result import Result


def query(
    sparql: Annotated[str | None, typer.Argument(help="SPARQL 1.1 SELECT …", show_default=False)] = None,
    file: Annotated[
        Path | None, typer.Option("-f", "--file", help="从文件读取查询 · read it from a file")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """用 SPARQL 查询 · Ask in SPARQL 1.1; the usual prefixes are known."""
    if (sparql is None) == (file is None):
        raise typer.BadParameter("写一条查询，或用 -f 给出文件。 Give either a query or -f FILE.")
    text = sparql if sparql is not None else (file or Path()).read_text(encoding="utf-8-sig")
    show_answer(store, as_json, lambda graph: graph.query(text))
    suggest("facts -o facts.xlsx", "全部事实存成表 Put all facts into a table", store, as_json)


def explain(
    name: NameArgument,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """背后的原文 · The sentences behind an entity or a statement."""
    show_answer(store, as_json, lambda graph: graph.explain(name), EXPLAIN)
    suggest(f"view graph {shlex.quote(name)} -o view.html", "画成图 Draw it", store, as_json)


def show_answer(
    store: Path | None,
    as_json: bool,
    ask: Callable[[KnowledgeGraph], Result],
    blocks: Blocks | None = None,
) -> None:
    """Put the question to the store and show the answer; an ambiguous name shows what it could mean."""
    with listing_candidates(as_json=as_json), open_store(store) as graph:
        result = ask(graph)
    show_result(result, as_json=as_json, blocks=blocks)
