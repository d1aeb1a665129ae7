"""The annotated sentences of the experiment are sound: what the comparison rests on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from annotations import places_of, read_sentences


def test_sentences_have_spans_of_every_label_on_both_sides_of_the_split() -> None:
    sentences = list(read_sentences())
    assert len(sentences) >= 300
    for left_out in (True, False):
        labels = {label for one in sentences if one.left_out is left_out for _, _, label in one.spans}
        assert labels == {"PROJECT", "INDUSTRY", "PLACE"}
        assert any(not one.spans for one in sentences if one.left_out is left_out)


def test_spans_do_not_overlap_and_begin_and_end_in_words() -> None:
    for sentence in read_sentences():
        end = 0
        for start, stop, _ in sorted(sentence.spans):
            assert start >= end
            end = stop
            assert sentence.text[start] not in "，。、；：" and sentence.text[stop - 1] not in "，。、；："


def test_a_span_outside_its_sentence_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"document": 1, "text": "石桥镇", "spans": [[0, 4, "PLACE"]]}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1"):
        list(read_sentences(path))


def test_industries_belong_to_the_places_named_together_before_them() -> None:
    text = "丹枫区、临湖区发展氢能，石桥镇发展茶叶"
    spans = [(0, 3, "PLACE"), (4, 7, "PLACE"), (9, 11, "INDUSTRY"), (12, 15, "PLACE"), (17, 19, "INDUSTRY")]
    assert places_of(spans, text, 9) == ["丹枫区", "临湖区"]
    assert places_of(spans, text, 17) == ["石桥镇"]
