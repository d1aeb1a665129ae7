"""Commands that decide who is who: identity review, same, different, rename, forget."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govgraph_exports.cli.completing import complete_names
from govgraph_exports.cli.failures import NOTHING_FOUND, USAGE
from govgraph_exports.cli.options import JsonOption, NameArgument, StoreOption, open_store, suggest
from govgraph_exports.cli.progress import working
from govgraph_exports.cli.showing import listing_candidates
from govgraph_exports.cli.streams import say, write_data, write_json
from govgraph_exports.wrapping import printable

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph
    from govgraph.entities import Entity
    from govgraph.identity_suggestions import Suggestion

_SENTENCES = 2
_UNCHANGED: dict[str, Any] = {"graphs_changed": 0, "notes": []}
_ANSWERS = {"y": "same", "n": "different"}


def review(
    listed: Annotated[
        bool, typer.Option("--list", help="只列出，不提问 · list them and ask nothing")
    ] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """逐条看可能是同一个的名称 · Go through pairs that may be one thing; y one, n not, s later, q stop."""
    from govgraph.identity_decisions import read_decisions
    from govgraph.identity_suggestions import suggestions

    with open_store(store) as graph:
        found = suggestions(graph.entities(), read_decisions(_file(graph)))
        if as_json:
            write_json([_data(graph, one) for one in found])
        elif listed or not _is_asked():
            for one in found:
                write_data(printable(_line(one)))
        elif found and _ask(graph, found):
            _apply(graph)
    if not found:
        say("没有待认定的。 Nothing to decide.", style="yellow")
        raise typer.Exit(NOTHING_FOUND)


def same(
    one: NameArgument, other: NameArgument, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """认定两个名称是同一个 · Decide that two names mean one thing."""
    _decide("same", one, other, store, as_json)


def different(
    one: NameArgument, other: NameArgument, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """认定两个名称不是同一个 · Decide that two names mean two things."""
    _decide("different", one, other, store, as_json)


def rename(
    name: NameArgument,
    label: Annotated[str, typer.Argument(help="首选名称 · the preferred name")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """认定首选名称 · Decide what a thing is to be called."""
    from govgraph.identity_file import rename as write

    with open_store(store) as graph:
        (entity,) = _resolve(graph, name, as_json=as_json)
        write(_file(graph), entity, label)
        _apply(graph, as_json)
    suggest(f"explain {shlex.quote(label)}", "看背后的原文 See the sentences", store, as_json)


def forget(
    one: NameArgument,
    other: Annotated[
        str | None, typer.Argument(help="另一个名称 · the other name", autocompletion=complete_names())
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """撤回认定，下次构建恢复原状 · Take decisions back; the graph is again as it was before them."""
    from govgraph.identity_review import forget_names

    with open_store(store) as graph:
        if not forget_names(graph.store, _file(graph), [name for name in (one, other) if name]):
            if as_json:
                write_json(_UNCHANGED)
            say("没有这样的认定。 There is no such decision.", style="yellow")
            raise typer.Exit(NOTHING_FOUND)
        _apply(graph, as_json)
    suggest("identity review", "看还有什么待认定 See what is left to decide", store, as_json)


def take_decisions(path: Path, store: Path) -> None:
    """Make the file the decisions of the store, whether there is one already or not."""
    from govgraph.identity_decisions import IDENTITY_FILE
    from govgraph.identity_file import import_file

    import_file(path, store / IDENTITY_FILE)


def _decide(table: str, one: str, other: str, store: Path | None, as_json: bool) -> None:
    from govgraph.identity_file import decide
    from govgraph.identity_review import evidence_lines, parties

    with open_store(store) as graph:
        _resolve(graph, one, other, as_json=as_json)
        entities = parties(graph.store, table, one, other)
        known = "" if entities else "它们已是同一个。 They are one already."
        if entities and not decide(_file(graph), table, entities, evidence_lines(graph.store, entities)):
            known = "已有这条认定。 That is decided already."
        if not known:
            _apply(graph, as_json)
        elif as_json:
            write_json(_UNCHANGED)
    if known:
        say(known, style="yellow")
    suggest("identity review", "看还有什么待认定 See what is left to decide", store, as_json)


def _is_asked() -> bool:
    """Whether a person sits before the input, so that questions have somebody to answer them."""
    return sys.stdin.isatty()


def _ask(graph: KnowledgeGraph, found: Sequence[Suggestion]) -> bool:
    """Put each pair to the person; whether anything was decided."""
    from govgraph.identity_file import decide
    from govgraph.identity_review import evidence_lines

    decided = False
    for number, suggestion in enumerate(found, 1):
        pair = (suggestion.one, suggestion.other)
        sentences = evidence_lines(graph.store, pair, _SENTENCES)
        say(f"\n{number}/{len(found)}  {_line(suggestion)}", style="bold")
        for sentence in sentences:
            say(f"  {printable(sentence)}", style="dim")
        answer = _answer()
        if answer == "q":
            break
        if answer in _ANSWERS:
            reason = f"{suggestion.rule}: {_reason(suggestion)}"
            decided |= decide(_file(graph), _ANSWERS[answer], pair, [reason, *sentences])
    return decided


def _answer() -> str:
    while True:
        try:
            answer = input("同一个？ One thing? [y/n/s/q] ").strip().lower()
        except EOFError:
            return "q"
        if answer in {"y", "n", "s", "q"}:
            return answer


def _resolve(graph: KnowledgeGraph, *names: str, as_json: bool) -> list[Entity]:
    """The entities with these names; the candidates are shown where one is ambiguous, and all ends."""
    from govgraph.finding import resolve

    with listing_candidates(as_json=as_json, status=USAGE):
        return [resolve(graph.store, name) for name in names]


def _apply(graph: KnowledgeGraph, as_json: bool = False) -> None:
    """Build again, so that what was decided holds at once."""
    from govgraph.build import build_store

    with working("采用 Applying"):
        report = build_store(graph.store.folder, [])
    if as_json:
        write_json({"graphs_changed": report.graphs_written, "notes": list(report.notes)})
    say(
        f"已采用，{report.graphs_written} 个图有变。 Applied; {report.graphs_written} graphs changed.",
        "green",
    )
    for note in report.notes:
        say(f"! {printable(note)}", style="yellow")


def _file(graph: KnowledgeGraph) -> Path:
    from govgraph.identity_decisions import IDENTITY_FILE

    return graph.store.folder / IDENTITY_FILE


def _line(suggestion: Suggestion) -> str:
    from govgraph.wording import type_label

    _, one, other = suggestion
    return f"{one.label}  ？＝  {other.label}  （{one.scope or type_label(one.type)}）  {_reason(suggestion)}"


def _reason(suggestion: Suggestion) -> str:
    from govgraph.identity_suggestions import REASONS

    return REASONS[suggestion.rule]


def _data(graph: KnowledgeGraph, suggestion: Suggestion) -> dict[str, Any]:
    from govgraph.identity_decisions import entity_id
    from govgraph.identity_review import evidence_lines

    pair = (suggestion.one, suggestion.other)
    return {
        "rule": suggestion.rule,
        "reason": _reason(suggestion),
        "type": suggestion.one.type,
        "entities": [{"id": entity_id(one.iri), "label": one.label, "place": one.scope} for one in pair],
        "evidence": evidence_lines(graph.store, pair, _SENTENCES),
    }
