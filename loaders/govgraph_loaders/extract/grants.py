"""What a policy gives: 按设备款的15%给予补助，每家企业最高不超过50万元.

A rate or an amount opens a grant; a most (最高, 不超过) closes the one that is open. Rule: `grant.prose`.
Ontology: gov:grants, gov:Grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.quantities import Quantity, find_quantities
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.sentences import sentence_spans, within
from govgraph_loaders.model import Paragraph, Section
from govgraph_loaders.statements import Reference
from govgraph_ontology.vocabulary import load_vocabulary

_CUE = re.compile("给予|予以|奖励|奖补|补助|补贴|贴息|资助|扶持|津贴")
_CLAUSE_END = re.compile(r"[，；。：！？\n]")
_PER = re.compile(
    r"(?:每(?:个|家|户|人|名|生|床|位|县|村|镇|场|次|亩|年|月|吨|件|项|台|辆|座|间|张|平方米|派遣|组织|引进|新增|培训|增加|招用|举办|开展|完成|吸纳)"
    r"[^，。；、：每按给最可不获即补奖享]{0,8})+"
)
_BENEFIT = re.compile(
    r"的?(?P<name>[\u4e00-\u9fff“”]{0,16}?(?:奖励|奖补|补助|补贴|资助|扶持|津贴|贴息|奖金|补偿))"
)
_TO_WHOM = re.compile(r"(?:^|(?<=[，；：。、）).．\n]))(?P<to>对)(?!象|外|口)")
_NEAR = 14
_LONGEST_HEADING = 26
_REACH = 24
_FAR = 40
_STEP = "、和及或，；"


@dataclass(slots=True)
class Grant:
    """What is given by one rule: a rate in per cent or an amount, the most, and the span that says so."""

    start: int
    end: int
    rate: Quantity | None = None
    amount: Quantity | None = None
    most: Quantity | None = None


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(load_vocabulary("grants")[name], key=lambda word: (-len(word), word)))


def extract_grants(reading: Reading) -> Iterator[Found]:
    """The grants that the running text of a document announces."""
    for paragraph in reading.document.paragraphs:
        if not _CUE.search(reading.text, paragraph.start, paragraph.end):
            continue
        section = reading.section(paragraph.section)
        opens = section is not None and section.start == paragraph.start
        start = paragraph.start + (len(section.marker) if section is not None and opens else 0)
        for grant in read_grants(reading.text, start, paragraph.end):
            yield _statement(reading, paragraph, grant)


def read_grants(text: str, start: int, end: int) -> list[Grant]:
    """The grants of a paragraph, in order."""
    grants: list[Grant] = []
    quantities = find_quantities(text, start, end)
    for first, last in sentence_spans(text, start, end):
        mine = [
            quantity
            for quantity in within(quantities, first, last)
            if quantity.dimension in {"money", "share"} or quantity.unit in {"万", "亿"}
        ]
        # A most belongs to a grant of its sentence or to the last one of the sentence before.
        open_ = grants[-1:] if grants and grants[-1].end >= first - 2 else []
        grants += _read_sentence(text, first, last, mine, open_)
    return grants


def _read_sentence(
    text: str, start: int, end: int, quantities: Sequence[Quantity], grants: list[Grant]
) -> list[Grant]:
    """The grants that the sentence opens; a most may close the one that is open in `grants`."""
    opened: list[Grant] = []
    before: Quantity | None = None
    kind = ""
    for quantity in quantities:
        first, last = _clause(text, start, end, quantity)
        step = before is not None and text[before.end : quantity.start] in {*_STEP}
        current = (opened or grants)[-1:]
        listed = (
            before is not None and kind == "amount" and first <= before.start and before.unit == quantity.unit
        )
        listed = listed or (
            # 博士每人给予15万元补贴；硕士每人5万元
            before is not None
            and kind == "amount"
            and before.unit == quantity.unit
            and text[first - 1] == "；"
            and _PER.search(text, first, quantity.start) is not None
            and not text[quantity.end : last]
        )
        kind = kind if listed or (step and kind) else _kind(text, first, last, quantity, open_=bool(current))
        if kind == "most" and quantity.dimension == "share":
            kind = "rate"  # 最高50%的补贴
        before = quantity
        if kind == "most" and current and not step:
            if current[0].most is None:
                current[0].most = quantity
                current[0].end = last
        elif kind:
            begin = max(start, text.rfind("；", start, quantity.start) + 1)
            opened.append(Grant(begin, last, **{kind: quantity}))
    return opened


def _clause(text: str, start: int, end: int, quantity: Quantity) -> tuple[int, int]:
    first = max(text.rfind(mark, start, quantity.start) for mark in "，；：") + 1
    close = _CLAUSE_END.search(text, quantity.end, end)
    return max(first, start), close.start() if close else end


def _kind(text: str, first: int, last: int, quantity: Quantity, *, open_: bool) -> str:
    """`rate`, `amount` or `most`; empty where the number is a condition or nothing that is given.

    `open_`: a grant stands right before, to which a most may belong.
    """
    clause = text[first:last]
    around = text[max(0, first - _REACH) : last + _REACH]
    if not open_ and not any(word in around for word in _words("cues")):
        return ""
    if any(word in clause for word in _words("fees")):
        return ""
    spent = [word for word in _words("not_giving") if word in clause]
    if "贴息" in clause:
        spent = [word for word in spent if word not in _words("lent")]  # 对贷款按利息的50%贴息
    if spent and not _PER.search(clause):
        return ""
    if quantity.dimension == "share" and text[first : quantity.start].endswith(_words("held")):
        return ""
    lead = text[max(first, quantity.number_start - _NEAR) : quantity.number_start]
    behind = text[quantity.number_end : last]
    if any(word in lead for word in _words("most_before")) or behind.startswith(_words("most_behind")):
        return "most"
    if quantity.comparator in {">=", ">", "<", "<="}:
        return ""
    if quantity.dimension == "share":
        if text[first : quantity.number_start].rstrip("约").endswith(_words("changes")):
            return ""
        return "rate" if _is_given(text, first, last, quantity) else ""
    return "amount" if _is_given(text, first, last, quantity) else ""


def _is_given(text: str, first: int, last: int, quantity: Quantity) -> bool:
    lead = text[max(first, quantity.start - _NEAR) : quantity.start]
    behind = text[quantity.end : min(last, quantity.end + _REACH)]
    named = any(word in behind for word in _words("given"))
    if behind.startswith("的") and not named:
        return False
    if any(word in lead for word in _words("giving")):
        return True
    return named or (
        not behind and text[last : last + 1] == "，" and text.startswith(("给予", "予以"), last + 1)
    )


def _statement(reading: Reading, paragraph: Paragraph, grant: Grant) -> Found:
    text = reading.text
    section = reading.section(paragraph.section)
    subject = reading.reference if paragraph.section is None else reading.task(paragraph.section)
    head = grant.rate or grant.amount or grant.most
    assert head is not None  # every Grant is made with one of them
    named = _BENEFIT.match(text, head.end, min(grant.end, head.end + _REACH))
    name = _name(named["name"] if named else "", section)
    most = grant.most if grant.most is not head or grant.amount is None else None
    return reading.statement(
        "grants",
        subject,
        Reference("Benefit", name, scope=reading.scope, key=f"{reading.document.key}#{name}"),
        reading.evidence(grant.start, grant.end),
        "grant.prose",
        rate=grant.rate.value if grant.rate else None,
        amount=grant.amount.value if grant.amount else None,
        unit=grant.amount.unit if grant.amount else "",
        cap=most.value if most else None,
        cap_unit=most.unit if most else "",
        per=_per(text, grant, head),
        condition=_condition(text, grant, head),
    )


def _name(named: str, section: Section | None) -> str:
    """What is given.

    As the text names it; a bare 补助 by its heading, where that is a heading and no sentence.
    """
    for opening in _words("giving_verbs"):
        named = named.removeprefix(opening)
    if len(named) > 2 or section is None or len(section.title) > _LONGEST_HEADING:
        return named or "奖励补助"
    return section.title


def _per(text: str, grant: Grant, head: Quantity) -> str:
    """For what each time: the last 每… before the amount, else before the most; 元/亩 says it too."""
    first = max(grant.start, head.start - _FAR)
    for quantity in (grant.amount, grant.most, grant.rate):
        if quantity is not None:
            found = [match.group() for match in _PER.finditer(text, first, quantity.start)]
            if found:
                return found[-1]
            if "/" in quantity.unit:
                return "每" + quantity.unit.partition("/")[2]
    return ""


def _condition(text: str, grant: Grant, head: Quantity) -> str:
    """To whom and when: what stands between 对 and the giving, else the clauses before it that say so."""
    to = max(
        (match.start("to") for match in _TO_WHOM.finditer(text, grant.start, head.start)),
        default=-1,
    )
    if to >= 0:
        ends = [at for word in _words("after_condition") if (at := text.find(word, to, head.start)) > to]
        return text[to : min(ends, default=head.start)].strip("，；： ")
    first = max(text.rfind(mark, grant.start, head.start) for mark in "，；：") + 1
    condition = text[grant.start : max(first, grant.start)].strip("，；： ")
    return condition if condition.startswith(_words("conditions")) else ""
