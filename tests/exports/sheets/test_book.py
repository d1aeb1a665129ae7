"""What openpyxl reads of a book: kinds of cells, links, widths, and how a sheet is seen and printed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from govgraph_exports.sheets import book as writing
from govgraph_exports.sheets.book import write_book
from govgraph_exports.sheets.model import Cell, Column, Mark, Place, Sheet
from govgraph_exports.spreadsheet import MAX_CELL

LATER = Place("计划.txt", 12, "牵头单位：市科技局", "云溪市科技计划")
EARLIER = Place("公报.txt", 90, "市教育局配合", "云溪市公报")


def _book(path: Path, *sheets: Sheet) -> Any:
    write_book(path, "govgraph", sheets)
    return openpyxl.load_workbook(path)


def _sheet(*cells: Cell, dates: bool = False, **more: Any) -> Sheet:
    return Sheet("任务", [Column("任务", dates=dates)], [(cell,) for cell in cells], **more)


def test_links_lead_to_the_sentence_on_the_sheet_of_sources(tmp_path: Path) -> None:
    book = _book(tmp_path / "a.xlsx", _sheet(LATER, Mark("●", EARLIER), LATER))
    sources = book["来源"]
    assert [[cell.value for cell in row] for row in sources.iter_rows(min_row=2)] == [
        ["公报.txt", 90, "市教育局配合", "云溪市公报"],
        ["计划.txt", 12, "牵头单位：市科技局", "云溪市科技计划"],
    ]
    links = [row[0] for row in book["任务"].iter_rows(min_row=2)]
    assert [cell.value for cell in links] == ["计划.txt 第 12 行", "●", "计划.txt 第 12 行"]
    assert [cell.hyperlink.location for cell in links] == ["'来源'!C3", "'来源'!C2", "'来源'!C3"]
    assert links[1].hyperlink.tooltip == "市教育局配合"


@pytest.mark.parametrize(
    ("text", "day", "shown"),
    [
        ("2024-06-03", datetime(2024, 6, 3), "yyyy-mm-dd"),
        ("2024-06", datetime(2024, 6, 30), 'yyyy"年"m"月"'),
        ("2024", datetime(2024, 12, 31), 'yyyy"年"'),
    ],
)
def test_dates_are_dates_shown_as_precisely_as_the_text_has_them(
    text: str, day: datetime, shown: str, tmp_path: Path
) -> None:
    cell = _book(tmp_path / "a.xlsx", _sheet(text, dates=True))["任务"]["A2"]
    assert (cell.is_date, cell.value, cell.number_format) == (True, day, shown)


@pytest.mark.parametrize("text", ["2024-06-30；2026", "每年", "1899-01-01", "2024-13"])
def test_what_is_no_date_of_excel_stays_text(text: str, tmp_path: Path) -> None:
    cell = _book(tmp_path / "a.xlsx", _sheet(text, dates=True))["任务"]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_numbers_are_numbers(tmp_path: Path) -> None:
    sheet = _book(tmp_path / "a.xlsx", _sheet(118500, 14.3, True, None))["任务"]
    cells = [sheet.cell(row, 1) for row in range(2, 6)]
    assert [cell.value for cell in cells] == [118500, 14.3, "是", None]
    assert [cell.number_format for cell in cells[:2]] == ["#,##0", "#,##0.####"]


def test_headings_stay_in_sight_are_filtered_and_printed_on_every_page(tmp_path: Path) -> None:
    sheet = _book(tmp_path / "a.xlsx", _sheet("甲", "乙"))["任务"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:A3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_note_stands_over_the_headings(tmp_path: Path) -> None:
    sheet = _book(tmp_path / "a.xlsx", _sheet("甲", note="● 牵头"))["任务"]
    assert (sheet["A1"].value, sheet["A2"].value, sheet["A3"].value) == ("● 牵头", "任务", "甲")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:A3")


def test_columns_are_as_wide_as_their_texts_and_long_ones_wrap_in_a_higher_row(tmp_path: Path) -> None:
    columns = (Column("短"), Column("长", widest=20))
    rows = [("甲乙丙丁", "建设平台"), ("甲", "建设平台" * 10)]
    sheet = _book(tmp_path / "a.xlsx", Sheet("任务", columns, rows))["任务"]
    widths = [sheet.column_dimensions[name].width for name in "AB"]
    assert widths[0] < widths[1] <= 21
    assert sheet["B3"].alignment.wrap_text
    assert sheet.row_dimensions[3].height >= 4 * sheet.row_dimensions[2].height * 0.7


def test_a_matrix_too_wide_for_a_page_is_printed_on_several(tmp_path: Path) -> None:
    columns = [Column("任务"), *(Column(f"市{number}局", narrow=True) for number in range(120))]
    sheet = _book(tmp_path / "a.xlsx", Sheet("任务", columns, [("甲", *[None] * 120)]))["任务"]
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_cols == "$A:$A"
    assert sheet["B1"].alignment.textRotation == 255


def test_no_text_is_a_formula_also_after_it_was_edited(tmp_path: Path) -> None:
    sheet = _book(tmp_path / "a.xlsx", _sheet('=HYPERLINK("http://a.example")', "市科技局"))["任务"]
    assert [sheet.cell(row, 1).data_type for row in (2, 3)] == ["s", "s"]
    assert [sheet.cell(row, 1).quotePrefix for row in (2, 3)] == [True, False]


def test_a_cell_holds_no_more_than_excel_opens(tmp_path: Path) -> None:
    text = _book(tmp_path / "a.xlsx", _sheet("😀" * MAX_CELL))["任务"]["A2"].value
    assert len(text.encode("utf-16-le")) // 2 <= MAX_CELL
    assert text.startswith("😀😀")
    assert text.endswith("…〔截断〕")


def test_links_beyond_what_excel_opens_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_LINKS", 1)
    sheet = _book(tmp_path / "a.xlsx", _sheet(LATER, EARLIER))["任务"]
    assert sheet["A2"].hyperlink
    assert (sheet["A3"].hyperlink, sheet["A3"].value) == (None, "公报.txt 第 90 行")


def test_the_same_sheets_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_book(tmp_path / name, "govgraph", [_sheet(LATER, "2024", 3, dates=True)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
