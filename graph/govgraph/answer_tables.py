"""Answer tables: of large stores, the answers to wide questions about everything, made at build.

A row costs the engine a quarter of a millisecond, so what asks for hundreds of them takes long, whatever the
plan. A table holds what the packaged query gives where nothing is asked for in particular, in its order; what
is given for a parameter is a condition on the rows (`answer_tables.toml`). Small stores have no such tables:
there the engine is quick, and gives the same rows.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

import pyoxigraph as ox

from govgraph.packaged import Cells, Row, cell, grouped_by, joined, row, solutions
from govgraph.patterns import select
from govgraph.questions import Question, get_question

LEAST_STATEMENTS = 5_000
"""From how many statements on a store has answer tables: fewer are answered as quickly without."""

_FOUND_BY = {"statement", "what", "who"}
"""Columns of which conditions want few values."""

_PREFIXES = """
PREFIX gov: <https://w3id.org/govgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"""
_LOOKED_UP = {
    "within": "SELECT ?whole ?item { ?item gov:within ?whole }",
    "duty": "SELECT ?whole ?item { ?whole gov:leads|gov:responsible|gov:oversees ?item }",
    "label": "SELECT ?whole ?item { ?whole a gov:District ; skos:prefLabel ?item }",
}
_MEANT = {
    "given": "(SELECT value FROM json_each(:{0}))",
    "worded": "(SELECT value FROM json_each(:{0}_worded))",
    "named": "(SELECT value FROM json_each(:{0}_named))",
    "below": "(SELECT item FROM within WHERE whole IN (SELECT value FROM json_each(:{0})))",
    "duties": "(SELECT item FROM duty WHERE whole IN (SELECT value FROM json_each(:{0})))",
    "called": "(SELECT item FROM label WHERE whole IN (SELECT value FROM json_each(:{0})))",
}
"""What the words of conditions stand for; `answer_tables.toml` says what they mean."""
_WORD = re.compile(rf"\b({'|'.join(_MEANT)})\b")


class Condition(NamedTuple):
    """What is given for a parameter: its values; of a keyword the statements and entities that hold it."""

    parameter: str
    values: Sequence[str | float]
    worded: Sequence[str] = ()
    named: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a question as it is declared; `answer_tables.toml` says what each field means."""

    columns: Sequence[str]
    where: Mapping[str, str]
    apart: Sequence[str] = ()
    shows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def knows(self, parameters: Collection[str]) -> bool:
        """Whether all of these are conditions on the table."""
        return set(parameters) <= self.where.keys() | self.shows.keys()


_DECLARED = (files("govgraph") / "answer_tables.toml").read_text(encoding="utf-8")
TABLES: Mapping[str, Table] = MappingProxyType(
    {name: Table(**declared) for name, declared in tomllib.loads(_DECLARED).items()}
)
"""The tables by the names of their questions."""


class AnswerTables:
    """The answer tables of a generation, read only."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False
        )

    def rows(self, question: Question, conditions: Sequence[Condition]) -> list[Row]:
        """The answer to a question that has a table which knows all these parameters."""
        table = TABLES[question.name]
        where, shown, given = ["TRUE"], dict[str, str](), dict[str, str]()
        for condition in conditions:
            name = condition.parameter
            if name in table.where:
                where.append(_meant(table.where[name], name))
            for column, told in table.shows.get(name, {}).items():
                shown[column] = _meant(told, name)
            given[name] = json.dumps(condition.values)
            given[f"{name}_worded"] = json.dumps(condition.worded)
            given[f"{name}_named"] = json.dumps(condition.named)
        more = "".join(f", {told} AS {column}" for column, told in shown.items())
        query = f"SELECT part, cells, statements{more} FROM {question.name} WHERE ({') AND ('.join(where)})"
        places = [question.columns.index(column) for column in shown]
        found = self._database.execute(f"{query} ORDER BY rank", given).fetchall()
        read: list[list[Any]] = json.loads(f"[{','.join(one[1] for one in found)}]")
        parts: dict[int, list[Row]] = {}
        for (part, _, statements, *told), cells in zip(found, read, strict=True):
            for place, value in zip(places, told, strict=True):
                cells[place] = value
            parts.setdefault(part, []).append((tuple(cells), tuple(statements.split())))
        return [one[0] if len(one) == 1 else joined(question, one) for one in parts.values()]

    @property
    def current(self) -> bool:
        """Whether they were made by the queries of today; others would answer as an older version did."""
        (made_by,) = self._database.execute("PRAGMA user_version").fetchone()
        return bool(made_by == _fingerprint())

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def open_answer_tables(path: Path) -> AnswerTables | None:
    """The tables in the file; None where there is none, or where queries of another version made it."""
    if not path.exists():
        return None
    tables = AnswerTables(path)
    if tables.current:
        return tables
    tables.close()
    return None


def write_answer_tables(path: Path, quads: ox.Store) -> None:
    """Write the tables of a generation; on return they are on disk."""
    with closing(sqlite3.connect(path)) as database, database:
        for name, query in _LOOKED_UP.items():
            database.execute(f"CREATE TABLE {name} (whole, item, PRIMARY KEY (whole, item)) WITHOUT ROWID")
            found = select(quads, f"{_PREFIXES} {query}")
            pairs = {(cell(one["whole"]), cell(one["item"])) for one in found}
            database.executemany(f"INSERT INTO {name} VALUES (?, ?)", pairs)
        for name, table in TABLES.items():
            _write_table(database, get_question(name), table, quads)
        database.execute(f"PRAGMA user_version = {_fingerprint()}")


def _write_table(database: sqlite3.Connection, question: Question, table: Table, quads: ox.Store) -> None:
    """Write one; rows of the same `part` are one row of the answer."""
    name, text = question.name, question.text()
    columns = ["rank INTEGER PRIMARY KEY", "part", "cells", "statements", *table.columns]
    database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    groups = grouped_by(text) if table.apart else []
    parts: dict[Cells, int] = {}
    for rank, one in enumerate(
        solutions(quads, text, question.selected, [*groups, *table.columns], table.apart)
    ):
        cells, statements = row(question, one)
        part = parts.setdefault(tuple(cell(one[group]) for group in groups), len(parts)) if groups else rank
        kept = [cell(one[column]) for column in table.columns]
        told = (rank, part, json.dumps(cells, ensure_ascii=False), " ".join(statements), *kept)
        database.execute(f"INSERT INTO {name} VALUES ({', '.join('?' for _ in told)})", told)
    for column in sorted(_FOUND_BY.intersection(table.columns)):
        database.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")


@cache
def _fingerprint() -> int:
    """A number that another text of a query or of the declarations changes; SQLite keeps 31 bits of it."""
    texts = [_DECLARED, *(get_question(name).text() for name in TABLES)]
    return crc32("\n".join(texts).encode()) >> 1


def _meant(condition: str, parameter: str) -> str:
    return _WORD.sub(lambda found: _MEANT[found[0]].format(parameter), condition)
