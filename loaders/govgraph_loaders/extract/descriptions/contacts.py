"""Who takes questions: 请径向市教育局反映."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_ontology.vocabulary import load_vocabulary


@cache
def _contact() -> re.Pattern[str]:
    words = load_vocabulary("descriptions")["contact"]
    before = "|".join(map(re.escape, sorted(words["before"], key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:{before})(?P<who>[^。，；]{{2,40}}?)(?:{'|'.join(words['after'])})")


def extract_contacts(reading: Reading) -> Iterator[Found]:
    for paragraph in reading.document.paragraphs:
        for match in _contact().finditer(reading.text, paragraph.start, paragraph.end):
            names = find_organizations(reading.text, match.start("who"), match.end("who"))
            evidence = reading.evidence(match.start(), match.end())
            for name in names:
                yield reading.statement(
                    "contactPoint",
                    reading.reference,
                    reading.organization(name.name),
                    evidence,
                    "document.contact",
                )
