"""What goes where: data to stdout, words to people to stderr, and a console of any encoding survives both."""

from __future__ import annotations

import codecs
import io
import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console


_STAND_INS = {
    "✓": ("√", "OK"),
    "✗": ("×", "x"),
    "•": ("·", "*"),
    "→": ("->",),
    "─": ("-",),
    "≥": (">=",),
    "≤": ("<=",),
}
"""What stands for a mark of our own where a console lacks it: the first that it has (GBK, then ASCII)."""
_FALLBACK = "govgraph.fallback"


def prepare_streams() -> None:
    """Let stdout and stderr write what their encoding lacks in other words, where they would have stopped.

    Marks of ours have stand-ins; everything else becomes an escape (`\\u5e02`).
    """
    codecs.register_error(_FALLBACK, _fallback)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_FALLBACK)


def _fallback(error: UnicodeError) -> tuple[str | bytes, int]:
    """The error handler (see `codecs.register_error`) of our streams."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    for stand_in in _STAND_INS.get(error.object[error.start], ()):
        try:
            stand_in.encode(error.encoding)
        except UnicodeEncodeError:
            continue
        return stand_in, error.start + 1
    one = UnicodeEncodeError(error.encoding, error.object, error.start, error.start + 1, error.reason)
    return codecs.backslashreplace_errors(one)


def speaks_unicode() -> bool:
    """Whether stdout takes every character; a GBK console does not."""
    try:
        return codecs.lookup(sys.stdout.encoding or "ascii").name.startswith("utf")
    except LookupError:
        return False


def write_data(text: str) -> None:
    """Data, with a line end, to stdout."""
    sys.stdout.write(text + "\n")


def write_json(value: Any) -> None:
    """The value as JSON to stdout, in escapes where stdout cannot take every character."""
    write_data(json.dumps(value, ensure_ascii=not speaks_unicode(), indent=2))


@cache
def messages() -> Console:
    """The console for people, on stderr. Colours only on a terminal and without NO_COLOR (no-color.org)."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, soft_wrap=True)


@cache
def data_console() -> Console:
    """The console for data, on stdout: plain text unless it is a terminal."""
    from rich.console import Console

    return Console(highlight=False, emoji=False, soft_wrap=True)


def say(text: str, style: str = "") -> None:
    """A message for a person; the text is shown as it is, brackets and all."""
    sys.stdout.flush()  # so that data and words come in their order where both go to one place
    messages().print(text, style=style, markup=False)


def say_next(command: str, purpose: str) -> None:
    """What to do next: a command that can be typed as it stands."""
    sys.stdout.flush()
    messages().print(f"→ {purpose}：", style="dim", markup=False, end="")
    messages().print(command, style="bold", markup=False)
