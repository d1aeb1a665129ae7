from __future__ import annotations

import csv
from pathlib import Path

import pytest

from exports.facts_examples import fact
from govgraph_exports.facts.csv_file import neutral, write

HOSTILE = ['=HYPERLINK("http://a.example","x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠a"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["=1", "'=1", "''@a", "'市科技局", "''", "a'=1"])
def test_the_apostrophe_can_be_taken_off_again(text: str) -> None:
    guarded = neutral(text)
    assert isinstance(guarded, str)
    added = guarded.startswith("'") and guarded.lstrip("'").startswith(("=", "@"))
    assert (guarded[1:] if added else guarded) == text


@pytest.mark.parametrize("cell", [-3, -0.5, None, True, "市科技局", "a=b", ""])
def test_other_cells_stay_as_they_are(cell: str | float | None) -> None:
    assert neutral(cell) is cell


def test_file_has_the_mark_by_which_excel_knows_utf8(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    write([fact()], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_cells_read_back_with_quotes_and_line_breaks(tmp_path: Path) -> None:
    text = '“甲”,"乙"\n丙\r\n丁'
    path = tmp_path / "facts.csv"
    assert write([fact(text=text, value=-3)], path) == 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["source.text"] == text
    assert row["qualifiers.value"] == "-3"
