"""Counts: what the store holds, for a first look."""

from __future__ import annotations

from typing import Any

from govgraph.held import entity_class_name, relation_name
from govgraph.ledger import STORED
from govgraph.patterns import select
from govgraph.store import Store
from govgraph_ontology.schema import get_class, get_relation

_BY_CLASS = """
SELECT ?kind (COUNT(DISTINCT ?entity) AS ?count) {
  ?entity a ?kind ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?label
} GROUP BY ?kind"""
_BY_RELATION = """
SELECT ?relation (COUNT(?statement) AS ?count) {
  ?statement <https://w3id.org/govgraph/ontology#relation> ?relation
} GROUP BY ?relation"""


class Stats(dict[str, Any]):
    """The counts by key; as text, a list for people."""

    def __str__(self) -> str:
        lines = [
            f"来源 {self['sources']}（未读入 {self['skipped']}）· 文件 {self['documents']} · "
            f"陈述 {self['statements']} · 未采纳 {self['rejections']} · 四元组 {self['quads']} · "
            f"不符合形状 {self['findings']}"
        ]
        for title, key, label in (("实体", "entities", _class_label), ("陈述", "relations", _relation_label)):
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
        documents=sum(row.documents for row in rows),
        statements=sum(row.statements for row in rows),
        rejections=sum(row.rejections for row in rows),
        findings=len(store.ledger.findings()),
        graphs=len(graphs),
        quads=sum(row.quads for row in graphs),
        entities=_counts(store, _BY_CLASS, "kind"),
        relations=_counts(store, _BY_RELATION, "relation"),
    )


def _counts(store: Store, query: str, variable: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for solution in select(store.quads, query):
        term, number = solution[variable], solution["count"]
        name = (entity_class_name if variable == "kind" else relation_name)(term.value) if term else None
        if name and number:
            found[name] = int(number.value)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _class_label(name: str) -> str:
    return get_class(name).label_zh


def _relation_label(name: str) -> str:
    return get_relation(name).label_zh
