"""The parts that somebody takes in a task, as the reading views mark them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from govgraph_exports.views.palette import ROLES, relation_color, relation_label


class Role(NamedTuple):
    """A relation by which somebody takes part in a task; `sign`: what stands for it in a cell."""

    name: str
    sign: str
    label: str
    color: str


MARKS: Mapping[str, Role] = MappingProxyType(
    {
        name: Role(name, sign, relation_label(name), relation_color(name))
        for name, sign in zip(ROLES, "◎○△◇☆", strict=True)
    }
)
"""The roles by name, in the order of their rank."""
