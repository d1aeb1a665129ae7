"""What a notice prints, and what a gazette holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.families import printed_titles
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading, document_reference
from govgraph_loaders.model import Document, Mark
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import QUOTED_TITLE, normal_title
from govgraph_ontology.vocabulary import load_vocabulary

# Where the text of a notice only says 现印发给你们, its title says what.
_PRINTED = re.compile(
    r"(?:印发|转发|批转)(?P<title>[^关][^《》]{4,90}|《[^《》]{4,90}》|[^《》]{0,30}《[^《》]{2,40}》[^《》]{2,50})的通知$"
)


def extract_printed(reading: Reading) -> Iterator[Found]:
    """What a notice prints: the documents whose title it gives, whether or not they follow it here."""
    followed = [document for document in reading.layout.documents if document.parent == reading.index]
    for document in followed:
        evidence = reading.source_evidence(*_mention_of(reading, document))
        yield reading.statement(
            "includes", reading.reference, document_reference(document), evidence, "document.printing"
        )
    if reading.document.kind not in {"notice", "announcement", "order"}:
        return
    known = {normal_title(document.title) for document in followed}
    named = [(title, reading.evidence(start, end)) for title, start, end in printed_titles(reading)]
    mark, titled = reading.document.title_mark, _PRINTED.search(reading.document.title)
    if not followed and not named and mark is not None and titled is not None:
        whole = QUOTED_TITLE.fullmatch(titled["title"])
        named = [
            (whole["title"] if whole else titled["title"], reading.source_evidence(mark.start, mark.end))
        ]
    for title, evidence in named:
        key = normal_title(title)
        if any(key.startswith(other) or other.startswith(key) for other in known):
            continue
        known.add(key)
        printed = Reference("Document", title, scope=reading.scope, key=f"{reading.scope}#{key}")
        yield reading.statement("includes", reading.reference, printed, evidence, "document.printing")


def _mention_of(reading: Reading, document: Document) -> tuple[int, int]:
    """The source span in which the notice names what it prints: in its text, else in its title."""
    wanted = normal_title(document.title)
    for paragraph in reading.document.paragraphs:
        for match in re.finditer(
            r"《[^》]{2,110}》?[^《》]{0,40}》|《[^》]{2,110}》",
            reading.text[paragraph.start : paragraph.end],
        ):
            title = normal_title(match.group())
            if title == wanted or wanted.startswith(title) or title.startswith(wanted):
                return reading.layout.view.source_span(
                    paragraph.start + match.start(), paragraph.start + match.end()
                )
    mark = reading.document.title_mark
    assert mark is not None
    return mark.start, mark.end


def extract_gazette(reading: Reading) -> Iterator[Found]:
    """A gazette: who runs it, when it came out, what its contents list."""
    words = load_vocabulary("descriptions")["gazette"]
    yield from _imprint(reading, words["sponsor"], words["published"])
    by_title = {normal_title(document.title): document for document in reading.layout.documents}
    for entry in reading.document.contents:
        evidence = reading.source_evidence(entry.start, entry.end)
        listed = _listed_document(by_title, entry)
        yield reading.statement("includes", reading.reference, listed, evidence, "document.contents")


def _listed_document(by_title: dict[str, Document], entry: Mark) -> Reference:
    key = normal_title(entry.text)
    document = by_title.get(key) or next(
        (found for title, found in sorted(by_title.items()) if key.endswith(title) and len(title) >= 4), None
    )
    if document is None:
        return Reference("Document", entry.text, key=f"#{key}")
    reference = document_reference(document)
    if entry.text in {reference.name, *reference.aliases}:
        return reference
    return Reference(
        reference.type, reference.name, reference.scope, (*reference.aliases, entry.text), reference.key
    )


def _imprint(reading: Reading, sponsors: list[str], published: list[str]) -> Iterator[Found]:
    """The lines of the cover and of the last page: 主管主办：…, …出版."""
    source = reading.layout.mended
    said: set[str] = set()
    for line in re.finditer(r"[^\n]{4,80}", source):
        raw = line.group().strip()
        if "issuedBy" not in said and any(cue in raw for cue in sponsors) and len(raw) <= 40:
            names = find_organizations(raw, 0, len(raw))
            for name in names[:1]:
                at = source.find(name.name, line.start())
                evidence = reading.source_evidence(at, at + len(name.name))
                yield reading.statement(
                    "issuedBy",
                    reading.reference,
                    reading.organization(name.name),
                    evidence,
                    "document.imprint",
                )
                said.add("issuedBy")
        if (
            "issuedOn" not in said
            and any(raw.endswith(cue) for cue in published)
            and re.match(r"(?:19|20)\d\d", raw)
            and (iso := iso_date(raw))
        ):
            evidence = reading.source_evidence(line.start(), line.end())
            yield reading.statement("issuedOn", reading.reference, iso, evidence, "document.imprint")
            said.add("issuedOn")
