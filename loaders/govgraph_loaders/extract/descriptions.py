"""What a document is: issuer, number, dates of issue and force, contact, and what it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.families import family_of, printed_titles
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading, document_reference
from govgraph_loaders.model import Document, Mark
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, normal_title
from govgraph_ontology.vocabulary import load_vocabulary

_TITLE_ISSUER = re.compile(r"^(?P<issuer>[\u4e00-\u9fff（）()、 ]{4,60}?)(?:关于|印发|转发)")
_FROM = re.compile(r"自(?P<when>[^。，；自]{2,24}?)起(?:正式|开始)?(?P<cue>[\u4e00-\u9fff]{2})")
_UNTIL = re.compile(
    r"(?:有效期|施行|执行|实施|试行)(?:期限)?(?:至|到|截至|截止到|截止至)(?P<when>(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?)"
)
_YEARS = re.compile(
    r"(?:有效期|试行期|实施期限?|执行期限?)(?:限)?(?:为|是)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年"
)
_REPORT_DATE = re.compile(r"^—{0,2}(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:在|于)")
_REPORTER = re.compile(r"我(?:谨)?代表(?P<name>[\u4e00-\u9fff]{2,12}?(?:人民政府|政府))")
_NUMERALS = "零一二三四五六七八九十"


@cache
def _contact() -> re.Pattern[str]:
    words = load_vocabulary("descriptions")["contact"]
    before = "|".join(map(re.escape, sorted(words["before"], key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:{before})(?P<who>[^。，；]{{2,40}}?)(?:{'|'.join(words['after'])})")


def extract_descriptions(reading: Reading) -> Iterator[Found]:
    """Issuer, number, dates, contact point, and what the document includes."""
    document = reading.document
    if document.kind == "gazette":
        yield from _gazette(reading)
    else:
        yield from _issue(reading)
        yield from _force(reading)
        yield from _contacts(reading)
        yield from _printed(reading)
    yield from _second_numbers(reading)


def _issue(reading: Reading) -> Iterator[Found]:
    document, subject = reading.document, reading.reference
    for issuer in document.issuers:
        evidence = reading.source_evidence(issuer.start, issuer.end)
        yield reading.statement(
            "issuedBy", subject, reading.organization(issuer.text), evidence, "document.signature", 0.98
        )
    if not document.issuers and document.parent is None:
        yield from _issuer_otherwise(reading)
    for number in document.numbers:
        evidence = reading.source_evidence(number.start, number.end)
        plain = plain_number(number.text)
        # A copy lost a bracket (〔20235号): the number is as sure as the digits are.
        damaged = sum(number.text.count(bracket) for bracket in "〔〕[]（）()﹝﹞【】") == 1
        rule, confidence = ("document.number.damaged", 0.8) if damaged else ("document.number", 0.98)
        yield reading.statement("documentNumber", subject, plain, evidence, rule, confidence)
    if document.date is not None:
        iso = iso_date(document.date.text)
        if iso:
            evidence = reading.source_evidence(document.date.start, document.date.end)
            yield reading.statement("issuedOn", subject, iso, evidence, "document.date", 0.97)


def plain_number(text: str) -> str:
    """A document number in its usual form: 〔2023〕 whatever the copy has, no spaces."""
    bare = re.sub(r"\s+", "", text)
    return re.sub(r"[〔\[（(﹝【]((?:19|20)\d\d)[〕\]）)﹞】]?(?=第?\d{1,5}号$)", r"〔\1〕", bare)


def _issuer_otherwise(reading: Reading) -> Iterator[Found]:
    """A document that nobody signed: its title names who issued it, or its speaker whom he speaks for."""
    document, subject = reading.document, reading.reference
    title = document.title_mark
    match = _TITLE_ISSUER.match(document.title)
    if title is not None and match is not None:
        names = find_organizations(match["issuer"], 0, len(match["issuer"]))
        for name in names:
            at = reading.layout.source.text.find(name.name, title.start, title.end)
            start, end = (at, at + len(name.name)) if at >= 0 else (title.start, title.end)
            evidence = reading.source_evidence(start, end)
            yield reading.statement(
                "issuedBy", subject, reading.organization(name.name), evidence, "document.title", 0.9
            )
        if names:
            return
    for paragraph in document.paragraphs[:12]:
        date_line = _REPORT_DATE.search(reading.text, paragraph.start, paragraph.end)
        dated = re.match(_REPORT_DATE.pattern.lstrip("^"), reading.text[paragraph.start : paragraph.end])
        if (date_line or dated) and document.date is None:
            found = dated or date_line
            offset = paragraph.start if dated else 0
            assert found is not None
            span = (offset + found.start("date"), offset + found.end("date"))
            yield reading.statement(
                "issuedOn", subject, iso_date(found["date"]), reading.evidence(*span), "document.speech", 0.9
            )
        speaker = _REPORTER.search(reading.text, paragraph.start, paragraph.end)
        if speaker is not None:
            evidence = reading.evidence(speaker.start(), speaker.end())
            yield reading.statement(
                "issuedBy", subject, reading.organization(speaker["name"]), evidence, "document.speech", 0.9
            )
            return


def _force(reading: Reading) -> Iterator[Found]:
    """When the document comes into force and when it goes out of it."""
    text, subject, document = reading.text, reading.reference, reading.document
    started = ""
    for paragraph in document.paragraphs:
        piece = text[paragraph.start : paragraph.end]
        if "起" not in piece and "有效期" not in piece and "至" not in piece:
            continue
        match = next(
            (found for found in _FROM.finditer(text, paragraph.start, paragraph.end) if _in_force(found)),
            None,
        )
        if match is not None and not started:
            started = _start_date(reading, match["when"])
            evidence = reading.evidence(match.start(), match.end())
            if started:
                yield reading.statement(
                    "effectiveFrom", subject, started, evidence, "document.force", 0.9, text=match.group()
                )
        until = _UNTIL.search(text, paragraph.start, paragraph.end)
        years = _YEARS.search(text, paragraph.start, paragraph.end)
        if until is not None and (match is not None or "有效期" in piece):
            evidence = reading.evidence(until.start(), until.end())
            yield reading.statement(
                "expiresOn", subject, iso_date(until["when"]), evidence, "document.expiry", 0.9
            )
        elif years is not None and started and match is not None:
            ends = _after_years(started, _number(years["years"]))
            evidence = reading.evidence(years.start(), years.end())
            yield reading.statement(
                "expiresOn", subject, ends, evidence, "document.expiry.years", 0.85, text=years.group()
            )


def _in_force(match: re.Match[str]) -> bool:
    return match["cue"] in load_vocabulary("descriptions")["force"]["from_cues"]


def _start_date(reading: Reading, when: str) -> str:
    if any(cue in when for cue in load_vocabulary("descriptions")["force"]["on_issue"]) or when in {
        "发布",
        "印发",
        "公布",
        "即日",
    }:
        return reading.date if len(reading.date) == 10 else ""
    return iso_date(when)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 2 if text == "两" else _NUMERALS.index(text)


def _after_years(start: str, years: int) -> str:
    """The last day of a term of `years` that begins on `start` (ISO); the year alone where the day is not
    known.
    """
    if len(start) != 10:
        return str(int(start[:4]) + years)
    first = date.fromisoformat(start)
    try:
        following = first.replace(year=first.year + years)
    except ValueError:  # 29 February
        following = first.replace(year=first.year + years, day=28) + timedelta(days=1)
    return (following - timedelta(days=1)).isoformat()


def _contacts(reading: Reading) -> Iterator[Found]:
    for paragraph in reading.document.paragraphs:
        for match in _contact().finditer(reading.text, paragraph.start, paragraph.end):
            names = find_organizations(reading.text, match.start("who"), match.end("who"))
            evidence = reading.evidence(match.start(), match.end())
            for name in names[:1]:
                yield reading.statement(
                    "contactPoint",
                    reading.reference,
                    reading.organization(name.name),
                    evidence,
                    "document.contact",
                    0.95,
                )


def _printed(reading: Reading) -> Iterator[Found]:
    """What a notice prints: the documents whose title it gives, whether or not they follow it here."""
    followed = [document for document in reading.layout.documents if document.parent == reading.index]
    for document in followed:
        evidence = reading.source_evidence(*_mention_of(reading, document))
        yield reading.statement(
            "includes", reading.reference, document_reference(document), evidence, "document.printing", 0.97
        )
    if followed or reading.document.kind not in {"notice", "announcement"}:
        return
    for title, start, end in printed_titles(reading):
        printed = Reference(
            "Document", title, scope=reading.scope, key=f"{reading.scope}#{normal_title(title)}"
        )
        yield reading.statement(
            "includes", reading.reference, printed, reading.evidence(start, end), "document.printing", 0.9
        )


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


def _second_numbers(reading: Reading) -> Iterator[Found]:
    """Numbers that a sentence or a line below the text gives: 规范性文件统一编号：…"""
    known = {plain_number(mark.text) for document in family_of(reading) for mark in document.numbers}
    earlier = reading.document.parent
    if earlier is not None:
        before = Reading(reading.layout, earlier)
        known |= {number for number, _, _ in _labelled_numbers(before)}
    for number, start, end in _labelled_numbers(reading):
        if number in known:
            continue
        known.add(number)
        yield reading.statement(
            "documentNumber",
            reading.reference,
            number,
            reading.evidence(start, end),
            "document.second_number",
            0.95,
        )


def _labelled_numbers(reading: Reading) -> Iterator[tuple[str, int, int]]:
    cues = load_vocabulary("descriptions")["numbers"]["cues"]
    for paragraph in reading.document.paragraphs:
        piece = reading.text[paragraph.start : paragraph.end]
        for cue in cues:
            at = piece.find(cue)
            if at < 0:
                continue
            start = paragraph.start + at + len(cue)
            while start < paragraph.end and reading.text[start] in "：:为是 ":
                start += 1
            match = DOCUMENT_NUMBER.match(reading.text, start, paragraph.end)
            if match is not None:
                yield plain_number(match.group()), match.start(), match.end()
                break


def _gazette(reading: Reading) -> Iterator[Found]:
    """A gazette: who runs it, when it came out, what its contents list."""
    words = load_vocabulary("descriptions")["gazette"]
    yield from _imprint(reading, words["sponsor"], words["published"])
    by_title = {normal_title(document.title): document for document in reading.layout.documents}
    for entry in reading.document.contents:
        evidence = reading.source_evidence(entry.start, entry.end)
        listed = _listed_document(by_title, entry)
        yield reading.statement("includes", reading.reference, listed, evidence, "document.contents", 0.95)


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
    source = reading.layout.source.text
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
                    0.9,
                )
                said.add("issuedBy")
        if (
            "issuedOn" not in said
            and any(raw.endswith(cue) for cue in published)
            and re.match(r"(?:19|20)\d\d", raw)
        ):
            evidence = reading.source_evidence(line.start(), line.end())
            yield reading.statement(
                "issuedOn", reading.reference, iso_date(raw), evidence, "document.imprint", 0.9
            )
            said.add("issuedOn")
