"""Who takes a post and who leaves it: notices of personnel, lists under 任命 and 免去, sentences in other documents.

A notice is read from the top: a heading (市政府2023年1月任命：) or an opening sentence (经县人大常委会会议2024年3月5日通过)
says who appoints and when, for all that follows; each sentence then says who takes or leaves which posts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from govgraph_loaders.extract.dates import iso_date
from govgraph_loaders.extract.organizations import LEVELS, scope_of
from govgraph_loaders.extract.persons import HAN, NAME, is_person, person_name
from govgraph_loaders.extract.posts import Post, is_post, read_posts
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.model import Table
from govgraph_loaders.statements import Evidence, Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_CUE = re.compile(r"任命|免去|解聘|聘任|聘为|辞去|同志|不再担任|不再兼任|罢免|当选为")
_SENTENCE_END = re.compile(r"[。；;\n]")
_DATE = re.compile(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?(?!出?生|参加|加入|入党)")
_PROBATION = re.compile(r"试用期(?:为|限)?(?P<time>[一二三四五六七八九十两半\d]{1,3}(?:个月|年))")
_SINCE = re.compile(r"(?:自|从|任职时间为?)(?P<date>(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)(?:起|计算|算起)")
_BRACKET = r"(?:（[^（）]{1,30}）)?"
_NAMES = rf"(?P<names>{NAME}{_BRACKET}(?:[、和]{NAME}{_BRACKET}){{0,80}})"
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_PERSONAL = re.compile(
    r"（(?:试用|挂职|聘期|聘任|任期|任职|正[科处县厅]|副[科处县厅]|享受|保留|女|列)[^（）]{0,40}）"
)
_ADOPTED = re.compile(
    r"（(?P<text>[^（）]{0,20}(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^（）]{2,60}(?:通过|决定))）"
)
_CLAUSE_END = re.compile(r"，(?![^（）]{0,60}）)")
_MAX_SENTENCE = 1200
_NOBODY = "其"


@dataclass(frozen=True, slots=True)
class _Heading:
    """What holds for the sentences below: `sense` is appointed, removed or empty where each says it."""

    sense: str = ""
    mode: str = ""
    by: str = ""
    on: str = ""


@dataclass(slots=True)
class _Claim:
    """Persons who take or leave posts: `sense` is appointed or removed."""

    sense: str
    mode: str
    persons: Sequence[str]
    posts: Sequence[Post]
    probation: str = ""


@dataclass(slots=True)
class _Sentence:
    """The claims of one sentence in the order in which it makes them, and the persons of whom it spoke last."""

    claims: list[_Claim] = field(default_factory=list)
    persons: Sequence[str] = ()


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
    heading = notice
    for paragraph in document.paragraphs:
        if (
            not personnel
            and not heading.sense
            and _CUE.search(reading.text, paragraph.start, paragraph.end) is None
        ):
            continue
        for start, end in _sentences(reading, paragraph.start, paragraph.end):
            before = heading
            heading, found = _read_sentence(reading, start, end, heading, notice, personnel)
            yield from found
            if not personnel and not found and heading == before:
                heading = notice  # In other documents a list ends with the first line that is none of it.
    if personnel:
        for table in document.tables:
            yield from _read_table(reading, table, heading)


def _sentences(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph: up to full stops, semicolons, and line ends of the source before a new claim."""
    text, origins, source = reading.text, reading.layout.view.origins, reading.layout.source.text
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    line_end = source.find("\n", origins[start], origins[end - 1])
    while line_end >= 0:
        cut = bisect_left(origins, line_end, start, end)
        if _opening().match(text, cut, end):
            cuts.append(cut)
        line_end = source.find("\n", line_end + 1, origins[end - 1])
    position = start
    for cut in [*sorted(cuts), end]:
        last = cut
        while last > position and text[last - 1] in "。；;\n ":
            last -= 1
        if last > position and last - position <= _MAX_SENTENCE:
            yield position, last
        position = cut


def _read_sentence(
    reading: Reading, start: int, end: int, heading: _Heading, notice: _Heading, personnel: bool
) -> tuple[_Heading, list[Found]]:
    """The heading that holds after the sentence, and what the sentence says."""
    text = reading.text[start:end]
    marker = match_marker(text)
    offset = marker.end if marker else 0
    colon = text.rfind("：")
    head = text[offset:] if colon < 0 else text[offset:colon]
    new = _read_heading(head, heading, notice, colon >= 0)
    if new is not None and (personnel or new.sense):
        heading = new
        if colon < 0:
            return heading, []
        offset = colon + 1
    elif personnel and colon < 0:
        adopted = _ADOPTED.search(text)
        if adopted:
            return _context(adopted["text"], notice), []
    if offset >= len(text):
        return heading, []
    gaps = {gap - start for gap in reading.layout.view.gaps if start < gap < end} if heading.sense else set()
    sentence = _claims(text[offset:], {gap - offset for gap in gaps}, heading, personnel)
    if not sentence.claims:
        return _context(text, heading) if personnel and _DATE.search(text) else heading, []
    since = _SINCE.search(text)
    told = _context(text[offset : _first_claim(text, offset)], heading)
    date = iso_date(since["date"]) if since else told.on
    evidence = reading.evidence(start + offset, end)
    return heading, list(_statements(reading, sentence.claims, replace(told, on=date), evidence))


def _first_claim(text: str, offset: int) -> int:
    match = _opening().search(text, offset)
    return match.start() if match else offset


def _read_heading(text: str, heading: _Heading, notice: _Heading, colon: bool) -> _Heading | None:
    """The heading that `text` is (市人大2023年1月任命, 免去, 经研究决定), or None where it is none."""
    words = _words()
    if len(text) > 120 or not colon and len(text) > 40:
        return None
    bare = _DATE.sub("", text).strip("：:（）() 一二三四五六七八九十、.")
    for sense, headings in (("removed", words["remove_headings"]), ("appointed", words["appoint_headings"])):
        if any(bare == word or colon and bare.endswith(word) for word in headings):
            by_default = heading if bare in headings else notice
            return replace(_context(text, by_default), sense=sense, mode=_heading_mode(bare, sense))
    if colon and bare.endswith(tuple(words["openings"] + ["任免", "任免职", "任免名单", "任免职务"])):
        return replace(_context(text, notice), sense="", mode="")
    return None


def _heading_mode(bare: str, sense: str) -> str:
    if sense == "removed":
        return "解聘" if bare.endswith("解聘") else "免去"
    return next((mode for mode in ("聘任", "挂任", "兼任", "补选", "选举") if bare.endswith(mode)), "任")


def _context(text: str, known: _Heading) -> _Heading:
    """Who appoints and when, as far as `text` says it; what it leaves open is as `known`."""
    date = _DATE.search(text)
    by = known.by
    for organ in _organ().finditer(_DATE.sub("", text)):
        name = organ["name"]
        while word := next((word for word in _words()["before_organ"] if name.startswith(word)), ""):
            name = name[len(word) :]
        # 经县委研究，县人民政府决定: the last one decides. 市人民政府 is the issuer's own short name.
        if len(name) > 1 and (name[0] in LEVELS or place_chain(name)[0]):
            by = known.by if known.by.endswith(name[1:]) else name
    return replace(known, by=by, on=iso_date(date.group()) if date else known.on)


def _claims(text: str, gaps: set[int], heading: _Heading, personnel: bool) -> _Sentence:
    sentence = _Sentence()
    position = 0
    for clause in _CLAUSE_END.split(text):
        _read_clause(clause, sentence, heading, personnel, {gap - position for gap in gaps})
        position += len(clause) + 1
        probation = _PROBATION.search(clause)
        if probation and sentence.claims:
            sentence.claims[-1].probation = probation["time"]
    return sentence


def _read_clause(
    clause: str, sentence: _Sentence, heading: _Heading, personnel: bool, gaps: set[int]
) -> None:
    for pattern, sense in _patterns():
        match = pattern.search(clause)
        if match is None:
            continue
        found = match.groupdict()
        persons = _persons(found.get("names") or "", bool(found.get("comrade")), sentence.persons)
        if not persons:
            continue
        mode = _words()[_modes(found, sense)][found["verb"]]
        if found["verb"] == "为" and not (personnel or found.get("comrade") or heading.sense):
            continue
        if _take(sentence, sense, mode, persons, found["post"], personnel):
            return
    if heading.sense and not sentence.persons and _read_listed(clause, sentence, heading, gaps):
        return
    spoken_of = _SPOKEN_OF.match(clause)
    if spoken_of and not sentence.persons:
        sentence.persons = _persons(spoken_of["names"], True, ())


def _modes(found: dict[str, Any], sense: str) -> str:
    """The table of modes in which the verb of a match is listed."""
    return {"appointed": "appoints", "removed": "removes"}[sense] + (
        "_before" if found.get("before") is not None else ""
    )


def _read_listed(clause: str, sentence: _Sentence, heading: _Heading, gaps: set[int]) -> bool:
    """张三的市教育局局长职务, 张三 市教育局局长: a name and a post under a heading that says what happens to them."""
    match = _LISTED.fullmatch(clause)
    if match is not None:
        persons = _persons(match["names"], bool(match["comrade"]), ())
        if persons and _take(sentence, heading.sense, heading.mode, persons, match["post"], True):
            return True
    for gap in sorted(gaps):
        name, post = clause[:gap], clause[gap:]
        if 0 < gap < len(clause) and is_post(_trimmed(post)) and is_person(name):
            return _take(sentence, heading.sense, heading.mode, [person_name(name)], post, True)
    return False


def _take(
    sentence: _Sentence, sense: str, mode: str, persons: Sequence[str], post: str, personnel: bool
) -> bool:
    posts = read_posts(_trimmed(post))
    if (
        not posts
        or not personnel
        and (not posts[0].organization or posts[0].title in _words()["group_titles"])
    ):
        return False
    if not posts[0].organization and sentence.claims and sense == "appointed":
        known = sentence.claims[-1].posts[0].organization
        posts = read_posts(f"{known}{_trimmed(post)}")
    probation = _PROBATION.search(post)
    sentence.claims.append(_Claim(sense, mode, persons, posts, probation["time"] if probation else ""))
    sentence.persons = persons
    return True


def _trimmed(post: str) -> str:
    """The posts without what follows them: 职务, （试用期一年）."""
    post = _PERSONAL.sub("", post)
    for ending in sorted(load_vocabulary("posts")["after_post"], key=lambda word: (-len(word), word)):
        post = post.removesuffix(ending)
    return post.strip(" 、的")


def _persons(names: str, marked: bool, known: Sequence[str]) -> Sequence[str]:
    """The persons of a list; those spoken of before for 其 and for none; nobody where a piece is no name."""
    if names in {"", _NOBODY}:
        return known
    persons: list[str] = []
    for piece in _IN_BRACKETS.sub("", names).split("、"):
        parts = _parted(piece, marked)
        if not parts:
            return ()
        persons += [person_name(part) for part in parts]
    return persons


def _parted(piece: str, marked: bool) -> list[str]:
    """One person (李和平), or the two that 和 joins (张三和李四); empty where it is neither."""
    if is_person(piece, marked=marked and "和" not in piece):
        return [piece]
    for match in re.finditer("和", piece):
        pair = [piece[: match.start()], piece[match.end() :]]
        if all(is_person(part, marked=marked) for part in pair):
            return pair
    return []


def _statements(
    reading: Reading, claims: Sequence[_Claim], told: _Heading, evidence: Evidence
) -> Iterator[Found]:
    place, _ = place_chain(told.by) if told.by else ("", 0)
    above = scope_of(told.by, reading.scope) if place else reading.scope
    for claim in claims:
        for name in claim.persons:
            person = Reference("Person", name, scope=reading.scope)
            for post in claim.posts:
                scope = scope_of(post.organization or post.name, above)
                yield reading.statement(
                    claim.sense,
                    person,
                    Reference("Post", post.name, scope=scope),
                    evidence,
                    "appointment.line" if claim.sense == "appointed" else "removal.line",
                    0.98,
                    organization=post.organization,
                    on=told.on,
                    by=told.by,
                    mode="兼任" if post.concurrent and claim.sense == "appointed" else claim.mode,
                    probation=claim.probation,
                )


def _read_table(reading: Reading, table: Table, heading: _Heading) -> Iterator[Found]:
    """A table with a column of names and columns of posts taken or left."""
    words = _words()["tables"]
    columns = {column.index: column.name for column in table.columns}
    person = next((index for index, name in columns.items() if name in words["person"]), None)
    if person is None:
        return
    for index, row in enumerate(table.rows):
        name = table.carried(index, person)
        if name is None or not is_person(name.joined):
            continue
        for column, title in columns.items():
            sense = (
                "appointed" if title in words["appoint"] else "removed" if title in words["remove"] else ""
            )
            cell = row.cell(column)
            if not sense or cell is None:
                continue
            posts = read_posts(_trimmed(cell.joined.replace("(", "（").replace(")", "）")))
            claim = _Claim(sense, "任" if sense == "appointed" else "免去", [person_name(name.joined)], posts)
            yield from _statements(reading, [claim], heading, reading.source_evidence(row.start, row.end))


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("appointments")


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_LISTED = re.compile(rf"{_NAMES}(?:(?P<comrade>同志){_BRACKET}的?|的)(?P<post>.{{3,120}}?)(?:职务|一职)?")
_SPOKEN_OF = re.compile(rf"{_NAMES}同志")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of a claim with their sense, the more explicit first."""
    words = _words()
    prefix = rf"^(?:[^，]{{0,40}}?(?:{_either(words['openings'])}))?"
    names = rf"{_NAMES}(?P<comrade>等?同志|先生|女士)?{_BRACKET}"
    post = r"(?P<post>.{2,200})$"
    taking = _either(list(words["appoints"]))
    leaving = _either(list(words["removes"]))
    before = _either(list(words["appoints_before"]))
    away = _either(list(words["removes_before"]))
    forms = (
        (rf"(?P<before>)(?P<verb>接受|同意){names}(?:关于)?(?:请求)?辞去(?:其)?{post}", "removed"),
        (rf"(?P<before>)(?P<verb>{away}){names}(?:担任)?的{post}", "removed"),
        (rf"(?P<before>)(?P<verb>{away})(?P<names>{_NOBODY})(?:原任|担任)?的?{post}", "removed"),
        (rf"(?P<before>)(?P<verb>{away})(?P<names>{NAME})(?P<comrade>同志){_BRACKET}{post}", "removed"),
        (
            rf"(?P<before>)(?P<verb>{away})(?P<names>[{HAN}]{{2,3}}?)(?P<post>[省市县区州].{{2,200}})$",
            "removed",
        ),
        (rf"(?P<before>)(?P<verb>{before}){names}(?:担任|兼任|任|为){post}", "appointed"),
        (rf"{prefix}{names}(?P<verb>{leaving})(?:其|原任)?的?{post}", "removed"),
        (rf"{prefix}{names}(?:拟)?(?P<verb>{taking}){post}", "appointed"),
        (rf"^(?:同时|并|另|且)?(?P<verb>{leaving})(?:原任|担任)?的?{post}", "removed"),
        (rf"^(?:同时|并|另|且|正式)?(?:被)?(?P<verb>{taking}){post}", "appointed"),
    )
    return tuple((re.compile(pattern), sense) for pattern, sense in forms)


@cache
def _opening() -> re.Pattern[str]:
    """Where a new claim begins: with a name and its verb, or with the verb."""
    words = _words()
    return re.compile(
        rf"{NAME}(?:同志)?{_BRACKET}(?:{_either(list(words['appoints']) + list(words['removes']))})"
        rf"|(?:{_either([word for word in words['removes_before'] if len(word) > 1])}|任命|聘任){NAME}"
    )


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[\u4e00-\u9fff\d]{{0,24}}?(?:{_either(_words()['organs'])}))")
