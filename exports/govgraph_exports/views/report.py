"""The report on a place: numbers, who leads what, what is due, gaps, projects and people, with sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govgraph_exports.views.page import Page, render_page
from govgraph_exports.views.palette import relation_label
from govgraph_exports.views.timeline import due_by_month
from govgraph_exports.views.told import Fact, Passages, Told, told_about

if TYPE_CHECKING:
    from govgraph import KnowledgeGraph

_ANSWERING = ("leads", "responsible")
_HELPING = ("cooperates", "implements")
_OFFICES = ("appointed", "removed", "leads", "oversees")


@dataclass(frozen=True, slots=True)
class ReportPage(Page):
    """The report with so many lines."""

    lines: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report; `passage`: number of the words that say so."""

    text: str
    passage: int
    strong: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together; folded under `name` where there is one."""

    lines: list[Line]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading: what a bureau leads, what is due in a month."""

    heading: str
    groups: list[Group]

    @property
    def size(self) -> int:
        """How many lines there are."""
        return sum(len(group.lines) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report, with its anchor and headings."""

    id: str
    label: str
    english: str
    parts: list[Part] = field(default_factory=list)
    note: str = ""

    @property
    def size(self) -> int:
        """How many lines there are."""
        return sum(part.size for part in self.parts)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing (see `gaps.rq`), and the words of the fact that shows it with their line."""

    kind: str
    name: str
    parties: str
    words: str
    source: str
    line: int


def report(graph: KnowledgeGraph, place: str) -> ReportPage:
    """The report on a place with all below it. Raises UnknownName and AmbiguousName."""
    told = told_about(graph, place, ("District",))
    missing = (
        Gap(
            str(row["gap"]),
            str(row["name"]),
            str(row["parties"] or ""),
            str(row["sentence"]),
            str(row["source"]),
            int(row["line"] or 0),
        )
        for row in graph.gaps(district=place)
    )
    return draw_report(told, missing)


def draw_report(told: Told, gaps: Iterable[Gap]) -> ReportPage:
    """The page of what is told and what is missing in it; see `report`."""
    passages = told.passages()
    sections = [
        Section("leads", "谁牵头什么", "who leads what", _duties(told, passages)),
        Section("due", "何时完成", "what is due when", _due(told, passages)),
        Section(
            "gaps",
            "缺口",
            "gaps",
            _missing(told, passages, gaps),
            "只说文件中没有读到，不说实际没有。 What was not read in the documents; it may still exist.",
        ),
        Section("projects", "项目", "projects", _projects(told, passages)),
        Section("people", "人员", "people", _people(told, passages)),
    ]
    heading = f"{told.about} · 治理情况报告"
    html = render_page(
        "report",
        heading,
        passages=passages.found,
        numbers=_numbers(told, sections),
        sections=sections,
        sources=sorted({fact["source"]["file"] for fact in told.facts}),
    )
    return ReportPage(html, heading, sum(section.size for section in sections))


def _numbers(told: Told, sections: list[Section]) -> list[tuple[str, str, int]]:
    mentioned = {fact["subject"]["id"] for fact in told.facts}
    mentioned.update(fact["object"]["id"] for fact in told.facts if "id" in fact["object"])
    kinds = Counter(told.entities[iri].type for iri in mentioned)
    relations = Counter(fact["relation"] for fact in told.facts)
    sizes = {section.id: section.size for section in sections}
    documents = len({fact["source"]["document"] for fact in told.facts})
    return [
        ("文件", "documents", documents),
        ("任务", "tasks", kinds["Task"]),
        ("单位", "bureaus", kinds["Organization"]),
        ("人员", "people", kinds["Person"]),
        ("目标", "targets", relations["hasTarget"]),
        ("项目", "projects", kinds["Project"]),
        ("缺口", "gaps", sizes["gaps"]),
    ]


def _duties(told: Told, passages: Passages) -> list[Part]:
    """By bureau what it leads, then what it is responsible for, with partners; who leads most comes first."""
    partners: dict[str, list[str]] = {}
    for fact in _once(told.facts, _HELPING):
        partners.setdefault(fact["object"]["id"], []).append(fact["subject"]["label"])
    by_bureau: dict[str, list[tuple[int, Line]]] = {}
    for fact in _once(told.facts, _ANSWERING):
        task, role = fact["object"], fact["relation"]
        helpers = "、".join(dict.fromkeys(partners.get(task["id"], ())))
        aside = f"配合 {helpers}" if helpers else ""
        line = Line(task["label"], told.passage(passages, fact), relation_label(role), aside)
        by_bureau.setdefault(fact["subject"]["id"], []).append((_ANSWERING.index(role), line))

    def rank(bureau: str) -> tuple[int, int, str, str]:
        ranks = [rank for rank, _ in by_bureau[bureau]]
        return -ranks.count(0), -len(ranks), told.label(bureau), bureau

    return [
        Part(
            told.label(bureau),
            [Group([line for _, line in sorted(by_bureau[bureau], key=lambda one: one[0])])],
        )
        for bureau in sorted(by_bureau, key=rank)
    ]


def _due(told: Told, passages: Passages) -> list[Part]:
    return [
        Part(
            month,
            [
                Group(
                    [
                        Line(
                            " · ".join(filter(None, (entry.subject, entry.matter))),
                            entry.passage,
                            entry.words,
                            " ".join(filter(None, (entry.due, entry.lead))),
                        )
                        for entry in group.entries
                    ],
                    group.name,
                )
                for group in groups
            ],
        )
        for month, groups in due_by_month(told, passages)
    ]


def _missing(told: Told, passages: Passages, gaps: Iterable[Gap]) -> list[Part]:
    """By kind what is missing; the words are those of a fact of the place, as every gap rests on one."""
    saying: dict[tuple[str, str], list[Fact]] = {}
    for fact in told.facts:
        saying.setdefault((fact["source"]["file"], fact["source"]["text"]), []).append(fact)
    kinds: dict[str, list[Line]] = {}
    for gap in gaps:
        number = next(
            told.passage(passages, fact)
            for fact in saying[gap.source, gap.words]
            if passages.line(gap.source, fact["source"]["start"]) == gap.line
        )
        kinds.setdefault(gap.kind, []).append(Line(gap.name, number, aside=gap.parties))
    return [Part(kind, [Group(lines)]) for kind, lines in kinds.items()]


def _projects(told: Told, passages: Passages) -> list[Part]:
    """By what lists them the projects with stage, money, builder and place."""
    lists: dict[str, list[Line]] = {}
    for fact in _once(told.facts, ("hasProject",)):
        said = fact["qualifiers"]
        money = f"{said['investment']} {said.get('investment_unit', '')}" if "investment" in said else ""
        details = (said.get(name) for name in ("stage", "district", "builder", "period"))
        line = Line(
            fact["object"]["label"],
            told.passage(passages, fact),
            money.strip(),
            "；".join(str(detail) for detail in details if detail),
        )
        lists.setdefault(fact["subject"]["id"], []).append(line)
    return [Part(told.label(iri), [Group(lines)]) for iri, lines in lists.items()]


def _people(told: Told, passages: Passages) -> list[Part]:
    """By person the posts with their dates, and what the person leads or oversees."""
    people: dict[str, list[Line]] = {}
    for fact in _once(told.facts, _OFFICES):
        person = fact["subject"]["id"]
        if told.entities[person].type == "Person":
            aside = " ".join(
                str(fact["qualifiers"][name]) for name in ("on", "by") if name in fact["qualifiers"]
            )
            line = Line(
                fact["object"]["label"], told.passage(passages, fact), relation_label(fact["relation"]), aside
            )
            people.setdefault(person, []).append(line)
    ranked = sorted(people, key=lambda iri: (told.label(iri), iri))
    return [Part(told.label(iri), [Group(people[iri])]) for iri in ranked]


def _once(facts: Iterable[Fact], relations: tuple[str, ...]) -> Iterator[Fact]:
    """The facts of these relations; what several places say the same is told by the first."""
    seen = set()
    for fact in facts:
        if fact["relation"] in relations:
            said = sorted((name, str(value)) for name, value in fact["qualifiers"].items())
            key = (fact["relation"], fact["subject"]["id"], fact["object"]["id"], tuple(said))
            if key not in seen:
                seen.add(key)
                yield fact
