"""Identity: which references of all sources are one entity, and by which names it is known.

Decided over all sources together, so that a later source may teach a name to an earlier one, and by rules
that look at no likeness: the key of a reference (`govgraph.keys`), the names that documents equate
(`govgraph.equations`), the table of official names. The order of the sources changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govgraph import scopes
from govgraph.entities import Entity
from govgraph.equations import Equations, document_at
from govgraph.keys import Key, key_of
from govgraph_loaders.statements import Extraction, Reference
from govgraph_ontology.division_names import short_name
from govgraph_ontology.iri import entity_iri
from govgraph_ontology.offices import OFFICE_NAMES


class Identity:
    """The entities of a set of extractions."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self.equations = Equations(extractions)
        self._keys: dict[Reference, Key] = {}
        self._resolved: dict[tuple[str, str, Reference], Entity] = {}
        self._aliases: dict[tuple[str, str], tuple[str, ...]] = {}
        found = Counter(use for extraction in extractions for use in _uses(extraction))
        groups: dict[Key, list[tuple[str, str, Reference, int]]] = {}
        for (source, document, reference), count in found.items():
            key = self.equations.canonical(self._key(reference), source, document)
            groups.setdefault(key, []).append((source, document, reference, count))
        explained = self._explained(extractions)
        for key, uses in groups.items():
            self._settle(key, uses, explained.get(key, {}))

    def entity(self, source: str, document: str, reference: Reference) -> Entity:
        """The entity that `reference` names in a document (its key) of a source (its name)."""
        return self._resolved[source, document, reference]

    def aliases(self, source: str, entity: Entity) -> tuple[str, ...]:
        """The names other than its label that this source gives to the entity, with and without its place."""
        return self._aliases[source, entity.iri]

    def entities(self) -> list[Entity]:
        """All entities, by IRI."""
        return sorted(set(self._resolved.values()))

    def _key(self, reference: Reference) -> Key:
        key = self._keys.get(reference)
        if key is None:
            key = self._keys[reference] = key_of(reference)
        return key

    def _explained(self, extractions: Iterable[Extraction]) -> dict[Key, dict[str, set[str]]]:
        """Both names of each equation that joins them, by entity and source, used elsewhere or not."""
        names: dict[Key, dict[str, set[str]]] = {}
        for extraction in extractions:
            source = extraction.source_name
            for equation in extraction.equations:
                document = document_at(extraction, equation.evidence.start)
                both = (equation.name, equation.other)
                found = {
                    self.equations.canonical(
                        self._key(Reference(equation.type, name, equation.scope)), source, document
                    )
                    for name in both
                }
                if len(found) == 1:
                    names.setdefault(found.pop(), {}).setdefault(source, set()).update(both)
        return names

    def _settle(
        self, key: Key, uses: list[tuple[str, str, Reference, int]], explained: dict[str, set[str]]
    ) -> None:
        labels: Counter[str] = Counter()
        names: dict[str, set[str]] = {}
        for source, _, reference, count in uses:
            labels[_display(reference)] += count
            names.setdefault(source, set()).update(_names(key, reference), explained.get(source, ()))
        label = min(labels, key=lambda name: (-labels[name], len(name), name))
        if key.type == "District":
            label = scopes.place(key.parts[0])
        aliases = {source: _ordered(forms - {label}) for source, forms in names.items()}
        entity = Entity(
            iri=str(entity_iri(key.type, *key.parts)),
            type=key.type,
            label=label,
            aliases=_ordered(set().union(*aliases.values())),
            scope=_scope(key, [reference for _, _, reference, _ in uses]),
        )
        for source, document, reference, _ in uses:
            self._resolved[source, document, reference] = entity
        for source, forms in aliases.items():
            self._aliases[source, entity.iri] = forms


def _uses(extraction: Extraction) -> Iterator[tuple[str, str, Reference]]:
    source = extraction.source_name
    for record in extraction.documents:
        yield source, record.reference.key, record.reference
    for statement in extraction.statements:
        yield source, statement.document, statement.subject
        if isinstance(statement.object, Reference):
            yield source, statement.document, statement.object


def _display(reference: Reference) -> str:
    """The name with its place in front where that makes it whole: 阳江市科技局 for 市科技局."""
    if reference.type != "Organization":
        return reference.name
    stem = scopes.stem(reference.name, reference.scope)
    if stem.prefix in {"full", "kind"} or (stem.prefix == "none" and stem.name in OFFICE_NAMES):
        return scopes.place(reference.scope) + stem.name
    return reference.name


def _names(key: Key, reference: Reference) -> Iterator[str]:
    """Every name of what the reference names: as in the text, with its place, in the official long form."""
    place = scopes.place(reference.scope)
    yield reference.name
    yield _display(reference)
    yield from reference.aliases
    if reference.type == "Organization":
        stem = scopes.stem(reference.name, reference.scope)
        if stem.prefix == "none" and not (place and short_name(place) in stem.name):
            yield place + stem.name
        if key.parts[-1] in OFFICE_NAMES and stem.prefix != "short":
            yield place + key.parts[-1]
    elif reference.type == "OrganizationGroup":
        yield place + reference.name.removeprefix(place)
    elif reference.type == "District":
        yield "".join(scopes.parts(key.parts[0])[-2:])


def _scope(key: Key, references: list[Reference]) -> str:
    """The place of the entity: for a district the chain above it, else the scope of its references.

    References of one key differ in scope only where the key is their own (a document cited from elsewhere);
    the longest scope is the most precise one.
    """
    if key.type == "District":
        return key.parts[0].rpartition("/")[0]
    return min(
        ("/".join(scopes.parts(found.scope)) for found in references), key=lambda scope: (-len(scope), scope)
    )


def _ordered(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (len(name), name)))
