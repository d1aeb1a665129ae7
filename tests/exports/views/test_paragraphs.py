from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph_exports.views.paragraphs import Paragraphs


@given(st.text(alphabet="词句。\n \U00020000a", max_size=60), st.data())
def test_the_words_are_found_where_the_page_looks_for_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    paragraphs = Paragraphs({"plan.txt": text}.__getitem__)
    number, first, last = paragraphs.locate("plan.txt", start, end)
    units = paragraphs.found[number].encode("utf-16-le")
    assert units[2 * first : 2 * last].decode("utf-16-le") == text[start:end]


def test_a_paragraph_is_carried_once_however_many_facts_stand_in_it() -> None:
    paragraphs = Paragraphs({"a": "甲乙丙。\n丁戊。", "b": "甲乙丙。"}.__getitem__)
    assert paragraphs.locate("a", 0, 1) == (0, 0, 1)
    assert paragraphs.locate("a", 1, 3) == (0, 1, 3)
    assert paragraphs.locate("a", 5, 6) == (1, 0, 1)
    assert paragraphs.locate("b", 0, 1) == (2, 0, 1), "another source"
    assert paragraphs.found == ["甲乙丙。", "丁戊。", "甲乙丙。"]
