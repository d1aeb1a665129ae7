"""The store: a folder that holds the graph, the texts and the ledger (`govgraph.generations`).

Each source has its named graph, and inferences have one. The default graph is the merge of them all (RDF 1.1
Semantics, section 4.1), each triple once, kept in step: a union that the engine makes at each query gives a
triple as often as there are graphs that say it, which makes counts wrong and joins slow.

A generation is written beside the one in force (`govgraph.draft`) and comes into force when it is whole and
on disk. So whoever reads sees a finished build, also while another goes on; a build that is killed leaves
nothing but a folder that the next one deletes; and readers never lock anybody out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from govgraph.answer_tables import open_answer_tables
from govgraph.archive import Archive
from govgraph.generations import ANSWER_TABLES, damaged, data_files, generation_folder, read_pointer
from govgraph.ledger import STORED, Ledger, SourceRow
from govgraph.terms import node
from govgraph_ontology.errors import StoreUnusable, UnknownName


class Store:
    """A published generation of a store, read only."""

    def __init__(self, folder: Path | str) -> None:
        """Open the store in `folder`.

        Raises StoreUnusable, with the mend, where there is none, where another version of govgraph made it,
        or where it does not hold what its ledger says.
        """
        self.folder = Path(folder)
        self.archive = Archive(self.folder)
        self.generation = read_pointer(self.folder)
        while True:
            try:
                self._open()
                return
            except (OSError, sqlite3.Error) as error:
                current = read_pointer(self.folder)
                if current == self.generation:
                    raise StoreUnusable(f"{self.folder}: {damaged(str(error))}") from error
                self.generation = current  # a writer finished between the two steps

    def _open(self) -> None:
        self.graph_folder = generation_folder(self.folder, self.generation) / "graph"
        self.ledger = Ledger(self.graph_folder.parent / "ledger.sqlite")
        self.answers = open_answer_tables(self.graph_folder.parent / ANSWER_TABLES)
        try:
            self.quads = ox.Store.read_only(str(self.graph_folder))
            changed = self.ledger.files() ^ data_files(self.graph_folder).items()
            if changed:
                raise OSError(f"not as the ledger says: {min(changed)[0]}")
        except BaseException:
            self._close_tables()
            raise

    def source(self, name: str) -> SourceRow:
        """The ledger row of a stored source. Raises UnknownName, listing those that there are."""
        rows = {row.name: row for row in self.ledger.sources() if row.outcome == STORED}
        if name not in rows:
            known = "、".join(list(rows)[:20])
            raise UnknownName(f"{name}: 没有这个来源 (no such source); 已有 (there are): {known}")
        return rows[name]

    def text(self, source_name: str) -> str:
        """The decoded text of a source, of which all evidence is a slice."""
        return self.archive.text(self.source(source_name))

    def named_quads(self) -> Iterator[ox.Quad]:
        """The quads of all named graphs; the default graph, their merge, follows from them."""
        for row in self.ledger.graphs():
            yield from self.quads.quads_for_pattern(None, None, None, node(row.iri))

    def dump(self) -> bytes:
        """The named graphs as N-Quads, sorted by line: the same graph gives the same bytes."""
        data = ox.serialize(self.named_quads(), format=ox.RdfFormat.N_QUADS) or b""
        return b"".join(sorted(data.splitlines(keepends=True)))

    def close(self) -> None:
        """Let go of the files. The store cannot be used afterwards; closing it again does nothing."""
        self._close_tables()
        self.__dict__.pop("quads", None)  # Oxigraph closes with its last reference

    def _close_tables(self) -> None:
        self.ledger.close()
        if self.answers:
            self.answers.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
