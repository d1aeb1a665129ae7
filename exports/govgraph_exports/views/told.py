"""What a reading page is about: the facts of a place, of a document, or of everything, with their words."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from govgraph.districts import districts_of
from govgraph.entities import Entity
from govgraph.explanation import paragraph_bounds
from govgraph.finding import resolve
from govgraph_exports.views.palette import ROLES
from govgraph_ontology.errors import GovgraphError, UnknownName

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

EVERYTHING = "全部文件"

Fact = Mapping[str, Any]
"""A fact in the form of the facts contract, as `KnowledgeGraph.facts` gives it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source with the paragraph around them, and where they stand.

    `document`: title of the document that says it; `line` counts from 1; `locator`: where in the file that
    is, empty for plain text.
    """

    before: str
    words: str
    after: str
    document: str
    source: str
    line: int
    locator: str

    @property
    def place(self) -> str:
        """`plan.txt 第 12 行`, or with the locator of a file that has no lines."""
        return f"{self.source} {self.locator or f'第 {self.line} 行'}"


@dataclass
class Passages:
    """The passages of one page, each once, numbered as they are first asked for."""

    text: Callable[[str], str]
    found: list[Passage] = field(default_factory=list)
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _texts: dict[str, tuple[str, list[int]]] = field(default_factory=dict)

    def number(self, source: str, start: int, end: int, document: str, locator: str = "") -> int:
        """The number of the passage around `[start:end]` of the source; `document` is a title."""
        key = (source, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self.found)
            self.found.append(self._cut(source, start, end, document, locator))
        return self._numbers[key]

    def line(self, source: str, start: int) -> int:
        """The line of the source, from 1, in which the offset is."""
        return bisect_right(self._read(source)[1], start - 1) + 1

    def _read(self, source: str) -> tuple[str, list[int]]:
        """The text of the source and where its lines end."""
        if source not in self._texts:
            text = self.text(source)
            self._texts[source] = text, [at for at, char in enumerate(text) if char == "\n"]
        return self._texts[source]

    def _cut(self, source: str, start: int, end: int, document: str, locator: str) -> Passage:
        text, _ = self._read(source)
        first, last = paragraph_bounds(text, start, end)
        before, words, after = text[first:start], text[start:end], text[end:last]
        return Passage(before, words, after, document, source, self.line(source, start), locator)


@dataclass(frozen=True)
class Told:
    """Facts by source and place in it, with all entities by IRI; `about` heads the page."""

    about: str
    facts: list[Fact]
    entities: Mapping[str, Entity]
    text: Callable[[str], str]

    def passages(self) -> Passages:
        """An empty list of passages of these sources."""
        return Passages(self.text)

    def passage(self, passages: Passages, fact: Fact) -> int:
        """The number of the words of the fact among the passages."""
        source = fact["source"]
        document = self.label(source["document"])
        locator = source.get("locator", "")
        return passages.number(source["file"], source["start"], source["end"], document, locator)

    def label(self, iri: str) -> str:
        """The name of an entity."""
        return self.entities[iri].label

    def place(self, iri: str) -> str:
        """The chain of the place to which an entity belongs; empty where it belongs to none."""
        return self.entities[iri].scope

    def require(self, found: Sized, zh: str, en: str, most: int = sys.maxsize) -> None:
        """Raise UnknownName where nothing was found, GovgraphError where it is more than a page holds.

        `zh`, `en`: what it is, in the plural.
        """
        if not found:
            raise UnknownName(f"{self.about}：没有读到{zh}。 No {en} were read.")
        if len(found) > most:
            raise GovgraphError(
                f"{len(found)} 条{zh}，一页放不下；请给出地区或文件。 "
                f"{len(found)} {en} do not fit a page: give a place or a document."
            )

    @property
    def duties(self) -> Iterator[Fact]:
        """The facts that say that somebody has a part in a task, whatever the role."""
        for fact in self.facts:
            if fact["relation"] in ROLES and self.entities[fact["object"]["id"]].type == "Task":
                yield fact

    @cached_property
    def leads(self) -> Mapping[str, list[str]]:
        """By IRI of a task the names of those who lead it, or are responsible where nobody leads."""
        found: dict[str, dict[str, list[str]]] = {}
        for fact in self.facts:
            if fact["relation"] in {"leads", "responsible"}:
                by_role = found.setdefault(fact["object"]["id"], {})
                by_role.setdefault(fact["relation"], []).append(fact["subject"]["label"])
        return {
            task: list(dict.fromkeys(by_role.get("leads") or by_role["responsible"]))
            for task, by_role in found.items()
        }


def told_about(
    graph: KnowledgeGraph, name: str | None, classes: Sequence[str] = ("District", "Document")
) -> Told:
    """What the graph tells of the place or document with this name; everything without a name.

    Of a place, with all below it: what its documents say and what is said of its bodies. Of a document, what
    it and the documents that it includes say. `classes`: of which the name may be. Raises UnknownName where
    nobody bears the name or nothing is told, AmbiguousName where several bear it.
    """
    entities = {entity.iri: entity for entity in graph.entities()}
    facts: list[Fact] = list(graph.facts())
    if name is None:
        about, held = EVERYTHING, facts
    else:
        focus = resolve(graph.store, name, classes)
        about = focus.label
        held = _of_place(facts, entities, focus) if focus.type == "District" else _of_document(facts, focus)
    if not held:
        raise UnknownName(f"{about}：图谱中没有关于它的陈述。 Nothing is stated of it.")
    return Told(about, held, entities, graph.text)


def _of_place(facts: Iterable[Fact], entities: Mapping[str, Entity], place: Entity) -> list[Fact]:
    inside = {iri for iri, entity in entities.items() if place.iri in districts_of(entity)}
    return [fact for fact in facts if fact["subject"]["id"] in inside or fact["source"]["document"] in inside]


def _of_document(facts: list[Fact], document: Entity) -> list[Fact]:
    includes: dict[str, list[str]] = {}
    for fact in facts:
        if fact["relation"] == "includes":
            includes.setdefault(fact["subject"]["id"], []).append(fact["object"]["id"])
    inside, waiting = {document.iri}, [document.iri]
    while waiting:
        found = [iri for iri in includes.get(waiting.pop(), ()) if iri not in inside]
        inside.update(found)
        waiting += found
    return [fact for fact in facts if fact["source"]["document"] in inside]
