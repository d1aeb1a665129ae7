"""Questions that no SPARQL answers: ask path, ask brokers."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from govgraph_exports.cli.answering import show_answer
from govgraph_exports.cli.blocks import Blocks
from govgraph_exports.cli.completing import complete_names
from govgraph_exports.cli.options import JsonOption, StoreOption, suggest

_PATH = Blocks(
    lambda row: row["path"],
    lambda row: f"{row['step']}. {row['subject']} · {row['relation']} · {row['object']}",
    ("sentence",),
)
_BROKERS = Blocks(
    lambda row: row["place"],
    lambda row: (
        f"{row['bureau']}：中介程度 {row['brokerage']}，社群 {row['group']}，"
        f"与 {row['partners_count']} 家共担 {row['tasks']} 项"
    ),
    ("sentence",),
)


def path(
    one: Annotated[str, typer.Argument(help="名称，如 市科技局 · a name", autocompletion=complete_names())],
    two: Annotated[str, typer.Argument(help="另一名称 · another name", autocompletion=complete_names())],
    hubs: Annotated[
        bool, typer.Option("--hubs", help="也经过公报、区域、指标等什么都连着的 · also through hubs")
    ] = False,
    longest: Annotated[int, typer.Option(min=1, max=20, help="最多几步 · most statements in a row")] = 6,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """两件事物怎样相连 · How two things are connected: the shortest paths, with the sentences on the way."""
    show_answer(store, as_json, lambda graph: graph.path(one, two, hubs=hubs, longest=longest), _PATH)
    suggest(f"view graph {shlex.quote(one)} -o view.html", "画成图 Draw it", store, as_json)


def brokers(
    district: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="区域，含下级 · a district, with all below it",
            autocompletion=complete_names(["District"]),
        ),
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """哪些单位联系着别的单位，哪些常在一起 · Which bodies join others, and which groups they form."""
    show_answer(store, as_json, lambda graph: graph.brokers(district), _BROKERS)
    suggest("ask cooperation", "谁与谁合作 Who works with whom", store, as_json)
