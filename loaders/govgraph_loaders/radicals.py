"""Words that a text layer or a copy of it has as signs of radicals: ⼈⺠政府 for 人民政府."""

from __future__ import annotations

import unicodedata
from functools import cache

from govgraph_ontology.vocabulary import load_vocabulary

_KANGXI = range(0x2F00, 0x2FD6)


def fold_radicals(text: str) -> str:
    """The text with each such sign as the word that it shows; as many characters as before."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}
    words: dict[str, str] = load_vocabulary("radicals")["words"]
    return kangxi | {ord(sign): word for sign, word in words.items()}
