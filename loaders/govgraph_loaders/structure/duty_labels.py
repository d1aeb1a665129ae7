"""The labels of duties: what stands before a list or over a column (牵头单位, 责任部门, 分管区领导)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from govgraph_ontology.vocabulary import load_vocabulary

OTHER = "other"
"""The role of labels that give no duty and close the list before them (完成时限, 督导单位)."""


def duty_headings() -> Iterator[tuple[str, str]]:
    """Every label of a duty that may head a column, with its role, without a level before it (市级牵头单位).

    The words are those of `roles.toml`: a word for the role with a word for the body, and whole labels.
    """
    for role, pairs in _pairs().items():
        if role != OTHER:
            yield from ((role, label) for label in _whole(role))
            yield from (
                (role, first + second) for firsts, seconds in pairs for first in firsts for second in seconds
            )


def duty_label_expression() -> str:
    """A regular expression of all labels, one named group for each role; a level may stand before them."""
    levels = _either(load_vocabulary("roles")["label_words"]["levels"])
    groups = []
    for role, pairs in _pairs().items():
        labels = [_either(first) + _either(second) for first, second in pairs]
        groups.append(f"(?P<{role}>{'|'.join([*labels, _either(_whole(role))])})")
    return f"{_opening()}(?:{levels})??(?:{'|'.join(groups)})"


@cache
def _pairs() -> Mapping[str, list[tuple[list[str], list[str]]]]:
    vocabulary = load_vocabulary("roles")
    words, leaders = vocabulary["label_words"], vocabulary["label_leaders"]
    pairs = {role: [(words[role], words["bodies"])] for role in (*vocabulary["labels"],)}
    return {**pairs, "oversee": [(leaders["acts"], [f"{level}领导" for level in leaders["levels"]])]}


def _whole(role: str) -> list[str]:
    vocabulary = load_vocabulary("roles")
    return list(vocabulary["label_leaders"]["persons"] if role == "oversee" else vocabulary["labels"][role])


def _either(words: Iterable[str]) -> str:
    """Any of the words, the longest that fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


def _opening() -> str:
    """A look ahead for the first character of a label, by which most positions are passed over."""
    words = [*load_vocabulary("roles")["label_words"]["levels"]]
    for role, pairs in _pairs().items():
        words += [*_whole(role), *(first for firsts, _ in pairs for first in firsts)]
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])"
