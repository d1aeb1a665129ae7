from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from exports.facts_examples import fact
from govgraph_exports.facts.jsonl import fact_line, write


def test_keys_keep_the_order_of_the_contract() -> None:
    assert list(json.loads(fact_line(fact()))) == list(fact())


@given(st.text())
def test_any_text_stays_on_one_line_and_reads_back(text: str) -> None:
    row = fact(text=text)
    for ascii_only in (False, True):
        line = fact_line(row, ascii_only=ascii_only)
        assert len(line.splitlines()) == 1
        assert json.loads(line) == row


def test_file_is_utf8_with_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    assert write([fact(), fact()], path) == 2
    data = path.read_bytes()
    assert data.count(b"\n") == 2
    assert b"\r" not in data
    assert "云溪市科技局".encode() in data
