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


@cache
def _return() -> re.Pattern[str]:
    """Where a draft asks for opinions: 请将修改意见于6月5日前反馈至市教育局."""
    words = load_vocabulary("descriptions")["contact"]
    return re.compile(
        rf"(?:{'|'.join(words['opinions'])})[^。；]{{0,40}}?(?:{'|'.join(words['returned'])})(?:至|到|给)?"
        r"(?P<who>[^。，；（：\n]{2,40})"
    )


def extract_contacts(reading: Reading) -> Iterator[Found]:
    for paragraph in reading.document.paragraphs:
        span = (paragraph.start, paragraph.end)
        found = [*_contact().finditer(reading.text, *span), *_return().finditer(reading.text, *span)]
        for match in found:
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
