"""Goals in words, without a number.

居民收入和经济增长保持同步, 污染物排放量持续下降, 实现…零的突破.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph_loaders.extract.indicators import name_behind
from govgraph_loaders.extract.target_sentences import Sentence, target_words

CLAUSE = re.compile(r"[^，；：。！？\n]+")
"""What stands between two marks that end a clause."""
_ASSIGNED = re.compile(r"下达的?")


@dataclass(frozen=True, slots=True)
class WordedGoal:
    """A clause that sets a goal in words.

    Its span, and the name of what it sets it for. `change`: decrease or ''.
    """

    start: int
    end: int
    name: str
    change: str


def read_worded_goals(sentence: Sentence) -> Iterator[WordedGoal]:
    """The goals in words of a sentence.

    Among numbers of goals many forms count, elsewhere only plain ones.
    """
    for match in CLAUSE.finditer(sentence.text, sentence.start, sentence.end):
        start, end = match.span()
        if any(start <= quantity.start < end for quantity in sentence.quantities):
            continue
        clause = match.group()
        plain = clause.endswith(target_words("in_words", "anywhere")) or (
            clause.startswith(target_words("in_words", "ensuring"))
            and clause.endswith(target_words("in_words", "ensured"))
        )
        if not plain and not (sentence.goals and clause.endswith(target_words("in_words", "among_goals"))):
            continue
        name = _name(sentence.text, start, end)
        generic = name.endswith(target_words("in_words", "generic"))
        if len(name) >= 2 and not generic and name not in target_words("in_words", "unnamed"):
            yield WordedGoal(start, end, name, "decrease" if clause.endswith("下降") else "")


def _name(text: str, start: int, end: int) -> str:
    assigned = _ASSIGNED.search(text, start, end)
    name = name_behind(text, assigned.end() if assigned else start, end, verbs=True)
    cuts = [name.find(word) for word in target_words("in_words", "behind_name")]
    return name[: min((cut for cut in cuts if cut >= 2), default=len(name))].strip("“”")
