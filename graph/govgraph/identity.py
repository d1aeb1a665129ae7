"""Identity: which references of all sources are one entity, and by which names it is known.

Decided over all sources together, so that a later source may teach a name to an earlier one, and by rules
that look at no likeness: the key of a reference (`govgraph.keys`), the names that documents equate
(`govgraph.equations`), the table of official names, and what persons decided (`govgraph.identity_decisions`).
The order of the sources changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govgraph import entity_names, scopes
from govgraph.editions import Editions
from govgraph.entities import Entity
from govgraph.entity_names import shortest_first
from govgraph.equations import Equations, document_at
from govgraph.identity_decisions import Decisions, entity_id, iri_of
from govgraph.joins import Joins, one_body, one_firm
from govgraph.keys import Key, key_of
from govgraph.places import whole_scopes
from govgraph_loaders.statements import Extraction, Reference
from govgraph_ontology.iri import entity_iri


class Identity:
    """The entities of a set of extractions."""

    def __init__(self, extractions: Sequence[Extraction], decisions: Decisions | None = None) -> None:
        self.decisions = decisions or Decisions()
        self._whole = whole_scopes(
            reference.scope for extraction in extractions for *_, reference in _uses(extraction)
        )
        self._keys: dict[Reference, Key] = {}
        self._editions = Editions(extractions, self._key)
        self.equations = Equations(extractions, self._key, self.decisions.keep_apart)
        self._resolved: dict[tuple[str, str, Reference], Entity] = {}
        self._aliases: dict[tuple[str, str], tuple[str, ...]] = {}
        found = Counter(use for extraction in extractions for use in _uses(extraction))
        taught = {use: self.equations.canonical(self._editions.key(*use), *use[:2]) for use in found}
        self._known = set(taught.values())
        self._joins = Joins(self._pairs())
        self._labels = {self._final(key): label for key, label in self.decisions.labels.items()}
        groups: dict[Key, list[tuple[str, str, Reference, int]]] = {}
        for use, count in found.items():
            groups.setdefault(self._joins.canonical(taught[use]), []).append((*use, count))
        explained = self._explained(extractions)
        self._settled = groups.keys()
        for key, uses in groups.items():
            self._settle(key, uses, explained.get(key, {}))

    def entity(self, source: str, document: str, reference: Reference) -> Entity:
        """The entity that `reference` names in a document (its key) of a source (its name)."""
        return self._resolved[source, document, reference]

    def aliases(self, source: str, entity: Entity) -> tuple[str, ...]:
        """The names other than its label that this source gives to the entity, with and without its place."""
        return self._aliases[source, entity.iri]

    def key(self, source: str, document: str, reference: Reference) -> Key:
        """The key of what `reference` names there, whether or not anything was said of it."""
        known = self._editions.key(source, document, reference)
        return self._joins.canonical(self.equations.canonical(known, source, document))

    def years(self, source: str, document: str) -> tuple[int, int] | None:
        """The first and the last year in which a document that a source prints was issued or numbered."""
        return self._editions.years(source, document)

    def holds(self, key: Key) -> bool:
        """Whether anything was said of what the key identifies."""
        return key in self._settled

    def entities(self) -> list[Entity]:
        """All entities, by IRI."""
        return sorted(set(self._resolved.values()))

    def notes(self) -> list[str]:
        """The decisions of persons that do nothing today, in words: nothing is stored of which they speak, or
        rules still join what they keep apart.
        """
        heard = {self._final(key) for key in self._known}
        found = [
            f"{entity_id(iri_of(key))}: 库中没有，决定暂不起作用 (not in the store; the decision waits)"
            for key in self.decisions.named()
            if self._final(key) not in heard
        ]
        for pair in sorted(map(sorted, self.decisions.different)):
            if len({self._final(key) for key in pair}) == 1:
                names = "、".join(entity_id(iri_of(key)) for key in pair)
                found.append(f"{names}: 规则仍视为一个 (rules still hold them for one)")
        return found

    def _pairs(self) -> list[tuple[Key, Key]]:
        """What is one although its keys differ: by the table of offices, and by what persons decided."""
        found = [*one_body(self._known), *one_firm(self._known)]
        bodies = [pair for pair in found if not self.decisions.keep_apart(*pair)]
        everywhere = self.equations.everywhere
        return bodies + [(everywhere(one), everywhere(other)) for one, other in self.decisions.same]

    def _final(self, key: Key) -> Key:
        return self._joins.canonical(self.equations.everywhere(key))

    def _key(self, reference: Reference) -> Key:
        key = self._keys.get(reference)
        if key is None:
            scope = self._whole.get(reference.scope, reference.scope)
            key = key_of(replace(reference, scope=scope))
            if key.type == "District":
                key = Key(key.type, (self._whole.get(key.parts[0], key.parts[0]),))
            self._keys[reference] = key
        return key

    def _explained(self, extractions: Iterable[Extraction]) -> dict[Key, dict[str, set[str]]]:
        """Both names of each equation that joins them, by entity and source, used elsewhere or not."""
        names: dict[Key, dict[str, set[str]]] = {}
        for extraction in extractions:
            source = extraction.source_name
            for equation in extraction.equations:
                document = document_at(extraction, equation.evidence.start)
                both = (equation.name, equation.other)
                keys = (self._key(Reference(equation.type, name, equation.scope)) for name in both)
                found = {
                    self._joins.canonical(self.equations.canonical(key, source, document)) for key in keys
                }
                if len(found) == 1:
                    names.setdefault(found.pop(), {}).setdefault(source, set()).update(both)
        return names

    def _settle(
        self, key: Key, uses: list[tuple[str, str, Reference, int]], explained: dict[str, set[str]]
    ) -> None:
        labels: Counter[str] = Counter()
        said: dict[str, set[str]] = {}
        for source, _, reference, count in uses:
            labels[entity_names.display(reference)] += count
            forms = said.setdefault(source, set(explained.get(source, ())))
            if key.type == "Document":
                forms.update(self._editions.numbers(source, reference.key))
            forms.update(*(entity_names.names(known, reference) for known in {key, self._key(reference)}))
        label = min(labels, key=lambda name: (-labels[name], len(name), name))
        if key.type == "District":
            label = scopes.place(key.parts[0])
        label = self._labels.get(key, label)
        aliases = {source: shortest_first(forms - {label}) for source, forms in said.items()}
        entity = Entity(
            iri=str(entity_iri(key.type, *key.parts)),
            type=key.type,
            label=label,
            aliases=shortest_first(set().union(*aliases.values())),
            scope=entity_names.scope_of(
                key, {self._whole.get(reference.scope, reference.scope) for _, _, reference, _ in uses}
            ),
        )
        for source, document, reference, _ in uses:
            self._resolved[source, document, reference] = entity
        for source, others in aliases.items():
            self._aliases[source, entity.iri] = others


def _uses(extraction: Extraction) -> Iterator[tuple[str, str, Reference]]:
    source = extraction.source_name
    for record in extraction.documents:
        yield source, record.reference.key, record.reference
    for statement in extraction.statements:
        yield source, statement.document, statement.subject
        if isinstance(statement.object, Reference):
            yield source, statement.document, statement.object
