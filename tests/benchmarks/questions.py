"""How long every question takes on a store: govgraph, beside the same query put to Oxigraph and to rdflib.

    python tests/benchmarks/questions.py STORE [QUESTION ...] [--arguments N] [--limit SECONDS]
        [--patience SECONDS] [--rdflib-sources N]

STORE is one that `invented_store.py` made, or any other; without QUESTIONs every one is asked, then what
else the graph answers, the validation, and commands as processes. Each parameter of a question is asked
alone, with up to N arguments drawn from the store, the same at each run. `--limit` ends a call, which is
shown as `> N s`; `--patience` ends a cell after so many seconds in all. Oxigraph gets the packaged query
without the help of the index. rdflib's own store, in memory, gets the first sources only, for it takes
minutes for what is asked here of all; its column says what it takes for that part, and pyshacl validates that
part too. Milliseconds of processor time, medians, so that others on the machine matter less; commands also by
the clock. Figures to look at, never an assertion.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pyoxigraph as ox
from limited import Call, Limited, Times, shown, slowest
from rdflib import Graph, Literal

from govgraph import KnowledgeGraph
from govgraph.asking import question_text
from govgraph.keywords import statements_holding
from govgraph.patterns import select
from govgraph.questions import QUESTIONS, Parameter, Question, get_question
from govgraph.store import Store
from govgraph.validation import validate
from govgraph_ontology.governance import shapes_graph
from govgraph_ontology.iri import graph_iri
from govgraph_ontology.terms import GOV, OA, SH

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
    parser.add_argument("questions", nargs="*")
    parser.add_argument("--arguments", type=int, default=7)
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--patience", type=float, default=4.0)
    parser.add_argument("--rdflib-sources", type=int, default=2)
    arguments = parser.parse_intermixed_args()
    asked = [get_question(name) for name in arguments.questions] or list(QUESTIONS.values())
    started = process_time()
    with KnowledgeGraph.open(arguments.store) as graph:
        opened = process_time() - started
        print(f"{len(graph.store.quads):,} quads in all graphs; opened in {opened * 1000:.0f} ms")
        bench = Bench(graph, arguments)
        bench.run(asked)
        if not arguments.questions:
            bench.run_others()
            print(_agreement(arguments.store, graph.sources()[:1]))
            _time_processes(graph)


class Bench:
    """Asks a graph everything and prints a row for each way of asking."""

    def __init__(self, graph: KnowledgeGraph, arguments: argparse.Namespace) -> None:
        self.graph = graph
        self.limit: int = arguments.limit
        self.patience: float = arguments.patience
        self.drawn = _Arguments(graph, arguments.arguments)
        sources = graph.sources()[: arguments.rdflib_sources]
        self.ours = Limited(_govgraph, (arguments.store,), self.limit)
        self.raw = Limited(_oxigraph, (arguments.store,), self.limit)
        self.plain = Limited(_rdflib, (arguments.store, sources), self.limit)
        self.shapes = Limited(_pyshacl, (arguments.store, sources), 10 * self.limit)
        held = len(_part(arguments.store, sources))
        print(f"rdflib and pyshacl hold {held:,} triples, of {len(sources)} sources")

    def run(self, questions: Sequence[Question]) -> None:
        """The table of the questions."""
        print(
            f"\n{'asked':<28}{'times':>6}{'rows':>8}{'govgraph':>10}{'slowest':>10}{'Oxigraph':>10}{'rdflib':>10}"
        )
        for question in questions:
            required = {one.name: one for one in question.parameters if one.required}
            for asked in question.parameters or (None,):
                given = dict(required)
                if asked is not None:
                    if asked.needs:
                        given[asked.needs] = question.parameter(asked.needs)
                    given[asked.name] = asked
                name = f"{question.name} {asked.name if asked else ''}"
                self._row(name, question, list(self.drawn.for_all(given)))
            if not required and question.parameters:
                self._row(f"{question.name} (of all)", question, [{}])

    def run_others(self) -> None:
        """What is no question of SPARQL: paths, names, explanations, the index, counts, the validation."""
        drawn = self.drawn
        ends = zip(drawn.iris(("Organization",)), drawn.iris(("Organization",)), strict=True)
        self._only("path", [("path", one, other) for one, other in ends if one != other])
        self._only("find", [("find", name) for name in drawn.labels(())])
        self._only("explain", [("explain", iri) for iri in drawn.iris(())])
        self._only("keyword in the index", [("index", word) for word in drawn.pieces(())])
        self._only("stats", [("stats",)])
        self._only(
            "validate, all of it", [("validate",)], [self.shapes.times([("validate",)], self.patience)]
        )

    def _row(self, name: str, question: Question, chosen: Sequence[dict[str, Any]]) -> None:
        ours = self.ours.times([("ask", question.name, given) for given in chosen], self.patience)
        texts: list[Call] = [(_plain_text(self.graph, question, given),) for given in chosen]
        others = [engine.times(texts, self.patience) for engine in (self.raw, self.plain)]
        self._print(name, ours, others)

    def _only(self, name: str, calls: list[Call], others: Sequence[Times] = ()) -> None:
        self._print(name, self.ours.times(calls, self.patience), others)

    def _print(self, name: str, ours: Times, others: Sequence[Times]) -> None:
        rows = f"{median(ours.sizes):.0f}" if ours.sizes else "-"
        cells = "".join(f"{shown(times):>10}" for times in others)
        own = f"{shown(ours):>10}{slowest(ours):>10}"
        print(f"{name:<28}{len(ours.seconds):>6}{rows:>8}{own}{cells}", flush=True)


def _govgraph(store: Path) -> Callable[[Call], Any]:
    graph = KnowledgeGraph.open(store)

    def answer(call: Call) -> Any:
        match call:
            case ("ask", question, given):
                return graph.ask(question, **given)
            case ("index", word):
                return statements_holding(graph.store, word)
            case ("validate",):
                return graph.validate().findings
            case (name, *arguments):
                return getattr(graph, name)(*arguments)

    return answer


def _oxigraph(store: Path) -> Callable[[Call], Any]:
    quads = Store(store).quads
    return lambda call: list(select(quads, call[0]))


def _rdflib(store: Path, sources: Sequence[str]) -> Callable[[Call], Any]:
    part = _part(store, sources)
    return lambda call: list(part.query(call[0]))


def _pyshacl(store: Path, sources: Sequence[str]) -> Callable[[Call], Any]:
    from pyshacl import validate

    part = _part(store, sources)
    return lambda _: list(validate(part, shacl_graph=shapes_graph())[1].subjects(SH.resultSeverity))


def _agreement(store: Path, sources: Sequence[str]) -> str:
    """Whether pyshacl and govgraph find the same in a part of the store that is spoiled on purpose."""
    from pyshacl import validate as by_pyshacl

    part = _part(store, sources)
    for evidence, _ in sorted(part.subject_objects(OA.start))[::20]:
        part.set((evidence, OA.start, Literal(-1)))
    for statement, _ in sorted(part.subject_objects(GOV.confidence))[::20]:
        part.remove((statement, GOV.confidence, None))
    quads = ox.Store()
    quads.load(part.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES)
    ours = {(one.focus, one.path) for one in validate(quads, []).findings}
    report = by_pyshacl(part, shacl_graph=shapes_graph())[1]
    theirs = {
        (str(report.value(one, SH.focusNode)), str(report.value(one, SH.resultPath)))
        for one in report.subjects(SH.resultSeverity)
    }
    told = "agree" if ours == theirs else "DIFFER"
    found = f"{len(ours)} and {len(theirs)} findings"
    return f"govgraph and pyshacl {told} on {len(part):,} triples, spoiled: {found}"


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


def _part(store: Path, sources: Sequence[str]) -> Graph:
    """What these sources say, and what is inferred of it, in rdflib's own store."""
    part = Graph()
    with Store(store) as opened:
        for name in sources:
            quads = opened.quads.quads_for_pattern(None, None, None, ox.NamedNode(str(graph_iri(name))))
            lines = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads)
            part.parse(data=lines, format="nt")
    return part


def _time_processes(graph: KnowledgeGraph) -> None:
    print(f"\n{'as a command, from start to end':<44}{'processor':>12}{'clock':>12}")
    label = _Arguments(graph, 1).labels(("Organization",))[0]
    for command in (["ask", "leads", label], ["ask", "who", "图书馆"], ["stats"], ["explain", label]):
        processor, clock = [], []
        for _ in range(PROCESSES):
            start, before = perf_counter(), _used_by_children()
            subprocess.run(
                [sys.executable, "-c", COMMAND, *command, "--store", str(graph.store.folder)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            processor.append(_used_by_children() - before)
            clock.append(perf_counter() - start)
        told = f"{median(processor) * 1000:>9.0f} ms{median(clock) * 1000:>9.0f} ms"
        print(f"govgraph {' '.join(command):<35}{told}")


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
