"""Posts and their organizations: 市信访局局长 is a post in 市信访局, by what the appointment says.

An organization that only its posts name is an entity too, described among the inferences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph import entity_names
from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph.identity_decisions import iri_of
from govgraph.inferences import Inference
from govgraph.keys import Key
from govgraph.source_graph import statement_node
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference, Statement
from govgraph_ontology.terms import ORG

_RULE = "post.organization"
_SECOND_NAME = re.compile(r"[（(][^（）()]*[）)]$")


class Posts:
    """The links of the posts of all sources to their organizations."""

    def __init__(self, said: Sequence[tuple[Source, Extraction]], identity: Identity) -> None:
        self.identity = identity
        self.inferences: list[Inference] = []
        self._only_here: dict[Key, set[Reference]] = {}
        for source, extraction in said:
            for statement in extraction.statements:
                self._read(source.name, statement)

    def organizations(self) -> list[Entity]:
        """The organizations that only their posts name, by IRI."""
        return sorted(_entity(key, references) for key, references in self._only_here.items())

    def _read(self, source: str, statement: Statement) -> None:
        post = statement.object
        name = _SECOND_NAME.sub("", str(statement.qualifiers.get("organization", "")))
        if not name or not isinstance(post, Reference) or post.type != "Post":
            return
        reference = Reference("Organization", name, post.scope)
        key = self.identity.key(source, statement.document, reference)
        if not self.identity.holds(key):
            self._only_here.setdefault(key, set()).add(reference)
        organization = iri_of(key)
        held = self.identity.entity(source, statement.document, post).iri
        rests_on = (statement_node(source, statement, self.identity),)
        self.inferences.append(Inference(held, str(ORG.postIn), organization, _RULE, rests_on))
        self.inferences.append(Inference(organization, str(ORG.hasPost), held, _RULE, rests_on))


def _entity(key: Key, references: set[Reference]) -> Entity:
    names = {name for reference in references for name in entity_names.names(key, reference)}
    label = min(map(entity_names.display, references), key=lambda name: (len(name), name))
    scope = entity_names.scope_of(key, {reference.scope for reference in references})
    return Entity(iri_of(key), key.type, label, entity_names.shortest_first(names - {label}), scope)
