"""Progress on stderr, with rate and remaining time where they can be known, where stderr is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from govgraph_exports.cli.streams import messages

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")


@contextmanager
def reading_progress() -> Iterator[Callable[[int, int, str], None]]:
    """A function to be called with what is done, the total, and the name of what is being worked on."""
    with _bar() as bar:
        task = bar.add_task("读取 Reading", total=None, name="")

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=name)
            if done == total:  # what follows, deciding identity and writing, cannot be counted
                bar.update(task, description="建图 Linking", total=None)

        yield advance


@contextmanager
def counted(items: Iterable[Item], title: str, total: int | None) -> Iterator[Iterator[Item]]:
    """The items, each counted as it is taken; `total`: how many there are, where that is known."""
    with _bar() as bar:
        task = bar.add_task(title, total=total, name="")

        def taken() -> Iterator[Item]:
            for item in items:
                yield item
                bar.advance(task)
            bar.update(task, description="写入 Writing", total=None)

        yield taken()


@contextmanager
def working(title: str) -> Iterator[None]:
    """A sign that something goes on whose end cannot be told, with the time that it has taken."""
    with _bar() as bar:
        bar.add_task(title, total=None, name="")
        yield


def _bar() -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(TextColumn):
        """Pieces in a second."""

        def __init__(self) -> None:
            super().__init__("")

        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            return Text(f"{speed:.1f}/s" if speed else "", style="dim")

    columns = (
        TextColumn("{task.description}", style="bold", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    console = messages()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
