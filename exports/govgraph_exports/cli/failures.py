"""From errors to exit statuses and messages: nobody should meet a traceback for a mistyped name."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from govgraph_exports.cli.streams import say
from govgraph_ontology.errors import GovgraphError, MissingExtra, QueryRefused, UnknownName

NOTHING_FOUND, USAGE, BAD_INPUT = 1, 2, 3


def exit_status(error: Exception) -> int:
    """The exit status that tells what kind of error this is."""
    if isinstance(error, UnknownName):
        return NOTHING_FOUND
    return USAGE if isinstance(error, QueryRefused | MissingExtra) else BAD_INPUT


class CarefulGroup(TyperGroup):
    """A group of commands whose errors end as one message and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; errors that are meant for people are shown to them."""
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()
            return value
        except GovgraphError as error:
            _fail(str(error), exit_status(error))
        except KeyboardInterrupt:
            _fail("已中断。 Interrupted.", 130)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                _stop_quietly()
            named = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            _fail(named, BAD_INPUT)


def _fail(message: str, status: int) -> None:
    say(f"✗ {message}", style="red")
    raise typer.Exit(status)


def _stop_quietly() -> None:
    """The reader has seen enough (`govgraph facts | head`): no complaint, also not at the flush at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(0)
