"""Phrases: the index of all names and words of evidence, to find a keyword without a scan of the graph.

A phrase is a text in lower case, kept once, with the nodes that bear it: entities by their names
(`skos:prefLabel`, `skos:altLabel`), statements by the words of their evidence (`oa:exact`). Words of Chinese
have no bounds and mostly two characters, for which SQLite's trigram tokenizer finds nothing; so each pair of
neighbouring characters is a token, and a keyword is looked for as the phrase of its pairs. That finds just
the texts in which it stands (`CONTAINS(LCASE(?text), LCASE(?keyword))`). Where SQLite is built without FTS5
the texts are gone through instead, which takes 15 to 25 ms for a million triples where the index takes 2.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pyoxigraph as ox

from govgraph.patterns import match
from govgraph_ontology.terms import GOV, OA, SKOS

NAME, WORDS = "name", "words"
"""What a phrase is to a node: a name of an entity, or the words on which a statement rests.

The local name of a class is a role too: a name, as it is folded for comparison, of an entity of that class.
"""

_SCHEMA = """
CREATE TABLE phrase (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE bearer (
    phrase INTEGER NOT NULL, role TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (phrase, role, iri)
) WITHOUT ROWID;
"""
_INDEX = "CREATE VIRTUAL TABLE pair USING fts5(pairs, content='', tokenize='ascii')"
_SCANNED = "SELECT iri FROM phrase JOIN bearer ON phrase = id WHERE instr(words, ?) AND role = ?"
_INDEXED = "SELECT iri FROM pair JOIN bearer ON phrase = pair.rowid WHERE pairs MATCH ? AND role = ?"


class PhraseRow(NamedTuple):
    """A text in lower case, what it is to a node, and the IRI of the node."""

    words: str
    role: str
    iri: str


def phrase_rows(quads: ox.Store) -> Iterator[PhraseRow]:
    """The phrases of the merge of all named graphs."""
    for predicate in (str(SKOS.prefLabel), str(SKOS.altLabel)):
        for found in match(quads, predicate=predicate):
            yield PhraseRow(found.object.value.lower(), NAME, found.subject)
    words = {found.subject: found.object.value.lower() for found in match(quads, predicate=str(OA.exact))}
    for found in match(quads, predicate=str(GOV.evidence)):
        if found.object.value in words:
            yield PhraseRow(words[found.object.value], WORDS, found.subject)


def write_phrases(database: sqlite3.Connection, rows: Iterable[PhraseRow]) -> None:
    """Write the tables, the same for the same rows in any order."""
    database.executescript(_SCHEMA)
    ordered = sorted(set(rows))
    numbers = {words: number for number, words in enumerate(dict.fromkeys(row.words for row in ordered), 1)}
    database.executemany("INSERT INTO phrase VALUES (?, ?)", ((at, words) for words, at in numbers.items()))
    database.executemany(
        "INSERT INTO bearer VALUES (?, ?, ?)", ((numbers[row.words], row.role, row.iri) for row in ordered)
    )
    if has_full_text(database):
        database.execute(_INDEX)
        database.executemany(
            "INSERT INTO pair (rowid, pairs) VALUES (?, ?)",
            ((at, " ".join(_pairs(words + _END))) for words, at in numbers.items()),
        )
        database.execute("INSERT INTO pair (pair) VALUES ('optimize')")


def bearers(database: sqlite3.Connection, keyword: str, role: str) -> list[str]:
    """The IRIs of the nodes to which a text that holds `keyword`, in any case, is `role`, sorted."""
    words = keyword.lower()
    indexed = database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'pair'").fetchone()
    if words and indexed and has_full_text(database):
        query, given = _INDEXED, _phrase(words)
    else:
        query, given = _SCANNED, words
    return sorted({iri for (iri,) in database.execute(query, (given, role))})


def has_full_text(database: sqlite3.Connection) -> bool:
    """Whether this SQLite has FTS5."""
    return bool(database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone())


_END = "\0"


def _pairs(text: str) -> Iterator[str]:
    """The pairs of neighbouring characters as tokens of ASCII letters and digits."""
    return (f"{ord(one):x}z{ord(other):x}" for one, other in pairwise(text))


def _phrase(words: str) -> str:
    """What to match: the pairs one after another, or for one character all pairs that it begins."""
    return f"{ord(words):x}z*" if len(words) == 1 else f'"{" ".join(_pairs(words))}"'
