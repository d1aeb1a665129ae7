"""Statements travel as JSON and come back equal; references are the same by type, scope, name and key."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.statements import (
    DocumentRecord,
    Equation,
    Evidence,
    Extraction,
    Reference,
    Rejection,
    Statement,
)
from loaders.strategies import chinese_text

names = chinese_text
references = st.builds(
    Reference,
    type=st.sampled_from(["Organization", "Task", "Document", "Person"]),
    name=names,
    scope=st.sampled_from(["", "云溪市", "示范省/云溪市"]),
    aliases=st.lists(names, max_size=2).map(tuple),
    key=names,
)
evidence = st.builds(Evidence, start=st.integers(0, 99), end=st.integers(100, 200), text=names)
scalars = st.one_of(
    names, st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False), st.booleans()
)
statements = st.builds(
    Statement,
    relation=st.sampled_from(["leads", "hasTarget", "issuedOn"]),
    subject=references,
    object=st.one_of(references, names),
    document=names,
    evidence=evidence,
    rule=st.just("responsibility.bracket"),
    confidence=st.floats(0, 1),
    qualifiers=st.dictionaries(st.sampled_from(["value", "unit", "due", "achieved"]), scalars, max_size=3),
)
extractions = st.builds(
    Extraction,
    source_name=names,
    documents=st.lists(
        st.builds(
            DocumentRecord,
            reference=references,
            kind=st.just("plan"),
            jurisdiction=names,
            start=st.integers(0, 9),
            end=st.integers(10, 99),
        ),
        max_size=2,
    ).map(tuple),
    statements=st.lists(statements, max_size=3).map(tuple),
    equations=st.lists(
        st.builds(
            Equation, type=st.just("Organization"), scope=names, name=names, other=names, evidence=evidence
        ),
        max_size=2,
    ).map(tuple),
    rejections=st.lists(
        st.builds(Rejection, relation=st.just("leads"), reason=names, evidence=evidence, rule=names),
        max_size=2,
    ).map(tuple),
)


@given(extractions)
def test_an_extraction_comes_back_equal_from_json(extraction: Extraction) -> None:
    assert (
        Extraction.from_json(json.loads(json.dumps(extraction.to_json(), ensure_ascii=False))) == extraction
    )


def test_a_value_and_a_reference_of_one_text_stay_apart() -> None:
    subject, slice_ = Reference("Document", "甲"), Evidence(0, 1, "甲")
    value = Statement("issuedOn", subject, "2024", "k", slice_, "r", 1.0)
    named = Statement("issuedOn", subject, Reference("Term", "2024"), "k", slice_, "r", 1.0)
    read = [
        Extraction.from_json(Extraction("a.txt", (), (statement,)).to_json()).statements[0]
        for statement in (value, named)
    ]
    assert read == [value, named]


def test_references_differ_by_scope_and_by_key() -> None:
    assert Reference("Organization", "市教育局", "甲市") != Reference("Organization", "市教育局", "乙市")
    assert Reference("Task", "绿化", key="a#1") != Reference("Task", "绿化", key="a#2")
