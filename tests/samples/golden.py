"""Golden facts: reading them, and comparing what was extracted with them by exact names.

A gold file is JSON lines: first `{"file": …, "regions": {family: [[first, last], …]}}`, the line ranges (from
1, both ends in) in which a family is complete; then one fact on each line, its subject and object a list of
accepted names.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAMILIES = {
    "responsibility": {"leads", "cooperates", "responsible", "implements", "oversees"},
    "document": {
        "issuedBy",
        "documentNumber",
        "issuedOn",
        "effectiveFrom",
        "expiresOn",
        "contactPoint",
        "includes",
    },
    "citation": {"cites", "interprets"},
    "appointment": {"appointed", "removed"},
    "budget": {"allocates"},
}
_PUNCTUATION = str.maketrans("", "", " \t\n\"'“”‘’《》〈〉()〔〕[]【】")


def fold(name: str) -> str:
    """The name after NFKC, without white space, quotation marks and brackets."""
    return unicodedata.normalize("NFKC", name).translate(_PUNCTUATION)


@dataclass(frozen=True)
class Claim:
    """One fact as the comparison sees it: a relation and the accepted names of both ends."""

    relation: str
    subject: frozenset[str]
    object: frozenset[str]
    detail: str = ""

    def agrees_with(self, other: Claim) -> bool:
        """Same relation and detail, and a name in common at both ends."""
        return (
            self.relation == other.relation
            and self.detail == other.detail
            and not self.subject.isdisjoint(other.subject)
            and not self.object.isdisjoint(other.object)
        )


@dataclass(frozen=True)
class GoldFile:
    """The golden claims of one sample, by family, and the lines where each family is complete."""

    file: str
    regions: dict[str, list[tuple[int, int]]]
    claims: dict[str, list[Claim]]


def _names(value: Any) -> frozenset[str]:
    if isinstance(value, dict):
        value = [value["value"]] if "value" in value else [value["label"], *value["aliases"]]
    return frozenset(fold(str(name)) for name in value)


def _detail(fact: dict[str, Any]) -> str:
    """A budget line is told from its namesake by code and amount."""
    if fact["relation"] != "allocates":
        return ""
    qualifiers = fact["qualifiers"]
    return f"{qualifiers.get('code')} {float(qualifiers['amount']):g}"


def claim(fact: dict[str, Any]) -> Claim:
    """The claim of a gold line or of a line of the facts contract."""
    return Claim(fact["relation"], _names(fact["subject"]), _names(fact["object"]), _detail(fact))


def read_gold(path: Path) -> GoldFile:
    """The golden facts in `path`."""
    head, *facts = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    claims = {
        family: distinct(claim(fact) for fact in facts if fact["relation"] in relations)
        for family, relations in FAMILIES.items()
        if family in head["regions"]
    }
    regions = {
        family: [(first, last) for first, last in ranges] for family, ranges in head["regions"].items()
    }
    return GoldFile(head["file"], regions, claims)


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Each claim once, in the order of first appearance."""
    return list(dict.fromkeys(claims))


def pair(gold: list[Claim], got: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """(missed, extra): what is left of both lists when each claim has taken one that agrees with it."""
    extra = list(got)
    missed = []
    for wanted in gold:
        match = next((found for found in extra if wanted.agrees_with(found)), None)
        if match is None:
            missed.append(wanted)
        else:
            extra.remove(match)
    return missed, extra


def describe(claims: Iterable[Claim]) -> str:
    """One line for each claim, for a failure message."""
    return "\n".join(
        f"  {c.relation} {sorted(c.subject)} -> {sorted(c.object)} {c.detail}".rstrip() for c in claims
    )
