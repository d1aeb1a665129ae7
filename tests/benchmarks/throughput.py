"""Characters per second of each stage, beside spaCy's bare character tokenizer on the same text.

    python tests/benchmarks/throughput.py [PATH ...] [--repeat N] [--json]

PATHs are files or folders; without any, the bundled samples are read several times over. Each stage is timed
alone, on what the stage before gave, after one run that is not counted; the best of `--repeat` runs is shown.
Figures to look at and to compare with an earlier run on the same machine, never an assertion.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

import spacy

from govgraph.admission import admitted
from govgraph.identity import Identity
from govgraph.source_graph import source_graph
from govgraph_loaders.decoding import decode
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.relations import EXTRACTORS
from govgraph_loaders.extraction import extract_source
from govgraph_loaders.model import Layout
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout

Value = TypeVar("Value")

SAMPLE_COPIES = 10
SPACY_LIMIT = 500_000
"""Characters that spaCy gets at once; beyond 1,000,000 it refuses (E088)."""


@dataclass(frozen=True)
class Stage:
    """A stage by name and its best time in seconds."""

    name: str
    seconds: float


def main() -> None:
    """Read the arguments, time the stages, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    inputs = _read_inputs(arguments.paths) if arguments.paths else _samples()
    if not inputs:
        sys.exit("no file under these paths can be read")
    characters, stages = measure(inputs, arguments.repeat)
    show = _show_json if arguments.json else _show_table
    show(len(inputs), characters, stages)


class Stopwatch:
    """Runs stages and keeps their best times."""

    def __init__(self, repeat: int) -> None:
        self.repeat = repeat
        self.stages: list[Stage] = []

    def time(self, name: str, work: Callable[[], Value]) -> Value:
        """What `work` gives; it runs once more than `repeat` says, and the first run does not count."""
        value = work()
        self.stages.append(Stage(name, min(_seconds(work) for _ in range(self.repeat))))
        return value


def measure(inputs: Sequence[tuple[str, bytes]], repeat: int) -> tuple[int, list[Stage]]:
    """The number of characters of the inputs, and the times of the stages on them."""
    watch = Stopwatch(repeat)
    decoded = watch.time("decode", lambda: [(name, *decode(data, name)) for name, data in inputs])
    sources = [Source(name, text, "", encoding) for name, text, encoding in decoded]
    tokenizer = spacy.blank("zh").tokenizer
    pieces = [
        source.text[start : start + SPACY_LIMIT]
        for source in sources
        for start in range(0, len(source.text), SPACY_LIMIT)
    ]
    watch.time('spacy.blank("zh"), for comparison', lambda: [len(tokenizer(piece)) for piece in pieces])
    layouts = watch.time("clean view and structure", lambda: [read_layout(source) for source in sources])
    watch.time("mentions, every kind", lambda: [_find_mentions(layout) for layout in layouts])
    watch.time(
        "relations, with the mentions they ask for", lambda: [_find_relations(layout) for layout in layouts]
    )
    extracted = watch.time("extraction, all of it", lambda: [extract_source(source) for source in sources])
    extractions = [admitted(one, source.text) for one, source in zip(extracted, sources, strict=True)]
    identity = watch.time("identity", lambda: Identity(extractions))
    said = list(zip(sources, extractions, strict=True))
    watch.time("graph", lambda: [source_graph(source, extraction, identity) for source, extraction in said])
    return sum(len(source.text) for source in sources), watch.stages


def _readings(layout: Layout) -> list[Reading]:
    return [Reading(layout, index) for index in range(len(layout.documents))]


def _find_mentions(layout: Layout) -> int:
    """How many mentions the documents of a layout have; a Reading finds each kind when first asked for it."""
    return sum(len(found) for reading in _readings(layout) for found in reading.mentions.values())


def _find_relations(layout: Layout) -> int:
    return sum(1 for reading in _readings(layout) for extract in EXTRACTORS for _ in extract(reading))


def _seconds(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _read_inputs(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    found = sorted({file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])})
    texts = [file for file in found if file.is_file() and file.suffix in {".txt", ".md"}]
    return [(file.name, file.read_bytes()) for file in texts]


def _samples() -> list[tuple[str, bytes]]:
    samples = sorted((files("govgraph_exports") / "samples").iterdir(), key=lambda entry: entry.name)
    texts = [(entry.name, entry.read_bytes()) for entry in samples if entry.name.endswith(".txt")]
    return [(f"{copy}/{name}", data) for copy in range(SAMPLE_COPIES) for name, data in texts]


def _show_table(inputs: int, characters: int, stages: Sequence[Stage]) -> None:
    print(f"{inputs} inputs, {characters:,} characters")
    print(f"{'stage':<44}{'seconds':>10}{'characters/s':>16}")
    for stage in stages:
        print(f"{stage.name:<44}{stage.seconds:>10.3f}{characters / stage.seconds:>16,.0f}")


def _show_json(inputs: int, characters: int, stages: Sequence[Stage]) -> None:
    rows = [
        {"stage": stage.name, "seconds": stage.seconds, "characters_per_second": characters / stage.seconds}
        for stage in stages
    ]
    print(json.dumps({"inputs": inputs, "characters": characters, "stages": rows}, indent=2))


if __name__ == "__main__":
    main()
