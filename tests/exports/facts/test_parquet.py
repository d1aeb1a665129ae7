from __future__ import annotations

import sys
from pathlib import Path

import pandas
import pytest

from exports.facts_examples import fact
from govgraph_exports.facts.parquet import write
from govgraph_ontology.errors import MissingExtra


def test_columns_keep_their_types_and_gaps(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    facts = [fact(value=14.3, achieved=True), fact(value=8, achieved=False), fact(unit="万个")]
    assert write(facts, path) == 3
    frame = pandas.read_parquet(path)
    assert list(frame["qualifiers.value"].dropna()) == [14.3, 8.0]
    assert frame["qualifiers.achieved"].dtype == "boolean"
    assert frame["source.start"].dtype == "Int64"
    assert list(frame["qualifiers.unit"].isna()) == [True, True, False]
    assert list(frame["subject.label"]) == ["云溪市科技局"] * 3


def test_a_column_of_words_and_numbers_is_text(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    write([fact(scale=3), fact(scale="三大")], path)
    assert list(pandas.read_parquet(path)["qualifiers.scale"]) == ["3", "三大"]


def test_missing_package_names_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r'pip install "govgraph\[parquet\]"'):
        write([fact()], tmp_path / "facts.parquet")
