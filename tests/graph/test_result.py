from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unicodedata import east_asian_width
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.result import Cell, Result
from govgraph_ontology.errors import MissingExtra, UnknownName

RESULT = Result(["bureau", "line", "n"], [("云溪市科技局", 3, None), ("民政局", 120, True)])


def test_headings_are_chinese_and_columns_are_keys() -> None:
    assert RESULT.headings == ["单位", "行号", "n"]
    assert next(iter(RESULT)) == {"bureau": "云溪市科技局", "line": 3, "n": None}
    assert len(RESULT) == 2


def test_some_rows_and_some_columns_keep_their_grounds() -> None:
    grounds = SimpleNamespace(
        evidence=lambda statements: Result(["statement"], [(iri,) for iri in statements])
    )
    whole = Result(
        ["bureau", "line"], [("a", 1), ("b", 2), ("c", 3)], [("s1",), ("s2", "s3"), ("s4",)], grounds
    )
    part = whole[1:].select("行号", "bureau")
    assert (part.columns, part.rows) == (["line", "bureau"], [(2, "b"), (3, "c")])
    assert part.evidence().rows == [("s2",), ("s3",), ("s4",)]
    assert whole[-1] == {"bureau": "c", "line": 3}
    found = whole.where(行号=3, bureau="c")
    assert (found.rows, found.evidence().rows) == ([("c", 3)], [("s4",)])
    assert whole.where(line=3, bureau="a").rows == []


def test_a_column_that_is_not_there_is_told_which_are() -> None:
    with pytest.raises(UnknownName, match="bureau 单位、line 行号、n n"):
        RESULT.select("bureau", "牵头")
    with pytest.raises(UnknownName, match="没有列 牵头"):
        RESULT.where(牵头=1)


def test_the_table_is_aligned_by_what_characters_take() -> None:
    assert (
        str(RESULT)
        == repr(RESULT)
        == ("单位          行号  n\n────────────  ────  ──\n云溪市科技局  3\n民政局        120   是")
    )


CODED = Result(["relation", "change", "value"], [("hasTarget", "increase", 3), ("leads", None, 1.5)])


def test_codes_are_words_for_people_and_codes_for_programs(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    CODED.to_xlsx(tmp_path / "rows.xlsx")
    (_, *rows) = openpyxl.load_workbook(tmp_path / "rows.xlsx").active.iter_rows(values_only=True)
    assert rows == [("设定目标", "增加", 3), ("牵头", None, 1.5)]
    for shown in (str(CODED), CODED._repr_html_()):
        assert "增加" in shown and "牵头" in shown
        assert "increase" not in shown and "leads" not in shown
    assert [row["change"] for row in json.loads(CODED.to_json())] == ["increase", None]
    assert list(CODED.df("zh")["关系"]) == ["hasTarget", "leads"]


def test_rows_are_chosen_by_code_or_by_word() -> None:
    assert CODED.where(变化="增加").rows == CODED.where(change="increase").rows == CODED.rows[:1]
    assert CODED.where(relation="牵头").rows == CODED.rows[1:]


def test_no_rows_are_said_in_words() -> None:
    assert str(Result(["bureau"], [])) == "（无结果）"
    assert "（无结果）" in Result(["bureau"], [])._repr_html_()


@given(st.lists(st.tuples(st.text(max_size=80), st.integers()), min_size=1, max_size=5))
def test_every_row_is_one_line_of_bounded_width(rows: list[tuple[Cell, ...]]) -> None:
    lines = str(Result(["sentence", "line"], rows)).split("\n")
    assert len(lines) == len(rows) + 2
    for line in lines:
        assert sum(2 if east_asian_width(char) in "WF" else 1 for char in line) <= 48 + 2 + 48


def test_html_is_escaped() -> None:
    page = Result(["<b>"], [("<script>alert(1)</script>",)])._repr_html_()
    assert "<script>" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page


def test_long_results_say_how_many_rows_are_not_shown() -> None:
    page = Result(["n"], [(number,) for number in range(1000)])._repr_html_()
    assert page.count("<tr>") == 201
    assert "800" in page


def test_json_keeps_columns_types_and_chinese() -> None:
    text = RESULT.to_json()
    assert "云溪市科技局" in text
    assert json.loads(text) == list(RESULT)


def test_a_data_frame_keeps_the_columns_also_without_rows() -> None:
    pytest.importorskip("pandas")
    assert list(RESULT.df().columns) == ["bureau", "line", "n"]
    assert RESULT.df()["line"].sum() == 123
    assert list(Result(["bureau"], []).df().columns) == ["bureau"]


@pytest.mark.parametrize(
    ("package", "method"), [("pandas", "df"), ("polars", "to_polars"), ("xlsxwriter", "to_xlsx")]
)
def test_without_its_package_the_message_gives_the_command(
    package: str, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    ask = getattr(RESULT, method)
    with pytest.raises(MissingExtra, match=rf"govgraph\[{package.removesuffix('writer')}\]"):
        ask(tmp_path / "rows.xlsx") if method == "to_xlsx" else ask()


def test_a_data_frame_may_have_chinese_headings() -> None:
    pytest.importorskip("pandas")
    assert list(RESULT.df("zh").columns) == ["单位", "行号", "n"]
    with pytest.raises(ValueError, match="en"):
        RESULT.df("en")  # type: ignore[arg-type]


def test_headings_that_two_columns_share_are_told_apart() -> None:
    both = Result(["sentence", "text", "line"], [("甲", "乙", 1)])
    assert list(both.df("zh").columns) == ["原文（sentence）", "原文（text）", "行号"]


class FrameOfColumns(SimpleNamespace):
    """Keeps what it is made of, and refuses what polars refuses: a column of several types."""

    def __init__(self, columns: dict[str, list[Cell]]) -> None:
        for cells in columns.values():
            assert len({type(cell) for cell in cells if cell is not None}) < 2
        super().__init__(columns=columns)


@given(
    st.lists(st.tuples(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.integers()))
)
def test_a_frame_of_polars_gets_columns_of_one_type(rows: list[tuple[Cell, ...]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "polars", SimpleNamespace(DataFrame=FrameOfColumns))
        frame: Any = Result(["sentence", "line"], rows).to_polars("zh")
    assert list(frame.columns) == ["原文", "行号"]
    assert frame.columns["行号"] == [row[1] for row in rows]
    assert [cell is None for cell in frame.columns["原文"]] == [row[0] is None for row in rows]


def test_polars_takes_the_rows() -> None:
    polars = pytest.importorskip("polars")
    frame = RESULT.to_polars()
    assert frame.schema == {"bureau": polars.String, "line": polars.Int64, "n": polars.Boolean}
    assert frame.rows() == RESULT.rows


def test_a_sheet_has_chinese_headings_and_no_formulas(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    Result(["bureau", "line"], [("=1+1", 3)]).to_xlsx(str(tmp_path / "rows.xlsx"))
    with zipfile.ZipFile(tmp_path / "rows.xlsx") as book:
        texts = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert {"".join(text.itertext()) for text in texts} == {"单位", "行号", "=1+1"}
    assert b"<f>" not in sheet
    assert [path.name for path in tmp_path.iterdir()] == ["rows.xlsx"]


class Notebook:
    """Remembers of which statements it was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[str]] = []

    def evidence(self, statements: Sequence[str]) -> Result:
        self.asked.append(statements)
        return Result(["sentence"], [("原文",)])

    def graph(self, statements: Sequence[str]) -> nx.MultiDiGraph:
        self.asked.append(statements)
        return nx.MultiDiGraph([("a", "b")])


def test_grounds_are_looked_up_once_for_each_statement() -> None:
    notebook = Notebook()
    result = Result(["n"], [(1,), (2,)], [("a", "b"), ("b",)], notebook)
    assert len(result.evidence()) == 1
    assert len(result.graph()) == 2
    assert notebook.asked == [["a", "b"], ["a", "b"]]


def test_a_result_that_rests_on_nothing_has_no_grounds() -> None:
    assert len(RESULT.evidence()) == 0
    assert len(RESULT.graph()) == 0
    assert RESULT.graph()._repr_html_() is None
