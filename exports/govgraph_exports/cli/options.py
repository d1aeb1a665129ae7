"""Options that many commands share, and the store that they open."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph_exports.cli.completing import complete_names, complete_sources
from govgraph_exports.cli.streams import say_next

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="图谱所在文件夹 · folder of the store [GOVGRAPH_STORE, else ./govgraph-store]",
    ),
]
NameArgument = Annotated[
    str, typer.Argument(help="名称或 IRI · a name or an IRI", autocompletion=complete_names())
]
SourceArgument = Annotated[
    str,
    typer.Argument(help="来源名称，见 govgraph stats · name of the source", autocompletion=complete_sources),
]
JsonOption = Annotated[bool, typer.Option("--json", help="以 JSON 写到标准输出 · write JSON to stdout")]


def open_store(store: Path | None) -> KnowledgeGraph:
    """The graph in this folder, else in GOVGRAPH_STORE, else in ./govgraph-store. Raises StoreUnusable."""
    from govgraph import KnowledgeGraph

    return KnowledgeGraph.open(store)


def store_to_build(store: Path | None) -> Path:
    """The folder to build into: the same that `open_store` opens."""
    from govgraph.knowledge_graph import STORE_VARIABLE, USUAL_STORE

    return store or Path(os.environ.get(STORE_VARIABLE) or USUAL_STORE)


def store_flag(store: Path | None) -> str:
    """How a suggested command names the same store: ` --store DIR`, or nothing for the usual one."""
    return f" --store {shlex.quote(str(store))}" if store else ""


def suggest(command: str, purpose: str, store: Path | None, as_json: bool) -> None:
    """What to do next with the same store, for people; programs that want JSON are told nothing."""
    if not as_json:
        say_next(f"govgraph {command}{store_flag(store)}", purpose)
