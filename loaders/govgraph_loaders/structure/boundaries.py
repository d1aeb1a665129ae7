"""Where the documents of a source begin: titles among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govgraph_loaders.model import Mark
from govgraph_loaders.structure.contents import Contents, find_contents, is_contents_heading
from govgraph_loaders.structure.description import DATE_LINE
from govgraph_loaders.structure.lines import Line
from govgraph_loaders.structure.title_lines import begins_no_title
from govgraph_loaders.structure.titles import (
    DOCUMENT_NUMBER,
    MAX_TITLE,
    is_plain_title,
    is_standing_title,
    normal_title,
    split_title,
    title_kind,
)
from govgraph_ontology.vocabulary import load_vocabulary

_PRINTED = re.compile(r"《(?P<title>[^《》]{4,80}(?:《[^《》]{2,40}》[^《》]{0,30})?)》")
_PRINTED_BARE = re.compile(r"关于(?:印发|转发|发布|公布|批转)(?P<title>[^《》]{4,90}?)的(?:通知|公告|通告)$")
_ORDER = re.compile(r"[\u4e00-\u9fff]{4,30}(?:令|公告)(?:[（(]?第[\d一二三四五六七八九十百零]{1,6}号[)）]?)?")
_WHOLE_TITLES = frozenset({"政府工作报告", "人事任免", "任免通知"})
_SEARCH = 6
_MOST_BETWEEN = 120  # characters of what a page says between its own headline and the article
_MAX_ATTEMPTS = 40


@dataclass(slots=True)
class Boundary:
    """The beginning of a document: the line of its letterhead or title, the lines of the title, why it is
    one.

    `printed_by`: the index (among boundaries) of the notice that announces it; `listed_number`: the
    document number that the contents of the gazette give.
    """

    first: int
    title: Mark
    title_last: int
    kind: str
    printed_by: int | None = None
    contents: Contents | None = None
    listed_number: Mark | None = None


def find_boundaries(lines: Sequence[Line], source_text: str) -> list[Boundary]:
    """The documents of the lines in order. A source without any title has none."""
    return _Finder(lines, source_text).run()


class _Finder:
    def __init__(self, lines: Sequence[Line], source_text: str) -> None:
        self._lines = lines
        self._source = source_text
        self._found: list[Boundary] = []
        self._expected: dict[str, int] = {}
        self._entries: dict[str, int] = {}
        self._gazette: Contents | None = None
        self._titles: set[str] = set()
        self._attempts = 0

    def run(self) -> list[Boundary]:
        index = 0
        while index < len(self._lines):
            if self._lines[index].kind != "text":
                index += 1
                continue
            contents = self._contents_at(index)
            if contents is not None:
                self._take_contents(contents)
                index = contents.last
                continue
            boundary = self._title_at(index)
            if boundary is not None:
                self._take(boundary)
                index = boundary.title_last + 1
                continue
            self._expect(self._lines[index].text)
            index += 1
        return _drop_empty(self._found, self._lines)

    def _contents_at(self, index: int) -> Contents | None:
        """The list of contents headed by a line; a source that says 目录 again and again has none."""
        if not is_contents_heading(self._lines[index]) or self._attempts >= _MAX_ATTEMPTS:
            return None
        self._attempts += 1
        return find_contents(self._lines, self._source, index)

    def _take_contents(self, contents: Contents) -> None:
        if self._gazette is None and (not self._found or self._found[-1].kind == "gazette"):
            self._gazette = contents
            self._entries = {normal_title(entry.text): index for index, entry in enumerate(contents.entries)}
            self._found[:] = [_cover(self._lines, contents)]
        if self._found:
            self._found[-1].contents = self._found[-1].contents or contents

    def _title_at(self, index: int) -> Boundary | None:
        """The boundary whose title starts at line `index`; the shortest run of lines that is a title wins."""
        line = self._lines[index]
        if (
            line.has_marker
            or begins_no_title(line.text)
            or (line.running and not is_standing_title(line.text) and not _opens_long_title(line.text))
        ):
            return None
        joined, last = "", index
        for follower in range(index, min(len(self._lines), index + _SEARCH)):
            piece = self._lines[follower]
            if piece.kind == "blank":
                continue
            if follower > index and is_contents_heading(piece):
                break
            if piece.kind != "text" or (
                follower > index and not self._may_join(joined, self._lines[last], piece)
            ):
                break
            joined, last = joined + piece.text, follower
            boundary = self._judge(index, last, joined)
            if boundary is not None:
                return self._extend(boundary)
            if len(joined) > MAX_TITLE:
                break
        return None

    def _may_join(self, joined: str, before: Line, line: Line) -> bool:
        """Whether `line` may go on with the title that `joined` begins."""
        if is_standing_title(line.text) and not line.text.startswith(("关于", "印发", "转发")):
            return False
        if normal_title(line.text) in _WHOLE_TITLES:
            return False
        if _may_follow(before, line):
            return True
        begun = normal_title(joined + line.text)
        return any(key.startswith(begun) for key in (*self._expected, *self._entries))

    def _judge(self, first: int, last: int, text: str) -> Boundary | None:
        mark = Mark(text, self._lines[first].start, self._lines[last].end)
        text, _ = split_title(text)
        key = normal_title(text)
        if key in self._expected and not text.startswith("附件"):
            return Boundary(first, mark, last, title_kind(text) or "plan", printed_by=self._expected.pop(key))
        entry = self._entry(key)
        if entry is not None:
            number = self._gazette.numbers.get(entry) if self._gazette else None
            return Boundary(first, mark, last, title_kind(text) or "other", listed_number=number)
        if is_standing_title(text):
            return Boundary(first, mark, last, title_kind(text) or "notice")
        if not self._found and is_plain_title(text) and not text.startswith(("来源", "发布")):
            return Boundary(first, mark, last, title_kind(text) or "other")
        if _ORDER.fullmatch(text) and self._promulgates(last):
            return Boundary(first, mark, last, "order")
        if key in _WHOLE_TITLES:
            return Boundary(first, mark, last, "report" if key == "政府工作报告" else "personnel")
        return None

    def _promulgates(self, title: int) -> bool:
        """Whether the lines below the title of an order promulgate something whose title is not above it."""
        texts = [line.text for line in self._lines[title + 1 : title + 1 + _SEARCH] if line.kind == "text"]
        for text in texts[:3]:
            promulgated = _PRINTED.match(text) if "公布" in text or "发布" in text else None
            if promulgated is not None:
                return normal_title(promulgated["title"]) not in self._titles
        return False

    def _entry(self, key: str) -> int | None:
        """The entry of the gazette's contents that this title is, or whose last words it is (人事任免)."""
        if key in self._entries:
            return self._entries.pop(key)
        for title, index in self._entries.items():
            if len(key) >= 4 and title.endswith(key) and len(title) - len(key) <= 14:
                del self._entries[title]
                return index
        return None

    def _extend(self, boundary: Boundary) -> Boundary:
        """A year or （试行） on the line below belongs to the title; a letterhead above begins the
        document.
        """
        follower = boundary.title_last + 1
        while follower < len(self._lines) and self._lines[follower].kind == "blank":
            follower += 1
        if follower < len(self._lines) and re.fullmatch(
            r"[（(][^（()）]{2,20}[）)]", self._lines[follower].text
        ):
            text = self._lines[follower].text
            if not (
                DOCUMENT_NUMBER.search(text)
                or DATE_LINE.fullmatch(text)
                or "公布" in text
                or begins_no_title(text)
            ):
                boundary.title = Mark(
                    boundary.title.text + text, boundary.title.start, self._lines[follower].end
                )
                boundary.title_last = follower
        above = boundary.first - 1
        floor = _last_line(self._found[-1]) if self._found else -1
        first = boundary.first
        while above > floor and above >= boundary.first - _SEARCH:
            line = self._lines[above]
            if line.kind == "text":
                if not _is_head_line(line.text):
                    break
                first = above
            elif line.kind == "row":
                break
            above -= 1
        boundary.first = first
        return boundary

    def _take(self, boundary: Boundary) -> None:
        self._found.append(boundary)
        self._titles.add(_bare_title(boundary))
        title, _ = split_title(boundary.title.text)
        match = _PRINTED_BARE.search(title)
        titles = [match["title"]] if match else []
        titles += [found["title"] for found in _PRINTED.finditer(title)]
        if title_kind(title) != "interpretation":
            self._announce(titles)

    def _expect(self, text: str) -> None:
        words = load_vocabulary("document_kinds")
        if not self._found or self._found[-1].kind not in (*words["standing"], "order"):
            return
        if any(word in text for word in words["printing"]):
            self._announce([found["title"] for found in _PRINTED.finditer(text[:600])])

    def _announce(self, titles: Sequence[str]) -> None:
        owner = len(self._found) - 1
        for title in titles:
            key = normal_title(title)
            if owner == 1 and self._is_headline(key):
                del self._found[0]
                self._titles.discard(key)
                owner = 0
            if key not in self._titles and owner >= 0:
                self._expected.setdefault(key, owner)
                without_years = normal_title(re.sub(r"[（(][^（()）]{2,20}[）)]$", "", title))
                if without_years != key and len(without_years) > 6:
                    self._expected.setdefault(without_years, owner)

    def _is_headline(self, key: str) -> bool:
        """Whether a page is headed by the title of what the notice below it prints, and by nothing else."""
        head, notice = self._found
        between = [line for line in self._lines[head.title_last + 1 : notice.first] if line.kind == "text"]
        return _bare_title(head) == key and sum(len(line.text) for line in between) < _MOST_BETWEEN


def _last_line(boundary: Boundary) -> int:
    """The last line of the head of a document: of its title, or of the list of contents below it."""
    contents = boundary.contents
    return boundary.title_last if contents is None else max(boundary.title_last, contents.last - 1)


def _opens_long_title(text: str) -> bool:
    """A title of more than one line may be long; a sentence or a label (编号：…) is none."""
    return "关于" in text and not any(mark in text for mark in "。；：！？")


def _may_follow(before: Line, line: Line) -> bool:
    """Whether `line` may be the second line of a title that `before` begins."""
    if (
        line.has_marker
        or (line.complete and line.text[-1] not in "）)》”")
        or DOCUMENT_NUMBER.fullmatch(line.text)
    ):
        return False
    if _is_head_line(before.text) or DATE_LINE.fullmatch(line.text) or DATE_LINE.fullmatch(before.text):
        return False
    return (
        "关于" in before.text
        or before.text.endswith(("局", "委", "委员会", "办公室", "府", "厅", "的", "发"))
        or ("关于" in line.text or not title_kind(before.text))
    )


def _is_head_line(text: str) -> bool:
    """A letterhead (…文件) or a document number that stands above a title."""
    letterheads = load_vocabulary("document_kinds")["letterheads"]
    if DOCUMENT_NUMBER.fullmatch(text.strip("（）()").replace(" ", "")):
        return True
    return len(text) <= 24 and text.endswith(tuple(letterheads))


def _cover(lines: Sequence[Line], contents: Contents) -> Boundary:
    """The cover of a gazette: what stands above its list of contents."""
    texts = [(index, line) for index, line in enumerate(lines[: contents.first]) if line.kind == "text"]
    name = next(
        ((index, line) for index, line in texts if line.text.endswith("公报")), texts[0] if texts else None
    )
    if name is None:
        line = lines[contents.first]
        return Boundary(contents.first, Mark("公报", line.start, line.end), contents.first, "gazette")
    # The year alone on its line looks like a page number.
    cover = "".join(line.text for line in lines[: contents.first])
    issue = re.search(r"((?:19|20)\d\d)年?[^\d]{0,4}第?(\d{1,3})[期号]", cover)
    title = name[1].text + (f"{issue[1]}年第{issue[2]}期" if issue else "")
    return Boundary(texts[0][0], Mark(title, name[1].start, name[1].end), name[0], "gazette")


def _bare_title(boundary: Boundary) -> str:
    """The title without what web pages put around it."""
    return normal_title(split_title(boundary.title.text)[0])


def _drop_empty(found: list[Boundary], lines: Sequence[Line]) -> list[Boundary]:
    """A title that is printed twice with nothing between (page head and article head) begins one document."""
    kept: list[Boundary] = []
    moved: dict[int, int] = {}
    for index, boundary in enumerate(found):
        last = kept[-1] if kept else None
        if last is not None and _bare_title(last) == _bare_title(boundary):
            between = [line for line in lines[last.title_last + 1 : boundary.first] if line.kind == "text"]
            if sum(len(line.text) for line in between) < _MOST_BETWEEN:
                kept.pop()
        moved[index] = len(kept)
        kept.append(boundary)
    for boundary in kept:
        if boundary.printed_by is not None:
            boundary.printed_by = moved[boundary.printed_by]
    return kept
