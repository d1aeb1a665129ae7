"""Entities: what the references of all sources turn out to be, one for each real thing."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from govgraph import scopes
from govgraph.wording import type_label
from govgraph_ontology.errors import UnknownName

_CARD = "border:1px solid #d5dbe3;border-radius:6px;padding:.5em .8em;max-width:48em;text-align:left"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """One real thing with every name by which the graph knows it.

    `iri`: what identifies it, the same on every machine. `type`: local name of its ontology class.
    `label`: its preferred name (`skos:prefLabel`). `aliases`: all others (`skos:altLabel`), shortest first.
    `scope`: the chain of the place to which it belongs (`广东省/阳江市`), empty where it belongs to none.
    """

    iri: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    scope: str = ""

    @property
    def place(self) -> str:
        """The last place of the scope: `阳江市`."""
        return scopes.place(self.scope)

    def _repr_html_(self) -> str:
        """A small card for a notebook; everything is escaped."""
        told = " · ".join(filter(None, (type_label(self.type), self.scope)))
        lines = [
            f"<strong>{escape(self.label)}</strong> <span>{escape(told)}</span>",
            f"又称 {escape('、'.join(self.aliases))}" if self.aliases else "",
            f"<code>{escape(self.iri)}</code>",
        ]
        return f'<div style="{_CARD}">{"<br>".join(filter(None, lines))}</div>'


class AmbiguousName(UnknownName):
    """A name that several entities bear; `candidates` lists them, and the message says how to choose."""

    def __init__(self, name: str, candidates: list[Entity]) -> None:
        self.name = name
        self.candidates = candidates
        lines = [f"{found.label}（{found.scope or type_label(found.type)}）" for found in candidates]
        if len(set(lines)) < len(lines):  # editions of one title: only the IRI tells them apart
            lines = [f"{found.label}（{found.iri}）" for found in candidates]
        example = candidates[0].label
        super().__init__(
            f"“{name}”有 {len(candidates)} 个所指，请写明全称，例如“{example}” "
            f"(several entities bear this name; use a full one): {'、'.join(lines)}"
        )
