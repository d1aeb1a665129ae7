"""The document model: what a source consists of before anything is extracted from it.

Offsets named `start` and `end` count characters of the clean view; `Cell` and `Row` alone count characters
of the source, for a table is read from the source directly (its spaces mean something).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from govgraph_loaders.cleanview import CleanView
from govgraph_loaders.damage.fault import Fault
from govgraph_loaders.source import Source


@dataclass(slots=True)
class Cell:
    """A cell: its text (inner runs of white space as one space), its source span, its place in the grid."""

    text: str
    start: int
    end: int
    column: int

    @property
    def joined(self) -> str:
        """The text without spaces: what a cell says whose line was wrapped."""
        return self.text.replace(" ", "")


@dataclass(slots=True)
class Row:
    """A row of a table. `kind`: `body`, `total` (合计), or `section` (a row that heads those below it)."""

    cells: list[Cell]
    start: int
    end: int
    kind: str = "body"

    def cell(self, column: int) -> Cell | None:
        """The cell in `column`, or None where the row has none or it is blank."""
        found = self.cells[column] if column < len(self.cells) else None
        return found if found is not None and found.text else None


@dataclass(slots=True)
class Column:
    """A column: `path` holds its heading from the top row down, as in `("目标任务", "增速（%）")`."""

    index: int
    path: tuple[str, ...]

    @property
    def name(self) -> str:
        """The whole heading in one string."""
        return "".join(self.path)


@dataclass(slots=True)
class Table:
    """A table, whole: fragments that go on over pages under a repeated header are one.

    `title`: the line above it (`2023年…任务分解表`); `captions`: all lines above it that belong to it;
    `unit`: what 单位：… says; `organization`: what 单位名称：… says; `notes`: lines below it that start
    with 注, 备注 or `*`. `document`, `section`: indices into `Layout.documents` and `Document.sections`
    (None: above all headings).
    """

    title: str
    captions: list[str]
    unit: str
    organization: str
    columns: list[Column]
    header_rows: list[Row]
    rows: list[Row]
    notes: list[str]
    start: int
    end: int
    document: int = 0
    section: int | None = None

    def carried(self, row: int, column: int) -> Cell | None:
        """The cell of `column` in row `row`, or where that is blank the one above it that spans it.

        A blank under a section or total row belongs to nothing above.
        """
        for index in range(row, -1, -1):
            if index < row and self.rows[index].kind != "body":
                return None
            cell = self.rows[index].cell(column)
            if cell is not None:
                return cell
        return None


@dataclass(slots=True)
class Section:
    """A numbered part: `（五）壮大支柱产业集群。…` with all that stands under it.

    `marker` is the number as written (`（五）`), `rank` its level (1 章 … 9 一是), `title` the heading or
    the run-in heading without its number; `heading_end` is where the title ends, `end` where the section
    ends.
    """

    marker: str
    rank: int
    title: str
    start: int
    heading_end: int
    end: int
    parent: int | None
    run_in: bool


@dataclass(slots=True)
class Paragraph:
    """A paragraph of running text, whole (joined over page breaks). `section`: the innermost one, or None."""

    start: int
    end: int
    section: int | None = None


@dataclass(slots=True)
class Mark:
    """A piece of a document's own description: its text and where it stands."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """One document of a source.

    `kind`: key of the vocabulary `document_kinds`. `jurisdiction`: the chain of the place for which it
    speaks (`广东省/阳江市`), empty where none is known. `key` identifies it in any source. `parent`: the
    index of the document that prints or forwards it. `aliases`: other titles under which it is known.
    `contents`: the entries of its list of contents. `effective`, `expires`: from when to when it is in force
    by the table of the site that shows it. `labelled`: all that this table says, each with the kind of its
    label (key of `labels` in `document_kinds`).
    """

    title: str
    kind: str
    start: int
    end: int
    title_mark: Mark | None = None
    jurisdiction: str = ""
    key: str = ""
    parent: int | None = None
    aliases: list[str] = field(default_factory=list)
    numbers: list[Mark] = field(default_factory=list)
    issuers: list[Mark] = field(default_factory=list)
    date: Mark | None = None
    effective: Mark | None = None
    expires: Mark | None = None
    labelled: list[tuple[str, Mark]] = field(default_factory=list)
    contents: list[Mark] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


@dataclass(eq=False)
class Layout:
    """A source with its clean view and its documents, in the order in which they stand.

    `faults`: what is damaged in the source, in order; `mended`: its text, as long as it is, with those mended
    of which the reading is certain. Offsets in both are those of the source.
    """

    source: Source
    view: CleanView
    documents: list[Document]
    faults: tuple[Fault, ...] = ()
    mended: str = ""

    @cached_property
    def roots(self) -> list[int]:
        """For each document the index of the notice that prints it, directly or not, or its own."""
        roots: list[int] = []
        for index, document in enumerate(self.documents):
            # What a notice prints stands behind it, so that its root is known by then.
            roots.append(index if document.parent is None else roots[document.parent])
        return roots

    @cached_property
    def families(self) -> dict[int, list[int]]:
        """The indices of all documents that belong to one root, by that root."""
        families: dict[int, list[int]] = {}
        for index, root in enumerate(self.roots):
            families.setdefault(root, []).append(index)
        return families

    def text(self, start: int, end: int) -> str:
        """The clean text of a span."""
        return self.view.text[start:end]
