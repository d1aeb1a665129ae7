"""Dates (minimal, to be completed)."""

from __future__ import annotations

import re

from govgraph_loaders.model import Layout

_FULL = re.compile(r"(?P<year>(?:19|20)\d\d)[年\-./](?:(?P<month>\d{1,2})[月\-./]?(?:(?P<day>\d{1,2})日?)?)?")
_YEAR = re.compile(r"(?P<year>20\d\d)年")


def iso_date(text: str) -> str:
    """A written date as ISO text at its own precision; empty where it is none."""
    match = _FULL.search(text)
    if match is None:
        return ""
    parts = [match["year"]] + [match[name].zfill(2) for name in ("month", "day") if match[name]]
    return "-".join(parts)


def document_date(layout: Layout, index: int) -> str:
    """The date of a document: its own, that of what prints it, else the first year of its title."""
    document = layout.documents[index]
    if document.date is not None:
        return iso_date(document.date.text)
    if document.parent is not None:
        return document_date(layout, document.parent)
    year = _YEAR.search(document.title)
    if year is not None:
        return year["year"]
    dates = [iso_date(other.date.text) for other in layout.documents if other.date is not None]
    return dates[0][:4] if dates else ""
