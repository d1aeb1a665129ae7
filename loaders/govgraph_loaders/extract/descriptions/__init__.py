"""What a document is: issuer, number, dates of issue and force, contact, and what it prints."""

from __future__ import annotations

from collections.abc import Iterator

from govgraph_loaders.extract.descriptions.conflicts import extract_conflicts
from govgraph_loaders.extract.descriptions.contacts import extract_contacts
from govgraph_loaders.extract.descriptions.force import extract_force
from govgraph_loaders.extract.descriptions.issue import extract_issue
from govgraph_loaders.extract.descriptions.numbers import extract_second_numbers, plain_number
from govgraph_loaders.extract.descriptions.printing import extract_gazette, extract_printed
from govgraph_loaders.extract.reading import Found, Reading

__all__ = ["extract_descriptions", "plain_number"]


def extract_descriptions(reading: Reading) -> Iterator[Found]:
    """Issuer, number, dates, contact point, and what the document includes."""
    document = reading.document
    if document.kind == "gazette":
        yield from extract_gazette(reading)
    else:
        yield from extract_issue(reading)
        yield from extract_conflicts(reading)
        yield from extract_force(reading)
        yield from extract_contacts(reading)
        yield from extract_printed(reading)
    yield from extract_second_numbers(reading)
