"""Build: inputs into sources, sources into extractions, all extractions into entities, these into graphs.

What one input says is read once and kept; identity is decided over everything in the store at each build, all
graphs are made anew, and those whose content changed are written. So adding and taking out a file give what
building without the history would give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import file_digest, sha256
from itertools import zip_longest
from pathlib import Path

import pyoxigraph as ox

from govgraph.damage import counted, damage_by_source
from govgraph.draft import Draft, drafting
from govgraph.extracting import extract, keep, rules_version
from govgraph.failure_log import failed_inputs, log_failures
from govgraph.identity import Identity
from govgraph.identity_decisions import IDENTITY_FILE, read_decisions
from govgraph.implied import Implied
from govgraph.inputs import Failure, Input, find_inputs
from govgraph.ledger import SKIPPED, STORED, GraphRow, SourceRow
from govgraph.name_index import name_rows
from govgraph.reading_pool import Outcome, ReadingPool
from govgraph.reports import BuildReport, ValidationReport
from govgraph.source_graph import source_graph
from govgraph.validation import validate
from govgraph_loaders.readers.contents import Skipped
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction
from govgraph_ontology.errors import DocumentSkipped, StoreUnusable, UnknownName
from govgraph_ontology.iri import INFERRED_GRAPH, graph_iri

Progress = Callable[[int, int, str], None]
"""Called with the number of inputs that are done, of all, and the name of the next (`""` after the last)."""


def build_store(
    folder: Path | str,
    paths: Iterable[Path | str],
    progress: Progress | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
) -> BuildReport:
    """Read the files under `paths` into the store in `folder`, which is made where there is none.

    Sources of earlier builds that are not under `paths` stay. An input that cannot be read is a Failure of
    the report and costs nothing but itself; where an earlier build could read it, that reading stays.
    `limits`: what one input may cost; `workers`: processes that read at once, which changes nothing else.
    Raises StoreUnusable where the store cannot be written, IdentityRefused where the decisions in it
    contradict each other.
    """
    inputs, failures = find_inputs(paths)
    with drafting(folder) as draft:
        reading = _Reading(draft, failures)
        changed = [one for one in inputs if not reading.knows(one)]
        return _read_and_finish(reading, inputs, changed, progress, ReadingPool(workers, limits))


def retry_failed(
    folder: Path | str,
    progress: Progress | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
) -> BuildReport:
    """Read again what the builds so far could not read, wholly or in part; see `build_store`.

    Raises StoreUnusable where there is no store or its log of failures is damaged.
    """
    inputs = failed_inputs(Path(folder))
    with drafting(folder) as draft:
        reading = _Reading(draft, [])
        return _read_and_finish(reading, inputs, inputs, progress, ReadingPool(workers, limits))


def _read_and_finish(
    reading: _Reading,
    inputs: Sequence[Input],
    changed: Sequence[Input],
    progress: Progress | None,
    pool: ReadingPool,
) -> BuildReport:
    """Read those of the inputs that changed; the report of the build that ends with them."""
    done = len(inputs) - len(changed)
    if progress:
        progress(done, len(inputs), changed[0].name if changed else "")
    with pool:
        for (one, outcome), following in zip_longest(pool.read(changed), changed[1:]):
            reading.take(one, outcome)
            done += 1
            if progress:
                progress(done, len(inputs), following.name if following else "")
    report = reading.finish()
    log_failures(reading.draft.folder, inputs, report.failures)
    return report


def remove_source(folder: Path | str, name: str) -> BuildReport:
    """Take a source, or all sources of one input, out of the store; its text goes with it.

    Raises UnknownName where there is none of that name, StoreUnusable where the store cannot be written.
    """
    with drafting(folder) as draft:
        reading = _Reading(draft, [])
        names = [row.name for row in reading.rows.values() if name in (row.name, row.input)]
        if not names:
            known = "、".join(list(reading.rows)[:20])
            raise UnknownName(f"{name}: 库中没有这个来源 (no such source); 已有 (there are): {known}")
        for one in names:
            del reading.rows[one]
        return reading.finish(forget=True)


class _Reading:
    """The rows of the ledger as they change while inputs are read."""

    def __init__(self, draft: Draft, failures: Sequence[Failure]) -> None:
        self.draft = draft
        self.decisions = read_decisions(draft.folder / IDENTITY_FILE)
        self.before = {row.name: row for row in draft.current.ledger.sources()} if draft.current else {}
        self.rows = dict(self.before)
        self.failures: list[Failure] = []
        self.fresh: list[str] = []
        self.unchanged: list[str] = []
        self.digests: dict[str, str] = {}
        self.said: dict[str, Extraction] = {}
        for failure in failures:
            self._fail(failure.name, failure.message)

    def knows(self, one: Input) -> bool:
        """Whether the store holds an input as it is; if so it is noted as unchanged."""
        known = [row for row in self.rows.values() if row.input == one.name and row.outcome == STORED]
        try:
            if not known or not all(self._is_current(row, self._digest(one)) for row in known):
                return False
        except OSError:  # reading it will tell
            return False
        self.unchanged += [row.name for row in known]
        parts = (row for row in self.rows.values() if row.input == one.name)
        self.failures += [Failure(row.name, row.error) for row in parts if row.outcome == SKIPPED]
        return True

    def take(self, one: Input, outcome: Outcome) -> None:
        """Keep what an input holds, or note why it cannot be read."""
        try:
            if outcome.error is not None:
                raise outcome.error
            archive, digest = self.draft.archive, self._digest(one)
            found = [archive.add(source, one.name, digest) for source in outcome.contents.sources]
            said = [
                extract(archive, row) if extraction is None else keep(archive, row, extraction)
                for row, extraction in zip_longest(found, outcome.extractions)
            ]
        except DocumentSkipped as error:
            self._fail(one.name, str(error))
        except OSError as error:
            self._fail(one.name, f"{one.name}: 无法读取 (cannot be read): {error.strerror or error}")
        except Exception as error:  # a fault of a reader or a rule: it costs this input and is reported
            self._fail(one.name, _fault(one.name, error))
        else:
            self._keep(one, found, said, outcome.contents.skipped)

    def finish(self, *, forget: bool = False) -> BuildReport:
        """Decide identity, write what changed, validate and publish."""
        draft = self.draft
        said = self._said()
        identity = Identity([extraction for _, extraction in said], self.decisions)
        implied = Implied(said, identity)
        graphs_written = _write_graphs(draft, said, identity, implied)
        rows = sorted(self.rows.values())
        if draft.current and not draft.changed and rows == draft.current.ledger.sources():
            report = ValidationReport(draft.current.ledger.findings())
        else:
            report = validate(draft.quads, draft.graphs.values())
            names = name_rows([*identity.entities(), *implied.entities()])
            draft.publish(rows, names, report.findings, forget=forget)
        stored = {row.name for row in rows if row.outcome == STORED}
        before = {row.name for row in self.before.values() if row.outcome == STORED}
        return BuildReport(
            read=tuple(sorted(self.fresh)),
            unchanged=tuple(sorted(self.unchanged)),
            dropped=tuple(sorted(before - stored)),
            failures=tuple(sorted(self.failures)),
            sources=len(stored),
            documents=sum(row.documents for row in rows),
            statements=sum(row.statements for row in rows),
            rejections=sum(row.rejections for row in rows),
            graphs_written=graphs_written,
            validation=report,
            notes=tuple(identity.notes()),
            damage=damage_by_source(rows),
        )

    def _digest(self, one: Input) -> str:
        """The hash of an input, made once."""
        if one.name not in self.digests:
            self.digests[one.name] = _digest(one.path)
        return self.digests[one.name]

    def _is_current(self, row: SourceRow, digest: str) -> bool:
        """Whether today's readers and rules read this very file; newer readers may find more text in it."""
        known = row.input_sha256 == digest and row.version == rules_version()
        return known and not row.error and self.draft.archive.holds_text(row)

    def _keep(
        self,
        one: Input,
        found: Sequence[SourceRow],
        said: Sequence[Extraction],
        skipped: Sequence[Skipped],
    ) -> None:
        """Put the sources of an input, and what of it cannot be read, in the place of those before."""
        taken = [row.name for row in found if self.rows.get(row.name, row).input != one.name]
        if taken:
            self._fail(
                one.name, f"{taken[0]}: 与另一个来源同名，请改名 (another source has this name; rename it)"
            )
            return
        self.rows = {name: row for name, row in self.rows.items() if row.input != one.name}
        for row, extraction in zip(found, said, strict=True):
            self.rows[row.name] = row
            self.said[row.name] = extraction
            self.fresh.append(row.name)
        for part in skipped:
            self.rows[part.name] = SourceRow(part.name, one.name, outcome=SKIPPED, error=part.message)
            self.failures.append(Failure(part.name, part.message))

    def _fail(self, name: str, message: str) -> None:
        self.failures.append(Failure(name, message))
        known = [row for row in self.rows.values() if row.input == name and row.outcome == STORED]
        for row in known:
            self.rows[row.name] = replace(row, error=message)
        if not known:
            self.rows[name] = SourceRow(name, name, outcome=SKIPPED, error=message)

    def _said(self) -> list[tuple[Source, Extraction]]:
        """What all sources say by the rules of today, their counts brought into the rows."""
        said = []
        for name in sorted(name for name, row in self.rows.items() if row.outcome == STORED):
            row = self.rows[name]
            try:
                source = self.draft.archive.source(row)
                extraction = self.said.get(name) or extract(self.draft.archive, row)
            except StoreUnusable as error:
                self._lose(row, str(error))
                continue
            except Exception as error:  # rules of a newer version may fail where the older ones did not
                self._lose(row, _fault(name, error))
                continue
            self.rows[name] = replace(
                row,
                documents=len(extraction.documents),
                statements=len(extraction.statements),
                rejections=len(extraction.rejections),
                damage=counted(extraction.damage),
                version=rules_version(),
            )
            said.append((source, extraction))
        return said

    def _lose(self, row: SourceRow, message: str) -> None:
        self.failures.append(Failure(row.name, message))
        self.rows[row.name] = SourceRow(row.name, row.input, outcome=SKIPPED, error=message)


def _write_graphs(
    draft: Draft, said: Sequence[tuple[Source, Extraction]], identity: Identity, implied: Implied
) -> int:
    """Bring the named graphs of the draft to what the sources say; the number of those that changed."""
    before = dict(draft.graphs)
    wanted = {str(INFERRED_GRAPH)}
    for source, extraction in said:
        iri = str(graph_iri(source.name))
        wanted.add(iri)
        _put(draft, iri, source.name, source_graph(source, extraction, identity))
    _put(draft, str(INFERRED_GRAPH), "", implied.quads())
    for iri in sorted(set(draft.graphs) - wanted):
        draft.remove_graph(iri)
    return sum(before.get(iri) != draft.graphs.get(iri) for iri in before.keys() | draft.graphs.keys())


def _put(draft: Draft, iri: str, source: str, quads: list[ox.Quad]) -> None:
    lines = "\n".join(sorted(map(str, quads)))
    draft.replace_graph(GraphRow(iri, source, len(quads), sha256(lines.encode()).hexdigest()), quads)


def _digest(path: Path) -> str:
    """The hash of a regular file; empty for what is none, which the reader refuses with its reason."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _fault(name: str, error: Exception) -> str:
    return (
        f"{name}: 程序出错，请报告 (a fault of govgraph, please report it): {type(error).__name__}: {error}"
    )
