"""How much of a document comes through in each format, as shares of what its plain text gives.

    PYTHONPATH=tests python tests/loaders/readers/fidelity.py

prints the tables of docs/formats.md. The files are written by the programs that people use (`writers`), by
LibreOffice from some of them, and by a browser's print to PDF.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.model import Layout as ReadLayout
from govgraph_loaders.readers import read_sources
from govgraph_loaders.source import Source
from govgraph_loaders.structure import read_layout
from loaders.readers.layouts import LAYOUTS, plain_text
from loaders.readers.writers import WRITERS

_METADATA = frozenset({"issuedBy", "issuedOn", "documentNumber"})
_SHEETS = frozenset({"XLSX (openpyxl)", "XLSX (xlsxwriter)", "XLS (xlwt)", "CSV", "XLS (LibreOffice)"})
_TABULAR = frozenset({"tasks", "statistics"})
"""Layouts that people write in spreadsheets; all but the statistics are written in all other formats too."""

_CONVERTED: Mapping[str, tuple[str, str, str]] = {
    "ODT (LibreOffice)": ("DOCX (python-docx)", "odt", "soffice"),
    # By way of ODT: LibreOffice loses the tables of other programs' DOCX when it writes DOC at once.
    "DOC (LibreOffice)": ("ODT (LibreOffice)", "doc", "soffice"),
    "DOCX (LibreOffice)": ("ODT (LibreOffice)", "docx", "soffice"),
    "PDF (LibreOffice)": ("DOCX (python-docx)", "pdf", "soffice"),
    "XLS (LibreOffice)": ("XLSX (openpyxl)", "xls", "soffice"),
    "PDF (Chromium)": ("HTML", "pdf", "chromium"),
}
"""From which format, to which ending and by which program."""

FORMATS = (*WRITERS, *_CONVERTED)


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


def fitting() -> Iterator[tuple[str, str]]:
    """Layouts and the formats in which people write them."""
    for layout in LAYOUTS:
        for name in FORMATS:
            if layout in _TABULAR if name in _SHEETS else layout != "statistics":
                yield layout, name


def write_all(folder: Path) -> dict[tuple[str, str], Path]:
    """Write every layout in every format that fits and whose program is installed; each program runs once
    for each format, for it takes longer to start than to convert.
    """
    paths: dict[tuple[str, str], Path] = {}
    for layout, name in fitting():
        if name in WRITERS:
            ending, write = WRITERS[name]
            path = _folder(folder, name) / f"{layout}.{ending}"
            path.write_bytes(write(LAYOUTS[layout]))
            paths[layout, name] = path
    for name, (before, ending, program) in _CONVERTED.items():
        layouts = [layout for layout, found in fitting() if found == name and (layout, before) in paths]
        if layouts and shutil.which(program):
            convert = _print if program == "chromium" else _convert
            convert([paths[layout, before] for layout in layouts], ending, _folder(folder, name))
            paths |= {(layout, name): _folder(folder, name) / f"{layout}.{ending}" for layout in layouts}
    return paths


def _folder(folder: Path, name: str) -> Path:
    found = folder / name.replace(" ", "-")
    found.mkdir(exist_ok=True)
    return found


def _convert(paths: Iterable[Path], ending: str, folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder.parent}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)


def _print(paths: Iterable[Path], ending: str, folder: Path) -> None:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    for path in paths:
        printed = folder / f"{path.stem}.{ending}"
        given = [f"--user-data-dir={folder.parent}/chromium", f"--print-to-pdf={printed}", path.as_uri()]
        subprocess.run([*command, *given], check=True, capture_output=True, timeout=120)


def measure(layout: str, path: Path) -> Fidelity:
    """The fidelity of a file of the layout."""
    (source,) = read_sources(path, path.name)
    return compare(Source("paper.txt", plain_text(LAYOUTS[layout]), "", "utf-8"), source)


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


def _paragraphs(layout: ReadLayout) -> list[str]:
    return [layout.text(one.start, one.end) for document in layout.documents for one in document.paragraphs]


def _headings(layout: ReadLayout) -> list[str]:
    return [section.marker + section.title for document in layout.documents for section in document.sections]


def _cells(layout: ReadLayout) -> list[tuple[str, str]]:
    return [
        (column.name, cell.joined)
        for document in layout.documents
        for table in document.tables
        for column in table.columns
        for row in table.rows
        if (cell := row.cell(column.index)) is not None
    ]


def _merged(layout: ReadLayout) -> list[tuple[str, str]]:
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
    """Print the tables: the shares over all layouts, and those of the facts layout by layout."""
    with tempfile.TemporaryDirectory() as folder:
        found = {key: measure(key[0], path) for key, path in write_all(Path(folder)).items()}
    heads = "格式 Format", "正文 text", "标题 headings", "表格 tables", "合并 merged", "元数据 metadata"
    print(f"| {' | '.join((*heads, '事实 facts', '位置 places'))} |")
    print("|---" + "|--:" * 7 + "|")
    for name in FORMATS:
        if rows := [astuple(one) for (_, written), one in found.items() if written == name]:
            means = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            print(f"| {name} | {' | '.join(map(_percent, means))} |")
    print(f"\n| 事实 Facts | {' | '.join(LAYOUTS)} |")
    print("|---" + "|--:" * len(LAYOUTS) + "|")
    for name in FORMATS:
        shares = (
            _percent(found[key].facts) if (key := (layout, name)) in found else "" for layout in LAYOUTS
        )
        print(f"| {name} | {' | '.join(shares)} |")


def _percent(share: float) -> str:
    return f"{int(share * 1000) / 10:g}%"


if __name__ == "__main__":
    main()
