"""Names of persons: by surname, by form, and by the word 同志 behind them.

Names of the Han are a surname and one or two characters; those of other peoples are often written with a
middle dot (间隔号, GB/T 15834), which copies replace by other dots.
"""

from __future__ import annotations

import re
from functools import cache

from govgraph_ontology.vocabulary import load_vocabulary

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\ue000-\uf8ff\U00020000-\U0003ffff"
DOTS = "·•‧・∙．."
_CHARACTER = f"(?:(?!同志|先生|女士)[{HAN}])"
NAME = f"(?:{_CHARACTER}{{1,12}}(?:[{DOTS}]{_CHARACTER}{{1,12}}){{1,4}}|{_CHARACTER}{{2,4}})"
"""Pattern of what may be the name of a person; `is_person` decides."""

_DOTTED = re.compile(f"[{HAN}]{{1,12}}(?:[{DOTS}][{HAN}]{{1,12}}){{1,4}}")
_PLAIN = re.compile(f"[{HAN}]{{2,4}}")
_DOT = re.compile(f"[{DOTS}]")
_LONGEST_UNMARKED = 3


def person_name(text: str) -> str:
    """The name in its usual form: no spaces, `·` between its parts."""
    return _DOT.sub("·", "".join(text.split()))


def is_person(text: str, *, marked: bool = False) -> bool:
    """Whether `text` is the name of a person. `marked`: a word such as 同志 says that it names one."""
    if _DOTTED.fullmatch(text):
        return True
    if not _PLAIN.fullmatch(text) or text.startswith(_words()[2]):
        return False
    if marked:
        return True
    singles, compounds, _, strangers = _words()
    if any(character in strangers for character in text):
        return False
    if text.startswith(compounds):
        return len(text) > 2
    if len(text) > _LONGEST_UNMARKED:
        return text[0] in singles and text[1] in singles
    return text[0] in singles


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Single surnames; compound ones and names without any; what is no name; characters of no name."""
    words = load_vocabulary("surnames")
    singles = frozenset(words["single"]) - {"\n"}
    return (
        singles,
        (*words["compound"], *words["given"]),
        tuple(words["not_names"]),
        frozenset(words["not_in_names"]),
    )
