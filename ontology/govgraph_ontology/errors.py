"""The errors of the project, split by what the caller should do: skip this item, or stop."""

from __future__ import annotations


class GovgraphError(Exception):
    """Root of every error that govgraph raises on purpose.

    The message names the file, the place and the mend, so that it can be shown to a person as it is.
    """


class DocumentSkipped(GovgraphError):
    """One input cannot be read; it is reported and the others go on."""


class StoreUnusable(GovgraphError):
    """The store cannot be used at all (locked, damaged, made by another version); stop."""


class UnknownName(GovgraphError):
    """A name that the caller gave (an entity, a term, a format) is not known; lists what is."""


class QueryRefused(GovgraphError):
    """A query is not valid, or asks for what is never allowed (network, local files)."""


class MissingExtra(GovgraphError):
    """An optional dependency is not installed; the message gives the command that installs it."""
