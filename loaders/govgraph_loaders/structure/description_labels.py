"""The table in which web sites describe a document: 发文字号：…, 【成文日期】…, or a label above its value.

A value counts only where it has the form of what its label names: a document number, a date, an organization.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govgraph_loaders.model import Mark
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, is_plain_title, title_kind
from govgraph_ontology.vocabulary import load_vocabulary

ISSUER = re.compile(
    r"[\u4e00-\u9fff（）()“”]{2,40}(?:人民政府|办公室|办公厅|委员会|局|厅|委|部|院|会|行|社|中心|指挥部|领导小组|联席会议|联合会|分局|公司|集团|大队|支队|总队|处|署|馆|协会)"
)
"""The name of an organization that may sign a document."""

_DATE = re.compile(r"(?:19|20)\d\d(?:[-./年月]\d{1,2}){2}日?|(?:19|20)\d\d年\d{1,2}月")
_LONGEST_LINE = 300
_LONGEST_VALUE = 60


def find_labels(lines: Sequence[Line], source_text: str) -> Iterator[tuple[str, Mark]]:
    """The labels of the lines with their values, in order: the kind of label (key of `labels` in the
    vocabulary `document_kinds`) and the value.
    """
    waiting = ""
    for line in lines:
        if line.kind not in {"text", "row"} or len(line.text) > _LONGEST_LINE:
            continue
        if waiting:
            value = _typed(waiting, Mark(line.text.strip("【】[]"), line.start, line.end))
            if value is not None:
                yield waiting, value
        waiting = _bare_labels().get(line.text.replace(" ", "").strip("：:【】[]"), "")
        for kind in load_vocabulary("document_kinds")["labels"]:
            for match in _pattern(kind).finditer(source_text, line.start, line.end):
                value = _typed(kind, Mark(match["value"], match.start("value"), match.end("value")))
                if value is not None:
                    yield kind, value


def _typed(kind: str, value: Mark) -> Mark | None:
    """The value where it is of the form that its label asks for, cut to that form."""
    if len(value.text) > _LONGEST_VALUE:
        return None
    if kind == "number":
        return value if DOCUMENT_NUMBER.fullmatch(value.text) else None
    if kind in {"issuer", "publisher"}:
        return value if ISSUER.fullmatch(value.text) else None
    if kind == "title":
        return value if is_plain_title(value.text) else None
    if kind == "kind":
        return value if title_kind(value.text) is not None else None
    date = _DATE.match(value.text)
    return Mark(date.group(), value.start, value.end) if date is not None else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """A label of this kind with its value on the same line; its characters may stand apart (文  号)."""
    words = sorted(load_vocabulary("document_kinds")["labels"][kind], key=lambda word: (-len(word), word))
    labels = "|".join("[ 　]*".join(word) for word in words)
    return re.compile(
        rf"(?<![^\s|\[【•])(?:{labels})[ 　]*(?:[\]】]|[:：\t|]|[ 　])[ \t　|:：]*(?P<value>[^\s|\t]{{2,60}})"
    )


@cache
def _bare_labels() -> dict[str, str]:
    labels = load_vocabulary("document_kinds")["labels"]
    return {word: kind for kind, words in labels.items() for word in words}
