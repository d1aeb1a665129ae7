"""Counts: what the store holds, for a first look."""

from __future__ import annotations

from collections import Counter
from typing import Any

from govgraph.damage import damage_by_source, damage_words
from govgraph.ledger import CLASS, RELATION, STORED
from govgraph.store import Store
from govgraph.wording import relation_label, type_label


class Stats(dict[str, Any]):
    """The counts by key; as text, a list for people."""

    def __str__(self) -> str:
        lines = [
            f"来源 {self['sources']}（未读入 {self['skipped']}）· 文件 {self['documents']} · "
            f"陈述 {self['statements']} · 未采纳 {self['rejections']} · 四元组 {self['quads']} · "
            f"不符合形状 {self['findings']}"
        ]
        lines.append(
            "编码：" + ("、".join(f"{name} {count}" for name, count in self["encodings"].items()) or "无")
        )
        if self["damage"]:
            lines.append(f"损坏：{damage_words(self['damage'])}")
        for title, key, label in (("实体", "entities", type_label), ("陈述", "relations", relation_label)):
            counts = "、".join(f"{label(name)} {count}" for name, count in self[key].items())
            lines.append(f"{title}：{counts or '无'}")
        return "\n".join(lines)


def count(store: Store) -> Stats:
    """How much of everything there is; classes and relations by local name, the most frequent first."""
    rows = store.ledger.sources()
    graphs = store.ledger.graphs()
    return Stats(
        sources=sum(row.outcome == STORED for row in rows),
        skipped=sum(row.outcome != STORED for row in rows),
        characters=sum(row.characters for row in rows),
        encodings=dict(sorted(Counter(row.encoding for row in rows if row.outcome == STORED).items())),
        documents=sum(row.documents for row in rows),
        statements=sum(row.statements for row in rows),
        rejections=sum(row.rejections for row in rows),
        damage=damage_by_source(rows),
        findings=len(store.ledger.findings()),
        graphs=len(graphs),
        quads=sum(row.quads for row in graphs),
        entities=store.ledger.tallies(CLASS),
        relations=store.ledger.tallies(RELATION),
    )
