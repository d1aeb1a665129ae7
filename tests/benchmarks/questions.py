"""How long every question takes on a store: govgraph, beside the same query put to Oxigraph and to rdflib.

    python tests/benchmarks/questions.py STORE [--arguments N] [--patience SECONDS] [--rdflib-sources N]

STORE is one that `invented_store.py` made, or any other. Each parameter of each question is asked alone, with
up to N arguments drawn from the store, the same at each run; `--patience` ends a row. Oxigraph gets the
packaged query without the help of the index. rdflib's own store, in memory, gets the first sources only, for
it takes minutes for what is asked here of all; its column says what it takes for that part. Milliseconds of
processor time, medians, so that others on the machine matter less; commands by the clock. Figures to look at,
never an assertion.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from govgraph import KnowledgeGraph
from govgraph.asking import question_text
from govgraph.keywords import statements_holding
from govgraph.patterns import select
from govgraph.questions import QUESTIONS, Parameter, Question
from govgraph_ontology.iri import graph_iri

DATES = ("2023-06", "2024-01-31", "2024-12", "2025", "2026-06-30")
NUMBERS = (1, 2, 5, 10, 2024)
PROCESSES = 3
COMMAND = "from govgraph_exports.cli import main; main()"


def main() -> None:
    """Read the arguments, ask, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--arguments", type=int, default=15)
    parser.add_argument("--patience", type=float, default=4.0)
    parser.add_argument("--rdflib-sources", type=int, default=3)
    arguments = parser.parse_args()
    started = perf_counter()
    with KnowledgeGraph.open(arguments.store) as graph:
        opened = perf_counter() - started
        print(f"{len(graph.store.quads):,} quads in all graphs; opened in {opened * 1000:.0f} ms")
        part = _part(graph, arguments.rdflib_sources)
        print(f"rdflib holds {len(part):,} triples of {arguments.rdflib_sources} sources\n")
        Bench(graph, part, arguments.arguments, arguments.patience).run()
    _time_processes(arguments.store)


class Bench:
    """Asks a graph everything and prints a row for each way of asking."""

    def __init__(self, graph: KnowledgeGraph, part: Graph, arguments: int, patience: float) -> None:
        self.graph = graph
        self.part = part
        self.patience = patience
        self.drawn = _Arguments(graph, arguments)

    def run(self) -> None:
        print(
            f"{'asked':<28}{'times':>6}{'rows':>8}{'govgraph':>10}{'slowest':>10}{'Oxigraph':>10}{'rdflib':>10}"
        )
        for question in QUESTIONS.values():
            required = {one.name: one for one in question.parameters if one.required}
            for asked in question.parameters or (None,):
                given = dict(required)
                if asked is not None:
                    given[asked.name] = asked
                self._row(question, asked, list(self.drawn.for_all(given)))
        drawn, graph = self.drawn, self.graph
        self._only("find by name", [partial(graph.find, name) for name in drawn.labels(())])
        self._only("explain", [partial(graph.explain, iri) for iri in drawn.iris(())])
        self._only(
            "keyword in the index",
            [partial(statements_holding, graph.store, word) for word in drawn.pieces(())],
        )
        self._only("stats", [graph.stats])

    def _row(self, question: Question, asked: Parameter | None, chosen: Sequence[dict[str, Any]]) -> None:
        ours, rows = self._times([partial(self.graph.ask, question.name, **given) for given in chosen])
        texts = [_plain_text(self.graph, question, given) for given in chosen[: len(ours)]]
        raw, _ = self._times([partial(self._with_oxigraph, text) for text in texts])
        plain, _ = self._times([partial(self._with_rdflib, text) for text in texts])
        _print(f"{question.name} {asked.name if asked else ''}", ours, rows, [raw, plain])

    def _with_oxigraph(self, text: str) -> list[Any]:
        return list(select(self.graph.store.quads, text))

    def _with_rdflib(self, text: str) -> list[Any]:
        return list(self.part.query(text))

    def _only(self, name: str, calls: Sequence[Callable[[], Any]]) -> None:
        times, rows = self._times(calls)
        _print(name, times, rows, [])

    def _times(self, calls: Sequence[Callable[[], Any]]) -> tuple[list[float], list[int]]:
        times: list[float] = []
        rows: list[int] = []
        for call in calls:
            start = process_time()
            found = call()
            times.append(process_time() - start)
            rows.append(len(found))
            if sum(times) > self.patience:
                break
        return times, rows


class _Arguments:
    """What is asked about: drawn from the names in the store, the same at each run."""

    def __init__(self, graph: KnowledgeGraph, count: int) -> None:
        self.count = count
        self.entities = graph.entities()
        self.random = Random(7)

    def for_all(self, parameters: dict[str, Parameter]) -> Iterator[dict[str, Any]]:
        columns = [self._values(parameter) for parameter in parameters.values()]
        for values in zip(*columns, strict=False):
            yield dict(zip(parameters, values, strict=True))

    def _values(self, parameter: Parameter) -> list[Any]:
        if parameter.kind == "entity":
            return self.iris(parameter.classes)
        if parameter.kind == "choice":
            return list(parameter.choices)
        if parameter.kind == "number":
            return list(NUMBERS)
        if parameter.kind in {"date", "start"}:
            return list(DATES)
        return self.pieces(parameter.classes)

    def iris(self, classes: Sequence[str]) -> list[str]:
        return [entity.iri for entity in self._drawn(classes)]

    def labels(self, classes: Sequence[str]) -> list[str]:
        return [entity.label for entity in self._drawn(classes)]

    def pieces(self, classes: Sequence[str]) -> list[str]:
        """Two to five characters out of names."""
        found = []
        for label in self.labels(classes):
            length = min(len(label), self.random.randint(2, 5))
            start = self.random.randrange(len(label) - length + 1)
            found.append(label[start : start + length])
        return found

    def _drawn(self, classes: Sequence[str]) -> list[Any]:
        fitting = [entity for entity in self.entities if not classes or entity.type in classes]
        return self.random.sample(fitting, min(self.count, len(fitting)))


def _plain_text(graph: KnowledgeGraph, question: Question, given: dict[str, Any]) -> str:
    """The packaged query about the same, as any engine gets it."""
    text = question_text(graph.store, question, given)
    for name in given:
        slot = question.parameter(name).narrows
        if slot:
            before, _, after = text.partition(f"VALUES ?{slot} {{")
            text = f"{before}VALUES ?{slot} {{ UNDEF }}{after.partition('}')[2]}"
    return text


def _part(graph: KnowledgeGraph, sources: int) -> Graph:
    part = Graph()
    for name in graph.sources()[:sources]:
        quads = graph.store.quads.quads_for_pattern(None, None, None, ox.NamedNode(str(graph_iri(name))))
        lines = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads)
        part.parse(data=lines, format="nt")
    return part


def _time_processes(store: Path) -> None:
    print("\nas a command, from start to end")
    with KnowledgeGraph.open(store) as graph:
        label = _Arguments(graph, 1).labels(("Organization",))[0]
    for command in (["ask", "leads", label], ["ask", "who", "图书馆"], ["stats"], ["explain", label]):
        times = []
        for _ in range(PROCESSES):
            start = perf_counter()
            subprocess.run(
                [sys.executable, "-c", COMMAND, *command, "--store", str(store)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            times.append(perf_counter() - start)
        print(f"govgraph {' '.join(command):<28}{median(times) * 1000:>10.0f} ms")


def _print(name: str, ours: Sequence[float], rows: Sequence[int], others: Sequence[Sequence[float]]) -> None:
    cells = "".join(f"{median(times) * 1000:>10.1f}" if times else f"{'-':>10}" for times in others)
    own = f"{median(ours) * 1000:>10.1f}{max(ours) * 1000:>10.1f}"
    print(f"{name:<28}{len(ours):>6}{median(rows):>8.0f}{own}{cells}", flush=True)


if __name__ == "__main__":
    main()
