"""Damage of the sources, counted by kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from govgraph.ledger import STORED, SourceRow
from govgraph_loaders.statements import Damage
from govgraph_ontology.vocabulary import load_vocabulary


def counted(damage: Iterable[Damage]) -> str:
    """How many places there are of each kind, as the ledger keeps it: JSON, kinds sorted."""
    return json.dumps(Counter(place.kind for place in damage), sort_keys=True)


def damage_by_source(rows: Iterable[SourceRow]) -> dict[str, dict[str, int]]:
    """How many damaged places of each kind there are, by source; sources without any are left out."""
    found = {row.name: json.loads(row.damage) for row in rows if row.outcome == STORED}
    return {name: kinds for name, kinds in sorted(found.items()) if kinds}


def damage_words(damage: Mapping[str, Mapping[str, int]]) -> str:
    """词语重复 3、夹杂广告 1（2 个来源）: what the counts by source say in all, the most frequent first."""
    total: Counter[str] = Counter()
    for kinds in damage.values():
        total.update(kinds)
    ordered = sorted(total.items(), key=lambda count: (-count[1], count[0]))
    words = "、".join(f"{kind_label(kind)} {count}" for kind, count in ordered)
    return f"{words}（{len(damage)} 个来源）"


def kind_label(kind: str) -> str:
    """词语重复 for damage.doubled: the Chinese name of a kind of damage."""
    label: str = load_vocabulary("damage")["kinds"][kind]["label"]
    return label
