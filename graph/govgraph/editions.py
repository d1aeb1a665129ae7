"""Editions: which printings and citations of a title are one document, and which are two that share it.

A plan printed twice is one document with two sources. A plan made anew three years later under the same title
is another one, and so is 《关于加强招商引资工作的意见》 of another city, though both are cited by that title
alone. What tells them apart are their numbers, the years of these and of issue, and the place of who cites.
Where nothing tells which edition is meant, it is none of those that are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from govgraph import scopes
from govgraph.edition_marks import Marks, is_anybodys, plain, told_apart, year_of
from govgraph.keys import NOTHING, Key
from govgraph_loaders.statements import Extraction, Reference
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, normal_title

_UNSURE = {"document.number.damaged", "document.date.published"}


class Editions:
    """The keys of documents, and of tasks by those of their documents; a pure function of all extractions."""

    def __init__(self, extractions: Sequence[Extraction], key: Callable[[Reference], Key]) -> None:
        """`key`: of a reference, as its name and scope tell it."""
        self._key = key
        self._places: dict[tuple[str, str], str] = {}
        self._printed: dict[tuple[str, str], Marks] = {}
        self._bearing: dict[str, set[Key]] = {}
        self._numbers: dict[tuple[str, str], set[str]] = {}
        self._near: dict[tuple[str, str], set[Key]] = {}
        for extraction in extractions:
            self._read(extraction)
        marks: dict[Key, set[Marks]] = {}
        for source, _, reference in _papers(extractions):
            marks.setdefault(self._document(reference), set()).add(self._marks(source, reference))
        self._editions = {document: told_apart(document, found) for document, found in marks.items()}
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
        if not is_anybodys(document, reference.aliases):
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
        said = sorted(map(int, filter(None, self._printed.get((source, document), Marks()).years)))
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
                    when = frozenset(map(year_of, said)) or frozenset(years.get(found, ()))
                    self._printed[source, itself] = Marks(said, when)
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

    def _marks(self, source: str, reference: Reference) -> Marks:
        printed = self._printed.get((source, "#".join(reference.key.split("#")[:2])))
        if printed is not None:
            return printed
        numbers = frozenset(plain(alias) for alias in reference.aliases if DOCUMENT_NUMBER.fullmatch(alias))
        return Marks(numbers, frozenset(map(year_of, numbers)))

    def _edition(self, document: Key, marks: Marks) -> str:
        """What stands in the key for the edition; nothing where the title has but one, or none is told."""
        is_only = len(self._editions[document]) == 1 and not is_anybodys(document)
        return "" if is_only else self._name(document, marks)

    def _name(self, document: Key, marks: Marks) -> str:
        """The least number, else the year, of the edition that has these marks; empty where none has."""
        for edition in self._editions[document]:
            numbers = sorted({number for found in edition for number in found.numbers})
            years = sorted({year for found in edition for year in found.years})
            if marks in edition or not marks.numbers.isdisjoint(numbers):
                return (numbers or years)[0]
        return ""

    def _of_the_number(self, document: Key, marks: Marks, reference: Reference) -> tuple[Key, str]:
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
    """Whether it is a document known by place and title, or a task known by its document."""
    if reference.type not in ("Document", "Task"):
        return False
    return "#" in reference.key or (reference.type == "Document" and not reference.key)
