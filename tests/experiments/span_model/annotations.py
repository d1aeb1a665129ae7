"""The annotated sentences of the experiment: invented, by hand, in documents of about ten sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES = Path(__file__).with_name("sentences.jsonl")
LEFT_OUT = 4
"""Every fourth document is left out of training."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its spans, each `(start, end, label)`; labels PROJECT, INDUSTRY and PLACE."""

    document: int
    text: str
    spans: tuple[tuple[int, int, str], ...]

    @property
    def left_out(self) -> bool:
        """Whether the model must not see the sentence in training."""
        return self.document % LEFT_OUT == 0


def read_sentences(path: Path = SENTENCES) -> Iterator[Sentence]:
    """The sentences of a file of JSON lines. Raises ValueError for a span outside its sentence."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        spans = tuple((start, end, label) for start, end, label in row["spans"])
        if any(not 0 <= start < end <= len(row["text"]) for start, end, _ in spans):
            raise ValueError(f"{path}:{number}: a span lies outside its sentence")
        yield Sentence(row["document"], row["text"], spans)


def places_of(spans: list[tuple[int, int, str]], text: str, start: int) -> list[str]:
    """The places named together nearest before `start`, else the first ones behind it."""
    places = [(first, last) for first, last, label in spans if label == "PLACE"]
    before = [place for place in places if place[1] <= start] or places[:1]
    group: list[tuple[int, int]] = []
    for place in reversed(before):
        if group and text[place[1] : group[0][0]] not in {"、", "和"}:
            break
        group.insert(0, place)
    return [text[first:last] for first, last in group]
