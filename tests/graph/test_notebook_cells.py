"""What answers look like in a notebook: run in a kernel, as a reader runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

from govgraph import KnowledgeGraph
from notebooks import run_notebooks

CELLS = {
    "table": "kg.leads()",
    "data frame": 'kg.leads().df(headings="zh")',
    "polars": "kg.leads().to_polars()",
    "evidence": "kg.leads().evidence()",
    "graph": "kg.leads().graph()",
    "sheet": 'kg.leads().to_xlsx("leads.xlsx"); open("leads.xlsx", "rb").read(2)',
    "entity": 'kg.find("市科技局")[0]',
    "view": 'kg.view("市科技局")',
}


@pytest.fixture
def shown(build: Callable[..., KnowledgeGraph], tmp_path: Path) -> dict[str, dict[str, str]]:
    """By name of the cell what it shows, by media type."""
    graph = build(
        plan="# 示范省/云溪市 平台方案\n市科技局 leads 建设<平台>\n市教育局 cooperates 建设<平台>\n"
    )
    first = f"from govgraph import KnowledgeGraph\nkg = KnowledgeGraph.open({str(graph.store.folder)!r})"
    path = tmp_path / "cells.ipynb"
    written = v4.new_notebook(cells=[v4.new_code_cell(source) for source in (first, *CELLS.values())])
    nbformat.write(written, path)
    (ran,) = run_notebooks([path])
    outputs: list[Any] = [cell.outputs for cell in ran.cells[1:]]
    assert all(len(found) == 1 for found in outputs)
    return {name: dict(found[0]["data"]) for name, found in zip(CELLS, outputs, strict=True)}


def test_every_way_to_take_an_answer_works_in_a_cell(shown: dict[str, dict[str, str]]) -> None:
    for name in ("table", "evidence", "data frame"):
        html = shown[name]["text/html"]
        assert "建设&lt;平台&gt;" in html and "建设<平台>" not in html
    assert "单位" in shown["table"]["text/html"] and "单位" in shown["data frame"]["text/html"]
    assert "云溪市科技局" in shown["table"]["text/plain"]
    assert "建设<平台>" in shown["polars"]["text/plain"]
    assert "市科技局 leads 建设&lt;平台&gt;" in shown["evidence"]["text/html"]
    assert shown["sheet"]["text/plain"] == "b'PK'"
    card = shown["entity"]["text/html"]
    assert "云溪市科技局" in card and "<script" not in card

    for name in ("graph", "view"):
        frame = shown[name]["text/html"]
        assert "<iframe" in frame and 'sandbox="allow-scripts' in frame and "allow-same-origin" not in frame
        assert 'src="http' not in frame and "src=&quot;http" not in frame
