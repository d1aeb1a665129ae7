"""KnowledgeGraph: everything that a notebook or the command line asks of a store.

What only some calls need (the rules with spaCy, networkx, the shapes, the views) is imported by them, so that
a question is answered in the time that it takes itself.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from govgraph import facts
from govgraph.asking import Asking
from govgraph.connecting import Connecting
from govgraph.entities import Entity
from govgraph.explanation import Explainer
from govgraph.finding import find
from govgraph.held import held_entities
from govgraph.ledger import STORED, SourceRow
from govgraph.reports import BuildReport, ValidationReport
from govgraph.result import Cell, Result
from govgraph.sparql import TIME_LIMIT, run_query
from govgraph.store import Store
from govgraph_ontology.errors import GovgraphError
from govgraph_ontology.iri import ID

if TYPE_CHECKING:
    import pyoxigraph as ox

    from govgraph.build import Progress
    from govgraph.stats import Stats
    from govgraph_exports.views.flow import FlowPage
    from govgraph_exports.views.graph import GraphView
    from govgraph_exports.views.indicators import IndicatorsPage
    from govgraph_exports.views.load import LoadPage
    from govgraph_exports.views.matrix import MatrixPage
    from govgraph_exports.views.page import Page
    from govgraph_exports.views.report import ReportPage
    from govgraph_exports.views.timeline import TimelinePage
    from govgraph_loaders.readers.limits import Limits

STORE_VARIABLE = "GOVGRAPH_STORE"
USUAL_STORE = "govgraph-store"

_STATEMENTS = ID + "statement/"
_PATH = (str, Path)


class KnowledgeGraph(Asking, Connecting):
    """The knowledge graph in a store: what was built at the moment when this was opened.

    Names may be written as people say them (市科技局, 科技局); a name that several entities bear raises
    AmbiguousName with its `candidates`, one that nobody bears UnknownName. Answers are `Result`s.
    """

    def __init__(self, store: Store, report: BuildReport | None = None) -> None:
        self._store = store
        self._report = report
        self._explainer = Explainer(store)
        self._temporary: TemporaryDirectory[str] | None = None

    @classmethod
    def open(cls, store: Path | str | None = None) -> Self:
        """The graph in the folder `store`, else in $GOVGRAPH_STORE, else in ./govgraph-store.

        Raises StoreUnusable where there is none or it cannot be used.
        """
        return cls(Store(store or os.environ.get(STORE_VARIABLE) or USUAL_STORE))

    @classmethod
    def build(
        cls,
        paths: Path | str | Iterable[Path | str],
        store: Path | str | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
        workers: int | None = None,
    ) -> Self:
        """Read files and folders into the folder `store`, else into one that goes when the graph is closed.

        `progress` is called with what is done, the total and the next name. `report` tells what came of it;
        inputs that cannot be read are in `report.failures`. `limits`: what one input may cost; `workers`:
        processes that read at once (None: as the work suggests). Raises StoreUnusable.
        """
        from govgraph.build import build_store

        temporary = (
            TemporaryDirectory(prefix="govgraph-", ignore_cleanup_errors=True) if store is None else None
        )
        folder = temporary.name if temporary else store or ""
        given = [paths] if isinstance(paths, _PATH) else paths
        report = build_store(folder, given, progress, limits, workers)
        graph = cls(Store(folder), report)
        graph._temporary = temporary
        return graph

    @classmethod
    def retry(
        cls,
        store: Path | str,
        progress: Progress | None = None,
        limits: Limits | None = None,
        workers: int | None = None,
    ) -> Self:
        """Read again what builds of the folder `store` could not read, wholly or in part; see `build`."""
        from govgraph.build import retry_failed

        report = retry_failed(store, progress, limits, workers)
        return cls(Store(store), report)

    @property
    def report(self) -> BuildReport:
        """What the build that gave this graph did. Raises GovgraphError for a graph that was only opened."""
        if self._report is None:
            raise GovgraphError("这个库是打开的，不是刚构建的 (opened, not built: there is no report)")
        return self._report

    @property
    def store(self) -> Store:
        """The store underneath: `store.quads` is the Oxigraph store, read only."""
        return self._store

    def query(self, sparql: str, time_limit: float = TIME_LIMIT) -> Result:
        """The answer to a SPARQL 1.1 query over the merge of all sources; the usual prefixes are known.

        `time_limit`: seconds. Raises QueryRefused where the query is not valid, exceeds a limit, or asks for
        what is never allowed (SERVICE, FROM, updates).
        """
        columns, rows = run_query(self._store, sparql, time_limit)
        return Result(columns, rows, [_statements(row) for row in rows], self._explainer)

    def explain(self, name_or_iri: str) -> Result:
        """The statements about an entity, or one statement, each with its words and the words around them."""
        return self._explainer.explain(name_or_iri)

    def rejected(self) -> Result:
        """The candidates that were seen and not accepted, with the reasons, by source and place in it."""
        from govgraph.rejections import rejections

        return rejections(self._store)

    def find(self, name: str, type: str | None = None) -> list[Entity]:
        """The entities that bear the name, of one class where `type` (its local name) is given."""
        return find(self._store, name, None if type is None else (type,))

    def entities(self, type: str | None = None) -> list[Entity]:
        """All entities by IRI, of one class where `type` (its local name) is given."""
        found = held_entities(self._store.quads).values()
        return [entity for entity in found if type is None or entity.type == type]

    def facts(self, min_confidence: float = 0.0) -> Iterator[dict[str, Any]]:
        """The statements at least so sure, in the form of the facts contract, by source and place in it."""
        return facts.facts(self._store, min_confidence)

    def quads(self) -> Iterator[ox.Quad]:
        """The quads of all named graphs."""
        return self._store.named_quads()

    def stats(self) -> Stats:
        """How much of everything there is, as a dict; as text, a list for people."""
        from govgraph.stats import count

        return count(self._store)

    def validate(self) -> ValidationReport:
        """Hold the graph against the shapes of the ontology."""
        from govgraph.validation import validate

        return validate(self._store.quads, self._store.ledger.graphs())

    def sources(self) -> list[str]:
        """The names of the sources that the graph holds, sorted."""
        return [row.name for row in self.source_rows() if row.outcome == STORED]

    def source_rows(self) -> list[SourceRow]:
        """What the ledger says of every source, those that could not be read too."""
        return self._store.ledger.sources()

    def text(self, source_name: str) -> str:
        """The decoded text of a source, of which every evidence is a slice. Raises UnknownName."""
        return self._store.text(source_name)

    def remove(self, source_name: str) -> BuildReport:
        """Take a source out; the graph is then as if it had never been told of it. Raises UnknownName."""
        from govgraph.build import remove_source

        report = remove_source(self._store.folder, source_name)
        self._store.close()
        self._store = Store(self._store.folder)
        self._explainer = Explainer(self._store)
        return report

    def view(
        self,
        name: str | None = None,
        *,
        types: Collection[str] = (),
        relations: Collection[str] = (),
        place: str | None = None,
        limit: int | None = None,
    ) -> GraphView:
        """A page that shows what the name means and what is around it, or an overview; opens offline.

        The picture fits what is meant: a body with its tasks, partners, dates and targets; a task as a card;
        a place with industries and projects; a document with what it rests on and what rests on it. Without
        a name `types`, `relations` (by name or Chinese label) and `place` say of what the overview is.
        `limit`: the most nodes to draw, 300 where None, 2000 at most. Raises UnknownName, AmbiguousName,
        GovgraphError.
        """
        from govgraph_exports.views.asked import view_named, view_overview

        if name and (types or relations or place):
            raise GovgraphError("筛选用于总览，不与名称同用。 Filters are for the overview: give no name.")
        return view_named(self, name, limit) if name else view_overview(self, types, relations, place, limit)

    def view_cooperation(self, place: str | None = None, *, limit: int | None = None) -> GraphView:
        """A page that shows which bodies share tasks, of a place with all below it (`cooperation_network`).

        Raises UnknownName and AmbiguousName.
        """
        from govgraph_exports.views.asked import view_cooperation

        return view_cooperation(self, place, limit)

    def view_source(self, source_name: str) -> Page:
        """A page with the text of a source and every fact marked in it. Raises UnknownName."""
        from govgraph_exports.views.source_reader import view_source

        found = (fact for fact in self.facts() if fact["source"]["file"] == source_name)
        return view_source(source_name, self.text(source_name), found)

    def view_matrix(self, name: str | None = None) -> MatrixPage:
        """A page with the responsibilities of a place, of a document, or all: bureaus by tasks.

        Raises UnknownName and AmbiguousName, GovgraphError where there are more cells than a page holds.
        """
        from govgraph_exports.views.matrix import draw_matrix
        from govgraph_exports.views.told import told_about

        return draw_matrix(told_about(self, name))

    def view_timeline(self, name: str | None = None, on: str | None = None) -> TimelinePage:
        """A page with what is due when in a place, a document, or all; `on` marks what is overdue then.

        Raises UnknownName and AmbiguousName, QueryRefused where `on` is no date, GovgraphError where there is
        more than a page holds.
        """
        from govgraph_exports.views.timeline import draw_timeline
        from govgraph_exports.views.told import told_about

        return draw_timeline(told_about(self, name), on)

    def view_load(self, name: str | None = None) -> LoadPage:
        """A page with how many tasks each bureau has in which role, in a place, a document, or all.

        Raises UnknownName and AmbiguousName.
        """
        from govgraph_exports.views.load import draw_load
        from govgraph_exports.views.told import told_about

        return draw_load(told_about(self, name))

    def view_indicators(self, name: str | None = None) -> IndicatorsPage:
        """A page with targets and results by indicator and year, in a place, a document, or all.

        Raises UnknownName and AmbiguousName, GovgraphError where there is more than a page holds.
        """
        from govgraph_exports.views.indicators import draw_indicators
        from govgraph_exports.views.told import told_about

        return draw_indicators(told_about(self, name))

    def view_flow(self, name: str | None = None) -> FlowPage:
        """A page with the flow from documents to tasks to bureaus, in a place, a document, or all.

        Raises UnknownName and AmbiguousName.
        """
        from govgraph_exports.views.flow import draw_flow
        from govgraph_exports.views.told import told_about

        return draw_flow(told_about(self, name))

    def view_report(self, place: str) -> ReportPage:
        """A page that tells of a place who leads what, what is due, gaps, projects and people; prints well.

        Raises UnknownName and AmbiguousName.
        """
        from govgraph_exports.views.report import report

        return report(self, place)

    def export(self, path: Path | str) -> int:
        """Write the graph in the format of the ending; the number of quads, triples, edges or rows written.

        .nq, .trig and .jsonld hold everything with its sources, .ttl and .rdf without them; .graphml, .gexf
        (Gephi) and .zip (CSV for Neo4j) are for network tools; .xlsx is a book for people. Raises UnknownName
        for an ending without a format, MissingExtra for .xlsx without xlsxwriter, OSError.
        """
        from govgraph_exports.graph_files import write_graph

        return write_graph(self, Path(path))

    def close(self) -> None:
        """Let go of the files, and of the folder where it is a temporary one."""
        self._store.close()
        if self._temporary:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self._store.folder)!r}, {len(self.sources())} sources)"


def _statements(row: Sequence[Cell]) -> tuple[str, ...]:
    """The statement nodes among the cells of a row."""
    return tuple(cell for cell in row if isinstance(cell, str) and cell.startswith(_STATEMENTS))
