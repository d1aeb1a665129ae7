"""Mentions by a pipeline of character tokens: offsets of tokens are offsets of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.pipeline import SPAN_GROUPS, find_mentions, get_pipeline
from loaders.strategies import chinese_text, genre_text


def texts(kind: str, text: str, scope: str = "", year: int | None = 2024) -> list[str]:
    return [mention.text for mention in find_mentions(text, 0, len(text), scope, year)[kind]]


def test_each_character_is_a_token_white_space_too() -> None:
    text = "市 教育局\n𠮷𠮷2024 "
    doc = get_pipeline().make_doc(text)
    assert [token.text for token in doc] == list(text)


def test_the_pipeline_is_made_once() -> None:
    assert get_pipeline() is get_pipeline()


@pytest.mark.parametrize(
    ("kind", "text", "mentions"),
    [
        ("organization", "由市教育局会同市财政局负责。", ["市教育局", "市财政局"]),
        (
            "document_title",
            "落实《示范省绿道条例》和《云溪市公园办法》。",
            ["《示范省绿道条例》", "《云溪市公园办法》"],
        ),
        (
            "document_number",
            "落实示府〔2020〕33号和云府[2021]5号。",
            ["落实示府〔2020〕33号", "和云府[2021]5号"],
        ),
    ],
)
def test_each_kind_of_mention_is_found(kind: str, text: str, mentions: list[str]) -> None:
    if kind == "document_number":
        assert all(found.endswith(("33号", "5号")) for found in texts(kind, text))
        assert len(texts(kind, text)) == 2
    else:
        assert texts(kind, text) == mentions


def test_quantities_and_dates_carry_their_values() -> None:
    text = "到2025年，新建绿道120公里。"
    mentions = find_mentions(text, 0, len(text), "", 2024)
    assert all(mention.value is not None for kind in ("quantity", "date") for mention in mentions[kind])
    assert any("120" in mention.text for mention in mentions["quantity"])
    assert any("2025" in mention.text for mention in mentions["date"])


@pytest.mark.parametrize(
    "text",
    [
        "阳西县、江城区试点",
        pytest.param(
            "在阳西县试点，支持江城区发展",
        ),
    ],
)
def test_known_districts_of_the_scope_are_found_with_their_division(text: str) -> None:
    mentions = find_mentions(text, 0, len(text), "广东省/阳江市", 2024)["district"]
    assert [(found.text, found.value and found.value.name) for found in mentions] == [
        ("阳西县", "阳西县"),
        ("江城区", "江城区"),
    ]


def test_an_office_of_the_place_by_its_short_name_is_found() -> None:
    assert texts("organization", "由阳江供电局负责", "广东省/阳江市") == ["阳江供电局"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "前文。由市教育局负责。后文"
    (mention,) = find_mentions(text, 3, 11)["organization"]
    assert (mention.start, mention.end, text[mention.start : mention.end]) == (4, 8, "市教育局")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (6, 2)])
def test_an_empty_span_has_no_mentions_of_any_kind(start: int, end: int) -> None:
    assert find_mentions("由市教育局负责", start, end) == {kind: [] for kind in SPAN_GROUPS}


@given(st.one_of(genre_text, chinese_text), st.sampled_from(["", "云溪市", "广东省/阳江市"]))
def test_mentions_are_exact_slices_in_order_within_their_kind(text: str, scope: str) -> None:
    mentions = find_mentions(text, 0, len(text), scope, 2024)
    assert set(mentions) == set(SPAN_GROUPS)
    for kind, found in mentions.items():
        assert all(mention.kind == kind for mention in found)
        assert all(text[mention.start : mention.end] == mention.text for mention in found)
        assert [mention.start for mention in found] == sorted(mention.start for mention in found)
        assert all(mention.start < mention.end for mention in found)


def test_one_scope_leaves_no_trace_in_the_next() -> None:
    text = "在阳西县试点，由阳江供电局负责。"
    before = find_mentions(text, 0, len(text), "云溪市", 2024)
    find_mentions(text, 0, len(text), "广东省/阳江市", 2024)
    assert find_mentions(text, 0, len(text), "云溪市", 2024) == before
