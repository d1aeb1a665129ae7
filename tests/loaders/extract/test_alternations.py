"""Patterns of one of many words mean what a plain list of the words, longest first, means."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.alternations import alternation, first_of

WORDS = st.lists(st.text("建设改造园（.", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.text("建设改造园（.", max_size=12))
def test_the_longest_word_comes_first_and_shorter_ones_after_it(words: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    for pattern in ("(?:{})", "(?:{})$", "(?:{}){{0,2}}(?:{})园"):
        expected = [match.span() for match in re.finditer(pattern.format(plain, plain), text)]
        found = re.finditer(pattern.format(alternation(words), alternation(words)), text)
        assert [match.span() for match in found] == expected


def test_words_begin_with_one_of_their_first_characters() -> None:
    assert re.fullmatch(first_of(["建设", "改造", "建"]), "建")
    assert not re.fullmatch(first_of(["建设", "改造"]), "设")
