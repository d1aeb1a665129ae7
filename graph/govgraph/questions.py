"""The questions that govgraph answers by itself. Each is a commented SPARQL file in `queries`.

The files run as they are, in any engine, over everything; to ask about one thing, the one VALUES that says
UNDEF (or the empty keyword) is given its terms.
"""

from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox

from govgraph.patterns import Term, select
from govgraph.result import Cell
from govgraph.store import Store
from govgraph.terms import node, plain

LEADS, TASKS, WHO = "leads", "tasks", "who"

ACTORS = ("Organization", "OrganizationGroup", "Person")
"""The classes of those who have duties."""

COLUMNS = {
    LEADS: ["bureau", "place", "task", "document", "partners", "sentence", "source", "line"],
    TASKS: ["bureau", "place", "role", "task", "document", "lead", "partners", "sentence", "source", "line"],
    WHO: ["task", "role", "bureau", "place", "document", "sentence", "source", "line"],
}
"""The columns of each answer; the file gives `statements` too."""

_OPEN = {LEADS: "VALUES ?who { UNDEF }", TASKS: "VALUES ?who { UNDEF }", WHO: 'VALUES ?keyword { "" }'}
_LISTS = ("lead", "partners")
_SEPARATOR = "；"


def query_text(question: str, given: str = "") -> str:
    """The SPARQL of a question; `given`: the IRI of who is asked about, or the keyword; empty for all."""
    text = (files("govgraph") / "queries" / f"{question}.rq").read_text(encoding="utf-8")
    if not given:
        return text
    variable = _OPEN[question].split()[1]
    term = ox.Literal(given) if question == WHO else node(given)
    before, found, after = text.partition(_OPEN[question])
    if not found:
        raise ValueError(f"{question}.rq has no {_OPEN[question]}")
    return f"{before}VALUES {variable} {{ {term} }}{after}"


def ask(store: Store, question: str, given: str = "") -> list[tuple[tuple[Cell, ...], tuple[str, ...]]]:
    """The rows of the answer, each with the IRIs of the statements on which it rests."""
    found = []
    for solution in select(store.quads, query_text(question, given)):
        row = tuple(_cell(column, solution[column]) for column in COLUMNS[question])
        statements = solution["statements"]
        found.append((row, tuple(sorted(statements.value.split())) if statements else ()))
    return found


def _cell(column: str, term: Term | None) -> Cell:
    """The value; engines list the members of a group in any order, so they are sorted here."""
    if term is None:
        return ""
    if column in _LISTS:
        return in_order(term.value)
    return plain(term.value, term.datatype.value) if isinstance(term, ox.Literal) else term.value


def in_order(names: str) -> str:
    """A list of names as the queries give it, sorted."""
    return _SEPARATOR.join(sorted(filter(None, names.split(_SEPARATOR))))
