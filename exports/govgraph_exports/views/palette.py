"""Names and colours of what a view draws: labels from the ontology, colours from `palette.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from govgraph import wording
from govgraph_ontology.governance import label, local_name
from govgraph_ontology.schema import RELATIONS
from govgraph_ontology.terms import GOV


def _load() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("palette.toml").read_text(encoding="utf-8"))


_PALETTE = _load()

ROLES: tuple[str, ...] = tuple(_PALETTE["roles"])
"""The relations by which somebody takes part in a task, by rank."""

DATE, VALUE = "Date", "Value"
"""The types of nodes that are a date, and another value that a statement gives."""

TYPES: tuple[str, ...] = tuple(name for name in _PALETTE["types"] if name not in (DATE, VALUE))
"""The classes of what pictures draw."""

SHARES = "sharesTasks"
"""What a line between two bodies says that have a part in the same tasks."""

NOTED: Mapping[str, list[list[str]]] = _PALETTE["noted"]
"""By relation the qualifiers that stand below the name to which it leads, in groups."""

TITLES: Mapping[str, str] = _PALETTE["titles"]
"""What a picture of each kind is called."""

_INFERRED = {local_name(term): term for term in (GOV.basedOn, GOV.carriesOut, GOV.reportsOn, GOV.within)}


def type_color(name: str) -> str:
    """Fill colour of entities of this class, as #rrggbb."""
    return str(_PALETTE["types"].get(name, _PALETTE["other"]["type"]))


def relation_color(name: str) -> str:
    """Line colour of statements of this relation, as #rrggbb: its own, else that of what it leads to."""
    if name in _PALETTE["relations"] or name not in RELATIONS or not RELATIONS[name].range:
        return str(_PALETTE["relations"].get(name, _PALETTE["other"]["relation"]))
    return type_color(RELATIONS[name].range[0])


def type_label(name: str) -> str:
    """Chinese label of a class or of a type that only pictures have; the name itself where there is none."""
    return str(_PALETTE["names"].get(name) or wording.type_label(name))


def relation_label(name: str) -> str:
    """Chinese label of a relation, stated, inferred or of pictures alone; else the name itself."""
    if name in _INFERRED:
        return label(_INFERRED[name], "zh")
    return str(_PALETTE["names"].get(name) or wording.relation_label(name))
