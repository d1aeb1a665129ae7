"""Ledger: the book of one generation of the store. What was read, what became of it, which graphs it gave.

An SQLite file that is written once, with its generation, and never changed. Counts and hashes let an opened
store be checked; names, phrases (`govgraph.phrases`) and tallies answer without a scan of the graph.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from govgraph.phrases import NAME, WORDS, PhraseRow, bearers, write_phrases

STORED = "stored"
SKIPPED = "skipped"

LABEL, ALIAS, UNDERSTOOD = 0, 1, 2
"""Ranks: the preferred name, another name that the graph holds, a form that only follows from these."""

CLASS, RELATION = "class", "relation"
"""What is counted: entities by class, statements by relation."""

_SCHEMA = """
CREATE TABLE source (
    name TEXT PRIMARY KEY, input TEXT NOT NULL, input_sha256 TEXT NOT NULL, sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL, encoding TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    characters INTEGER NOT NULL, documents INTEGER NOT NULL, statements INTEGER NOT NULL,
    rejections INTEGER NOT NULL, version TEXT NOT NULL, outcome TEXT NOT NULL, error TEXT NOT NULL,
    damage TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE graph (
    iri TEXT PRIMARY KEY, source TEXT NOT NULL, quads INTEGER NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tally (
    kind TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE name (
    folded TEXT NOT NULL, rank INTEGER NOT NULL, iri TEXT NOT NULL, type TEXT NOT NULL,
    PRIMARY KEY (folded, rank, iri)
) WITHOUT ROWID;
CREATE TABLE finding (
    source TEXT NOT NULL, focus TEXT NOT NULL, shape TEXT NOT NULL, constraint_name TEXT NOT NULL,
    path TEXT NOT NULL, value TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
    sentence TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True, order=True)
class SourceRow:
    """What the ledger says of one source.

    `input`: name of the file that it came from; `input_sha256` of that file, `sha256` of the source's own
    bytes, `text_sha256` of its decoded text as UTF-8. `version`: of the extraction. `outcome`: `stored`, or
    `skipped` with the reason in `error`. A stored source with an `error` could not be read again: the graph
    holds its last good reading. `damage`: how many damaged places of each kind its text has, as JSON.
    """

    name: str
    input: str
    input_sha256: str = ""
    sha256: str = ""
    text_sha256: str = ""
    encoding: str = ""
    media_type: str = ""
    size: int = 0
    characters: int = 0
    documents: int = 0
    statements: int = 0
    rejections: int = 0
    version: str = ""
    outcome: str = STORED
    error: str = ""
    damage: str = "{}"


@dataclass(frozen=True, slots=True, order=True)
class GraphRow:
    """One named graph: the name of its source (empty for inferences), its quads, the hash of its N-Quads."""

    iri: str
    source: str
    quads: int
    sha256: str


class NameRow(NamedTuple):
    """A name as folded, how near it is to what the graph says (0: a label), and the entity that bears it."""

    folded: str
    rank: int
    iri: str
    type: str


class TallyRow(NamedTuple):
    """How many entities there are of a class, or statements of a relation, by its local name."""

    kind: str
    name: str
    number: int


class FindingRow(NamedTuple):
    """One result of the validation (SHACL, section 3.6.2), and where in the sources it lies.

    `focus`: the node that fails; `shape`: the local name of its node shape; `constraint`: the component
    (`MinCount`); `path`, `value`: IRI of the property and the offending value, empty where there is none.
    `source`: name of the source whose graph holds the node; `sentence`: the words on which it rests.
    """

    source: str
    focus: str
    shape: str
    constraint: str
    path: str
    value: str
    severity: str
    message: str
    sentence: str


class Ledger:
    """The book of a published generation, read only."""

    def __init__(self, path: Path) -> None:
        # `immutable`: a published ledger never changes, so no lock is taken and none is in a writer's way.
        self._database = sqlite3.connect(
            f"{path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False
        )

    def sources(self) -> list[SourceRow]:
        """All sources by name, the skipped ones too."""
        return [SourceRow(*row) for row in self._rows("SELECT * FROM source ORDER BY name")]

    def graphs(self) -> list[GraphRow]:
        """All named graphs by IRI."""
        return [GraphRow(*row) for row in self._rows("SELECT * FROM graph ORDER BY iri")]

    def findings(self) -> list[FindingRow]:
        """What the validation found when the generation was built, by source."""
        return sorted(FindingRow(*row) for row in self._rows("SELECT * FROM finding"))

    def files(self) -> set[tuple[str, int]]:
        """The files that hold the quads, with their sizes in bytes."""
        return set(self._rows("SELECT * FROM file"))

    def tallies(self, kind: str) -> dict[str, int]:
        """How many there are of each class or relation, the most frequent first."""
        found = self._rows("SELECT name, number FROM tally WHERE kind = ? ORDER BY number DESC, name", kind)
        return dict(found)

    def named(self, keyword: str) -> list[str]:
        """The IRIs of the entities in one of whose names `keyword` stands, in any case, sorted."""
        return bearers(self._database, keyword, NAME)

    def worded(self, keyword: str) -> list[str]:
        """The IRIs of the statements in whose words `keyword` stands, in any case, sorted."""
        return bearers(self._database, keyword, WORDS)

    def bearers(self, folded: str) -> list[NameRow]:
        """The entities that bear a name, the nearest first."""
        found = self._rows("SELECT * FROM name WHERE folded = ? ORDER BY rank, iri", folded)
        return [NameRow(*row) for row in found]

    def holding(self, folded: str, types: Iterable[str]) -> list[str]:
        """The IRIs of the entities of these classes that are known by a name in which `folded` stands."""
        return sorted(iri for kind in set(types) for iri in bearers(self._database, folded, kind))

    def labels(self) -> list[NameRow]:
        """Every label, for suggestions."""
        return [NameRow(*row) for row in self._rows("SELECT * FROM name WHERE rank = 0 ORDER BY folded, iri")]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _rows(self, query: str, *parameters: str) -> list[tuple[Any, ...]]:
        return self._database.execute(query, parameters).fetchall()


def write_ledger(
    path: Path,
    *,
    sources: Iterable[SourceRow],
    graphs: Iterable[GraphRow],
    names: Iterable[NameRow],
    findings: Iterable[FindingRow],
    phrases: Iterable[PhraseRow],
    tallies: Iterable[TallyRow],
    files: Mapping[str, int],
) -> None:
    """Write the book of a generation; on return it is on disk. `files`: those of its quads, with sizes."""
    names = list(names)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_SCHEMA)
        _insert(database, "source", map(_values, sources))
        _insert(database, "graph", map(_values, graphs))
        _insert(database, "file", files.items())
        _insert(database, "tally", tallies)
        _insert(database, "name", names)
        _insert(database, "finding", findings)
        write_phrases(database, [*phrases, *_folded(names)])


def _folded(names: Iterable[NameRow]) -> Iterator[PhraseRow]:
    """The names by which entities are known as phrases, with the class for a role."""
    for row in names:
        if row.rank < UNDERSTOOD:
            yield PhraseRow(row.folded.lower(), row.type, row.iri)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    ordered = sorted(rows)
    if ordered:
        marks = ", ".join("?" for _ in ordered[0])
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", ordered)


def _values(row: SourceRow | GraphRow) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in fields(row))
