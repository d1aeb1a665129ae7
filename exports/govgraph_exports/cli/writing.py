"""Commands that write files: facts, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from govgraph_exports.cli.options import JsonOption, StoreOption, open_store, suggest
from govgraph_exports.cli.progress import counted, working
from govgraph_exports.cli.streams import say, speaks_unicode, write_data, write_json
from govgraph_ontology.errors import UnknownName


def facts(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=".jsonl .csv .xlsx .parquet；不写则以 JSONL 写到标准输出"),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, help="最低置信度；0.9 及以上的，十条中至少九条正确 · how sure at least"),
    ] = 0.0,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """全部事实，每条带原文 · All facts with sentences: JSONL on stdout, or a file by its ending."""
    from govgraph_exports.facts import get_writer, write_facts
    from govgraph_exports.facts.jsonl import fact_line

    if output is None:
        with open_store(store) as graph:
            for fact in graph.facts(min_confidence):
                write_data(fact_line(fact, ascii_only=not speaks_unicode()))
        return
    known_ending(get_writer, output)
    with open_store(store) as graph:
        total = None if min_confidence else graph.stats()["statements"]
        with counted(graph.facts(min_confidence), "事实 Facts", total) as found:
            count = write_facts(found, output)
    say_written(output, f"{count} 条事实 facts", as_json, count)
    suggest("export -o graph.xlsx", "任务、责任矩阵、目标成册 Tasks and targets as a book", store, as_json)


def export(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=".xlsx .nq .ttl .trig .jsonld .rdf .graphml .gexf .zip（Neo4j）"),
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """导出整个图谱 · Export the graph: Excel, RDF, or for Gephi, GraphML tools and Neo4j."""
    from govgraph_exports.graph_files import get_writer

    known_ending(get_writer, output)
    with open_store(store) as graph, working(f"导出 Exporting {output.name}"):
        count = graph.export(output)
    unit = "行 rows" if output.suffix.lower() == ".xlsx" else "条陈述 statements"
    say_written(output, f"{count} {unit}", as_json, count)
    suggest("view graph -o view.html", "画成图 Draw it", store, as_json)


def known_ending(get_writer: Callable[[Path], object], output: Path) -> None:
    """Refuse an ending without a format before any work is done."""
    try:
        get_writer(output)
    except UnknownName as error:
        raise typer.BadParameter(str(error)) from None


def say_written(output: Path, what: str, as_json: bool, count: int) -> None:
    """Tell which file was written: its name, or JSON with `count`, on stdout; `what` it holds on stderr."""
    if as_json:
        write_json({"file": str(output), "count": count})
    else:
        write_data(str(output))
    say(f"✓ {what} → {output}", style="green")
