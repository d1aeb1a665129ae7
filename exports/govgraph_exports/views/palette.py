"""Names and colours of what a view draws: labels from the ontology, colours from `palette.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from govgraph.wording import relation_label, type_label
from govgraph_ontology.schema import RELATIONS

__all__ = ["ROLES", "relation_color", "relation_label", "type_color", "type_label"]


def _load() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("palette.toml").read_text(encoding="utf-8"))


_PALETTE = _load()

ROLES: tuple[str, ...] = tuple(_PALETTE["roles"])
"""The relations by which somebody takes part in a task, by rank."""


def type_color(name: str) -> str:
    """Fill colour of entities of this class, as #rrggbb."""
    return str(_PALETTE["types"].get(name, _PALETTE["other"]["type"]))


def relation_color(name: str) -> str:
    """Line colour of statements of this relation, as #rrggbb: its own, else that of what it leads to."""
    if name in _PALETTE["relations"] or name not in RELATIONS or not RELATIONS[name].range:
        return str(_PALETTE["relations"].get(name, _PALETTE["other"]["relation"]))
    return type_color(RELATIONS[name].range[0])
