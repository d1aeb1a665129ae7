"""The families of relations, one module each, in the order in which they read a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govgraph_loaders.extract.reading import Found, Reading

Extractor = Callable[[Reading], Iterable[Found]]

EXTRACTORS: tuple[Extractor, ...] = ()
