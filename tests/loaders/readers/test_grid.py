"""Cells that span rows and columns leave blanks where they reach."""

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.readers.grid import MOST_COLUMNS, SpanningCell, make_grid


def _texts(rows: list[list[SpanningCell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in make_grid(rows)]


def test_a_heading_over_two_columns_and_a_cell_over_two_rows() -> None:
    rows = [
        [SpanningCell("任务", rows=2), SpanningCell("分工", columns=2)],
        [SpanningCell("牵头"), SpanningCell("配合")],
        [SpanningCell("建仓"), SpanningCell("发改局", rows=2), SpanningCell("财政局")],
        [SpanningCell("修库"), SpanningCell("商务局")],
    ]
    assert _texts(rows) == [
        ["任务", "分工", ""],
        ["", "牵头", "配合"],
        ["建仓", "发改局", "财政局"],
        ["修库", "", "商务局"],
    ]


def test_a_span_that_never_ends_is_cut() -> None:
    assert len(_texts([[SpanningCell("宽", columns=10**9)]])[0]) == MOST_COLUMNS


_CELLS = st.builds(SpanningCell, st.text("市局", max_size=2), st.integers(1, 4), st.integers(1, 4))


@given(st.lists(st.lists(_CELLS, max_size=5), max_size=6))
def test_all_rows_are_equally_wide_and_no_text_is_lost(rows: list[list[SpanningCell]]) -> None:
    grid = make_grid(rows)
    assert len({len(row) for row in grid}) <= 1
    for cells, row in zip(rows, grid, strict=True):
        assert [cell.text for cell in cells if cell.text] == [cell.text for cell in row if cell.text]
