"""Commands that look at the store itself: stats, validate, rejected."""

from __future__ import annotations

import shlex

import typer

from govgraph_exports.cli.blocks import REJECTED
from govgraph_exports.cli.failures import BAD_INPUT
from govgraph_exports.cli.options import JsonOption, StoreOption, open_store, suggest
from govgraph_exports.cli.progress import working
from govgraph_exports.cli.showing import show_result
from govgraph_exports.cli.streams import write_data, write_json
from govgraph_exports.wrapping import printable


def stats(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """库里有什么 · What the store holds: sources, entities by class, statements by relation."""
    with open_store(store) as graph:
        found = graph.stats()
    if as_json:
        write_json(found)
        return
    write_data(str(found))
    suggest("ask leads", "看谁牵头什么 See who leads what", store, as_json)


def validate(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """按 SHACL 检查 · Hold the graph against its shapes; exit status 3 where it breaks them."""
    with open_store(store) as graph, working("检查 Checking"):
        report = graph.validate()
    if as_json:
        write_json({"conforms": report.conforms, "counts": report.counts()})
    else:
        write_data(printable(str(report)))
    if not report.conforms:
        raise typer.Exit(BAD_INPUT)
    suggest("rejected", "看没有采纳的候选 See what was not accepted", store, as_json)


def rejected(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """看到但没有采纳的候选 · Candidates that were seen and not accepted, with the reasons."""
    with open_store(store) as graph:
        found = graph.rejected()
    show_result(found, as_json=as_json, blocks=REJECTED)
    source = shlex.quote(str(next(iter(found))["source"]))
    suggest(f"view source {source} -o source.html", "在原文里看 See the text itself", store, as_json)
