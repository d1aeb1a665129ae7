"""Equations: names that a document itself equates (以下简称 …), and how far each of them reaches.

A short name holds in its source; where one source gives it to two bodies, only in the document that gives
it. It holds for all sources where it is the name of a standing office, carries its place (市金融局) and all
sources that explain it agree. Two offices which the table of official names tells apart are never joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from govgraph import scopes
from govgraph.keys import Key, is_known_office, key_of
from govgraph_loaders.statements import Equation, Extraction, Reference


class Equations:
    """What the equations of all sources say of keys; a pure function of the set of extractions."""

    def __init__(
        self,
        extractions: Iterable[Extraction],
        key: Callable[[Reference], Key] = key_of,
        keep_apart: Callable[[Key, Key], bool] = lambda _one, _other: False,
    ) -> None:
        """`key`: of a reference. `keep_apart`: what a person holds for two, whatever documents say."""
        self._key = key
        self._keep_apart = keep_apart
        self.refused: list[tuple[str, Equation]] = []
        self._in_source: dict[tuple[str, Key], Key] = {}
        self._in_document: dict[tuple[str, str, Key], Key] = {}
        self._everywhere: dict[Key, Key] = {}
        taught: dict[Key, set[Key]] = {}
        for extraction in extractions:
            self._read(extraction, taught)
        for short, longs in taught.items():
            if len(longs) == 1:
                self._everywhere[short] = min(longs)

    def canonical(self, key: Key, source: str, document: str) -> Key:
        """The key that `key` stands for where a document of a source uses it."""
        local = self._in_document.get((source, document, key)) or self._in_source.get((source, key), key)
        return self.everywhere(local)

    def everywhere(self, key: Key) -> Key:
        """The key that `key` stands for in all sources."""
        path = [key]
        while (longer := self._everywhere.get(path[-1])) is not None:
            if longer in path:  # two sources explain each name by the other
                return min(path[path.index(longer) :])
            path.append(longer)
        return path[-1]

    def _read(self, extraction: Extraction, taught: dict[Key, set[Key]]) -> None:
        longs: dict[Key, dict[str, set[Key]]] = {}
        for equation in extraction.equations:
            long, short = self._keys(equation)
            if long == short:
                continue
            if (is_known_office(long) and is_known_office(short)) or self._keep_apart(long, short):
                self.refused.append((extraction.source_name, equation))
                continue
            document = document_at(extraction, equation.evidence.start)
            longs.setdefault(short, {}).setdefault(document, set()).add(long)
            if _teaches(equation):
                taught.setdefault(short, set()).add(long)
        self._settle(extraction.source_name, longs)

    def _keys(self, equation: Equation) -> tuple[Key, Key]:
        """Of the explained name and of the short one; a known office is never the one explained away."""
        first, second = (
            self._key(Reference(equation.type, name, equation.scope))
            for name in (equation.name, equation.other)
        )
        return (second, first) if is_known_office(second) and not is_known_office(first) else (first, second)

    def _settle(self, source: str, longs: Mapping[Key, Mapping[str, set[Key]]]) -> None:
        for short, by_document in longs.items():
            in_source = set().union(*by_document.values())
            if len(in_source) == 1:
                self._in_source[source, short] = min(in_source)
                continue
            for document, in_document in by_document.items():
                if len(in_document) == 1:
                    self._in_document[source, document, short] = min(in_document)


def _teaches(equation: Equation) -> bool:
    if equation.type != "Organization":
        return False
    names = (equation.name, equation.other)
    if any(scopes.is_temporary(name) for name in names):
        return False
    return scopes.stem(equation.other, equation.scope).prefix != "none"


def document_at(extraction: Extraction, offset: int) -> str:
    """The key of the innermost document that holds `offset`, empty where none does."""
    holding = [record for record in extraction.documents if record.start <= offset < record.end]
    return min(holding, key=lambda record: record.end - record.start).reference.key if holding else ""
