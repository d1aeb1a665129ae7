"""Connecting: what is asked of the graph as a network, as methods of the knowledge graph."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from govgraph.explanation import Explainer
from govgraph.finding import resolve
from govgraph.result import Result
from govgraph.store import Store

if TYPE_CHECKING:
    import networkx as nx

    from govgraph.networks import StatementGraph


class Connecting:
    """Networks and what they answer. Names may be written as people say them, as in `Asking`."""

    _store: Store
    _explainer: Explainer

    def path(self, one: str, two: str, *, hubs: bool = False, longest: int | None = None) -> Result:
        """How two things are connected: the shortest paths, a row for each step, with the words that say it.

        `hubs`: whether paths may lead through what is connected with nearly everything (gazettes, honours,
        districts, indicators, budget lines, groups of bodies). `longest`: the most statements in a row, 6
        where None.
        """
        from govgraph.paths import COLUMNS, LONGEST, find_paths, path_rows

        ends = (resolve(self._store, one).iri, resolve(self._store, two).iri)
        paths = find_paths(self._store, *ends, hubs=hubs, longest=LONGEST if longest is None else longest)
        rows = list(path_rows(self._store, paths, hubs=hubs))
        return Result(COLUMNS, [row for row, _ in rows], [used for _, used in rows], self._explainer)

    def brokers(self, district: str | None = None) -> Result:
        """Which bodies join others, and which groups they form by the tasks they share; see `cooperation`.

        `district`: only bodies of it and of those below it.
        """
        from govgraph.brokers import COLUMNS, broker_rows

        rows = list(broker_rows(self._store, self._district(district)))
        return Result(COLUMNS, [row for row, _ in rows], [used for _, used in rows], self._explainer)

    def to_networkx(self, relations: Collection[str] | None = None) -> StatementGraph:
        """The statements of these relations (all where None) as a networkx graph; see `govgraph.networks`."""
        from govgraph.networks import network

        return network(self._store, relations)

    def duty_network(
        self, classes: Collection[str] = ("Organization",), district: str | None = None
    ) -> nx.Graph:
        """Bodies and their tasks as a bipartite graph; see `govgraph.cooperation`."""
        from govgraph.cooperation import duty_network

        return duty_network(self._store, classes, self._district(district))

    def cooperation_network(self, district: str | None = None) -> nx.Graph:
        """Bodies that share tasks, weighted by their number; see `govgraph.cooperation`."""
        from govgraph.cooperation import cooperation_network

        return cooperation_network(self.duty_network(district=district))

    def _district(self, name: str | None) -> str | None:
        return None if name is None else resolve(self._store, name, ("District",)).iri
