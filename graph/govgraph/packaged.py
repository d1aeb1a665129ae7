"""The packaged queries as the engine is asked them: without their ORDER BY, which is made good in Python.

Oxigraph looks both terms up anew at each comparison, two fifths of the time of a wide answer. The files stay
as they are, for any engine; what is used of their form is what they all have: `SELECT … WHERE {`, then
`GROUP BY`, then `ORDER BY` to the end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pyoxigraph as ox

from govgraph.patterns import Term, select
from govgraph.questions import Question
from govgraph.result import Cell
from govgraph.terms import plain

Solution = dict[str, Term | None]
Cells = tuple[Cell, ...]
Row = tuple[Cells, tuple[str, ...]]
"""The cells of a row of an answer, and the IRIs of the statements on which it rests, sorted."""

_SEPARATOR = "；"

_KEY = re.compile(r"(DESC\()?\?([a-z_]+)")
_WHERE, _GROUP_BY, _ORDER_BY = "\nWHERE {", "\nGROUP BY ", "\nORDER BY "


class Key(NamedTuple):
    """A variable by which an answer is ordered."""

    name: str
    descending: bool


def ordered_by(text: str) -> list[Key]:
    """The keys of the ORDER BY of the query."""
    return [Key(name, bool(down)) for down, name in _KEY.findall(text.rpartition(_ORDER_BY)[2])]


def grouped_by(text: str) -> list[str]:
    """The variables of the GROUP BY of the query."""
    clause = (
        text.rpartition(_GROUP_BY)[2].partition(_ORDER_BY)[0].partition("\n#[")[0].partition("\nHAVING")[0]
    )
    return [name for _, name in _KEY.findall(clause)]


def solutions(
    quads: ox.Store, text: str, columns: Collection[str], more: Sequence[str] = (), apart: Sequence[str] = ()
) -> Iterator[Solution]:
    """The solutions of a packaged query in its order.

    `columns`: the variables that its SELECT gives; `more`: others to give, which must be among its groups;
    `apart`: variables for whose values there are rows of their own, as if they stood in its GROUP BY.
    """
    keys = ordered_by(text)
    wanted = [name for name in dict.fromkeys([*more, *(key.name for key in keys)]) if name not in columns]
    head, where, body = text.rpartition(_ORDER_BY)[0].partition(_WHERE)
    before, group_by, groups = body.rpartition(_GROUP_BY)
    given = "".join(f" ?{name}" for name in wanted)
    split = "".join(f"?{name} " for name in apart)
    found = list(select(quads, f"{head}{given}{where}{before}{group_by}{split}{groups}\n"))
    for descending, run in reversed(
        [(down, list(run)) for down, run in groupby(keys, lambda key: key.descending)]
    ):
        names = [key.name for key in run]
        found.sort(key=lambda one: [_rank(one[name]) for name in names], reverse=descending)
    yield from found


def row(question: Question, solution: Solution) -> Row:
    """A solution of the packaged query of the question as a row of its answer."""
    cells = [cell(solution[column]) for column in question.columns]
    for place in map(question.columns.index, question.lists):
        cells[place] = in_order(str(cells[place] or ""))
    return tuple(cells), tuple(sorted(set(str(cell(solution["statements"]) or "").split())))


def joined(question: Question, rows: Sequence[Row]) -> Row:
    """One row for several of one group: the words of the first, what any of them lists, all statements."""
    cells = list(rows[0][0])
    for place in map(question.columns.index, question.lists):
        cells[place] = in_order(_SEPARATOR.join(str(one[place] or "") for one, _ in rows))
    return tuple(cells), tuple(sorted({iri for _, statements in rows for iri in statements}))


def in_order(names: str) -> str:
    """A list of names as queries give it, each once, sorted: engines list them in any order."""
    return _SEPARATOR.join(sorted(set(filter(None, names.split(_SEPARATOR)))))


def cell(term: Term | None) -> Cell:
    """A term as it stands in an answer."""
    if isinstance(term, ox.Literal):
        return plain(term.value, term.datatype.value)
    return term.value if term else None


def _rank(term: Term | None) -> tuple[int, str | float]:
    """What orders terms as ORDER BY does (SPARQL 1.1, 15.1): nothing, IRIs, numbers, other literals."""
    if term is None:
        return (0, 0)
    value = cell(term)
    if isinstance(term, ox.Literal) and isinstance(value, int | float) and not isinstance(value, bool):
        return (2, value)
    return (1 if isinstance(term, ox.NamedNode) else 3, str(value))
