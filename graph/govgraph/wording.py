"""What people read in a cell: codes, relations and truth values in Chinese. Rows and JSON keep the codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govgraph_ontology.codes import code_label
from govgraph_ontology.schema import CLASSES, RELATIONS


def cell_words(column: str, cell: Any) -> str:
    """The cell of a column as people read it; `column` is a key of a Result or the name of a qualifier."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if column == "relation":
        return relation_label(str(cell))
    return code_label(column, cell) if isinstance(cell, str) else str(cell)


def relation_label(name: str) -> str:
    """Chinese label of a relation; the name itself where the ontology has none."""
    return RELATIONS[name].label_zh if name in RELATIONS else name


def type_label(name: str) -> str:
    """Chinese label of a class; the name itself where the ontology has none."""
    return CLASSES[name].label_zh if name in CLASSES else name


def qualifier_words(relation: str, qualifiers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The qualifiers of a statement, each as its label and what people read, in the order of the ontology.

    Those that the ontology does not know come last, sorted, under their own names.
    """
    declared = RELATIONS[relation].qualifiers if relation in RELATIONS else ()
    known = {found.name: found.label_zh for found in declared}
    order = [*(name for name in known if name in qualifiers), *sorted(qualifiers.keys() - known.keys())]
    return [(known.get(name, name), cell_words(name, qualifiers[name])) for name in order]
