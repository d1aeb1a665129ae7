"""What follows from all sources together: the entities that are only implied, and the graph of inferences."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from govgraph.document_links import document_links
from govgraph.entities import Entity
from govgraph.governments import governments
from govgraph.groups import group_members
from govgraph.identity import Identity
from govgraph.inferences import inference_quads
from govgraph.inferred_graph import described, implied_places, inferred_graph
from govgraph.located import located
from govgraph.posts import Posts
from govgraph.reported import reported
from govgraph.successions import successions
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Reference


class Implied:
    """The inferences from what the sources say; a pure function of all of it."""

    def __init__(self, said: Sequence[tuple[Source, Extraction]], identity: Identity) -> None:
        self._said = said
        self._identity = identity
        self._posts = Posts(said, identity)
        named = identity.entities()
        self._organizations = self._posts.organizations()
        self._known = sorted([*named, *self._organizations])
        self._places = implied_places(self._known)

    def entities(self) -> list[Entity]:
        """The entities that no statement is about: organizations of posts, and places of chains."""
        return sorted([*self._organizations, *self._places])

    def quads(self) -> list[ox.Quad]:
        """All quads of the graph of inferences, each once."""
        succeeded, events = successions(self._known)
        inferences = [
            *self._posts.inferences,
            *group_members(self._known, self._mentions()),
            *governments(self._known),
            *succeeded,
            *document_links(self._said, self._identity),
            *reported(self._said, self._identity),
            *located(self._said, self._identity),
        ]
        quads = [*inferred_graph(self._known), *described(self._organizations), *events]
        return list(dict.fromkeys([*quads, *inference_quads(inferences)]))

    def _mentions(self) -> dict[str, list[tuple[str, int, int]]]:
        """By IRI of each group the texts that name it, with the offsets of the words that do."""
        found: dict[str, list[tuple[str, int, int]]] = {}
        for source, extraction in self._said:
            for statement in extraction.statements:
                for party in (statement.subject, statement.object):
                    if isinstance(party, Reference) and party.type == "OrganizationGroup":
                        iri = self._identity.entity(source.name, statement.document, party).iri
                        place = (source.text, statement.evidence.start, statement.evidence.end)
                        found.setdefault(iri, []).append(place)
        return found
