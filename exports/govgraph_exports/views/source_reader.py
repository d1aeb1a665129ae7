"""The source reader: a document's own text with everything marked that was read in it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph.wording import qualifier_words
from govgraph_exports.views.page import Page, render_page
from govgraph_exports.views.palette import relation_color, relation_label


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the numbers of the facts that stand on it; empty where there are none."""

    text: str
    facts: tuple[int, ...]


def view_source(name: str, text: str, facts: Iterable[Mapping[str, Any]]) -> Page:
    """The page of the source `name` with its decoded `text` and its facts in the form of the contract."""
    held = sorted(facts, key=lambda fact: (fact["source"]["start"], fact["source"]["end"], fact["relation"]))
    spans = [(fact["source"]["start"], fact["source"]["end"]) for fact in held]
    title = f"{name} · 原文与抽取结果"
    relations = Counter(fact["relation"] for fact in held)
    data = {
        "facts": [_shown(fact) for fact in held],
        "relations": [
            {"id": name, "label": relation_label(name), "color": relation_color(name), "count": count}
            for name, count in sorted(relations.items(), key=lambda item: (-item[1], item[0]))
        ],
    }
    html = render_page("source", title, data=data, lines=list(_lines(text, spans)))
    return Page(html, title)


def cut(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The text in pieces, cut wherever a span begins or ends; `spans` are offsets, half-open."""
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    begin: dict[int, list[int]] = {}
    stop: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        begin.setdefault(start, []).append(number)
        stop.setdefault(end, []).append(number)
    on: set[int] = set()
    for start, end in itertools.pairwise(edges):
        on.difference_update(stop.get(start, ()))
        on.update(begin.get(start, ()))
        yield Piece(text[start:end], tuple(sorted(on)))


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[Piece]]:
    """The pieces of each line; the line ends themselves are left out."""
    line: list[Piece] = []
    for piece in cut(text, spans):
        first, *rest = piece.text.split("\n")
        line.append(Piece(first.rstrip("\r"), piece.facts))
        for more in rest:
            yield line
            line = [Piece(more.rstrip("\r"), piece.facts)]
    yield line


def _shown(fact: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel shows of a fact."""
    obj = fact["object"]
    return {
        "relation": fact["relation"],
        "subject": fact["subject"]["label"],
        "object": str(obj["value"]) if "value" in obj else obj["label"],
        "qualifiers": qualifier_words(fact["relation"], fact["qualifiers"]),
        "rule": fact["method"],
        "confidence": fact["confidence"],
        "locator": fact["source"].get("locator", ""),
    }
