"""Reading in a child process: formats with parsers can be killed when they take too long or too much."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO, Self

from govgraph_loaders.readers import format_of, read_contents
from govgraph_loaders.readers.contents import Contents
from govgraph_loaders.readers.limits import Limits
from govgraph_loaders.readers.wire import Answer, Request
from govgraph_loaders.statements import Extraction
from govgraph_ontology.errors import DocumentSkipped

_PLAIN = frozenset({"text", "csv", ""})
"""Formats without a parser that could be led astray are read in this process, and so are refusals."""


class IsolatedReader:
    """Reads files, those of formats with parsers in a child process that is kept for the next.

    A context manager: the child goes with it.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes] = Queue()

    def read(self, path: Path, name: str) -> Contents:
        """As `read_contents`. Raises DocumentSkipped also where a limit of time or memory is exceeded."""
        if format_of(path, self._limits) in _PLAIN:
            return read_contents(path, name, self._limits)
        return self._ask(Request(path.absolute(), name, self._limits)).contents

    def extract(self, path: Path, name: str) -> tuple[Contents, tuple[Extraction, ...]]:
        """The contents and what the rules find in each Source, all in the child, whatever the format.

        For several workers at once. Raises DocumentSkipped as `read` does.
        """
        answer = self._ask(Request(path.absolute(), name, self._limits, extract=True))
        return answer.contents, answer.extractions

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                _pipe(pipe).close()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, request: Request) -> Answer:
        process = self._running()
        stdin = _pipe(process.stdin)
        try:
            stdin.write(request.to_line())
            stdin.flush()
            line = self._answers.get(timeout=self._limits.seconds)
        except Empty:
            self.close()
            raise DocumentSkipped(
                f"{request.name}: 读取超过 {self._limits.seconds:g} 秒 (took longer than allowed); "
                "split it, or allow more with --max-seconds"
            ) from None
        except BrokenPipeError:
            line = b""
        if not line:
            self.close()
            raise DocumentSkipped(
                f"{request.name}: 解析时崩溃或内存不足 (the parser crashed or ran out of memory)"
            )
        answer = Answer.from_line(line)
        if answer.error:
            raise DocumentSkipped(answer.error)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-m", "govgraph_loaders.readers.process", str(self._limits.memory)]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._answers = Queue()
            Thread(target=_listen, args=(_pipe(self._process.stdout), self._answers), daemon=True).start()
        return self._process


def _listen(pipe: IO[bytes], answers: Queue[bytes]) -> None:
    """Hand on the lines of the pipe, an empty one at its end; a thread, for a pipe has no timeout."""
    try:
        for line in pipe:
            answers.put(line)
    except ValueError:  # closed while this waited, for the child was killed
        pass
    answers.put(b"")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("the child was started without a pipe")
    return pipe
