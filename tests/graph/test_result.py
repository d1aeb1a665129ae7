from __future__ import annotations

import builtins
import json
from collections.abc import Sequence
from typing import Any
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.result import Cell, Result
from govgraph_ontology.errors import MissingExtra

RESULT = Result(["bureau", "line", "n"], [("云溪市科技局", 3, None), ("民政局", 120, True)])


def test_headings_are_chinese_and_columns_are_keys() -> None:
    assert RESULT.headings == ["单位", "行号", "n"]
    assert next(iter(RESULT)) == {"bureau": "云溪市科技局", "line": 3, "n": None}
    assert len(RESULT) == 2


def test_the_table_is_aligned_by_what_characters_take() -> None:
    assert str(RESULT) == (
        "单位          行号  n\n────────────  ────  ──\n云溪市科技局  3\n民政局        120   是"
    )


def test_no_rows_are_said_in_words() -> None:
    assert str(Result(["bureau"], [])) == "（无结果）"


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


def test_without_pandas_the_message_gives_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *args: Any, **named: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(MissingExtra, match=r"govgraph\[pandas\]"):
        RESULT.df()


def test_evidence_is_looked_up_once_for_each_statement() -> None:
    asked: list[Sequence[str]] = []

    def look_up(statements: Sequence[str]) -> Result:
        asked.append(statements)
        return Result(["sentence"], [("原文",)])

    result = Result(["n"], [(1,), (2,)], [("a", "b"), ("b",)], look_up)
    assert len(result.evidence()) == 1
    assert asked == [["a", "b"]]


def test_a_result_that_rests_on_nothing_has_no_evidence() -> None:
    assert len(RESULT.evidence()) == 0
