"""Statements: what a source says, each with the characters that say it.

A statement speaks of references: names as the document uses them, with the jurisdiction that the document
speaks for. Which references are one entity is decided later, in `govgraph.identity`, over all sources.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a statement is about, as one document names it.

    `type`: local name of the ontology class (`Organization`, `Task`, `Document`, `District` …). `name`: the
    preferred form of what the text says, without stray spaces (`市科技局`). `scope`: the place for which
    the document speaks and within which the name is to be understood (`阳江市`; a full chain where known,
    from the top: `广东省/阳江市`). Empty where the name needs none. `aliases`: other names that the text
    itself gives (`（十四）构建创新平台体系`, the name before 以下简称). `key`: what identifies a thing that
    its name does not: the section path of a task, the number or title of a document to which it belongs.
    Two references with the same type, scope, name and key are the same.
    """

    type: str
    name: str
    scope: str = ""
    aliases: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that say it: `source.text[start:end] == text`, half-open, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of one document.

    `relation`: local name of a relation of the ontology (`leads`, `hasTarget` …). `object` is a Reference, or
    a plain string where the relation takes a value (a date, a document number). `qualifiers`: by the names
    of the contract (`value`, `unit`, `due` …), only those that the text gives. `document`: the `key` of the
    Document that says it. `rule`: id of the rule that read it. `confidence`: 0 to 1. `damage`: the kinds of
    damage across which its words run (keys of `kinds` in the vocabulary `damage`), in order.
    """

    relation: str
    subject: Reference
    object: Reference | str
    document: str
    evidence: Evidence
    rule: str
    confidence: float
    qualifiers: dict[str, Scalar] = field(default_factory=dict)
    damage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place of a source. `kind`: key of `kinds` in the vocabulary `damage`. `mended`: whether what
    it says is certain and is read; else it stands as it is.
    """

    kind: str
    mended: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was seen and not accepted, so that nothing vanishes in silence."""

    relation: str
    reason: str
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Equation:
    """Two names that a document itself equates: 以下简称, “市金融工作局（以下称市金融局）”, a name in
    brackets.
    """

    type: str
    scope: str
    name: str
    other: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A Document of the source as the graph needs it: the reference and where it stands.

    `kind` is a key of the vocabulary `document_kinds`; `jurisdiction` is the place whose organ issued it.
    """

    reference: Reference
    kind: str
    jurisdiction: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one source says. A pure function of the bytes and of the version of the rules."""

    source_name: str
    documents: tuple[DocumentRecord, ...]
    statements: tuple[Statement, ...]
    equations: tuple[Equation, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    damage: tuple[Damage, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready form that `from_json` reads back to an equal object."""
        found: dict[str, Any] = _plain(self)
        return found

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Extraction:
        """The extraction that `to_json` wrote."""
        return cls(
            source_name=data["source_name"],
            documents=tuple(
                DocumentRecord(**{**row, "reference": _reference(row["reference"])})
                for row in data["documents"]
            ),
            statements=tuple(
                Statement(
                    **{
                        **row,
                        "subject": _reference(row["subject"]),
                        "object": row["object"]
                        if isinstance(row["object"], str)
                        else _reference(row["object"]),
                        "evidence": Evidence(**row["evidence"]),
                        "damage": tuple(row["damage"]),
                    }
                )
                for row in data["statements"]
            ),
            equations=tuple(
                Equation(**{**row, "evidence": Evidence(**row["evidence"])}) for row in data["equations"]
            ),
            rejections=tuple(
                Rejection(**{**row, "evidence": Evidence(**row["evidence"])}) for row in data["rejections"]
            ),
            damage=tuple(
                Damage(**{**row, "evidence": Evidence(**row["evidence"])}) for row in data["damage"]
            ),
        )


def _plain(value: Any) -> Any:
    """The value with dataclasses as their fields by name; `asdict` copies all else, five times as slowly."""
    if isinstance(value, str | int | float | dict):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return {name: _plain(getattr(value, name)) for name in value.__slots__}


def _reference(row: dict[str, Any]) -> Reference:
    return Reference(**{**row, "aliases": tuple(row["aliases"])})
