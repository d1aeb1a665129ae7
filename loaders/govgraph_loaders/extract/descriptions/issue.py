"""Who issued a document, under which number, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.descriptions.numbers import is_damaged, plain_number
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading

_TITLE_ISSUER = re.compile(r"^(?P<issuer>[\u4e00-\u9fff（）()、 ]{2,60}?)(?:关于|印发|转发)")
_OFFICE_END = re.compile(r".*[委局办厅部府院会处室]")
_REPORT_DATE = re.compile(r"—{0,2}(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:在|于)")
_REPORTER = re.compile(r"我(?:谨)?代表(?P<name>[\u4e00-\u9fff]{2,12}?(?:人民政府|政府))")


def extract_issue(reading: Reading) -> Iterator[Found]:
    document, subject = reading.document, reading.reference
    for issuer in document.issuers:
        evidence = reading.source_evidence(issuer.start, issuer.end)
        yield reading.statement(
            "issuedBy", subject, reading.organization(issuer.text), evidence, "document.signature"
        )
    if not document.issuers and document.parent is None:
        yield from _issuer_otherwise(reading)
    for number in document.numbers:
        evidence = reading.source_evidence(number.start, number.end)
        plain = plain_number(number.text)
        rule = "document.number.damaged" if is_damaged(number.text) else "document.number"
        yield reading.statement("documentNumber", subject, plain, evidence, rule)
    if document.date is not None:
        iso = iso_date(document.date.text)
        if iso:
            evidence = reading.source_evidence(document.date.start, document.date.end)
            yield reading.statement("issuedOn", subject, iso, evidence, "document.date")


def _issuer_otherwise(reading: Reading) -> Iterator[Found]:
    """A document that nobody signed: its title names who issued it, or its speaker whom he speaks for."""
    document, subject = reading.document, reading.reference
    title = document.title_mark
    match = _TITLE_ISSUER.match(document.title)
    if title is not None and match is not None:
        names = _issuers_of(match["issuer"])
        for name in names:
            at = reading.layout.source.text.find(name, title.start, title.end)
            start, end = (at, at + len(name)) if at >= 0 else (title.start, title.end)
            evidence = reading.source_evidence(start, end)
            yield reading.statement(
                "issuedBy", subject, reading.organization(name), evidence, "document.title"
            )
        if names:
            return
    for paragraph in document.paragraphs[:12]:
        dated = _REPORT_DATE.match(reading.text, paragraph.start, paragraph.end)
        if dated is not None and document.date is None:
            evidence = reading.evidence(dated.start("date"), dated.end("date"))
            yield reading.statement("issuedOn", subject, iso_date(dated["date"]), evidence, "document.speech")
        speaker = _REPORTER.search(reading.text, paragraph.start, paragraph.end)
        if speaker is not None:
            evidence = reading.evidence(speaker.start(), speaker.end())
            yield reading.statement(
                "issuedBy", subject, reading.organization(speaker["name"]), evidence, "document.speech"
            )
            return


def _issuers_of(text: str) -> list[str]:
    """The organizations of which `text`, the head of a title, consists: 中共云溪市委 云溪市人民政府.

    What stands before a name that was found is its place or 中共, or an organization before it.
    """
    names: list[str] = []
    last = 0
    for found in find_organizations(text, 0, len(text)):
        before = text[last : found.start].strip("、 和")
        office = _OFFICE_END.match(before)
        if office is not None:
            names.append(office.group().strip("、 "))
            before = before[office.end() :].strip("、 和")
        names.append(before + found.name)
        last = found.end
    return names
