"""The next generation of a store, written beside the one in force.

It begins as a copy of that one (hard links). Graphs whose content changed are collected and written many at
once, for the engine sorts what it is given into files: a file for each graph is slow to write and to read.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from govgraph.answer_tables import LEAST_STATEMENTS, write_answer_tables
from govgraph.archive import Archive
from govgraph.generations import (
    ANSWER_TABLES,
    data_files,
    delete_generations,
    generation_folder,
    write_pointer,
)
from govgraph.identity_decisions import IDENTITY_FILE
from govgraph.inputs import STORE_FILE
from govgraph.ledger import FindingRow, GraphRow, NameRow, SourceRow, write_ledger
from govgraph.patterns import select
from govgraph.phrases import phrase_rows
from govgraph.store import Store
from govgraph.tallies import tally_rows
from govgraph.terms import node
from govgraph_ontology.errors import StoreUnusable

_BATCH = 100_000
"""Quads that are collected before they are written."""

_BEFORE_A_STORE = {IDENTITY_FILE}
"""What may lie in a folder that becomes a store: decisions outlive the store for which they were made."""


class Draft:
    """The next generation while it is written; only `publish` brings it into force."""

    def __init__(self, folder: Path, current: Store | None) -> None:
        self.folder = folder
        self.current = current
        self.archive = Archive(folder)
        self.graphs = {row.iri: row for row in current.ledger.graphs()} if current else {}
        self._number = current.generation + 1 if current else 1
        self._generation = generation_folder(folder, self._number)
        self._published = False
        self._store: ox.Store | None = None
        self._waiting: dict[str, list[ox.Quad]] = {}
        self._gone: set[ox.Quad] = set()

    @property
    def quads(self) -> ox.Store:
        """The graph as it will be, with all that was put into it."""
        with _writing(self.folder):
            self._write()
        return self._copy

    @property
    def changed(self) -> bool:
        """Whether anything differs from the generation in force."""
        return self._store is not None or bool(self._waiting)

    def replace_graph(self, row: GraphRow, quads: list[ox.Quad]) -> None:
        """Make `quads` all that the named graph holds; nothing is written where that is so already."""
        before = self.graphs.get(row.iri)
        if before == row:
            return
        with _writing(self.folder):
            if before:
                self._take_out(row.iri)
                self._gone.difference_update(map(_merged, quads))
            self._waiting[row.iri] = quads
            self.graphs[row.iri] = row
            if sum(map(len, self._waiting.values())) >= _BATCH:
                self._write()

    def remove_graph(self, iri: str) -> None:
        """Take a named graph out, where it is there."""
        if iri in self.graphs:
            with _writing(self.folder):
                self._take_out(iri)
            del self.graphs[iri]

    @property
    def _copy(self) -> ox.Store:
        """The graph as far as it is written. The first use makes the copy."""
        if self._store is None:
            path = self._generation / "graph"
            path.parent.mkdir(parents=True)
            if self.current:
                self.current.quads.backup(str(path))
            self._store = ox.Store(str(path))
        return self._store

    def _take_out(self, iri: str) -> None:
        """Empty a named graph; its triples are held in mind until what waits is written."""
        graph = node(iri)
        self._gone.update(map(_merged, self._copy.quads_for_pattern(None, None, None, graph)))
        self._copy.remove_graph(graph)

    def _write(self) -> None:
        """Write what waits, and take out of the default graph what no named graph says any more."""
        store = self._copy
        if self._waiting:
            store.bulk_extend(
                one for quads in self._waiting.values() for quad in quads for one in (quad, _merged(quad))
            )
        for quad in self._gone:
            others = store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
            if all(other == quad for other in others):
                store.remove(quad)
        for iri in self._waiting:
            self._check(iri)
        self._waiting.clear()
        self._gone.clear()

    def _check(self, iri: str) -> None:
        (found,) = select(self._copy, f"SELECT (COUNT(*) AS ?count) {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}")
        written, wanted = found["count"], self.graphs[iri].quads
        if written is None or int(written.value) != wanted:
            raise OSError(f"wrote {wanted} quads, holds {written}")

    def discard(self) -> None:
        """Delete what was written and not published."""
        self._waiting.clear()
        self._store = None
        if not self._published and self._generation.exists():
            shutil.rmtree(self._generation)

    def publish(
        self,
        sources: Iterable[SourceRow],
        names: Iterable[NameRow],
        findings: Iterable[FindingRow],
        *,
        forget: bool = False,
    ) -> None:
        """Bring the generation into force, on disk. `forget` deletes the one before it at once."""
        sources = list(sources)
        with _writing(self.folder):
            quads = self.quads
            phrases, tallies = list(phrase_rows(quads)), list(tally_rows(quads))
            if sum(row.statements for row in sources) >= LEAST_STATEMENTS:
                write_answer_tables(self._generation / ANSWER_TABLES, quads)
            quads.flush()
            del quads
            self._store = None  # closed, so that its files stay as they are
            write_ledger(
                self._generation / "ledger.sqlite",
                sources=sources,
                graphs=self.graphs.values(),
                names=names,
                findings=findings,
                phrases=phrases,
                tallies=tallies,
                files=data_files(self._generation / "graph"),
            )
            write_pointer(self.folder, self._number)
        self._published = True
        kept = [self._number]
        needed = sources
        if self.current and not forget:  # whoever reads it now may go on until the next build
            kept.append(self.current.generation)
            needed = [*sources, *self.current.ledger.sources()]
        delete_generations(self.folder, kept)
        self.archive.keep_only(needed)


@contextmanager
def drafting(folder: Path | str) -> Iterator[Draft]:
    """A draft of the next generation of the store in `folder`, which is made where there is none.

    Raises StoreUnusable where somebody else writes to it. A draft that is not published leaves nothing.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(f"{folder}: 不能作为库文件夹 (cannot hold a store): {error.strerror}") from error
    others = any(path.name not in _BEFORE_A_STORE for path in folder.iterdir())
    if others and not (folder / STORE_FILE).exists() and not (folder / "writer.lock").exists():
        raise StoreUnusable(
            f"{folder}: 文件夹非空且不是库，请另选 (not empty and no store; choose another folder)"
        )
    with _writer_lock(folder):
        current = Store(folder) if (folder / STORE_FILE).exists() else None
        in_force = current.generation if current else 0
        delete_generations(folder, [in_force, in_force - 1])
        draft = Draft(folder, current)
        try:
            yield draft
        finally:
            draft.discard()
            if current:
                current.close()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        message = "写入失败，磁盘是否已满？请重新构建 (cannot be written; is the disk full? build again)"
        raise StoreUnusable(f"{folder}: {message}: {error}") from error


@contextmanager
def _writer_lock(folder: Path) -> Iterator[None]:
    """An exclusive SQLite transaction: a lock that every system has and that dies with its process."""
    lock = sqlite3.connect(folder / "writer.lock", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise StoreUnusable(
            f"{folder}: 另一个 govgraph 正在写入，请等它结束 (another govgraph is writing; wait for it)"
        ) from error
    try:
        yield
    finally:
        lock.close()


def _merged(quad: ox.Quad) -> ox.Quad:
    """The triple of a quad as the default graph holds it."""
    return ox.Quad(quad.subject, quad.predicate, quad.object)
