"""From when to when a document is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_ontology.vocabulary import load_vocabulary

_FROM = re.compile(r"自(?P<when>[^。，；自]{2,24}?)起(?:正式|开始)?(?P<cue>[\u4e00-\u9fff]{2})")
_UNTIL = re.compile(
    r"(?:有效期|施行|执行|实施|试行)(?:期限)?(?:至|到|截至|截止到|截止至)(?P<when>(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?)"
)
_YEARS = re.compile(
    r"(?:有效期|试行期|实施期限?|执行期限?)(?:限)?(?:为|是)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年"
)
_NUMERALS = "零一二三四五六七八九十"


def extract_force(reading: Reading) -> Iterator[Found]:
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
                yield reading.statement("effectiveFrom", subject, started, evidence, "document.force")
        until = _UNTIL.search(text, paragraph.start, paragraph.end)
        years = _YEARS.search(text, paragraph.start, paragraph.end)
        if until is not None and (match is not None or "有效期" in piece):
            evidence = reading.evidence(until.start(), until.end())
            yield reading.statement(
                "expiresOn", subject, iso_date(until["when"]), evidence, "document.expiry"
            )
        elif years is not None and started and match is not None:
            ends = _after_years(started, _number(years["years"]))
            evidence = reading.evidence(years.start(), years.end())
            yield reading.statement("expiresOn", subject, ends, evidence, "document.expiry.years")


def _in_force(match: re.Match[str]) -> bool:
    """自…起施行 ends its clause; 自…起执行新的收费标准 is about something else."""
    ends = match.string[match.end() : match.end() + 1] in set("，。；、）)\n ")
    return ends and match["cue"] in load_vocabulary("descriptions")["force"]["from_cues"]


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
