"""From when to when a document is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.descriptions.conflicts import conflict
from govgraph_loaders.extract.numerals import read_numeral
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.model import Mark
from govgraph_loaders.statements import Statement
from govgraph_ontology.vocabulary import load_vocabulary

_DATE = r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?"
_FROM = re.compile(
    r"自(?P<when>[^。，；自]{2,24}?)起(?:(?:满)?(?P<days>\d{1,3}|[一二三四五六七八九十]{1,3})[日天]后)?"
    r"(?:正式|开始)?(?P<cue>[\u4e00-\u9fff]{2})"
)
_UNTIL = re.compile(
    rf"(?:有效期|施行|执行|实施|试行|生效)(?:期限)?(?:，|，?有效期)?(?:至|到|截至|截止到|截止至)(?P<when>{_DATE})"
)
_TERM = re.compile(
    rf"(?:有效期|试行期|(?:施行|执行|有效)(?:时间|期限))限?[为是：自从]{{0,2}}(?P<from>{_DATE})起?[至到—\-－~～]{{1,2}}(?P<until>{_DATE})"
    rf"|自(?P<since>{_DATE})起?(?:[至到])(?P<till>{_DATE})(?:止|期间)?(?:施行|执行|实施|有效)"
)
_YEARS = re.compile(
    r"(?:有效期|试行期|实施期限?|执行期限?)(?:限)?(?:为|是)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年"
)


def extract_force(reading: Reading) -> Iterator[Found]:
    """When the document comes into force and when it goes out of it: as its text says, else as the table of
    the site does.
    """
    said: dict[str, Statement] = {}
    for found in _said(reading):
        if isinstance(found, Statement):
            said.setdefault(found.relation, found)
        yield found
    document = reading.document
    for relation, name, name_en, mark, rule in (
        ("effectiveFrom", "施行日期", "date of force", document.effective, "document.force"),
        ("expiresOn", "失效日期", "date of expiry", document.expires, "document.expiry"),
    ):
        if mark is None:
            continue
        stated = iso_date(mark.text)
        if relation not in said:
            evidence = reading.source_evidence(mark.start, mark.end)
            yield reading.statement(relation, reading.reference, stated, evidence, rule)
            continue
        day, evidence = str(said[relation].object), said[relation].evidence
        if stated and not (stated.startswith(day) or day.startswith(stated)):
            against = Mark(evidence.text, evidence.start, evidence.end)
            yield conflict(reading, relation, name, name_en, mark, against)


def _said(reading: Reading) -> Iterator[Found]:
    text, subject, document = reading.text, reading.reference, reading.document
    started = ""
    for paragraph in document.paragraphs:
        span = (paragraph.start, paragraph.end)
        piece = text[paragraph.start : paragraph.end]
        if not any(cue in piece for cue in ("起", "效期", "施行", "实施", "执行")):
            continue
        term = _TERM.search(text, *span)
        if term is not None and not started:
            evidence = reading.evidence(term.start(), term.end())
            started = iso_date(term["from"] or term["since"])
            ends = iso_date(term["until"] or term["till"])
            yield reading.statement("effectiveFrom", subject, started, evidence, "document.force")
            yield reading.statement("expiresOn", subject, ends, evidence, "document.expiry")
            continue
        match = next((found for found in _FROM.finditer(text, *span) if _in_force(found)), None)
        if match is not None and not started:
            started = _start_date(reading, match)
            evidence = reading.evidence(match.start(), match.end())
            if started:
                yield reading.statement("effectiveFrom", subject, started, evidence, "document.force")
        until = _UNTIL.search(text, *span)
        years = _YEARS.search(text, *span)
        if until is not None and (match is not None or "有效期" in piece):
            evidence = reading.evidence(until.start(), until.end())
            yield reading.statement(
                "expiresOn", subject, iso_date(until["when"]), evidence, "document.expiry"
            )
        elif years is not None and started:
            ends = _after_years(started, _number(years["years"]))
            evidence = reading.evidence(years.start(), years.end())
            yield reading.statement("expiresOn", subject, ends, evidence, "document.expiry.years")


def _in_force(match: re.Match[str]) -> bool:
    """自…起施行 ends its clause; 自…起执行新的收费标准 is about something else."""
    ends = match.string[match.end() : match.end() + 1] in set("，。；、）)\n ")
    return ends and match["cue"] in load_vocabulary("descriptions")["force"]["from_cues"]


def _start_date(reading: Reading, match: re.Match[str]) -> str:
    when = match["when"]
    if any(cue in when for cue in load_vocabulary("descriptions")["force"]["on_issue"]) or when in {
        "发布",
        "印发",
        "公布",
        "即日",
    }:
        started = reading.date if len(reading.date) == 10 else ""
    else:
        started = iso_date(when)
    if not match["days"] or len(started) != 10:
        return started
    return (date.fromisoformat(started) + timedelta(days=_number(match["days"]))).isoformat()


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    read = read_numeral(text)
    return read[0] if read is not None else 0


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
