"""Asking: the questions as methods of the knowledge graph, and how what is given becomes terms."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from govgraph.answer_tables import TABLES, Condition
from govgraph.explanation import Explainer
from govgraph.finding import holding, resolve
from govgraph.keywords import statements_holding
from govgraph.packaged import Row, row, solutions
from govgraph.patterns import Term
from govgraph.questions import Parameter, Question, get_question
from govgraph.result import Result
from govgraph.store import Store
from govgraph.terms import decimal, node, text, typed
from govgraph_ontology.errors import QueryRefused
from govgraph_ontology.iri import ID
from govgraph_ontology.literals import first_day
from govgraph_ontology.terms import XSD

Given = str | float | int | None
"""What may be given for a parameter: a name, words, a date, a number; None for nothing."""

_NOTHING = node(ID + "nothing")
"""What no entity is called: plain rdflib does not read a VALUES without terms."""
_DATES = "2025, 2025-06, 2025-06-30"
_FORMS = {"date": _DATES, "start": _DATES, "number": "14.3"}


class Asking:
    """The questions that a store answers, each a method. Names may be written as people say them.

    A name that several entities bear raises AmbiguousName with its `candidates`, one that nobody bears
    UnknownName; a date or number that is none raises QueryRefused. Dates are ISO 8601 (`2025`, `2025-06`,
    `2025-06-30`) and mean their last day.
    """

    _store: Store
    _explainer: Explainer

    def ask(self, question: str, **given: Given) -> Result:
        """The answer to a question by its name; the methods below say what may be given to which."""
        asked = get_question(question)
        rows, statements = [], []
        for cells, used in answer(self._store, asked, given):
            rows.append(cells)
            statements.append(used)
        return Result(list(asked.columns), rows, statements, self._explainer)

    def leads(self, name: str | None = None) -> Result:
        """Which tasks the body leads, with partners and the words that say so; without a name, for all."""
        return self.ask("leads", name=name)

    def tasks(self, name: str) -> Result:
        """All tasks in which the body or person has a part, with the role, the lead and the partners."""
        return self.ask("tasks", name=name)

    def who(self, keyword: str) -> Result:
        """Who has which part in the tasks whose names or words hold `keyword`."""
        return self.ask("who", keyword=keyword)

    def search(self, keyword: str) -> Result:
        """The words of the sources that hold `keyword`, with whom and what they are about."""
        return self.ask("search", keyword=keyword)

    def targets(
        self,
        indicator: str | None = None,
        subject: str | None = None,
        bureau: str | None = None,
        district: str | None = None,
        since: str | None = None,
        by: str | None = None,
        only: str | None = None,
    ) -> Result:
        """Targets that are set, and results that are reported (`achieved`), with numbers and dates.

        `indicator`: words in its name; `subject`: for whom it is set; `bureau`: its own and those of the
        tasks for which it answers; `district`: with all below it; `since`, `by`: due then; `only`: `target`
        or `result`.
        """
        return self.ask(
            "targets",
            indicator=indicator,
            subject=subject,
            bureau=bureau,
            district=district,
            since=since,
            by=by,
            only=only,
        )

    def projects(
        self,
        project: str | None = None,
        district: str | None = None,
        industry: str | None = None,
        stage: str | None = None,
        least: float | None = None,
    ) -> Result:
        """Projects with stage, investment (in the unit as written), site, builder, and what lists them.

        `project`: words in its name; `district`: with all below it; `industry`: words of the project, of the
        task that lists it or of the text; `stage`: words of it; `least`: the least investment in 亿元.
        """
        return self.ask(
            "projects", project=project, district=district, industry=industry, stage=stage, least=least
        )

    def industries(self, district: str | None = None, industry: str | None = None) -> Result:
        """Which industries a district (with all below it) develops, and which districts an industry."""
        return self.ask("industries", district=district, industry=industry)

    def people(
        self,
        name: str | None = None,
        matter: str | None = None,
        district: str | None = None,
        on: str | None = None,
        only: str | None = None,
    ) -> Result:
        """Who held which post `since` when and `until` when, and who leads or oversees what.

        `matter`: words in the name of the post, task or indicator; `on`: who was in office on this day;
        `only`: `tenures` or `duties`.
        """
        return self.ask("people", name=name, matter=matter, district=district, on=on, only=only)

    def documents(
        self,
        document: str | None = None,
        district: str | None = None,
        relation: str | None = None,
        on: str | None = None,
        force: str | None = None,
    ) -> Result:
        """What documents cite, rest on, carry out, interpret and include and the reverse, numbers and dates.

        `document`: words in its title or number; `relation`: one of `cites`, `cited`, `based`, `basis`,
        `carries`, `carried`, `reports`, `reported`, `interprets`, `interpreted`, `includes`, `included`,
        `issue`, `force`; `on`: whether in force on this day; `force`:
        `expired`, `pending`, `valid` or `unstated` on that day.
        """
        return self.ask(
            "documents", document=document, district=district, relation=relation, on=on, force=force
        )

    def timeline(
        self,
        subject: str | None = None,
        bureau: str | None = None,
        district: str | None = None,
        since: str | None = None,
        by: str | None = None,
        on: str | None = None,
        status: str | None = None,
    ) -> Result:
        """Deadlines of tasks and dates of targets, the earliest first, with the lead.

        `bureau`: its own and those of the tasks for which it answers; `since`, `by`: due then; `on`: the day
        by which `status` tells what is overdue; `status`: `overdue` or `open` on that day.
        """
        return self.ask(
            "timeline",
            subject=subject,
            bureau=bureau,
            district=district,
            since=since,
            by=by,
            on=on,
            status=status,
        )

    def budget(
        self,
        heading: str | None = None,
        bureau: str | None = None,
        code: str | None = None,
        level: int | None = None,
        year: int | None = None,
    ) -> Result:
        """Amounts by heading of the budget, with the code of the heading above.

        `heading`: words in its name; `code`: with all below it; `level`: 1, 2 or 3.
        """
        return self.ask("budget", heading=heading, bureau=bureau, code=code, level=level, year=year)

    def gaps(self, gap: str | None = None, district: str | None = None) -> Result:
        """What is missing: leads, bodies, dates, numbers, tasks for targets; `gap` asks for one kind only."""
        return self.ask("gaps", gap=gap, district=district)

    def load(self, name: str | None = None, district: str | None = None) -> Result:
        """How many tasks each body and each leading official has, and in which roles."""
        return self.ask("load", name=name, district=district)

    def cooperation(self, name: str | None = None, district: str | None = None) -> Result:
        """Which bodies have a part in the most tasks together; see `brokers` for who joins whom."""
        return self.ask("cooperation", name=name, district=district)

    def compare(self, one: str, two: str, topic: str | None = None) -> Result:
        """Two jurisdictions on one topic: who leads or answers for what, and which targets are set."""
        return self.ask("compare", one=one, two=two, topic=topic)

    def promise(self, indicator: str | None = None, district: str | None = None) -> Result:
        """Target against what was reported of it, only in like units.

        `basis`: 结果 for the year of the target; 进展 for an earlier year of the plan's period, which is not
        judged (`reached` is None).
        """
        return self.ask("promise", indicator=indicator, district=district)


def answer(store: Store, question: Question, given: dict[str, Given]) -> list[Row]:
    """The rows of the answer, each with the IRIs of the statements on which it rests."""
    told = _told(question, given)
    if store.answers and question.name in TABLES and TABLES[question.name].knows(told):
        return store.answers.rows(question, [_condition(store, question, *one) for one in told.items()])
    text = question_text(store, question, given)
    return [row(question, one) for one in solutions(store.quads, text, question.selected)]


def question_text(store: Store, question: Question, given: dict[str, Given]) -> str:
    """The SPARQL of the question about what is given, which any engine may run."""
    told = _told(question, given)
    parameters = {name: question.parameter(name) for name in told}
    return question.text(
        {name: [str(term) for term in _terms(store, parameters[name], told[name])] for name in told},
        {
            found.narrows: [str(node(iri)) for iri in statements_holding(store, words, found.among)]
            for name, found in parameters.items()
            if found.narrows and (words := str(told[name]).strip())
        },
    )


def _told(question: Question, given: dict[str, Given]) -> dict[str, str | float]:
    """What is given, without what is not. Raises QueryRefused for what means nothing by itself."""
    parameters = {name: question.parameter(name) for name in given}
    told = {name: value for name, value in given.items() if value is not None}
    for name in told:
        needed = parameters[name].needs
        if needed and needed not in told:
            raise QueryRefused(f"给出 {name} 时须同时给出 {needed} ({name} means nothing without {needed})")
    return told


def _condition(store: Store, question: Question, name: str, value: str | float) -> Condition:
    """What is given for a parameter as a condition on the table of the question."""
    parameter = question.parameter(name)
    terms = _terms(store, parameter, value)
    if parameter.kind == "number":
        return Condition(name, [float(term.value) for term in terms])
    if parameter.kind != "keyword":
        return Condition(name, [term.value for term in terms])
    words = str(value).strip()
    return Condition(name, [words], store.ledger.worded(words), store.ledger.named(words))


def _terms(store: Store, parameter: Parameter, value: str | float) -> list[Term]:
    """The terms that fill the slot. Raises UnknownName, AmbiguousName and QueryRefused."""
    words = str(value).strip()
    if parameter.kind == "entity":
        return [node(resolve(store, words, parameter.classes).iri)]
    if parameter.kind == "named":
        return [node(iri) for iri in holding(store, words, parameter.classes)] or [_NOTHING]
    if parameter.kind == "choice":
        return [_choice(parameter, words)]
    try:
        if parameter.kind == "date":
            return [typed(words, str(XSD.date))]
        if parameter.kind == "start":
            return [typed(first_day(words), str(XSD.date))]
        if parameter.kind == "number":
            return [decimal(Decimal(words) * parameter.factor)]
    except (ValueError, InvalidOperation):
        raise _refused(parameter, words, _FORMS[parameter.kind]) from None
    return [text(words)]


def _choice(parameter: Parameter, words: str) -> Term:
    """The value in the query of a choice; the value itself may be given too."""
    if words in parameter.choices.values():
        return text(words)
    if words not in parameter.choices:
        raise _refused(parameter, words, "、".join(parameter.choices))
    return text(parameter.choices[words])


def _refused(parameter: Parameter, words: str, form: str) -> QueryRefused:
    return QueryRefused(f"{parameter.name} 不能是 {words!r}，应为 (cannot be so; give): {form}")
