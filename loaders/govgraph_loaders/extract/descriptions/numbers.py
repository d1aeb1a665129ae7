"""Document numbers: their usual form, and those that a sentence or a line below the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govgraph_loaders.extract.families import family_of
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER
from govgraph_ontology.vocabulary import load_vocabulary


def plain_number(text: str) -> str:
    """A document number in its usual form: 〔2023〕 whatever the copy has, no spaces."""
    bare = re.sub(r"\s+", "", text)
    if not any(bracket in bare for bracket in "〔〕[]（）()﹝﹞【】"):
        return bare
    whole = bare if bare.endswith("号") else f"{bare}号"
    return re.sub(r"[〔\[（(﹝【]?((?:19|20)\d\d)[〕\]）)﹞】]?(?=第?\d{1,5}号$)", r"〔\1〕", whole)


def is_damaged(number: str) -> bool:
    """Whether a copy lost a bracket of a number, or what ends it: 〔20235号, 〔2023〕5."""
    brackets = sum(number.count(bracket) for bracket in "〔〕[]（）()﹝﹞【】")
    return brackets == 1 or not number.endswith("号")


def extract_second_numbers(reading: Reading) -> Iterator[Found]:
    """Numbers that a sentence or a line below the text gives: 规范性文件统一编号：…"""
    known = {plain_number(mark.text) for document in family_of(reading) for mark in document.numbers}
    earlier = reading.document.parent
    if earlier is not None:
        before = Reading(reading.layout, earlier)
        known |= {number for number, _, _ in _labelled_numbers(before)}
    for number, start, end in _labelled_numbers(reading):
        if number in known:
            continue
        known.add(number)
        yield reading.statement(
            "documentNumber",
            reading.reference,
            number,
            reading.evidence(start, end),
            "document.second_number",
        )


def _labelled_numbers(reading: Reading) -> Iterator[tuple[str, int, int]]:
    cues = load_vocabulary("descriptions")["numbers"]["cues"]
    for paragraph in reading.document.paragraphs:
        piece = reading.text[paragraph.start : paragraph.end]
        for cue in cues:
            at = piece.find(cue)
            if at < 0:
                continue
            start = paragraph.start + at + len(cue)
            while start < paragraph.end and reading.text[start] in "：:为是 ":
                start += 1
            match = DOCUMENT_NUMBER.match(reading.text, start, paragraph.end)
            if match is not None:
                yield plain_number(match.group()), match.start(), match.end()
                break
