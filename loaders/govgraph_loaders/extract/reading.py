"""What a relation module reads: one document with its mentions, and the means to make statements of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from govgraph_loaders.extract.confidence import confidence
from govgraph_loaders.extract.mentions import Mention
from govgraph_loaders.extract.organizations import organization_reference
from govgraph_loaders.extract.pipeline import find_mentions
from govgraph_loaders.model import Document, Layout, Paragraph, Section
from govgraph_loaders.statements import Equation, Evidence, Reference, Rejection, Scalar, Statement

Found = Statement | Rejection | Equation
"""What relation modules yield."""


@dataclass
class Reading:
    """One document of a layout as relation modules see it. Offsets are those of the clean view.

    `memo`: what one module has read and another reads too, by the name of the reading and the offset.
    """

    layout: Layout
    index: int
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.layout.documents[self.index]

    @property
    def text(self) -> str:
        """The clean text of the whole source."""
        return self.layout.view.text

    @property
    def scope(self) -> str:
        """The chain of the document's jurisdiction (`广东省/阳江市`)."""
        return self.document.jurisdiction

    @cached_property
    def reference(self) -> Reference:
        """The document itself."""
        return document_reference(self.document)

    @cached_property
    def place(self) -> Reference:
        """The jurisdiction as a District: the subject of what a document sets for `全市`."""
        above, _, name = self.scope.rpartition("/")
        return Reference("District", name or self.scope, scope=above)

    @cached_property
    def date(self) -> str:
        """The document's own date as ISO text, or its year where only that is known; empty where neither
        is.
        """
        from govgraph_loaders.extract.dates import document_date

        return document_date(self.layout, self.index)

    @property
    def year(self) -> int | None:
        """The year for which the document speaks."""
        return int(self.date[:4]) if self.date else None

    @cached_property
    def mentions(self) -> Mapping[str, list[Mention]]:
        """The mentions of the document's running text, by kind, found by the pipeline when first asked
        for.
        """
        return find_mentions(self.text, self.document.start, self.document.end, self.scope, self.year)

    def between(self, kind: str, start: int, end: int) -> Iterator[Mention]:
        """The mentions of `kind` that lie whole in `[start, end)`, in order."""
        found = self.mentions[kind]
        for mention in found[bisect_left(found, start, key=lambda mention: mention.start) :]:
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def section(self, index: int | None) -> Section | None:
        """The section of that index, or None for None."""
        return None if index is None else self.document.sections[index]

    def path(self, index: int | None) -> tuple[int, ...]:
        """The indices of the sections from the top down to `index`."""
        path: list[int] = []
        while index is not None:
            path.insert(0, index)
            index = self.document.sections[index].parent
        return tuple(path)

    def task(self, index: int) -> Reference:
        """The Task that the section of that index is."""
        section = self.document.sections[index]
        return self.task_named(section.title, index, aliases=(f"{section.marker}{section.title}",))

    def task_named(
        self, name: str, section: int | None, *, aliases: Sequence[str] = (), part: str = ""
    ) -> Reference:
        """A Task of this document by its name, in a section; `part` tells apart several of one section."""
        markers = "/".join(self.document.sections[step].marker for step in self.path(section))
        key = f"{self.document.key}#{markers}" + (f"#{part}" if part else "")
        return Reference("Task", name, scope=self.scope, aliases=tuple(aliases), key=key)

    def organization(self, name: str) -> Reference:
        """The organization (or group) that `name` means in this document."""
        return organization_reference(name, self.document, self.layout)

    def evidence(self, start: int, end: int) -> Evidence:
        """The source slice of a clean span."""
        first, last = self.layout.view.source_span(start, end)
        return self.source_evidence(first, last)

    def source_evidence(self, start: int, end: int) -> Evidence:
        """The source slice `[start, end)` of the source itself (cells, rows, marks)."""
        return Evidence(start, end, self.layout.source.text[start:end])

    def statement(
        self,
        relation: str,
        subject: Reference,
        object_: Reference | str,
        evidence: Evidence,
        rule: str,
        **qualifiers: Scalar | None,
    ) -> Statement:
        """A statement of this document, as sure as its rule is; None and empty qualifiers are left out."""
        kept = {name: value for name, value in qualifiers.items() if value is not None and value != ""}
        return Statement(
            relation, subject, object_, self.document.key, evidence, rule, confidence(rule), kept
        )

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the clean offset, or None (a break between two)."""
        return next((found for found in self.document.paragraphs if found.start <= offset < found.end), None)


def document_reference(document: Document) -> Reference:
    """The reference of a Document of the layout."""
    return Reference(
        "Document",
        document.title,
        scope=document.jurisdiction,
        aliases=tuple(document.aliases),
        key=document.key,
    )
