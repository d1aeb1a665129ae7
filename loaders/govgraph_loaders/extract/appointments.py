"""Who takes a post and who leaves it: notices of personnel, lists under 任命 and 免去, tables.

A notice is read from the top: a heading (市政府2023年1月任命：) or an opening sentence
(经县人大常委会会议2024年3月5日通过) says who appoints and when, for all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from govgraph_loaders.extract.appointment_claims import (
    Claim,
    ClaimReader,
    first_claim,
    opens_claim,
    trim_post,
)
from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.organizations import LEVELS, is_organization, scope_of
from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.posts import is_post, read_posts
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.source_lines import line_starts, spaces_within
from govgraph_loaders.model import Table
from govgraph_loaders.statements import Evidence, Reference, Rejection
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_CUE = re.compile(r"任命|免去|解聘|聘任|聘为|辞去|同志|不再担任|不再兼任|罢免|当选|选举|补选|代理")
_SENTENCE_END = re.compile(r"[。；;\n]")
_DATE = re.compile(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?(?!出?生|参加|加入|入党)")
_SINCE = re.compile(r"(?:自|从|任职时间为?)(?P<date>(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)(?:起|计算|算起)")
_ADOPTED = re.compile(
    r"（(?P<text>[^（）]{0,20}(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^（）]{2,60}(?:通过|决定))）"
)
_NUMBERING = "：:（）() 一二三四五六七八九十、."
_MAX_SENTENCE = 1200
_MAX_HEADING = 120
_MAX_BARE_HEADING = 40


@dataclass(frozen=True, slots=True)
class _Heading:
    """What holds for the sentences below: `sense` is appointed, removed or empty where each says it; `organ`
    is the organization under whose name they stand.
    """

    sense: str = ""
    mode: str = ""
    by: str = ""
    on: str = ""
    organ: str = ""


def extract_appointments(reading: Reading) -> Iterator[Found]:
    """Statements `appointed` and `removed`, with organization, on, by, mode and probation."""
    document = reading.document
    personnel = document.kind == "personnel" or any(word in document.title for word in _words()["titles"])
    if not personnel and _CUE.search(reading.text, document.start, document.end) is None:
        return
    notice = _Heading(
        by=document.issuers[0].text if document.issuers else "",
        on=reading.date if document.date is not None else "",
    )
    yield from _Notice(reading, personnel, notice, notice).read()


@dataclass
class _Notice:
    """A document on its way from the top; `heading` is what holds at the sentence that is read."""

    reading: Reading
    personnel: bool
    notice: _Heading
    heading: _Heading
    before: Claim | None = None
    ended: int = 0

    def read(self) -> Iterator[Found]:
        document = self.reading.document
        for paragraph in document.paragraphs:
            cue = _CUE.search(self.reading.text, paragraph.start, paragraph.end)
            if not self.personnel and not self.heading.sense and cue is None:
                continue
            for start, end in _sentences(self.reading, paragraph.start, paragraph.end):
                before = self.heading
                found = self._read_sentence(start, end)
                yield from found
                if not self.personnel and not found and self.heading == before:
                    self.heading = self.notice  # A list ends with the first line that is none of it.
        if self.personnel:
            for table in document.tables:
                yield from self._read_table(table)

    def _read_sentence(self, start: int, end: int) -> list[Found]:
        text = self.reading.text[start:end]
        marker = match_marker(text)
        offset = marker.end if marker else 0
        colon = text.rfind("：")
        if self.personnel and colon >= 0 and is_organization(text[offset:colon]):
            self.heading = replace(self.heading, organ=text[offset:colon])
            offset, colon = colon + 1, -1
        heading = self._read_heading(text[offset:] if colon < 0 else text[offset:colon], colon >= 0)
        if heading is not None and (self.personnel or heading.sense):
            self.heading = heading
            if colon < 0:
                return []
            offset = colon + 1
        elif self.personnel and colon < 0:
            adopted = _ADOPTED.search(text)
            if adopted:
                self.heading = _told(adopted["text"], self.notice)
                return []
        if offset >= len(text):
            return []
        spaces = spaces_within(self.reading, start + offset, end) if self.heading.sense else []
        between = self.reading.text[self.ended : start]
        before = self.before if between and not set(between) - set("；; \n") and "；" in between else None
        known = self.heading
        last = self.before.persons if self.before is not None and "\n" not in between else ()
        reader = ClaimReader(known.sense, known.mode, self.personnel, known.organ, before, last)
        claims = reader.read(text[offset:], spaces)
        self.before, self.ended = (claims[-1] if claims else None), end
        if not claims:
            return self._pass_over(start, end)
        passed = claims[0].mode.startswith(
            "试用"
        )  # 张三的市教育局副局长职务试用期满: the bureau decides nothing
        told = self.heading if passed else _told(text[offset : first_claim(text, offset)], self.heading)
        since = _SINCE.search(text)
        if since:
            told = replace(told, on=iso_date(since["date"]))
        return list(self._statements(claims, told, self.reading.evidence(start + offset, end)))

    def _pass_over(self, start: int, end: int) -> list[Found]:
        """A sentence without a claim may say who decides, and when; one with a verb is told as not read."""
        text = self.reading.text[start:end]
        if self.personnel and _DATE.search(text):
            self.heading = _told(text, self.heading)
        if not self.personnel or not opens_claim(text, 0, len(text)):
            return []
        evidence = self.reading.evidence(start, end)
        return [Rejection("appointed", "no person and post could be read", evidence, "appointment.line")]

    def _read_heading(self, text: str, colon: bool) -> _Heading | None:
        """The heading that `text` is (市人大2023年1月任命, 免去, 经研究决定), or None where it is none."""
        words = _words()
        if len(text) > (_MAX_HEADING if colon else _MAX_BARE_HEADING):
            return None
        bare = _DATE.sub("", text).strip(_NUMBERING)
        if colon and is_post(bare):
            return None
        senses = (("removed", words["remove_headings"]), ("appointed", words["appoint_headings"]))
        for sense, headings in senses:
            if bare in headings:
                return replace(_told(text, self.heading), sense=sense, mode=_heading_mode(bare, sense))
            if colon and bare.endswith(tuple(headings)):
                return replace(_told(text, self.notice), sense=sense, mode=_heading_mode(bare, sense))
        if colon and bare.endswith((*words["openings"], "任免", "任免职", "任免名单", "任免职务")):
            return replace(_told(text, self.notice), sense="", mode="")
        return None

    def _statements(self, claims: Sequence[Claim], told: _Heading, evidence: Evidence) -> Iterator[Found]:
        reading = self.reading
        place, _ = place_chain(told.by) if told.by else ("", 0)
        above = scope_of(told.by, reading.scope) if place else reading.scope
        for claim in claims:
            rule = "appointment.line" if claim.sense == "appointed" else "removal.line"
            for name in claim.persons:
                for post in claim.posts:
                    scope = scope_of(post.organization or post.name, above)
                    yield reading.statement(
                        claim.sense,
                        Reference("Person", name, scope=reading.scope),
                        Reference("Post", post.name, scope=scope),
                        evidence,
                        rule,
                        organization=post.organization,
                        on=told.on,
                        by=told.by,
                        mode="兼任" if post.concurrent and claim.sense == "appointed" else claim.mode,
                        probation=claim.probation,
                    )

    def _read_table(self, table: Table) -> Iterator[Found]:
        """A table with a column of names and columns of posts taken or left."""
        words = _words()["tables"]
        columns = {column.index: column.name for column in table.columns}
        person = next((index for index, name in columns.items() if name in words["person"]), None)
        if person is None:
            return
        senses = {
            index: (sense, mode)
            for index, name in columns.items()
            for sense, mode, kind in (("appointed", "任", "appoint"), ("removed", "免去", "remove"))
            if name in words[kind]
        }
        for index, row in enumerate(table.rows):
            name = table.carried(index, person)
            if name is None or not is_person(name.joined):
                continue
            for column, (sense, mode) in senses.items():
                cell = row.cell(column)
                posts = read_posts(trim_post(cell.joined)) if cell else []
                claim = Claim(sense, mode, [person_name(name.joined)], posts)
                evidence = self.reading.source_evidence(row.start, row.end)
                yield from self._statements([claim], self.heading, evidence)


def _sentences(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph: up to stops, and up to the ends of source lines before a new claim."""
    text = reading.text
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    cuts += [cut for cut in line_starts(reading, start, end) if opens_claim(text, cut, end)]
    gaps = [start + gap for gap in spaces_within(reading, start, end)] if end - start <= _MAX_SENTENCE else []
    cuts += [cut for cut in gaps if opens_claim(text, cut, end) and text[cut - 1] not in "，、：（"]
    position = start
    for cut in [*sorted(cuts), end]:
        last = cut
        while last > position and text[last - 1] in "。；;\n ":
            last -= 1
        if last > position and last - position <= _MAX_SENTENCE:
            yield position, last
        position = cut


def _heading_mode(bare: str, sense: str) -> str:
    if sense == "removed":
        return "解聘" if bare.endswith("解聘") else "免去"
    return next((mode for mode in _words()["heading_modes"] if bare.endswith(mode)), "任")


def _told(text: str, known: _Heading) -> _Heading:
    """Who appoints and when, as far as `text` says it; what it leaves open is as `known`."""
    date = _DATE.search(text)
    by = known.by
    for organ in _organ().finditer(_DATE.sub("", text)):
        name = organ["name"].rpartition("的")[2]
        while word := next((word for word in _words()["before_organ"] if name.startswith(word)), ""):
            name = name[len(word) :]
        # 经县委研究，县人民政府决定: the last one decides. 市人民政府 is the issuer's own short name.
        if len(name) > 1 and (name[0] in LEVELS or place_chain(name)[0]):
            by = known.by if known.by.endswith(name[1:]) else name
    return replace(known, by=by, on=iso_date(date.group()) if date else known.on)


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("appointments")


@cache
def _organ() -> re.Pattern[str]:
    organs = "|".join(sorted(_words()["organs"], key=lambda word: (-len(word), word)))
    return re.compile(rf"(?P<name>[\u4e00-\u9fff\d]{{0,24}}?(?:{organs}))")
