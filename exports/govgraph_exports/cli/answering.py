"""Commands that answer: ask leads, tasks and who; query; explain."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph_exports.cli.blocks import EXPLAIN, LEADS, TASKS, WHO, Blocks
from govgraph_exports.cli.options import JsonOption, StoreOption, open_store, store_flag
from govgraph_exports.cli.showing import show_candidates, show_result
from govgraph_exports.cli.streams import say_next

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph import KnowledgeGraph
    from govgraph.result import Result


def leads(
    name: Annotated[
        str | None, typer.Argument(help="部门名称，如 市科技局；不写则列出全部 · bureau, or all")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """哪个局牵头哪些任务 · Which bureau leads which tasks, with partners and sentences."""
    _answer(store, as_json, lambda graph: graph.leads(name), LEADS)
    if name and not as_json:
        say_next(f"govgraph view graph {shlex.quote(name)} -o view.html{store_flag(store)}", "画成图 Draw it")


def tasks(
    name: Annotated[str, typer.Argument(help="部门名称，如 市科技局 · bureau")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """一个部门参与的全部任务 · All tasks in which a bureau takes part, by role."""
    _answer(store, as_json, lambda graph: graph.tasks(name), TASKS)


def who(
    keyword: Annotated[str, typer.Argument(help="任务中的词，如 人才 · a word of the task")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """某件事该找谁 · Whom to see about a matter: who leads and cooperates in tasks with this word."""
    _answer(store, as_json, lambda graph: graph.who(keyword), WHO)


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
    _answer(store, as_json, lambda graph: graph.query(text))


def explain(
    name: Annotated[str, typer.Argument(help="名称或 IRI · a name or an IRI")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """背后的原文 · The sentences behind an entity or a statement."""
    _answer(store, as_json, lambda graph: graph.explain(name), EXPLAIN)


def _answer(
    store: Path | None,
    as_json: bool,
    ask: Callable[[KnowledgeGraph], Result],
    blocks: Blocks | None = None,
) -> None:
    """Put the question to the store and show the answer; an ambiguous name shows what it could mean."""
    from govgraph.entities import AmbiguousName

    with open_store(store) as graph:
        try:
            result = ask(graph)
        except AmbiguousName as error:
            show_candidates(error, as_json=as_json)
            raise typer.Exit(0) from None
    show_result(result, as_json=as_json, blocks=blocks)
