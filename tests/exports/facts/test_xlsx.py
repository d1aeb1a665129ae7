from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from exports.facts_examples import fact
from govgraph_exports.facts.xlsx import write
from govgraph_exports.spreadsheet import MAX_CELL
from govgraph_ontology.errors import MissingExtra

NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def _part(path: Path, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(name))


def _strings(path: Path) -> list[str]:
    return [
        "".join(item.itertext()) for item in _part(path, "xl/sharedStrings.xml").findall("s:si", NAMESPACE)
    ]


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "facts.xlsx"
    hostile = [
        '=HYPERLINK("http://a.example","x")',
        "+1+1",
        "{=1+1}",
        "http://a.example",
        "mailto:a@a.example",
    ]
    assert write([fact(text=text) for text in hostile], path) == len(hostile)
    sheet = _part(path, "xl/worksheets/sheet1.xml")
    assert not sheet.findall(".//s:f", NAMESPACE)
    assert not sheet.findall(".//s:hyperlink", NAMESPACE)
    assert set(hostile) <= set(_strings(path))


def test_heading_is_chinese_frozen_and_filtered(tmp_path: Path) -> None:
    path = tmp_path / "facts.xlsx"
    write([fact(value=14.3)], path)
    sheet = _part(path, "xl/worksheets/sheet1.xml")
    pane = sheet.find(".//s:pane", NAMESPACE)
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert sheet.find("s:autoFilter", NAMESPACE) is not None
    assert {"关系", "主体", "原文", "牵头 leads"} <= set(_strings(path))


def test_codes_are_words_beside_names_that_programs_use(tmp_path: Path) -> None:
    path = tmp_path / "facts.xlsx"
    write([fact(value=14.3, change="increase", comparator=">=", period="annual")], path)
    strings = set(_strings(path))
    assert {"增加", "≥", "每年", "牵头 leads", "机构 Organization", "任务 Task"} <= strings
    assert not {"increase", ">=", "annual"} & strings


def test_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "facts.xlsx"
    write([fact(value=14.3)], path)
    values = _part(path, "xl/worksheets/sheet1.xml").findall(".//s:c", NAMESPACE)
    plain = [cell.findtext("s:v", namespaces=NAMESPACE) for cell in values if cell.get("t") is None]
    assert "14.3" in plain


def test_text_longer_than_a_cell_is_cut_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "facts.xlsx"
    write([fact(text="云" * (MAX_CELL + 1)), fact(text="溪" * MAX_CELL)], path)
    long = sorted(text for text in _strings(path) if len(text) > 1000)
    assert [len(text) for text in long] == [MAX_CELL, MAX_CELL]
    assert [text.endswith("〔截断〕") for text in long] == [True, False]


def test_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        write([fact(value=14.3)], path)
    assert first.read_bytes() == second.read_bytes()


def test_missing_package_names_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r'pip install "govgraph\[xlsx\]"'):
        write([fact()], tmp_path / "facts.xlsx")
