"""Signs of radicals are read as the words that they show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.radicals import fold_radicals


def test_kangxi_radicals_and_those_of_the_supplement_are_words() -> None:
    assert fold_radicals("市⼈⺠政府⽅案，⾼⻓⻔⻘⻩") == "市人民政府方案，高长门青黄"


@given(st.text())
def test_no_character_comes_or_goes(text: str) -> None:
    assert len(fold_radicals(text)) == len(text)
    assert fold_radicals(fold_radicals(text)) == fold_radicals(text)
