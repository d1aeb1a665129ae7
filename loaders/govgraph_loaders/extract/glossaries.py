"""What a document says that its words mean: lists of terms, notes at the foot, articles of regulations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.model import Paragraph
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_NUMERALS = "一二三四五六七八九十百零〇"
_NOTE_MARK = re.compile(r"(?:\[\d{1,3}\]|〔\d{1,3}〕|【\d{1,3}】|注\d{1,3}(?=[：:、.“])[：:、.]?)[、.．]?")
_BULLET = re.compile(r"[-—●•·▪◆*]{1,3}")
_PAGE = re.compile(r"（(?:见)?第\d{1,3}页(?:第\d{1,3}行)?）")
_BRACKETED = re.compile(r"（(?P<inner>[^（）]{2,30})）")
_CIRCLED = re.compile(r"(?<=[。；])[①-⑳]")
_MAX_TERM = 40
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class _Definition:
    """A term and what it means, with clean offsets. `means`: where the definition begins."""

    term: str
    start: int
    means: int
    end: int
    rule: str


def extract_glossaries(reading: Reading) -> Iterator[Found]:
    """Statements `defines`, the definition as it is written, from its 指 on."""
    for found in _find(reading):
        inner = _BRACKETED.search(found.term)
        aliases = (found.term[: inner.start()] + found.term[inner.end() :], inner["inner"]) if inner else ()
        yield reading.statement(
            "defines",
            reading.reference,
            Reference("Term", found.term, aliases=tuple(alias for alias in aliases if alias)),
            reading.evidence(found.start, found.end),
            found.rule,
            definition=reading.text[found.means : found.end].replace("\n", ""),
        )


def _find(reading: Reading) -> Iterator[_Definition]:
    text = reading.text
    # The rank of the heading of the list in which the paragraph stands; a document may be such a list.
    within: int | None = 0 if reading.document.kind == "glossary" else None
    last: _Definition | None = None
    before: Paragraph | None = None
    for paragraph in _pieces(reading):
        rank = _heading_rank(text, paragraph)
        if rank is not None:
            within = rank
        elif within is not None and _ends_list(text, paragraph, within):
            within = None
        found = None if rank is not None else _read_entry(text, paragraph, before, within is not None)
        before = paragraph
        if found is None and last is not None and within is not None and _goes_on(text, last, paragraph):
            last = _Definition(last.term, last.start, last.means, paragraph.end, last.rule)
            continue
        if last is not None:
            yield last
        last = found
        piece = text[paragraph.start : paragraph.end]
        if found is None and ("所称" in piece or (piece[0] == "第" and "指" in piece)):
            yield from _read_clauses(text, paragraph.start, paragraph.end)
    if last is not None:
        yield last


def _pieces(reading: Reading) -> Iterator[Paragraph]:
    """The paragraphs; one that runs several notes together (①甲：… ②乙：…) in its parts."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        cuts = [found.start() for found in _CIRCLED.finditer(text, paragraph.start + 1, paragraph.end)]
        for start, end in zip([paragraph.start, *cuts], [*cuts, paragraph.end], strict=True):
            yield Paragraph(start, end, paragraph.section)


def _heading_rank(text: str, paragraph: Paragraph) -> int | None:
    """The rank of the list of terms that the paragraph heads (0: without a number), or None."""
    line = text[paragraph.start : paragraph.end]
    words = load_vocabulary("glossaries")
    if len(line) > _LONGEST_HEADING * 3:
        return None
    marker = match_marker(line)
    bare = line[marker.end if marker else 0 :].strip(" ：:、.（）()【】[]")
    if len(bare) <= _LONGEST_HEADING and bare.endswith(tuple(words["headings"])):
        return marker.rank if marker else 0
    if line.endswith(("：", ":")) and any(word in line for word in words["introductions"]):
        return marker.rank if marker else 0
    return None


def _ends_list(text: str, paragraph: Paragraph, within: int) -> bool:
    """Whether the paragraph is a heading of the rank of the list's own or of a higher one."""
    marker = match_marker(text[paragraph.start : paragraph.start + 12])
    return marker is not None and 0 < marker.rank <= within


def _read_entry(
    text: str, paragraph: Paragraph, before: Paragraph | None, listed: bool
) -> _Definition | None:
    """The definition that a whole paragraph is: `一、X：指…`, `[1]X：指…`, and in a list `X，是指…` too.

    In a list the term may be a line of its own above its meaning (`before`).
    """
    start = _after_number(text, paragraph)
    if not listed and _NOTE_MARK.match(text, paragraph.start, paragraph.end) is None:
        return None
    if before is not None and start == paragraph.start and _meaning(below=listed).match(text, start):
        term_start = _after_number(text, before)
        if term_start == before.start or before.end - term_start > _MAX_TERM:
            return None
        term = text[term_start : before.end].strip("：:")
        return _Definition(term, term_start, start, paragraph.end, "glossary.list")
    match = _entry().match(text, start, paragraph.end)
    if match is None:
        return None
    term = _PAGE.sub("", match["term"].strip("：:，、 "))
    if match["cue"] is None and start == paragraph.start:
        return None
    if not term or term.startswith(tuple(load_vocabulary("glossaries")["not_terms"])):
        return None
    means = match.start("cue") if match["cue"] is not None else match.end()
    return _Definition(term, start, means, paragraph.end, "glossary.list" if listed else "glossary.note")


def _after_number(text: str, paragraph: Paragraph) -> int:
    """Where the paragraph begins after its number, note mark or bullet."""
    start = paragraph.start
    mark = _NOTE_MARK.match(text, start, paragraph.end)
    if mark is None:
        marker = match_marker(text[start : start + 12])
        mark = _BULLET.match(text, start, paragraph.end) if marker is None else None
        start += marker.end if marker else 0
    start = mark.end() if mark else start
    while start < paragraph.end and text[start] in " 、":
        start += 1
    return start


def _goes_on(text: str, last: _Definition, paragraph: Paragraph) -> bool:
    """Whether the paragraph goes on with a definition that broke off (at the end of a page)."""
    return text[last.end - 1] not in "。；！？" and text[paragraph.end - 1] in "。；"


def _read_clauses(text: str, start: int, end: int) -> Iterator[_Definition]:
    """本办法所称X，是指…；Y是指…。 第三条 X，是指…。"""
    article = _article().match(text, start, end)
    for match in [article] if article is not None else _clause().finditer(text, start, end):
        stop = text.find("。", match.end(), end)
        following = text.find("所称", match.end(), stop if stop >= 0 else end)
        if following >= 0:
            cut = max(text.rfind("；", match.end(), following), text.rfind("，", match.end(), following))
            stop = cut if cut > match.end() else following
        stop = stop + 1 if stop >= 0 else end
        yield from _parted(match, text, stop)


def _parted(match: re.Match[str], text: str, stop: int) -> Iterator[_Definition]:
    """The definition of a clause, and those that go on behind a semicolon: …；专用停车场是指…."""
    first = match
    for following in [*_following().finditer(text, match.end(), stop), None]:
        end = following.start() + 1 if following is not None else stop
        yield _Definition(
            first["term"].strip("、 "), first.start("term"), first.start("cue"), end, "glossary.clause"
        )
        if following is not None:
            first = following


@cache
def _entry() -> re.Pattern[str]:
    """A term of a list: to the colon, the dash, or the word that says that a meaning follows."""
    cues = _cues()
    character = "[^：:，。；！？\n“”《》]"
    term = rf"(?P<term>(?:“[^“”\n]{{1,60}}”|《[^《》\n]{{1,60}}》|{character}){{1,{_MAX_TERM}}}?)"
    return re.compile(
        rf"{term}(?:[：:](?P<sign>)|——|，|(?=(?:{cues})))(?P<cue>{cues})?(?(sign)|(?(cue)|(?!)))"
    )


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        rf"(?:本[\u4e00-\u9fff《》]{{0,12}}|[，；。：\n]|前款|上述|条例|办法|规定)所称的?"
        rf"(?P<term>(?:“[^“”\n]{{1,40}}”|[^，。；：“”\n]){{1,30}}?)，?(?P<cue>{_cues()})"
    )


@cache
def _article() -> re.Pattern[str]:
    """An article that begins with what it defines; where it says 所称, the clause does."""
    return re.compile(
        rf"第[{_NUMERALS}\d]{{1,5}}条[ ]?"
        r"(?P<term>(?:“[^“”\n]{1,30}”|(?!所称)[^，。；：“”\n]){1,20}?)，?(?P<cue>是指|系指)"
    )


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r"；(?P<term>(?:“[^“”\n]{1,30}”|[^，。；：“”\n]){1,24}?)，?(?P<cue>是指|系指)")


@cache
def _meaning(*, below: bool) -> re.Pattern[str]:
    """What a meaning begins with; `below` its term on a line of its own, 即 does too."""
    more = "|".join(load_vocabulary("glossaries")["means_below"])
    return re.compile(f"{_cues()}|{more}" if below else _cues())


def _cues() -> str:
    means = load_vocabulary("glossaries")["means"]
    return "|".join(sorted(means, key=lambda word: (-len(word), word)))
