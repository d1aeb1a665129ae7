"""What stands beside the name of a project: its investment, who builds it, from when to when.

A（总投资7.5亿元，建设单位：市路桥公司，建设年限2024—2026年）; 总投资20亿元的A; 由市路桥公司建设的A.
"""

from __future__ import annotations

import re

from govgraph_loaders.extract.project_clauses import NamedProject
from govgraph_loaders.extract.project_phrases import BRACKET
from govgraph_loaders.extract.quantities import read_quantity
from govgraph_loaders.extract.topics import Clause
from govgraph_loaders.statements import Scalar

_INVESTMENT = re.compile(
    r"(?:总投资|计划投资|投资额|投资)(?:额|规模)?(?:约|达|超|近|为|：|共计|共)*(?P<amount>[\d.]+(?:万|亿)元)"
)
_INVESTED = re.compile(rf"{_INVESTMENT.pattern}(?:、[^，。；]{{1,12}})?(?:建设)?的?$")
_BUILDER = re.compile(
    r"(?:建设|业主|实施|投资|承建)(?:单位|主体|方)(?:：|为|是)?(?P<builder>[\u4e00-\u9fff（）]{4,30}?)(?=[，；。）]|$)"
)
_BUILT_BY = re.compile(
    r"由(?P<builder>[\u4e00-\u9fff（）]{3,24}?(?:公司|集团|企业|中心|局|指挥部))(?:[\u4e00-\u9fff\d.]{0,14}?)"
    r"(?:建设|实施|承建|开发|打造)的?$"
)
_BUILT_BY_AFTER = re.compile(
    r"由(?P<builder>[\u4e00-\u9fff（）]{3,24}?(?:公司|集团|企业|中心|局|指挥部))(?:投资|负责|出资|具体)*(?:建设|实施|承建|开发)"
)
_PERIOD = re.compile(
    r"建设(?:起止)?(?:年限|期限|周期|工期|时间|期)(?:：|为|是)?"
    r"(?P<period>20\d\d(?:年)?(?:\d{1,2}月)?[-—－至~～]+20\d\d(?:年(?:\d{1,2}月)?)?|[\d一二三四五六两]{1,2}(?:年|个月))"
)
_MAX_BEFORE = 40
_MAX_BEHIND = 160
_SENTENCE = re.compile(r"[。；\n]")


def project_details(text: str, clause: Clause, project: NamedProject) -> dict[str, Scalar]:
    """The qualifiers `investment`, `investment_unit`, `builder` and `period` that the text beside tells."""
    before = text[max(clause.start, project.start - _MAX_BEFORE) : project.start]
    bracket = BRACKET.match(text, project.end, clause.end)
    behind = bracket.group() if bracket else ""
    if not bracket and _tells_of_one(text, clause, project):
        first = project.end + (text[project.end : project.end + 1] == "。")  # 某产业园。总投资85亿元
        stop = _SENTENCE.search(text, first, first + _MAX_BEHIND)
        behind = text[first : stop.start() if stop else first + _MAX_BEHIND]
    investment = _INVESTMENT.search(behind) or _INVESTED.search(before)
    quantity = read_quantity(investment["amount"]) if investment else None
    builder = _BUILDER.search(behind) or _BUILT_BY_AFTER.search(behind) or _BUILT_BY.search(before)
    period = _PERIOD.search(behind)
    details: dict[str, Scalar] = {}
    if quantity is not None:
        details = {"investment": quantity.value, "investment_unit": quantity.unit or ""}
    if builder:
        details["builder"] = builder["builder"]
    if period:
        details["period"] = period["period"]
    return details


def _tells_of_one(text: str, clause: Clause, project: NamedProject) -> bool:
    """Whether the rest of the sentence tells of this project alone: it is the subject, or heads the text."""
    return project.rule == "project.subject" and (
        text[clause.end : clause.end + 1] in {"：", "。"} or text.startswith(project.name, clause.body)
    )
