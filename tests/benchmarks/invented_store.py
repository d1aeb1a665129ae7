"""Build a store of documents of invented cities, to measure on: about a million triples unless told else.

    python tests/benchmarks/invented_store.py FOLDER [--cities N] [--years N]

The documents go to FOLDER/documents and the store to FOLDER/store, through the same build as everybody's
files. Told again it reads only what is new. Prints what each stage took and the most memory that was held.
"""

from __future__ import annotations

import argparse
import resource
from pathlib import Path
from time import perf_counter

from invented import cities, documents

from govgraph.build import build_store
from govgraph.store import Store

FIRST_YEAR = 2023


def main() -> None:
    """Write the documents, build the store, tell what it holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cities", type=int, default=15)
    parser.add_argument("--years", type=int, default=2)
    arguments = parser.parse_args()
    characters = write_documents(arguments.folder / "documents", arguments.cities, arguments.years)
    watch = _Watch()
    report = build_store(arguments.folder / "store", [arguments.folder / "documents"], watch.progress)
    watch.stop()
    with Store(arguments.folder / "store") as store:
        said = sum(row.quads for row in store.ledger.graphs())
        triples = len(store.quads) - said
    print(f"{report.sources} sources, {characters:,} characters, {report.statements:,} statements")
    print(f"{triples:,} triples in the merge, {said:,} quads in named graphs")
    print(f"read and extracted in {watch.read:.1f} s, graph part in {watch.graph:.1f} s")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    print(report.validation)


def write_documents(folder: Path, count: int, years: int) -> int:
    """Write the documents of so many cities and years; the number of characters in them."""
    characters = 0
    for city in cities(count):
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            for name, text in documents(city, year):
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                characters += len(text)
    return characters


class _Watch:
    """Tells reading from what comes after it by the calls for progress."""

    def __init__(self) -> None:
        self.started = self.read_by = perf_counter()
        self.read = self.graph = 0.0

    def progress(self, done: int, total: int, name: str) -> None:
        if done == total:
            self.read_by = perf_counter()

    def stop(self) -> None:
        now = perf_counter()
        self.read, self.graph = self.read_by - self.started, now - self.read_by


if __name__ == "__main__":
    main()
