"""What people read above the columns and in the cells of facts, in Chinese."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from govgraph.wording import cell_words, relation_label, type_label
from govgraph_exports.facts.columns import Cell
from govgraph_ontology.schema import RELATIONS


def heading(column: str) -> str:
    """The Chinese heading of a dotted column name; the name itself where there is none."""
    return _headings().get(column, column)


def shown(column: str, cell: Cell) -> Cell:
    """The cell as people read it: `牵头 leads`, `机构 Organization`, 增加 for a code; others as they are."""
    if not isinstance(cell, str):
        return cell
    if column == "relation":
        return _beside(relation_label(cell), cell)
    if column.endswith(".type"):
        return _beside(type_label(cell), cell)
    return cell_words(column.rpartition(".")[2], cell) if column.startswith("qualifiers.") else cell


def _beside(label: str, name: str) -> str:
    """Both; the bare name where the ontology does not know it."""
    return name if label == name else f"{label} {name}"


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
