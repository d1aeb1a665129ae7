from unicodedata import normalize
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_ontology.iri import (
    ID,
    IDENTITY_GRAPH,
    INFERRED_GRAPH,
    entity_iri,
    graph_iri,
    segment,
    source_iri,
    statement_iri,
)

TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("〔〕《》（）()/%#?. \u3000é\u0301鿿𠮷"),
    max_size=12,
)
PARTS = st.lists(TEXT, min_size=1, max_size=4)


def test_parts_that_join_to_the_same_text_stay_apart() -> None:
    assert entity_iri("Task", "ab", "c") != entity_iri("Task", "a", "bc")
    assert entity_iri("Task", "a/b") != entity_iri("Task", "a", "b")
    assert entity_iri("Task", "a", "") != entity_iri("Task", "a")


@given(PARTS, PARTS)
def test_two_lists_of_parts_share_an_iri_only_when_equal_in_nfc(first: list[str], second: list[str]) -> None:
    same = [normalize("NFC", part) for part in first] == [normalize("NFC", part) for part in second]
    assert (entity_iri("Task", *first) == entity_iri("Task", *second)) is same


@given(PARTS)
def test_parts_can_be_read_back_from_the_iri(parts: list[str]) -> None:
    path = str(entity_iri("Task", *parts)).removeprefix(ID + "task/")
    assert [unquote(piece) for piece in path.split("/")] == [normalize("NFC", part) for part in parts]


@given(PARTS)
def test_iri_holds_only_characters_that_need_no_escape(parts: list[str]) -> None:
    iri = entity_iri("Document", *parts)
    assert iri.isascii()
    assert not set(iri) & set(' <>"{}|\\^`')
    assert "/../" not in f"{iri}/"
    assert "/./" not in f"{iri}/"
    assert iri.n3() == f"<{iri}>"


def test_segment_is_the_class_in_words() -> None:
    assert segment("OrganizationGroup") == "organization-group"
    assert entity_iri("BudgetLine", "x") == entity_iri("BudgetLine", "x")
    assert str(entity_iri("BudgetLine", "x")).endswith("/id/budget-line/x")


def test_kinds_of_iris_never_meet() -> None:
    kinds = {source_iri("a"), graph_iri("a"), statement_iri("a"), entity_iri("Task", "a")}
    assert len(kinds) == 4
    assert not {INFERRED_GRAPH, IDENTITY_GRAPH} & {graph_iri(name) for name in ("inferred", "identity", "")}


def test_thing_without_identity_gets_no_iri() -> None:
    with pytest.raises(ValueError, match="task"):
        entity_iri("Task")


def test_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        entity_iri("Task", "\ud800")
