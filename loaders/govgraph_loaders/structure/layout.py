"""The layout of a source: its documents with their parts, and the clean view in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govgraph_loaders.cleanview import CleanViewBuilder
from govgraph_loaders.model import Document, Layout, Mark, Paragraph, Table
from govgraph_loaders.source import Source
from govgraph_loaders.structure.blocks import Block, read_blocks
from govgraph_loaders.structure.boundaries import Boundary, find_boundaries
from govgraph_loaders.structure.copied_rows import gather_rows
from govgraph_loaders.structure.description import Description, read_description
from govgraph_loaders.structure.jurisdiction import (
    complete_chain,
    count_places,
    place_chain,
    province_of_number,
    speaking_place,
)
from govgraph_loaders.structure.lines import Line, read_lines
from govgraph_loaders.structure.sections import read_sections
from govgraph_loaders.structure.tables import read_tables
from govgraph_loaders.structure.title_lines import find_unnamed_title
from govgraph_loaders.structure.titles import is_standing_title, normal_title, split_title, title_kind

_FIRST_LINE = 40
_RECURRING = frozenset({"report", "personnel", "budget", "gazette", "name_list"})
# What the title of a document may say before it names a place: 关于表彰云溪市…, 2023年云溪市….
_BEFORE_PLACE = re.compile(
    r"^(?:[《\d年度]|关于|印发|转发|批转|公布|发布|表彰|表扬|通报|命名|授予|开展|加强|做好|推进|加快|进一步|对)+"
)
_MATTER = re.compile("关于|印发|转发|公布")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD = 300  # characters in which a report says when it was given


def read_layout(source: Source) -> Layout:
    """The documents of `source`. A source in which no title is found is one document named after the file."""
    lines = gather_rows(read_lines(source), source.text)
    boundaries = find_boundaries(lines, source.text)
    if not boundaries or any(line.kind in {"text", "row"} for line in lines[: boundaries[0].first]):
        boundaries = _with_preface(lines, source, boundaries)
    builder = CleanViewBuilder(source.text)
    documents: list[Document] = []
    pending: list[tuple[Document, list[Table]]] = []
    ends = [boundary.first for boundary in boundaries[1:]] + [len(lines)]
    for boundary, last in zip(boundaries, ends, strict=True):
        document, blocks = _read_document(source, lines, boundary, last)
        _append_blocks(builder, document, blocks)
        fragments = [block.table for block in blocks if block.table is not None]
        pending.append((document, read_tables(fragments, source.text)))
        documents.append(document)
    view = builder.build()
    for index, (document, tables) in enumerate(pending):
        document.sections = read_sections(view.text, document.paragraphs, document.end)
        _place_tables(document, tables, index, view.origins)
    _find_jurisdictions(documents, source.text, view.text)
    return Layout(source, view, documents)


def _with_preface(lines: Sequence[Line], source: Source, boundaries: list[Boundary]) -> list[Boundary]:
    """Text before the first title belongs to the first document; without any title the file is the
    document.
    """
    unnamed = find_unnamed_title(lines)
    if boundaries and not (unnamed is not None and _is_heading(boundaries[0], lines, unnamed)):
        boundaries[0].first = 0
        return boundaries
    if unnamed is not None:
        line = lines[unnamed]
        return [Boundary(0, Mark(line.text, line.start, line.end), unnamed, "other"), *boundaries[1:]]
    stem = source.name.rpartition("/")[2].rpartition(".")[0] or source.name
    first = next((line for line in lines if line.kind != "blank"), lines[0])
    return [Boundary(0, Mark(stem, first.start, max(first.end, first.start + 1)), -1, "other")]


def _is_heading(first: Boundary, lines: Sequence[Line], title: int) -> bool:
    """Whether the first title that was found is a heading in the text of the document titled on line
    `title`.
    """
    between = lines[title + 1 : first.first]
    begun = any(line.kind == "text" and ("。" in line.text or line.has_marker) for line in between)
    return begun and first.contents is None and not is_standing_title(split_title(first.title.text)[0])


def _read_document(
    source: Source, lines: Sequence[Line], boundary: Boundary, last: int
) -> tuple[Document, list[Block]]:
    start, stop = boundary.first, boundary.title_last
    printed = boundary.printed_by is not None
    title, number = split_title(boundary.title.text)
    span = (max(start, stop), stop)
    description = read_description(lines, source.text, start, span, last, name=title, printed=printed)
    numbers = description.numbers
    labelled = [] if printed else description.labelled
    if number and all(number != mark.text for mark in numbers):
        numbers.append(Mark(number, boundary.title.start, boundary.title.end))
    if not numbers and boundary.listed_number is not None:
        numbers.append(boundary.listed_number)
    document = Document(
        title=title,
        kind=boundary.kind,
        start=0,
        end=0,
        title_mark=boundary.title,
        parent=boundary.printed_by,
        numbers=numbers,
        issuers=description.issuers or [mark for mark in labelled if _may_issue(mark, title)],
        date=_issue_date(description, title),
        effective=description.effective,
        expires=description.expires,
        labelled=[] if printed else description.labels,
        contents=boundary.contents.entries if boundary.contents else [],
    )
    skipped = set(range(max(start, boundary.title_last - 5), boundary.title_last + 1)) & _title_lines(
        lines, boundary
    )
    skipped |= set(description.lines)
    if boundary.contents:
        skipped |= set(range(boundary.contents.first, boundary.contents.last))
    body = [line for index, line in enumerate(lines[start:last], start) if index not in skipped]
    return document, read_blocks(body)


def _issue_date(description: Description, title: str) -> Mark | None:
    """The date of issue; no day on which a site put out what its title dates to years before."""
    date = description.issue_date
    years = [int(year) for year in _YEAR.findall(title)]
    if date is None or date != description.published or not years:
        return date
    return None if int(date.text[:4]) > max(years) + 1 else date


def _may_issue(labelled: Mark, title: str) -> bool:
    """Whether the issuer that a site names stands against no other: the title names it too, or nobody."""
    before = _MATTER.search(title)
    if title_kind(title) == "report":
        return False  # The line below it names the speaker's office; what he says names for whom he speaks.
    return before is None or before.start() == 0 or title.startswith(labelled.text)


def _title_lines(lines: Sequence[Line], boundary: Boundary) -> set[int]:
    title = boundary.title
    return {
        index
        for index in range(boundary.first, boundary.title_last + 1)
        if title.start <= lines[index].start and lines[index].end <= title.end
    }


def _append_blocks(builder: CleanViewBuilder, document: Document, blocks: Sequence[Block]) -> None:
    document.start = builder.length
    for block in blocks:
        if block.table is not None:
            continue
        start = builder.length
        for line in block.lines:
            builder.append(line.start, line.end)
        if builder.length > start:
            document.paragraphs.append(Paragraph(start, builder.length))
            builder.append_break(block.end)
    document.end = builder.length


def _place_tables(document: Document, tables: list[Table], index: int, origins: Sequence[int]) -> None:
    """Say of each table in which section it stands: the one of the last paragraph above it."""
    for table in tables:
        table.document = index
        for paragraph in document.paragraphs:
            if origins[paragraph.start] > table.start:
                break
            table.section = paragraph.section
    document.tables = tables


def _find_jurisdictions(documents: Sequence[Document], text: str, view_text: str) -> None:
    """Give every document its jurisdiction and key: from its issuer, its title, what prints it, the whole
    source.
    """
    hints = count_places(text)
    completed: dict[str, str] = {}
    for document in documents:
        names = [mark.text for mark in document.issuers] + [_BEFORE_PLACE.sub("", document.title)]
        found = next((place for place, _ in (place_chain(name, hints) for name in names) if place), "")
        if not found and document.parent is not None:
            found = documents[document.parent].jurisdiction
        found = found or province_of_number(names, [mark.text for mark in document.numbers])
        if found not in completed:
            completed[found] = complete_chain(found, text)
        document.jurisdiction = completed[found]
    usual = Counter(document.jurisdiction for document in documents if document.jurisdiction)
    if usual:
        default = min(usual, key=lambda place: (-usual[place], place))
    else:
        first = place_chain(text.lstrip()[:_FIRST_LINE], hints)[0]
        default = complete_chain(first or speaking_place(text, hints) or _most_named(hints), text)
    for document in documents:
        document.jurisdiction = document.jurisdiction or default
        document.key = (
            f"{document.jurisdiction}#{normal_title(document.title)}{_year_of(document, view_text)}"
        )


def _year_of(document: Document, view_text: str) -> str:
    """The year that tells apart documents that come every year under one title: 政府工作报告, 人事任免.

    Empty where the title has a year, or names one thing.
    """
    if document.kind not in _RECURRING or _YEAR.search(document.title):
        return ""
    head = view_text[document.start : min(document.end, document.start + _HEAD)]
    year = _YEAR.search(document.date.text if document.date else head)
    return year.group() if year else ""


def _most_named(hints: Counter[str]) -> str:
    """The city or province that the source names most: the last resort."""
    cities = {name: count for name, count in hints.items() if name.endswith("市")} or dict(hints)
    if not cities:
        return ""
    best = min(cities, key=lambda name: (-cities[name], name))
    return place_chain(best, hints)[0] or best
