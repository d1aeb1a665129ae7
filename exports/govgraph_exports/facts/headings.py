"""What people read above the columns and in the relation column, in Chinese."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from govgraph_ontology.schema import RELATIONS


def heading(column: str) -> str:
    """The Chinese heading of a dotted column name; the name itself where there is none."""
    return _headings().get(column, column)


def relation_heading(name: str) -> str:
    """The relation as people read it, `牵头 leads`; the bare name where the ontology does not know it."""
    relation = RELATIONS.get(name)
    return f"{relation.label_zh} {name}" if relation else name


@cache
def _headings() -> dict[str, str]:
    text = files(__package__).joinpath("headings.toml").read_text(encoding="utf-8")
    fixed = cast("dict[str, str]", tomllib.loads(text))
    qualifiers = {
        f"qualifiers.{qualifier.name}": qualifier.label_zh
        for relation in RELATIONS.values()
        for qualifier in relation.qualifiers
    }
    return {**qualifiers, **fixed}
