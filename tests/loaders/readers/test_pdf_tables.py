"""Tables that go on over pages are one: without repeated heads, with the rows that a page end cut whole."""

from __future__ import annotations

from govgraph_loaders.readers.pdf_tables import joined

HEAD = ["序号", "任务", "牵头单位"]
FIRST = [HEAD, ["1", "修建水渠", "市水利局"], ["2", "疏通河道第一标段、", "市水利局"]]


def test_a_repeated_head_is_left_out() -> None:
    assert joined(FIRST, FIRST, [HEAD, ["3", "加固堤防", "市林业局"]]) == (
        FIRST,
        [["3", "加固堤防", "市林业局"]],
    )


def test_the_rest_of_a_row_goes_to_the_row() -> None:
    before, after = joined(FIRST, FIRST, [HEAD, ["", "第二标段", ""], ["3", "加固堤防", "市林业局"]])
    assert before[-1] == ["2", "疏通河道第一标段、 第二标段", "市水利局"]
    assert after == [["3", "加固堤防", "市林业局"]]


def test_a_row_under_a_merged_number_is_a_row_of_its_own() -> None:
    rest = [["", "清理库区", "市林业局"]]
    assert joined(FIRST, FIRST, rest) == (FIRST, rest)


def test_a_head_is_known_on_the_third_page_too() -> None:
    second = [["3", "加固堤防", "市林业局"]]
    assert joined(FIRST, second, [HEAD, ["4", "安装水表", "市水利局"]])[1] == [["4", "安装水表", "市水利局"]]


def test_tables_of_other_widths_stay_as_they_are() -> None:
    other = [["区县", "面积"], ["", "5"]]
    assert joined(FIRST, FIRST, other) == (FIRST, other)
