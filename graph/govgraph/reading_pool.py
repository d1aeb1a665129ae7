"""Reading inputs with several workers, each a child process; answers come in the order of the inputs."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from govgraph.inputs import Input
from govgraph_loaders.readers.contents import Contents
from govgraph_loaders.readers.isolation import IsolatedReader
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.statements import Extraction

_AHEAD = 4
"""For each worker so many inputs are under way or wait to be taken, so that memory stays bounded."""
_SMALL = 2 * 1024 * 1024
"""Below so many bytes of input a second worker takes longer to start than it saves."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading an input: its contents, with extractions where a worker made them, or an error."""

    contents: Contents = field(default_factory=Contents)
    extractions: tuple[Extraction, ...] = ()
    error: Exception | None = None


class ReadingPool:
    """Reads inputs with `workers` (1: in this process, but for formats with parsers; None: as many as the
    work and the machine suggest). A context manager.
    """

    def __init__(self, workers: int | None = None, limits: Limits | None = None) -> None:
        self._workers = workers
        self._limits = limits
        self._own = threading.local()
        self._readers: list[IsolatedReader] = []

    def read(self, inputs: Sequence[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Each input with what came of it, in the order of the inputs."""
        workers = self._workers or usual_workers(inputs)
        if workers <= 1:
            for one in inputs:
                yield one, self._read(one)
            return
        waiting: deque[tuple[Input, Future[Outcome]]] = deque()
        with ThreadPoolExecutor(workers) as executor:
            try:
                for one in inputs:
                    waiting.append((one, executor.submit(self._extract, one)))
                    if len(waiting) >= workers * _AHEAD:
                        first, future = waiting.popleft()
                        yield first, future.result()
                while waiting:
                    first, future = waiting.popleft()
                    yield first, future.result()
            finally:
                executor.shutdown(wait=False, cancel_futures=True)
                self.close()

    def close(self) -> None:
        """End all children."""
        for reader in self._readers:
            reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, one: Input) -> Outcome:
        try:
            return Outcome(self._reader().read(one.path, one.name))
        except Exception as error:  # reported by the build, with the name of the input
            return Outcome(error=error)

    def _extract(self, one: Input) -> Outcome:
        try:
            return Outcome(*self._reader().extract(one.path, one.name))
        except Exception as error:
            return Outcome(error=error)

    def _reader(self) -> IsolatedReader:
        """The reader of this thread."""
        found: IsolatedReader | None = getattr(self._own, "reader", None)
        if found is None:
            found = self._own.reader = IsolatedReader(self._limits)
            self._readers.append(found)
        return found


def usual_workers(inputs: Sequence[Input]) -> int:
    """One for little work, else one for each processor that this process may use, at most four."""
    size = 0
    for one in inputs:
        try:
            size += one.path.stat().st_size
        except OSError:
            continue  # reading it will tell
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(4, processors) if size > _SMALL else 1
