"""Facts of an invented city in the form of the contract."""

from __future__ import annotations

from typing import Any

Fact = dict[str, Any]


def fact(relation: str = "leads", *, text: str = "〔市科技局牵头〕", **qualifiers: Any) -> Fact:
    """One fact about the invented city of 云溪."""
    return {
        "relation": relation,
        "subject": {
            "id": "https://w3id.org/govgraph/id/organization/x",
            "type": "Organization",
            "label": "云溪市科技局",
            "aliases": ["市科技局", "云溪市科学技术局"],
        },
        "object": {
            "id": "https://w3id.org/govgraph/id/task/y",
            "type": "Task",
            "label": "构建创新平台体系",
            "aliases": ["（十四）构建创新平台体系"],
        },
        "qualifiers": qualifiers,
        "source": {
            "file": "公报.txt",
            "document": "https://w3id.org/govgraph/id/document/z",
            "start": 10,
            "end": 10 + len(text),
            "text": text,
        },
        "method": "responsibility.bracket",
        "confidence": 0.98,
    }


def value_fact(value: str) -> Fact:
    """A fact whose object is a plain value."""
    return {**fact("documentNumber"), "object": {"value": value}}
