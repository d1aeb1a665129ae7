"""Who issued a document, under which number, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.damage.digits import days_of
from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.descriptions.numbers import is_damaged, plain_number
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.model import Mark, Paragraph
from govgraph_loaders.statements import Rejection

_TITLE_ISSUER = re.compile(
    r"^(?P<issuer>[\u4e00-\u9fff（）()、 ]{2,60}?)(?:关于|印发|转发|任免|任职|免职|(?:令|公告|通告)$)"
)
# The line below the session at which a report is given: 云溪市财政局局长 张三, 青禾县县长 张三, 市长 张三.
_SPEAKER_LINE = re.compile(
    r"(?:(?P<organ>[\u4e00-\u9fff]{2,30}(?:人民政府|委员会|局|厅|院))|(?P<place>[\u4e00-\u9fff]{2,12}?[省市县区州旗盟])"
    r"|(?=(?:代理|代)?[省市县区州旗盟]长))"
    r"(?:(?P<title>(?:代理|代|副)?(?P<level>[省市县区州旗盟])长|(?:代理|代|副)?(?:主席|局长|主任|厅长|院长|检察长))"
    r"[\u4e00-\u9fff·]{2,12})?"
)
_OFFICE_END = re.compile(r".*[委局办厅部府院会处室]")
_LONGEST_SPEAKER = 40
_OPENING = 12
_DIGITS = re.compile(r"(?P<year>20[0-4]\d)(?P<rest>\d{2,4})")
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
        yield from _issue_date(reading, document.date)


def _issue_date(reading: Reading, mark: Mark) -> Iterator[Found]:
    """The date of issue; one whose digits a copy ran together only where it is one day."""
    iso = iso_date(mark.text)
    evidence = reading.source_evidence(mark.start, mark.end)
    digits = _DIGITS.fullmatch(mark.text)
    days = days_of(int(digits["year"]), digits["rest"]) if digits is not None else [iso]
    if len(days) != 1:
        reason = (
            f"日期数字相连，不止一种读法 (digits run together, no single reading): {'、'.join(days) or '无'}"
        )
        yield Rejection("issuedOn", reason, evidence, "document.date.damaged")
    elif iso:
        published = any(kind == "published" and mark == known for kind, known in reading.document.labelled)
        rule = "document.date.published" if published else "document.date"
        rule = "document.date.damaged" if digits is not None else rule
        yield reading.statement("issuedOn", reading.reference, iso, evidence, rule)


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
            yield from _speech_date(reading)
            return
    yield from _speech_date(reading)
    for paragraph in document.paragraphs[:_OPENING]:
        speaker = _REPORTER.search(reading.text, paragraph.start, paragraph.end)
        name = speaker["name"] if speaker is not None else _speaker_organ(reading, paragraph)
        if name:
            start, end = speaker.span() if speaker is not None else (paragraph.start, paragraph.end)
            evidence = reading.evidence(start, end)
            yield reading.statement(
                "issuedBy", subject, reading.organization(name), evidence, "document.speech"
            )
            return


def _speech_date(reading: Reading) -> Iterator[Found]:
    """When a report was given: ——2024年1月15日在青禾县第十八届人民代表大会第三次会议上."""
    if reading.document.date is not None:
        return
    for paragraph in reading.document.paragraphs[:_OPENING]:
        dated = _REPORT_DATE.match(reading.text, paragraph.start, paragraph.end)
        if dated is not None:
            evidence = reading.evidence(dated.start("date"), dated.end("date"))
            date = iso_date(dated["date"])
            yield reading.statement("issuedOn", reading.reference, date, evidence, "document.speech")
            return


def _speaker_organ(reading: Reading, paragraph: Paragraph) -> str:
    """For whom the speaker named on a line of his own speaks; empty where the line names none."""
    if reading.document.kind != "report" or paragraph.end - paragraph.start > _LONGEST_SPEAKER:
        return ""
    match = _SPEAKER_LINE.fullmatch(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return ""
    if match["organ"]:
        return match["organ"]
    return f"{match['place'] or match['level']}人民政府" if match["level"] else ""


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
