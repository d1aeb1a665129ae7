"""Where the table of a site and the text of a document contradict each other.

The text is what was signed and printed, so it is what facts say; what the table says instead is kept as a
rejection that quotes both. The day on which a site published a document is not that on which it was issued,
and contradicts it only where it is earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.model import Mark
from govgraph_loaders.statements import Rejection
from govgraph_loaders.structure.titles import normal_title, numbers_differ, title_kind

_RULE = "document.conflict"


def extract_conflicts(reading: Reading) -> Iterator[Rejection]:
    """What the table of the site says against the text."""
    for kind, mark in reading.document.labelled:
        if kind == "number":
            yield from _number(reading, mark)
        elif kind in {"signed", "published"}:
            yield from _date(reading, kind, mark)
        elif kind == "issuer":
            yield from _issuer(reading, mark)
        elif kind == "title":
            yield from _title(reading, mark)
        elif kind == "kind":
            yield from _kind(reading, mark)


def _number(reading: Reading, mark: Mark) -> Iterator[Rejection]:
    numbers = reading.document.numbers
    against = next((known for known in numbers if numbers_differ(mark.text, known.text)), None)
    if against is not None and all(mark.text != known.text for known in numbers):
        yield conflict(reading, "documentNumber", "发文字号", "document number", mark, against)


def _date(reading: Reading, kind: str, mark: Mark) -> Iterator[Rejection]:
    date = reading.document.date
    if date is None or date == mark:
        return
    stated, said = iso_date(mark.text), iso_date(date.text)
    if not stated or not said or stated.startswith(said) or said.startswith(stated):
        return
    if kind == "signed":
        yield conflict(reading, "issuedOn", "成文日期", "date of issue", mark, date)
    elif stated < said:
        yield conflict(
            reading, "issuedOn", "发布日期（早于成文日期）", "published before it was issued", mark, date
        )


def _issuer(reading: Reading, mark: Mark) -> Iterator[Rejection]:
    issuers = reading.document.issuers
    alike = any(mark.text in known.text or known.text in mark.text for known in issuers)
    if issuers and not alike:
        yield conflict(reading, "issuedBy", "发文机关", "issuer", mark, issuers[0])


def _title(reading: Reading, mark: Mark) -> Iterator[Rejection]:
    """Only what stands above the title names the document; below it a table may head a column 名称."""
    document = reading.document
    title = document.title_mark
    if title is None or mark.start >= title.start or title_kind(document.title) is None:
        return
    stated, said = normal_title(mark.text), normal_title(document.title)
    if stated not in said and said not in stated:
        yield conflict(reading, "", "标题", "title", mark, Mark(document.title, title.start, title.end))


def _kind(reading: Reading, mark: Mark) -> Iterator[Rejection]:
    """The kind of document by the table, against that which its title says."""
    document = reading.document
    title, said = document.title_mark, title_kind(document.title)
    if title is not None and said is not None and title_kind(mark.text) not in {said, document.kind, None}:
        against = Mark(document.title, title.start, title.end)
        yield conflict(reading, "", "文种", "kind of document", mark, against)


def conflict(
    reading: Reading, relation: str, name: str, name_en: str, mark: Mark, against: Mark
) -> Rejection:
    """What the table of the site says (`mark`) against the text (`against`), with both; `relation`: empty
    where what they contradict each other about is none of the ontology.
    """
    line = reading.layout.source.line_number(against.start)
    reason = (
        f"网页所记{name}“{mark.text}”与正文第{line}行“{against.text}”不一致，以正文为准 "
        f"({name_en}: the table of the site contradicts line {line} of the text, which is taken)"
    )
    return Rejection(relation, reason, reading.source_evidence(mark.start, mark.end), _RULE)
