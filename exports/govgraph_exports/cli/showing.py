"""Answers on stdout, and what a build did on stderr."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import typer

from govgraph_exports.cli.blocks import Blocks, show_blocks
from govgraph_exports.cli.failures import NOTHING_FOUND
from govgraph_exports.cli.streams import say, write_data, write_json
from govgraph_exports.wrapping import printable, text_columns

if TYPE_CHECKING:
    from govgraph import AmbiguousName, BuildReport, Result


def show_result(result: Result, *, as_json: bool, blocks: Blocks | None = None) -> None:
    """The answer as JSON, as blocks, or as an aligned table; exit status 1 where there is none."""
    if as_json:
        write_json(list(result))
    elif result.rows and blocks:
        show_blocks(result, blocks)
    elif result.rows:
        write_data(printable(str(result)))
    if not result.rows:
        say("没有找到。 Nothing found.", style="yellow")
        raise typer.Exit(NOTHING_FOUND)


@contextmanager
def listing_candidates(*, as_json: bool, status: int = 0) -> Iterator[None]:
    """An ambiguous name in the block ends the command with the list of those who bear it."""
    from govgraph.entities import AmbiguousName

    try:
        yield
    except AmbiguousName as error:
        show_candidates(error, as_json=as_json)
        raise typer.Exit(status) from None


def show_candidates(error: AmbiguousName, *, as_json: bool) -> None:
    """Those whom an ambiguous name could mean, with their places, and how to choose one."""
    if as_json:
        write_json(
            {
                "ambiguous": error.name,
                "candidates": [
                    {"label": found.label, "place": found.scope, "type": found.type, "id": found.iri}
                    for found in error.candidates
                ],
            }
        )
    else:
        from govgraph.wording import type_label

        named = {(found.label, found.scope) for found in error.candidates}
        iris = len(named) < len(error.candidates)  # only an IRI tells these apart
        width = max(text_columns(found.label) for found in error.candidates)
        for found in error.candidates:
            gap = " " * (width - text_columns(found.label) + 2)
            place = found.scope or type_label(found.type)
            write_data(printable(f"{found.label}{gap}{place}{'  ' + found.iri if iris else ''}"))
    say(
        f"“{error.name}”有 {len(error.candidates)} 个所指，请用上面的全称（或 IRI）再问。 "
        "Several bear this name: ask again with a full name or an IRI from the list.",
        style="yellow",
    )


def report_data(report: BuildReport) -> dict[str, Any]:
    """A build report as JSON can hold it."""
    return {
        "read": list(report.read),
        "unchanged": list(report.unchanged),
        "dropped": list(report.dropped),
        "failures": [{"name": one.name, "message": one.message} for one in report.failures],
        "sources": report.sources,
        "documents": report.documents,
        "statements": report.statements,
        "rejections": report.rejections,
        "conforms": report.validation.conforms,
        "findings": report.validation.counts(),
        "notes": list(report.notes),
        "damage": {name: dict(kinds) for name, kinds in report.damage.items()},
    }


def _by_ending(names: Iterable[str]) -> str:
    """How many of each ending there are: .html 26、.pdf 16."""
    counts = Counter(PurePosixPath(name).suffix.lower() or "-" for name in names)
    return "、".join(f"{printable(ending)} {counts[ending]}" for ending in sorted(counts))


def show_report(report: BuildReport) -> None:
    """What a build did, for people: counts, the shapes, and at the end the inputs that failed."""
    say(
        f"✓ 读入 {len(report.read)} 个来源，未变 {len(report.unchanged)} 个；"
        f"库中共 {report.sources} 个来源、{report.documents} 份文件、{report.statements} 条陈述，"
        f"另有 {report.rejections} 个候选未采纳。",
        style="green",
    )
    say(
        f"  {len(report.read)} sources read, {len(report.unchanged)} unchanged; "
        f"the store holds {report.sources} sources, {report.documents} documents, "
        f"{report.statements} statements; {report.rejections} candidates rejected.",
        style="dim",
    )
    outcomes = ("读入 read", report.read), ("未读成 failed", [one.name for one in report.failures])
    for title, names in outcomes:
        if names:
            say(f"  {title} {len(names)}：{_by_ending(names)}", style="dim")
    say(f"{'✓' if report.validation.conforms else '!'} SHACL：{printable(str(report.validation))}")
    if report.damage:
        from govgraph.damage import damage_words

        say(f"! 原文损坏 Damaged text：{damage_words(report.damage)}", style="yellow")
    for note in report.notes:
        say(f"! {printable(note)}", style="yellow")
    for failure in report.failures:
        say(f"✗ {printable(failure.message)}", style="red")
