"""How much of a document comes through in each format, as shares of what its plain text gives.

    PYTHONPATH=tests python tests/loaders/readers/fidelity.py

prints the table of docs/formats.md. The files are written by the programs that people use: python-docx,
openpyxl, reportlab, LibreOffice, and a browser's print to PDF.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.model import Layout
from govgraph_loaders.readers import read_sources
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout
from loaders.readers import written

_METADATA = frozenset({"issuedBy", "issuedOn", "documentNumber"})


@dataclass(frozen=True)
class Fidelity:
    """Shares, 0 to 1, of what the plain text gives: paragraphs, headings, cells of tables, those that merged
    cells span, metadata, all facts; and of the facts found those with a place in the file.
    """

    text: float
    headings: float
    cells: float
    merged: float
    metadata: float
    facts: float
    places: float


def _word(folder: Path) -> Path:
    path = folder / "paper.docx"
    path.write_bytes(written.word_document())
    return path


def _page(folder: Path) -> Path:
    path = folder / "paper.html"
    path.write_text(written.web_page(), encoding="utf-8")
    return path


def _pdf(folder: Path) -> Path:
    written.pdf_document(folder / "paper.pdf")
    return folder / "paper.pdf"


def _workbook(folder: Path) -> Path:
    path = folder / "table.xlsx"
    path.write_bytes(written.workbook())
    return path


def _csv(folder: Path) -> Path:
    file = io.StringIO()
    csv.writer(file).writerows(written.ROWS)
    (folder / "table.csv").write_text(file.getvalue(), encoding="utf-8-sig")
    return folder / "table.csv"


def _office(make: Callable[[Path], Path], *endings: str) -> Callable[[Path], Path]:
    """What LibreOffice makes of a file, by way of each ending to the last."""

    def convert(folder: Path) -> Path:
        path = make(folder)
        for ending in endings:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder)]
            subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
            path = path.with_suffix(f".{ending}")
        return path

    return convert


def _printed(folder: Path) -> Path:
    """The page as a browser prints it to PDF, its article alone, as print styles of sites have it."""
    style = "<style>@media print{.header,.share,.related,.footer,.xxgk_info{display:none}td{border:1px solid}"
    style += "table{border-collapse:collapse}p{margin:6px 0}}</style></head>"
    page, printed = folder / "print.html", folder / "print.pdf"
    page.write_text(written.web_page().replace("</head>", style), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [*command, f"--user-data-dir={folder}/chromium", f"--print-to-pdf={printed}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return printed


FORMATS: Mapping[str, tuple[str, Callable[[Path], Path]]] = {
    "HTML": ("", _page),
    "DOCX (python-docx)": ("", _word),
    "PDF (reportlab)": ("", _pdf),
    "XLSX (openpyxl)": ("", _workbook),
    "CSV": ("", _csv),
    "ODT (LibreOffice)": ("soffice", _office(_word, "odt")),
    # By way of ODT: LibreOffice loses the tables of other programs' DOCX when it writes DOC at once.
    "DOC (LibreOffice)": ("soffice", _office(_word, "odt", "doc")),
    "PDF (LibreOffice)": ("soffice", _office(_word, "pdf")),
    "XLS (LibreOffice)": ("soffice", _office(_workbook, "xls")),
    "PDF (Chromium)": ("chromium", _printed),
}
"""The program that a format needs, if any, and what writes the file."""


def measure(name: str, folder: Path) -> Fidelity:
    """The fidelity of a format of FORMATS, its file written to the folder."""
    path = FORMATS[name][1](folder)
    (source,) = read_sources(path, path.name)
    plain = written.plain_text() if path.stem != "table" else _table_text()
    return compare(Source("paper.txt", plain, "", "utf-8"), source)


def compare(wanted: Source, found: Source) -> Fidelity:
    """What of the Source that is wanted the other has."""
    before, after = read_layout(wanted), read_layout(found)
    statements = extract_source(found).statements
    said = Counter(_facts(wanted)), Counter(_facts(found))
    metadata = [Counter({fact: 1 for fact in facts if fact[0] in _METADATA}) for facts in said]
    placed = sum(bool(found.place(one.evidence.start)) for one in statements)
    return Fidelity(
        _share(_paragraphs(before), _paragraphs(after)),
        _share(_headings(before), _headings(after)),
        _share(_cells(before), _cells(after)),
        _share(_merged(before), _merged(after)),
        _share(*metadata),
        _share(*said),
        placed / len(statements) if statements else 0.0,
    )


def _table_text() -> str:
    return "\n".join("\t".join(row) for row in written.ROWS)


def _share(wanted: Iterable[object], found: Iterable[object]) -> float:
    """The share of the wanted that was found; 1 where nothing was."""
    first, second = Counter(wanted), Counter(found)
    return (first & second).total() / first.total() if first else 1.0


def _facts(source: Source) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            one.relation,
            one.subject.name,
            one.object if isinstance(one.object, str) else one.object.name,
            tuple(sorted(one.qualifiers.items())),
        )
        for one in extract_source(source).statements
    )


def _paragraphs(layout: Layout) -> list[str]:
    return [layout.text(one.start, one.end) for document in layout.documents for one in document.paragraphs]


def _headings(layout: Layout) -> list[str]:
    return [section.marker + section.title for document in layout.documents for section in document.sections]


def _cells(layout: Layout) -> list[tuple[str, str]]:
    return [
        (column.name, cell.joined)
        for document in layout.documents
        for table in document.tables
        for column in table.columns
        for row in table.rows
        if (cell := row.cell(column.index)) is not None
    ]


def _merged(layout: Layout) -> list[tuple[str, str]]:
    """Headings and text of the cells that a cell above them spans, and headings of two rows."""
    tables = [table for document in layout.documents for table in document.tables]
    spanned = [
        (column.name, cell.joined)
        for table in tables
        for column in table.columns
        for at, row in enumerate(table.rows)
        if row.cell(column.index) is None and (cell := table.carried(at, column.index)) is not None
    ]
    return spanned + [(one.name, "") for table in tables for one in table.columns if len(one.path) > 1]


def main() -> None:
    """Print the table."""
    heads = "格式 Format", "正文 text", "标题 headings", "表格 tables", "合并 merged", "元数据 metadata"
    print(f"| {' | '.join((*heads, '事实 facts', '位置 places'))} |")
    print("|---" + "|--:" * 7 + "|")
    for name, (program, _) in FORMATS.items():
        if program and shutil.which(program) is None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            shares = astuple(measure(name, Path(folder)))
        print(f"| {name} | {' | '.join(f'{share:.0%}' for share in shares)} |")


if __name__ == "__main__":
    main()
