"""Calls in a process of their own, each with a limit of processor time: no engine can be stopped otherwise.

The kernel ends a process that takes more than it was given (RLIMIT_CPU), so this runs on Unix only.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median
from time import process_time, thread_time
from typing import Any, NamedTuple

Call = tuple[Any, ...]
"""What is sent to the process: a name and arguments, which the prepared function takes."""


class Times(NamedTuple):
    """Seconds of processor time and sizes of the answers; the limit of a call that was cut short, if any."""

    seconds: list[float]
    sizes: list[int]
    cut: int = 0


class Limited:
    """A process that prepares itself (`prepare(*given)`), then answers calls, each within `limit` seconds.

    A call that takes longer ends the process; the next call begins with a new one.
    """

    def __init__(self, prepare: Callable[..., Callable[[Call], Any]], given: Call, limit: int) -> None:
        self._prepare = prepare
        self._given = given
        self._limit = limit
        self._connection: Connection | None = None

    def times(self, calls: list[Call], patience: float) -> Times:
        """What the calls take; no more are made after one that is cut short, or when `patience` is over."""
        found = Times([], [])
        for call in calls:
            answer = self._ask(call)
            if answer is None:
                return found._replace(cut=self._limit)
            found.seconds.append(answer[0])
            found.sizes.append(answer[1])
            if sum(found.seconds) > patience:
                break
        return found

    def _ask(self, call: Call) -> tuple[float, int] | None:
        """Seconds and size of the answer; None where the call was cut short."""
        if self._connection is None:
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            given = (theirs, self._prepare, self._given, self._limit)
            context.Process(target=_serve, args=given, daemon=True).start()
            theirs.close()
        try:
            self._connection.send(call)
            answer: tuple[float, int] | str = self._connection.recv()
        except (EOFError, ConnectionError):
            self._connection = None
            return None
        if isinstance(answer, str):
            raise RuntimeError(f"{call}: {answer}")
        return answer


def shown(times: Times) -> str:
    """The median in milliseconds, `> N s` where a call was cut short instead, `-` where there is none."""
    if times.cut and len(times.seconds) < 2:
        return f"> {times.cut} s"
    return f"{median(times.seconds) * 1000:.1f}" if times.seconds else "-"


def slowest(times: Times) -> str:
    """The longest time, as `shown`."""
    if times.cut:
        return f"> {times.cut} s"
    return f"{max(times.seconds) * 1000:.1f}" if times.seconds else "-"


def _serve(
    connection: Connection, prepare: Callable[..., Callable[[Call], Any]], given: Call, limit: int
) -> None:
    """Answer calls until the other end is closed."""
    answer = prepare(*given)
    while True:
        try:
            call = connection.recv()
        except EOFError:
            return
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + limit + 1, most))
        start = thread_time()  # that of the process only ticks, roughly, where it has a limit
        try:
            size = len(answer(call))
        except Exception as error:  # told to the one who asked, who raises it
            connection.send(f"{type(error).__name__}: {error}")
        else:
            connection.send((thread_time() - start, size))
