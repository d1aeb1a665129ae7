"""Editions: which printings and citations of a title are one document, and which are two that share it.

A plan printed twice is one document with two sources. A plan made anew three years later under the same title
is another one, and so is 《关于加强招商引资工作的意见》 of another city, though both are cited by that title
alone. What tells them apart are their numbers, the years of these and of issue, and the place of who cites.
Where nothing tells which edition is meant, it is none of those that are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from govgraph import scopes
from govgraph.keys import NOTHING, Key
from govgraph_loaders.statements import Extraction, Reference
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, normal_title, numbers_differ

_UNSURE = {"document.number.damaged", "document.date.published"}
_NUMBERED = re.compile("(?<=〕)第(?=[0-9]+号)")  # 〔2023〕第5号 is 〔2023〕5号 (GB/T 9704-2012, 7.2.5)
_ORDER = "令"
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class _Marks(NamedTuple):
    """What tells an edition: its numbers, and the years of these, else of its issue."""

    numbers: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()


class Editions:
    """The keys of documents, and of tasks by those of their documents; a pure function of all extractions."""

    def __init__(self, extractions: Sequence[Extraction], key: Callable[[Reference], Key]) -> None:
        """`key`: of a reference, as its name and scope tell it."""
        self._key = key
        self._places: dict[tuple[str, str], str] = {}
        self._printed: dict[tuple[str, str], _Marks] = {}
        self._bearing: dict[str, set[Key]] = {}
        self._numbers: dict[tuple[str, str], set[str]] = {}
        self._near: dict[tuple[str, str], set[Key]] = {}
        for extraction in extractions:
            self._read(extraction)
        marks: dict[Key, set[_Marks]] = {}
        for source, _, reference in _papers(extractions):
            marks.setdefault(self._document(reference), set()).add(self._marks(source, reference))
        self._editions = {document: _told_apart(document, found) for document, found in marks.items()}
        self._titled: dict[str, set[Key]] = {}
        for document in marks:
            self._titled.setdefault(document.parts[1], set()).add(document)
        self._cited: dict[tuple[Key, str], set[str]] = {}
        for source, citing, reference in _papers(extractions):
            document = self._document(reference)
            edition = self._edition(document, self._marks(source, reference))
            if edition:
                self._cited.setdefault((document, self._places[source, citing]), set()).add(edition)

    def key(self, source: str, citing: str, reference: Reference) -> Key:
        """The key of what `reference` names in the document with the key `citing` of a source."""
        whole = self._key(reference)
        if not _is_paper(reference):
            return whole
        document, marks = self._document(reference), self._marks(source, reference)
        if not _is_anybodys(document, reference.aliases):
            edition = self._edition(document, marks)
        elif any(marks):
            document, edition = self._of_the_number(document, marks, reference)
        else:
            document, edition = self._of_the_place(document, reference, source, citing)
        return Key(whole.type, (*document.parts, *whole.parts[2:], *filter(None, (edition,))))

    def numbers(self, source: str, document: str) -> Set[str]:
        """The numbers that a source gives to a document, as it writes them: names by which it is known."""
        return self._numbers.get((source, document), set())

    def years(self, source: str, document: str) -> tuple[int, int] | None:
        """The first and the last year of the numbers of a printed document, else of its issue, where it has
        them.
        """
        said = sorted(map(int, filter(None, self._printed.get((source, document), _Marks()).years)))
        return (said[0], said[-1]) if said else None

    def _read(self, extraction: Extraction) -> None:
        source = extraction.source_name
        numbers: dict[str, set[str]] = {}
        years: dict[str, set[str]] = {}
        covers: dict[str, set[str]] = {}
        for statement in extraction.statements:
            subject, told = statement.subject.key, statement.object
            if isinstance(told, Reference):
                if statement.relation == "includes":
                    covers.setdefault(told.key, set()).add(subject)
            elif statement.relation == "documentNumber" and statement.rule not in _UNSURE:
                numbers.setdefault(subject, set()).add(plain(str(told)))
                self._bearing.setdefault(plain(str(told)), set()).add(self._document(statement.subject))
                self._numbers.setdefault((source, subject), set()).add(str(told))
            elif statement.relation == "issuedOn" and statement.rule not in _UNSURE:
                years.setdefault(subject, set()).add(str(told)[:4])
        for record in extraction.documents:
            itself = record.reference.key
            self._places[source, itself] = record.jurisdiction
            for found in (itself, *sorted(covers.get(itself, ()))):  # else as the notice that forwards it
                if found in numbers or found in years:
                    said = frozenset(numbers.get(found, ()))
                    when = frozenset(map(_year, said)) or frozenset(years.get(found, ()))
                    self._printed[source, itself] = _Marks(said, when)
                    break
        self._read_citations(extraction, covers)

    def _read_citations(self, extraction: Extraction, covers: Mapping[str, set[str]]) -> None:
        """What a document that interprets another may cite by less than its title: what that one cites."""
        cited: dict[str, set[Key]] = {}
        for statement in extraction.statements:
            if statement.relation == "cites" and isinstance(statement.object, Reference):
                cited.setdefault(statement.document, set()).add(self._document(statement.object))
        for statement in extraction.statements:
            if statement.relation == "interprets" and isinstance(statement.object, Reference):
                explained = statement.object.key
                for found in (explained, *covers.get(explained, ())):
                    near = self._near.setdefault((extraction.source_name, statement.document), set())
                    near.update(cited.get(found, ()))

    def _document(self, reference: Reference) -> Key:
        """The key of the document, or of that of the task, whatever its edition."""
        return Key("Document", self._key(reference).parts[:2])

    def _marks(self, source: str, reference: Reference) -> _Marks:
        printed = self._printed.get((source, "#".join(reference.key.split("#")[:2])))
        if printed is not None:
            return printed
        numbers = frozenset(plain(alias) for alias in reference.aliases if DOCUMENT_NUMBER.fullmatch(alias))
        return _Marks(numbers, frozenset(map(_year, numbers)))

    def _edition(self, document: Key, marks: _Marks) -> str:
        """What stands in the key for the edition; nothing where the title has but one, or none is told."""
        is_only = len(self._editions[document]) == 1 and not _is_anybodys(document)
        return "" if is_only else self._name(document, marks)

    def _name(self, document: Key, marks: _Marks) -> str:
        """The least number, else the year, of the edition that has these marks; empty where none has."""
        for edition in self._editions[document]:
            numbers = sorted({number for found in edition for number in found.numbers})
            years = sorted({year for found in edition for year in found.years})
            if marks in edition or not marks.numbers.isdisjoint(numbers):
                return (numbers or years)[0]
        return ""

    def _of_the_number(self, document: Key, marks: _Marks, reference: Reference) -> tuple[Key, str]:
        """A title that anybody may give, cited with a number: the document of this title that is printed with
        it; where the number is all that is said, the one that bears it; else one known by this alone.
        """
        printed = {
            known for known in self._titled[document.parts[1]] - {document} if self._name(known, marks)
        } or self._bearing.get(plain(reference.name), set())
        if len(printed) == 1:
            known = min(printed)
            return known, self._edition(known, marks)
        return document, self._edition(document, marks)

    def _of_the_place(self, document: Key, reference: Reference, source: str, citing: str) -> tuple[Key, str]:
        """A title that anybody may give, cited without a number: the document of this title that the place of
        the citing one, or a place above it, is known to have; the one that bears the number; the one that the
        interpreted document cites in full; the one that is cited in this place with a number; else what this
        place calls so.
        """
        place, title = self._places[source, citing], document.parts[1]
        named = {title, *map(normal_title, reference.aliases)}
        chain = scopes.parts(place)
        above = ["/".join(chain[:depth]) for depth in range(1, len(chain) + 1)]
        own = {Key("Document", (scope or NOTHING, name)) for scope in ("", *above) for name in named}
        for found in (
            own & self._editions.keys() - {document},
            self._bearing.get(plain(reference.name), set()),
            {known for known in self._near.get((source, citing), ()) if known.parts[1].endswith(title)},
        ):
            if len(found - {document}) == 1:
                return min(found - {document}), ""
        cited = self._cited.get((document, place), set())
        return document, min(cited) if len(cited) == 1 else place


def plain(number: str) -> str:
    """A document number in the form in which it is compared. 第 is no part of it, but for orders (令)."""
    bare = scopes.fold(number)
    return bare if _ORDER in bare.partition("〔")[0] else _NUMBERED.sub("", bare)


def _papers(extractions: Iterable[Extraction]) -> Iterator[tuple[str, str, Reference]]:
    """Source, document that speaks, and what it speaks of, for each document and task that is named."""
    for extraction in extractions:
        for record in extraction.documents:
            yield extraction.source_name, record.reference.key, record.reference
        for statement in extraction.statements:
            for party in (statement.subject, statement.object):
                if isinstance(party, Reference) and _is_paper(party):
                    yield extraction.source_name, statement.document, party


def _is_paper(reference: Reference) -> bool:
    """Whether it is a document, or a task that is known by its document."""
    return reference.type == "Document" or (reference.type == "Task" and "#" in reference.key)


def _is_anybodys(document: Key, aliases: Iterable[str] = ()) -> bool:
    """Whether the title names no place, nor an organ or a law of the nation: many may give it."""
    place, title = document.parts
    is_law = title.endswith(scopes.LAWS) and not title.endswith(scopes.NO_LAWS)
    is_national = any(name.startswith(scopes.NATIONAL) for name in (title, *aliases))
    return place == NOTHING and not is_law and not is_national


def _told_apart(document: Key, marks: Iterable[_Marks]) -> list[frozenset[_Marks]]:
    """The editions, each by the marks of its printings and citations."""
    editions: list[set[_Marks]] = []
    for found in sorted(filter(any, marks), key=lambda each: (sorted(each.years), sorted(each.numbers))):
        fitting = [edition for edition in editions if _are_one(document, found, edition)]
        if len(fitting) == 1:
            fitting[0].add(found)
        else:
            editions.append({found})
    return [frozenset(edition) for edition in editions]


def _are_one(document: Key, found: _Marks, edition: Iterable[_Marks]) -> bool:
    """Whether the marks may be those of the edition: a number in common, or of one place and year, and no
    numbers that contradict each other.
    """
    numbers = {number for marks in edition for number in marks.numbers}
    if found.numbers & numbers:
        return True
    differ = any(numbers_differ(one, other) for one in found.numbers for other in numbers)
    years = {year for marks in edition for year in marks.years}
    return not differ and not _is_anybodys(document) and bool(found.years & years)


def _year(number: str) -> str:
    found = _YEAR.search(number)
    return found[0] if found else ""
