"""The store: a folder that holds the graph, the texts and the ledger.

    govgraph-store.json       which generation is in force; replaced in one step
    generations/000007/graph  the quads (Oxigraph)
    generations/000007/ledger.sqlite
    texts/, extractions/      see `govgraph.archive`
    writer.lock               held while somebody writes

Each source has its named graph, and inferences have one. The default graph is the merge of them all (RDF 1.1
Semantics, section 4.1), each triple once, kept in step: a union that the engine makes at each query gives a
triple as often as there are graphs that say it, which makes counts wrong and joins slow.

A generation is written beside the one in force, as a copy of it (hard links) with the changed graphs
replaced, and comes into force when it is whole and on disk. So whoever reads sees a finished build, also
while another goes on; a build that is killed leaves nothing but a folder that the next one deletes; and
readers never lock anybody out.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from govgraph.archive import Archive
from govgraph.inputs import STORE_FILE
from govgraph.ledger import STORED, FindingRow, GraphRow, Ledger, NameRow, SourceRow, write_ledger
from govgraph.terms import node
from govgraph_ontology.errors import StoreUnusable, UnknownName

FORMAT = 1


class Store:
    """A published generation of a store, read only."""

    def __init__(self, folder: Path | str) -> None:
        """Open the store in `folder`.

        Raises StoreUnusable, with the mend, where there is none, where another version of govgraph made it,
        or where it does not hold what its ledger says.
        """
        self.folder = Path(folder)
        self.archive = Archive(self.folder)
        self.generation = _read_pointer(self.folder)
        while True:
            try:
                self._open()
                return
            except (OSError, sqlite3.Error) as error:
                current = _read_pointer(self.folder)
                if current == self.generation:
                    raise StoreUnusable(f"{self.folder}: {_damaged(str(error))}") from error
                self.generation = current  # a writer finished between the two steps

    def _open(self) -> None:
        self.graph_folder = _generation(self.folder, self.generation) / "graph"
        self.ledger = Ledger(self.graph_folder.parent / "ledger.sqlite")
        try:
            self.quads = ox.Store.read_only(str(self.graph_folder))
            expected, held = self.ledger.quads(), len(self.quads)
            if expected != held:
                reason = f"ledger {expected} quads, graph {held}"
                raise StoreUnusable(f"{self.folder}: {_damaged(reason)}")
        except BaseException:
            self.ledger.close()
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
        self.ledger.close()
        self.__dict__.pop("quads", None)  # Oxigraph closes with its last reference

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Draft:
    """The next generation of a store while it is written; only `publish` brings it into force."""

    def __init__(self, folder: Path, current: Store | None) -> None:
        self.folder = folder
        self.current = current
        self.archive = Archive(folder)
        self.graphs = {row.iri: row for row in current.ledger.graphs()} if current else {}
        self._number = current.generation + 1 if current else 1
        self._quads: ox.Store | None = None

    @property
    def quads(self) -> ox.Store:
        """The graph as it will be. The first use makes the copy."""
        if self._quads is None:
            path = _generation(self.folder, self._number) / "graph"
            path.parent.mkdir(parents=True)
            if self.current:
                self.current.quads.backup(str(path))
            self._quads = ox.Store(str(path))
        return self._quads

    @property
    def changed(self) -> bool:
        """Whether anything differs from the generation in force."""
        return self._quads is not None

    def replace_graph(self, row: GraphRow, quads: list[ox.Quad]) -> None:
        """Make `quads` all that the named graph holds; nothing is written where that is so already."""
        if self.graphs.get(row.iri) == row:
            return
        with _writing(self.folder):
            self._replace(row, quads)

    def _replace(self, row: GraphRow, quads: list[ox.Quad]) -> None:
        merged = [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
        before = self._take_out(row.iri)
        self.quads.bulk_extend([*quads, *merged])
        self._forget(before.difference(merged))
        self.graphs[row.iri] = row
        written = sum(1 for _ in self.quads.quads_for_pattern(None, None, None, node(row.iri)))
        if written != row.quads:
            raise OSError(f"wrote {row.quads} quads, holds {written}")

    def remove_graph(self, iri: str) -> None:
        """Take a named graph out, where it is there."""
        if iri in self.graphs:
            with _writing(self.folder):
                self._forget(self._take_out(iri))
            del self.graphs[iri]

    def _take_out(self, iri: str) -> set[ox.Quad]:
        """Empty a named graph; its triples, as quads of the default graph."""
        graph = node(iri)
        held = {
            ox.Quad(quad.subject, quad.predicate, quad.object)
            for quad in self.quads.quads_for_pattern(None, None, None, graph)
        }
        self.quads.remove_graph(graph)
        return held

    def _forget(self, merged: set[ox.Quad]) -> None:
        """Take out of the default graph what no named graph says any more."""
        for quad in merged:
            others = self.quads.quads_for_pattern(quad.subject, quad.predicate, quad.object)
            if all(other == quad for other in others):
                self.quads.remove(quad)

    def discard(self) -> None:
        """Delete what was written and not published."""
        if self._quads is not None:
            self._quads = None
            shutil.rmtree(_generation(self.folder, self._number))

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
        ledger = _generation(self.folder, self._number) / "ledger.sqlite"
        with _writing(self.folder):
            self.quads.flush()
            count = len(self.quads)
            write_ledger(ledger, sources, self.graphs.values(), names, findings, count)
            _write_pointer(self.folder, self._number)
        self._quads = None
        kept = [self._number]
        needed = sources
        if self.current and not forget:  # whoever reads it now may go on until the next build
            kept.append(self.current.generation)
            needed = [*sources, *self.current.ledger.sources()]
        _delete_generations(self.folder, kept)
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
    if any(folder.iterdir()) and not (folder / STORE_FILE).exists() and not (folder / "writer.lock").exists():
        raise StoreUnusable(
            f"{folder}: 文件夹非空且不是库，请另选 (not empty and no store; choose another folder)"
        )
    with _writer_lock(folder):
        current = Store(folder) if (folder / STORE_FILE).exists() else None
        in_force = current.generation if current else 0
        _delete_generations(folder, [in_force, in_force - 1])
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


def _generation(folder: Path, number: int) -> Path:
    return folder / "generations" / f"{number:06}"


def _read_pointer(folder: Path) -> int:
    path = folder / STORE_FILE
    try:
        pointer = json.loads(path.read_bytes())
        made_by, generation = pointer["format"], int(pointer["generation"])
    except FileNotFoundError:
        raise StoreUnusable(
            f"{folder}: 没有库，请先运行 govgraph build (no store here; run `govgraph build` first)"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreUnusable(f"{path}: {_damaged(str(error))}") from error
    if made_by != FORMAT:
        raise StoreUnusable(
            f"{folder}: 库格式为 {made_by}，本版本只读 {FORMAT}，请重建 (of another version; build it anew)"
        )
    return generation


def _write_pointer(folder: Path, generation: int) -> None:
    path = folder / STORE_FILE
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump({"format": FORMAT, "generation": generation}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _delete_generations(folder: Path, kept: list[int]) -> None:
    wanted = {_generation(folder, number) for number in kept}
    generations = folder / "generations"
    for path in sorted(generations.iterdir()) if generations.is_dir() else ():
        if path not in wanted:
            # Windows keeps files that somebody reads; the next writer deletes what is left.
            shutil.rmtree(path, ignore_errors=os.name == "nt")


def _damaged(reason: str) -> str:
    return f"库已损坏，请删除后重新构建 (the store is damaged; delete it and build it again): {reason}"
