from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.sentences import LONGEST, sentence_spans, within


@given(st.text("甲乙。！？，；、\n", max_size=200))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


def test_endless_sentence_is_cut_at_a_clause_else_anywhere() -> None:
    text = ("甲" * 99 + "，") * 40
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(end - start <= LONGEST for start, end in spans)
    assert all(text[end - 1] == "，" for _, end in spans)
    assert len(list(sentence_spans("甲" * (2 * LONGEST), 0, 2 * LONGEST))) == 2


@dataclass
class Placed:
    start: int


def test_within_takes_what_begins_there() -> None:
    found = [Placed(start) for start in (0, 3, 5, 9)]
    assert [each.start for each in within(found, 3, 9)] == [3, 5]
