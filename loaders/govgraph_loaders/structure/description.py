"""What a document says of itself at its head and its foot: numbers, issuers, date (GB/T 9704-2012, 7.2 and
7.3.5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govgraph_loaders.model import Mark
from govgraph_loaders.structure.description_labels import ISSUER, find_labels
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, normal_title, numbers_differ
from govgraph_ontology.vocabulary import load_vocabulary

_ZEROS = "〇○◯零Oo"
_DIGITS = f"{_ZEROS}0一二三四五六七八九"
_WRITTEN_DATE = (
    rf"(?:(?:19|20)\d\d|[一二][{_ZEROS}九][{_DIGITS}]{{2}})年[\d元一二三四五六七八九十]{{1,3}}月"
    r"(?:[\d一二三四五六七八九十]{1,3}日)?"
)
DATE_LINE = re.compile(
    rf"[（(]?(?P<date>{_WRITTEN_DATE}|(?:19|20)\d\d(?:[-./]\d{{1,2}}){{2}}|20[0-4]\d{{3,5}})"
    r"(?:印发|发布)?[）)]?"
)
"""A line that holds a date and nothing else; a copy may have lost what stood between its digits."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNED = re.compile(rf"(?P<issuer>{ISSUER.pattern})(?P<date>{_WRITTEN_DATE})")
# The last line of a printed document: who had it printed, and when (GB/T 9704-2012, 7.4.3).
_PRINTED_ON = re.compile(rf"{ISSUER.pattern}(?P<date>{_WRITTEN_DATE})印发")
_ISSUE = re.compile(r"第[\d一二三四五六七八九十百零]{1,6}号")
# Under the title of a regulation: （2023年5月10日某市人民政府令第78号公布）.
_PROMULGATION = re.compile(
    r"(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:(?!(?:19|20)\d\d年)[^（）]){3,60}?"
    r"(?:(?P<promulgated>公布|发布|印发|令第?\d)|通过|批准)"
)
# 1991年3月26日某市人民政府令第19号发布: who promulgated it.
_PROMULGATOR = re.compile(
    r"(?P<organ>[\u4e00-\u9fff]{2,30}?(?:人民政府|委员会|[局厅委]))(?=令|公布|发布|公告)"
)
_SEALED = re.compile(r"[（(]\s*(?:代\s*章|章|盖章|公章)\s*[)）]")
_ISSUER_SPLIT = re.compile(r"[ \u3000]+|、")
# 云府〔202026: the closing bracket, and what comes after the digits, were lost in copying.
_DAMAGED_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}[〔\[﹝【]20[012]\d[〕\]﹞】]?\d{1,4}号?")
_ORDER = re.compile(
    r"(?:中华人民共和国)?(?P<organ>[\u4e00-\u9fff]{2,30})令(?:第[\d一二三四五六七八九十百零]{1,6}号)?"
)
_SUPREME = ("国务院", "全国人民代表大会", "中共中央")
# Who signs an order: 市长 张三.
_OFFICER = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12})?(?:代理|代)?(?:总理|[省市县区州旗盟]长|主席|主任|部长|局长|厅长)[\u4e00-\u9fff·]{0,6}"
)
_ISSUER_LINES = 6
_COMPANIES = ("公司", "集团", "协会", "社")
_HEAD_LINES = 8
_MAX_ISSUERS = 12
_LABEL_LINES = 40


@dataclass(slots=True)
class Description:
    """Numbers, issuers and date with their places in the source, and `lines`: the lines that hold nothing
    else.

    `labels`: what the table of a site says, each with the kind of its label. What only it says: `labelled`,
    the issuer; `published`, the day on which it put the
    document out; `effective` and `expires`, between which the document is in force.
    """

    numbers: list[Mark] = field(default_factory=list)
    issuers: list[Mark] = field(default_factory=list)
    labelled: list[Mark] = field(default_factory=list)
    date: Mark | None = None
    published: Mark | None = None
    effective: Mark | None = None
    expires: Mark | None = None
    labels: list[tuple[str, Mark]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @property
    def issue_date(self) -> Mark | None:
        """The date of issue; that of publication where no other is given and it is of the number's year."""
        if self.date is not None or self.published is None or not self.numbers:
            return self.date or self.published
        year = _YEAR.search(self.numbers[0].text)
        return self.published if year is None or self.published.text.startswith(year.group()) else None


def read_description(
    lines: Sequence[Line],
    source_text: str,
    first: int,
    title: tuple[int, int],
    last: int,
    *,
    name: str = "",
    printed: bool = False,
) -> Description:
    """The description of the document in lines `[first, last)` whose title, `name`, stands in lines `title`
    (inclusive). `printed`: whether a notice prints it, which has its own date.
    """
    description = Description()
    adopted = _read_head(description, lines, source_text, first, title, last, name)
    if not printed and _is_notice(lines[first : title[0]]):
        _read_foot(description, lines, source_text, first, title[0], name, printed)
    if description.date is None or not description.issuers:
        _read_foot(description, lines, source_text, title[1] + 1, last, name, printed)
    for kind, value in find_labels(lines[first : min(last, title[1] + _LABEL_LINES)], source_text):
        description.labels.append((kind, value))
        _set_label(description, kind, value)
    if description.date is None and not printed:
        description.date = adopted
    return description


def _is_notice(lines: Sequence[Line]) -> bool:
    """Whether what stands above a title is the text of the notice that prints it, whose own title the page
    has not: 各县、区人民政府：现将《…》印发给你们.
    """
    words = load_vocabulary("document_kinds")
    for line in lines:
        printing = "》" in line.text and any(cue in line.text for cue in words["printing"])
        addressed = line.text.endswith("：") and line.text.startswith(tuple(words["addressees"]))
        if line.kind == "text" and (printing or addressed):
            return True
    return False


def _read_head(
    description: Description,
    lines: Sequence[Line],
    source_text: str,
    first: int,
    title: tuple[int, int],
    last: int,
    name: str,
) -> Mark | None:
    """Read the lines around the title; the date on which the document was adopted, where they say it."""
    seen = 0
    adopted: Mark | None = None
    before = ""
    above = title[1] if title[1] >= 0 else None
    key = normal_title(name)
    begun = False
    for index in [*range(first, title[0]), *range(title[1] + 1, last)]:
        line = lines[index]
        if line.kind != "text" or normal_title(line.text) == key:
            continue
        bare = line.text.strip("（）()[]")
        cited = index > title[1] and seen > 0 and before.endswith("》")
        order = _order_number(lines, above, index) if above is not None else None
        begun = begun or (index > title[1] and (line.has_marker or "。" in line.text))
        if title[1] < index and not begun and seen < _ISSUER_LINES and not description.labelled:
            _read_organ(description, line, source_text)
        if order is not None:
            description.numbers.append(order)
            description.lines.append(index)
        elif not cited and (DOCUMENT_NUMBER.fullmatch(bare) or _DAMAGED_NUMBER.fullmatch(bare)):
            description.numbers.append(_mark(line, source_text, bare))
            description.lines.append(index)
        elif index > title[1]:
            adopted = adopted or _read_promulgation(description, line, source_text)
            date = DATE_LINE.fullmatch(line.text)
            if date and description.date is None and line.text[0] in "（(":
                description.date = _mark(line, source_text, date["date"])
            seen += 1
            if seen >= _HEAD_LINES or (line.running and seen > 2):
                break
        before, above = line.text, index
    return adopted


def _read_organ(description: Description, line: Line, source_text: str) -> None:
    """The organ that a collection of laws names below a title, or of which an order there is."""
    order = _ORDER.fullmatch(line.text)
    name = order["organ"] if order is not None else line.text
    if ISSUER.fullmatch(name) or name in _SUPREME:
        description.labelled = [_mark(line, source_text, name)]


def _order_number(lines: Sequence[Line], title: int, index: int) -> Mark | None:
    """The number of an order or announcement: its title and 第12号 on the line below."""
    line, above = lines[index], lines[title]
    if (
        above.kind != "text"
        or not above.text.endswith(("令", "公告", "通告"))
        or not _ISSUE.fullmatch(line.text.strip("（）()"))
    ):
        return None
    return Mark(above.text + line.text.strip("（）()"), above.start, line.end)


def _read_promulgation(description: Description, line: Line, source_text: str) -> Mark | None:
    """Read the line in brackets under the title of a regulation; the date of its adoption alone, if that is
    all it gives.
    """
    if line.text[:1] not in "（(":
        return None
    adopted: Mark | None = None
    for match in _PROMULGATION.finditer(line.text):
        mark = _mark(line, source_text, match["date"])
        if match["promulgated"] is None:
            adopted = adopted or mark
        elif description.date is None:
            description.date = mark
            organ = _PROMULGATOR.match(line.text, match.end("date"))
            if organ is not None and not description.labelled:
                description.labelled = [_mark(line, source_text, organ["organ"])]
            number = DOCUMENT_NUMBER.search(line.text, match.end("date"))
            if number is not None and not description.numbers:
                description.numbers.append(_mark(line, source_text, number.group()))
    return adopted


def _read_foot(
    description: Description,
    lines: Sequence[Line],
    source_text: str,
    first: int,
    last: int,
    name: str,
    printed: bool,
) -> None:
    """The first date that stands below its issuers on a line of its own or behind one of them; else, where
    a seal took the place of the names, the date that ends the text.
    """
    for index in range(first, last):
        line = lines[index]
        if line.kind != "text" or ("年" not in line.text and not DATE_LINE.fullmatch(line.text)):
            continue
        date = DATE_LINE.fullmatch(line.text)
        printed_on = _PRINTED_ON.fullmatch(line.text)
        if printed_on is not None and description.date is None and not printed:
            description.date = _mark(line, source_text, printed_on["date"])
        signed = _SIGNED.fullmatch(line.text) if date is None else None
        if date is None and signed is None:
            continue
        issuers, used = _issuers_above(lines, source_text, first, index, name)
        if signed is not None:
            issuers.append(_mark(line, source_text, signed["issuer"]))
        ends = date is not None and "年" in date["date"] and _ends_text(lines, index, last)
        officer = _OFFICER.fullmatch(_text_above(lines, index)) is not None
        sealed = index > first and (officer or (ends and not printed))
        if not issuers and not sealed:
            continue
        if description.date is None:
            found = date or signed
            assert found is not None
            description.date = _mark(line, source_text, found["date"])
        description.issuers = issuers
        description.lines += [*used, index]
        return


def _text_above(lines: Sequence[Line], index: int) -> str:
    return next((line.text for line in reversed(lines[max(0, index - 8) : index]) if line.kind == "text"), "")


def _ends_text(lines: Sequence[Line], index: int, last: int) -> bool:
    """Whether the text of a document is over at line `index`: nothing follows, or what stands below the
    signature.
    """
    following = next((line for line in lines[index + 1 : last] if line.kind in {"text", "row"}), None)
    if following is None:
        return True
    return following.text.startswith(tuple(load_vocabulary("document_kinds")["below_signature"]))


def _issuers_above(
    lines: Sequence[Line], source_text: str, first: int, index: int, name: str
) -> tuple[list[Mark], list[int]]:
    """The names on the lines right above the date at `index`, and the lines that they take."""
    issuers: list[Mark] = []
    used: list[int] = []
    for above in range(index - 1, max(first, index - 2 * _MAX_ISSUERS) - 1, -1):
        line = lines[above]
        if line.kind == "blank":
            continue
        raw = _SEALED.sub("", source_text[line.start : line.end])
        names = [name for name in _ISSUER_SPLIT.split(raw) if name]
        if not all(ISSUER.fullmatch(name) for name in names):
            names = [_SEALED.sub("", line.text)]
        if (
            line.kind not in {"text", "row"}
            or not all(ISSUER.fullmatch(name) for name in names)
            or line.has_marker
            or _is_listed(names, issuers, name)
        ):
            break
        issuers[:0] = [_mark(line, source_text, name) for name in names]
        used.insert(0, above)
    return issuers, used


def _is_listed(names: Sequence[str], below: Sequence[Mark], title: str) -> bool:
    """Whether a line above those that sign (`below`) ends a list of the text: the title names them and not
    it, or it names a company above a government.
    """
    if not below:
        return False
    signing = title.partition("关于")[0]
    if below[-1].text in signing:
        return not any(name in signing for name in names)
    return names[-1].endswith(_COMPANIES) and not below[0].text.endswith(_COMPANIES)


def _set_label(description: Description, kind: str, value: Mark) -> None:
    if kind == "number":
        if not any(
            value.text == known.text or numbers_differ(value.text, known.text)
            for known in description.numbers
        ):
            description.numbers.append(value)
    elif kind == "signed":
        description.date = description.date or value
    elif kind == "published":
        description.published = description.published or value
    elif kind == "effective":
        description.effective = description.effective or value
    elif kind == "expires":
        description.expires = description.expires or value
    elif kind in {"issuer", "publisher"} and not description.labelled:
        description.labelled = [value]


def _mark(line: Line, source_text: str, text: str) -> Mark:
    """The mark of `text` (clean) within its line: as narrow as the spaces of the source allow."""
    raw = source_text[line.start : line.end]
    at = raw.find(text)
    if at >= 0:
        return Mark(text, line.start + at, line.start + at + len(text))
    lead = len(raw) - len(raw.lstrip("（(【[ "))
    return Mark(text, line.start + lead, line.end)
