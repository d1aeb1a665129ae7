"""The spaCy pipeline: one token a character, one component for each kind of mention.

Word segmenters break official names (two in ten), so tokens are characters and offsets of tokens are
offsets of text. Components write `doc.spans[kind]`; parsed values are kept in `doc.user_data["values"]` by
kind and span. The pipeline has no trained model and loads nothing from the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from govgraph_loaders.extract.dates import find_dates
from govgraph_loaders.extract.districts import find_written_districts, known_districts
from govgraph_loaders.extract.mentions import Mention
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.quantities import find_quantities
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, find_titles
from govgraph_ontology.division_names import short_name

Found = Iterable[tuple[int, int, Any]]


class CharacterTokenizer:
    """One token for each character, white space too: `doc[i]` is `text[i]`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


def _write(doc: Doc, kind: str, found: Found) -> Doc:
    values = doc.user_data.setdefault("values", {})
    spans = []
    for start, end, value in found:
        spans.append(Span(doc, start, end, label=kind))
        if value is not None:
            values[kind, start, end] = value
    doc.spans[kind] = spans
    return doc


def _text(doc: Doc) -> str:
    return str(doc.user_data["text"])


@Language.factory("govgraph_organization")
class OrganizationComponent:
    """Offices, groups of offices, leading groups (`organizations.find_organizations`)."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        text = _text(doc)
        places = tuple(short_name(part) for part in str(doc.user_data.get("scope", "")).split("/") if part)
        names = find_organizations(text, 0, len(text), places)
        return _write(doc, "organization", ((name.start, name.end, None) for name in names))


@Language.factory("govgraph_district")
class DistrictComponent:
    """Districts: a gazetteer around the document's place (PhraseMatcher), then what is written like one."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._nlp = nlp
        self._matchers: dict[str, PhraseMatcher] = {}

    def __call__(self, doc: Doc) -> Doc:
        scope = str(doc.user_data.get("scope", ""))
        known = known_districts(scope)
        found: dict[tuple[int, int], Any] = {}
        for _, start, end in self._matcher(scope)(doc) if known else ():
            found[start, end] = known[_text(doc)[start:end]]
        taken = {position for start, end in found for position in range(start, end)}
        for start, end in find_written_districts(_text(doc), 0, len(doc)):
            if taken.isdisjoint(range(start, end)):
                found[start, end] = None
        return _write(doc, "district", _outermost(found))

    def _matcher(self, scope: str) -> PhraseMatcher:
        matcher = self._matchers.get(scope)
        if matcher is None:
            matcher = PhraseMatcher(self._nlp.vocab)
            matcher.add("district", [self._nlp.make_doc(name) for name in known_districts(scope)])
            self._matchers[scope] = matcher
        return matcher


def _outermost(found: dict[tuple[int, int], Any]) -> Iterator[tuple[int, int, Any]]:
    last = -1
    for (start, end), value in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= last:
            yield start, end, value
            last = end


@Language.component("govgraph_quantity")
def quantity_component(doc: Doc) -> Doc:
    """Numbers with units, parsed (`quantities.find_quantities`)."""
    text = _text(doc)
    return _write(
        doc, "quantity", ((found.start, found.end, found) for found in find_quantities(text, 0, len(text)))
    )


@Language.component("govgraph_date")
def date_component(doc: Doc) -> Doc:
    """Dates and terms, parsed (`dates.find_dates`), relative ones from the document's own year."""
    text = _text(doc)
    found = find_dates(text, 0, len(text), doc.user_data.get("year"))
    return _write(doc, "date", ((date.start, date.end, date) for date in found))


@Language.component("govgraph_document_title")
def title_component(doc: Doc) -> Doc:
    """Titles in 《》 and document numbers (发文字号, GB/T 9704-2012 7.2.5)."""
    text = _text(doc)
    _write(doc, "document_title", ((start, end, None) for start, end in find_titles(text, 0, len(text))))
    return _write(
        doc,
        "document_number",
        ((match.start(), match.end(), None) for match in DOCUMENT_NUMBER.finditer(text)),
    )


_COMPONENTS = {
    "organization": "govgraph_organization",
    "district": "govgraph_district",
    "quantity": "govgraph_quantity",
    "date": "govgraph_date",
    "document_title": "govgraph_document_title",
    "document_number": "govgraph_document_title",
}
"""The component that finds each kind, in the order of the pipeline."""

SPAN_GROUPS = tuple(_COMPONENTS)
"""The kinds of mentions."""


@lru_cache(maxsize=1)
def get_pipeline() -> Language:
    """The pipeline, made once in a process."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.max_length = 1 << 31  # no parser, no model: memory grows with the text alone
    for component in dict.fromkeys(_COMPONENTS.values()):
        nlp.add_pipe(component)
    return nlp


class Mentions(Mapping[str, list[Mention]]):
    """The mentions of a piece of text by kind, each kind found by its component when first asked for."""

    def __init__(self, text: str, start: int, end: int, scope: str, year: int | None) -> None:
        self._piece = text[start:end]
        self._start = start
        self._user_data = {"text": self._piece, "scope": scope, "year": year}
        self._doc: Doc | None = None
        self._found: dict[str, list[Mention]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(SPAN_GROUPS)

    def __len__(self) -> int:
        return len(SPAN_GROUPS)

    def __getitem__(self, kind: str) -> list[Mention]:
        if kind not in self._found:
            self._found[kind] = self._read(kind) if self._piece else []
        return self._found[kind]

    def _read(self, kind: str) -> list[Mention]:
        nlp = get_pipeline()
        if self._doc is None:
            self._doc = nlp.make_doc(self._piece)
            self._doc.user_data.update(self._user_data)
        doc = nlp.get_pipe(_COMPONENTS[kind])(self._doc)
        values = doc.user_data["values"]
        return [
            Mention(
                kind,
                self._start + span.start,
                self._start + span.end,
                self._piece[span.start : span.end],
                values.get((kind, span.start, span.end)),
            )
            for span in doc.spans[kind]
        ]


def find_mentions(text: str, start: int, end: int, scope: str = "", year: int | None = None) -> Mentions:
    """The mentions of `text[start:end]`, by kind, in order, with offsets in `text`.

    `scope`: the chain of the place for which the document speaks; `year`: the one from which relative
    dates count.
    """
    return Mentions(text, start, end, scope, year)
