"""The command line: data on stdout, progress and messages on stderr, an exit status that tells what happened.

0: done; 1: nothing found; 2: wrong usage; 3: the input or the store could not be used.
"""

from __future__ import annotations


def main() -> None:
    """The entry point of the script `govgraph`."""
    from govgraph_exports.cli.app import app
    from govgraph_exports.cli.streams import prepare_streams

    prepare_streams()
    app(prog_name="govgraph")


__all__ = ["main"]
