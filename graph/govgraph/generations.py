"""Generations: the folders of a store, which of them is in force, and whether it is as it was written.

govgraph-store.json       which generation is in force; replaced in one step
generations/000007/graph  the quads (Oxigraph)
generations/000007/ledger.sqlite
generations/000007/answers.sqlite   of large stores, see `govgraph.answer_tables`
texts/, extractions/      see `govgraph.archive`
writer.lock               held while somebody writes
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection
from pathlib import Path

from govgraph.inputs import STORE_FILE
from govgraph_ontology.errors import StoreUnusable

FORMAT = 2

ANSWER_TABLES = "answers.sqlite"
"""The file of a generation that holds answer tables, where it has some."""

_NO_DATA = ("LOCK", "LOG")
"""Files of the engine that hold none of its data."""


def generation_folder(store: Path, number: int) -> Path:
    """Where the generation is."""
    return store / "generations" / f"{number:06}"


def read_pointer(store: Path) -> int:
    """The generation in force. Raises StoreUnusable, with the mend, where there is none to be read."""
    path = store / STORE_FILE
    try:
        pointer = json.loads(path.read_bytes())
        made_by, generation = pointer["format"], int(pointer["generation"])
    except FileNotFoundError:
        raise StoreUnusable(
            f"{store}: 没有库，请先运行 govgraph build (no store here; run `govgraph build` first)"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreUnusable(f"{path}: {damaged(str(error))}") from error
    if made_by != FORMAT:
        raise StoreUnusable(
            f"{store}: 库格式为 {made_by}，本版本只读 {FORMAT}，请重建 (of another version; build it anew)"
        )
    return generation


def write_pointer(store: Path, generation: int) -> None:
    """Bring the generation into force, in one step and on disk."""
    path = store / STORE_FILE
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump({"format": FORMAT, "generation": generation}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def delete_generations(store: Path, kept: Collection[int]) -> None:
    """Delete all generations but these."""
    wanted = {generation_folder(store, number) for number in kept}
    generations = store / "generations"
    for path in sorted(generations.iterdir()) if generations.is_dir() else ():
        if path not in wanted:
            # Windows keeps files that somebody reads; the next writer deletes what is left.
            shutil.rmtree(path, ignore_errors=os.name == "nt")


def data_files(graph_folder: Path) -> dict[str, int]:
    """The files that hold the quads, by name, with their sizes in bytes.

    The engine opens what is cut off or lost without a word, with fewer quads; what was changed in place
    fails its checksums when it is read.
    """
    return {
        path.name: path.stat().st_size
        for path in sorted(graph_folder.iterdir())
        if not path.name.startswith(_NO_DATA)
    }


def damaged(reason: str) -> str:
    """What to tell of a store that is not as it was written."""
    return f"库已损坏，请删除后重新构建 (the store is damaged; delete it and build it again): {reason}"
