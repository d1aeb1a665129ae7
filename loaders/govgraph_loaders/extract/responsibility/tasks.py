"""Which task a list of duties is for: the section, or the clause before the list where a section has
several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.responsibility.lists import DutyList
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.numbering import match_marker

_SENTENCE_END = re.compile(r"[。；！\n]")
_CLAUSE_END = re.compile(r"[，：]")
_MAX_NAME = 60
_MIN_CLAUSE = 6
_TRIM = " ，。；、：—-"


def name_tasks(reading: Reading, lists: Sequence[DutyList]) -> list[Reference | None]:
    """The task of each list, in order; None where no text names one. Lists right after each other share a
    task.
    """
    starts = _clause_starts(reading, lists)
    sections = _sections(reading, lists)
    tasks: list[Reference | None] = []
    for index, found in enumerate(lists):
        if index and starts[index] is None:
            tasks.append(tasks[-1])
            continue
        section = sections[index]
        separate = {
            start
            for start, other in zip(starts, sections, strict=True)
            if other == section and start is not None
        }
        start = starts[index] or found.start
        ahead = _task_behind(reading, section, found)
        if ahead is not None:
            tasks.append(ahead)
        elif section is not None and len(separate) == 1:
            tasks.append(reading.task(section))
        else:
            tasks.append(_clause_task(reading, section, start, found))
    return tasks


def _sections(reading: Reading, lists: Sequence[DutyList]) -> list[int | None]:
    """The section to which each list belongs.

    A list in a line of its own below the last of several parts, of which no other has one, is for the whole.
    """
    document = reading.document
    sections = [document.paragraphs[found.paragraph].section for found in lists]
    listed = set(sections)
    for index, found in enumerate(lists):
        section = reading.section(sections[index])
        if section is None or section.parent is None or not _is_alone(reading, found):
            continue
        parts = [step for step, other in enumerate(document.sections) if other.parent == section.parent]
        if len(parts) > 1 and parts[-1] == sections[index] and listed.isdisjoint(parts[:-1]):
            sections[index] = section.parent
    return sections


def _is_alone(reading: Reading, found: DutyList) -> bool:
    """Whether the list is a paragraph of its own, which is not the one that opens its section."""
    paragraph = reading.document.paragraphs[found.paragraph]
    section = reading.section(paragraph.section)
    own = section is None or section.start != paragraph.start
    return own and found.start == paragraph.start and _ends(reading, found)


def _clause_starts(reading: Reading, lists: Sequence[DutyList]) -> list[int | None]:
    """Where the text begins that each list is about; None where nothing stands between it and the list
    before.
    """
    paragraphs = reading.document.paragraphs
    starts: list[int | None] = []
    previous: DutyList | None = None
    for found in lists:
        paragraph = paragraphs[found.paragraph]
        start = paragraph.start
        if previous is not None and previous.paragraph == found.paragraph:
            start = previous.end
        elif previous is not None and found.start == start and previous.paragraph == found.paragraph - 1:
            start = (
                found.start
                if previous.start == paragraphs[previous.paragraph].start or _ends(reading, previous)
                else start
            )
            if start == found.start:
                starts.append(None)
                previous = found
                continue
        elif found.start == start and found.paragraph:
            start = paragraphs[found.paragraph - 1].start
        between = reading.text[start : found.start].strip(_TRIM)
        same = previous is not None and len(between) < _MIN_CLAUSE and previous.paragraph == found.paragraph
        starts.append(None if same else start)
        previous = found
    return starts


def _ends(reading: Reading, found: DutyList) -> bool:
    """Whether the list ends its paragraph, so that a list in the next line goes on with it."""
    return not reading.text[found.end : reading.document.paragraphs[found.paragraph].end].strip(_TRIM)


def _task_behind(reading: Reading, section: int | None, found: DutyList) -> Reference | None:
    """The task that a list opens: 1.【责任单位：市水利局】建设水库. None for a list with a task before it."""
    heading = reading.section(section)
    paragraph = reading.document.paragraphs[found.paragraph]
    first = heading.start + len(heading.marker) if heading is not None else paragraph.start
    if heading is None or heading.start != paragraph.start or reading.text[first : found.start].strip(_TRIM):
        return None
    name = clause_name(reading.text, found.end, paragraph.end)
    return reading.task_named(name, section, part=name) if name else None


def _clause_task(reading: Reading, section: int | None, start: int, found: DutyList) -> Reference | None:
    """A task named by its own clause, and known as well as a part of its section."""
    text = reading.text
    heading = reading.section(section)
    if (
        heading is not None
        and heading.run_in
        and start <= heading.start
        and heading.heading_end < found.start
    ):
        start = heading.heading_end
    while start < found.start and text[start] in _TRIM:
        start += 1
    marker = match_marker(text[start : start + 12])
    if marker is not None:
        start += marker.end
    name = clause_name(text, start, found.start)
    if not name:
        return reading.task(section) if section is not None else None
    aliases = []
    if heading is not None and heading.title and not name.startswith(heading.title):
        aliases.append(f"{heading.title}：{name}")
    return reading.task_named(name, section, aliases=aliases, part=name)


def clause_name(text: str, start: int, end: int) -> str:
    """A short name for what `text[start:end]` sets out to do: its first sentence, or the first clause of a
    long one.
    """
    stop = _SENTENCE_END.search(text, start, end)
    last = stop.start() if stop else end
    if last - start > _MAX_NAME:
        clause = _CLAUSE_END.search(text, start + _MIN_CLAUSE, last)
        last = clause.start() if clause and clause.start() - start <= _MAX_NAME else start + _MAX_NAME
    name = text[start:last].strip(_TRIM + "\n")
    return name if len(name) >= 4 else ""
