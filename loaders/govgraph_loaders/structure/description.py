"""What a document says of itself at its head and its foot: numbers, issuers, date (GB/T 9704-2012, 7.2 and
7.3.5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govgraph_loaders.model import Mark
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER
from govgraph_ontology.vocabulary import load_vocabulary

DATE_LINE = re.compile(
    r"[（(]?(?P<date>(?:19|20|二[〇○零])[\d〇○零一二三四五六七八九]{2}年[\d元一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?)(?:印发|发布)?[）)]?"
)
_ISSUER_LINE = re.compile(
    r"[\u4e00-\u9fff（）()“”]{2,40}(?:人民政府|办公室|办公厅|委员会|局|厅|委|部|院|会|行|社|中心|指挥部|领导小组|联席会议|联合会|分局|公司|集团|大队|支队|总队|处|署|馆|协会)"
)
_PROMULGATION = re.compile(
    r"[（(](?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?=[^（）()]{4,60}(?:公布|发布|通过|印发|令))"
)
_SEALED = re.compile(r"[（(]\s*(?:代\s*章|章|盖章|公章)\s*[)）]")
_ISSUER_SPLIT = re.compile(r"[ \u3000]+|、")
_HEAD_LINES = 8
_MAX_ISSUERS = 12


@dataclass(slots=True)
class Description:
    """Numbers, issuers and date with their places in the source, and `lines`: the lines that hold nothing
    else.
    """

    numbers: list[Mark] = field(default_factory=list)
    issuers: list[Mark] = field(default_factory=list)
    date: Mark | None = None
    published: Mark | None = None
    lines: list[int] = field(default_factory=list)


def read_description(
    lines: Sequence[Line], source_text: str, first: int, title: tuple[int, int], last: int
) -> Description:
    """The description of the document in lines `[first, last)` whose title stands in lines `title`
    (inclusive).
    """
    description = Description()
    _read_head(description, lines, source_text, first, title, last)
    _read_foot(description, lines, source_text, title[1] + 1, last)
    _read_labels(description, lines, source_text, first, min(last, title[1] + 40))
    return description


def _read_head(
    description: Description,
    lines: Sequence[Line],
    source_text: str,
    first: int,
    title: tuple[int, int],
    last: int,
) -> None:
    seen = 0
    for index in [*range(first, title[0]), *range(title[1] + 1, last)]:
        line = lines[index]
        if line.kind != "text":
            continue
        bare = line.text.strip("（）()[]")
        match = DOCUMENT_NUMBER.fullmatch(bare)
        if match:
            description.numbers.append(_mark(line, source_text, bare))
            description.lines.append(index)
        elif index > title[1]:
            _read_promulgation(description, line, source_text)
            date = DATE_LINE.fullmatch(line.text)
            if date and description.date is None and line.text[0] in "（(":
                description.date = _mark(line, source_text, date["date"])
            seen += 1
            if seen >= _HEAD_LINES or (line.running and seen > 2):
                return


def _read_promulgation(description: Description, line: Line, source_text: str) -> None:
    """The line in brackets under the title of a regulation: （2023年5月10日某市人民政府令第78号公布）."""
    match = _PROMULGATION.match(line.text)
    if match is None:
        return
    if description.date is None:
        description.date = _mark(line, source_text, match["date"])
    number = DOCUMENT_NUMBER.search(line.text, match.end())
    if number is not None and not description.numbers:
        description.numbers.append(_mark(line, source_text, number.group()))


def _read_foot(
    description: Description, lines: Sequence[Line], source_text: str, first: int, last: int
) -> None:
    """The first date that stands on a line of its own, and the issuers on the lines right above it."""
    for index in range(first, last):
        date = DATE_LINE.fullmatch(lines[index].text) if lines[index].kind == "text" else None
        if date is None:
            continue
        issuers, used = _issuers_above(lines, source_text, first, index)
        if not issuers:
            continue
        if description.date is None:
            description.date = _mark(lines[index], source_text, date["date"])
        description.issuers = issuers
        description.lines += [*used, index]
        return


def _issuers_above(
    lines: Sequence[Line], source_text: str, first: int, index: int
) -> tuple[list[Mark], list[int]]:
    issuers: list[Mark] = []
    used: list[int] = []
    for above in range(index - 1, max(first, index - 2 * _MAX_ISSUERS) - 1, -1):
        line = lines[above]
        if line.kind == "blank":
            continue
        raw = _SEALED.sub("", source_text[line.start : line.end])
        names = [name for name in _ISSUER_SPLIT.split(raw) if name]
        if not all(_ISSUER_LINE.fullmatch(name) for name in names):
            names = [_SEALED.sub("", line.text)]
        if (
            line.kind not in {"text", "row"}
            or not all(_ISSUER_LINE.fullmatch(name) for name in names)
            or line.has_marker
        ):
            break
        issuers[:0] = [_mark(line, source_text, name) for name in names]
        used.insert(0, above)
    return issuers, used


def _read_labels(
    description: Description, lines: Sequence[Line], source_text: str, first: int, last: int
) -> None:
    """The description table that web sites print: 发文字号：…, 成文日期：…, 发布机构：…."""
    labels = load_vocabulary("document_kinds")["labels"]
    for line in lines[first:last]:
        if line.kind not in {"text", "row"} or len(line.text) > 300:
            continue
        for kind, words in labels.items():
            for word in words:
                value = _labelled(line, source_text, word)
                if value is not None:
                    _set_label(description, kind, value)


def _labelled(line: Line, source_text: str, word: str) -> Mark | None:
    spaced = "[ 　]*".join(word)
    pattern = rf"(?:^|[\s|\[【]){spaced}[ 　]*[\]】]?[ 　]*[:：\t|][ \t　|]*(?P<value>[^\s|\t]{{2,60}})"
    match = re.search(pattern, source_text[line.start : line.end])
    if match is None:
        return None
    return Mark(match["value"], line.start + match.start("value"), line.start + match.end("value"))


def _set_label(description: Description, kind: str, value: Mark) -> None:
    if kind == "number" and DOCUMENT_NUMBER.fullmatch(value.text):
        if all(value.text != known.text for known in description.numbers):
            description.numbers.append(value)
    elif kind == "signed" and description.date is None and re.match(r"(?:19|20)\d\d", value.text):
        description.date = value
    elif kind == "published" and re.match(r"(?:19|20)\d\d", value.text):
        description.published = description.published or value
    elif kind == "issuer" and not description.issuers and _ISSUER_LINE.fullmatch(value.text):
        description.issuers = [value]


def _mark(line: Line, source_text: str, text: str) -> Mark:
    """The mark of `text` (clean) within its line: as narrow as the spaces of the source allow."""
    raw = source_text[line.start : line.end]
    at = raw.find(text)
    if at >= 0:
        return Mark(text, line.start + at, line.start + at + len(text))
    lead = len(raw) - len(raw.lstrip("（(【[ "))
    return Mark(text, line.start + lead, line.end)
