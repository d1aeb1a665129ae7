"""Budget lines, and sums that do not hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of

HEAD = "2024年云溪市水利局部门预算\n\n第二部分 部门预算表\n\n"


def lines(text: str, *, head: str = HEAD) -> list[tuple[str, object, str, object, object]]:
    """(body, code, name, amount, unit) of each budget line."""
    rows = []
    for one in extraction_of(head + text).statements:
        if one.relation == "allocates":
            assert isinstance(one.object, Reference)
            assert one.qualifiers["year"] == 2024
            said = one.qualifiers
            rows.append((one.subject.name, said["code"], one.object.name, said["amount"], said.get("unit")))
    return rows


def wrong_sums(text: str) -> list[str]:
    return [one.reason for one in extraction_of(HEAD + text).rejections if one.rule == "budget.sum"]


@pytest.mark.parametrize(
    "text",
    [
        "功能科目名称\t一般公共预算支出\t\n\t小计\t其中：基本支出\n合计\t10\t8\n[20103]政府办公厅（室）\t10.00\t8\n",
        "科目编码\t科目名称\t合计\t基本支出\n20103\t政府办公厅（室）\t10.00\t8\n合计\t\t10\t8\n",
        "科目编码\t\t\t科目名称\t合计\n类\t款\t项\t\t\n201\t03\t\t政府办公厅（室）\t10\n",
        "科目编码\t科目名称\t2023年执行数\t2024年预算数\t增减%\n20103\t政府办公厅 （室）\t9\t10\t11\n",
        "功能分类科目\t预算数\n20103-政府办公厅（室）\t10\n",
    ],
)
def test_codes_stand_in_brackets_in_one_column_or_in_three(text: str) -> None:
    table = f"支出预算表\n\n单位名称：云溪市水利局\n\n单位：万元\n\n{text}"
    assert lines(table) == [("云溪市水利局", "20103", "政府办公厅（室）", 10, "万元")]


def test_the_body_is_that_of_the_title_where_the_table_names_none() -> None:
    found = lines("支出预算表\n\n科目编码\t科目名称\t金额\n213\t农林水支出\t300\n")
    assert found == [("云溪市水利局", "213", "农林水支出", 300, None)]


def test_rows_without_a_code_are_no_budget_lines() -> None:
    assert lines("支出总表\n\n项目\t预算数\n一、农林水支出\t100\n办公经费\t50\n") == []


def test_numbers_that_look_like_codes_are_none_outside_budgets() -> None:
    table = "任务表\n\n项目名称\t面积\n201高地公园\t30\n"
    assert lines(table, head="云溪市2024年工作方案\n\n云溪市水利局\n\n2024年1月2日\n\n") == []


def test_parts_that_do_not_add_up_are_reported_with_both_sums() -> None:
    table = "科目编码\t科目名称\t金额\n213\t农林水支出\t300\n21303\t水利\t290\n合计\t\t300\n"
    (reason,) = wrong_sums(table)
    assert reason.startswith("213 印作 300.00，各分项之和为 290.00")


def test_a_total_that_the_headings_do_not_reach_is_reported() -> None:
    (reason,) = wrong_sums(
        "科目编码\t科目名称\t金额\n213\t农林水支出\t300\n221\t住房保障支出\t20\n合计\t\t330\n"
    )
    assert reason.startswith("合计 印作 330.00")


def test_rounding_to_the_digit_printed_is_no_mistake() -> None:
    table = "科目编码\t科目名称\t金额\n213\t农林水支出\t0.3\n21301\t农业\t0.1\n21303\t水利\t0.1\n"
    assert wrong_sums(table) == []


@given(st.lists(st.integers(0, 10_000_000), min_size=1, max_size=6))
def test_sums_that_hold_are_never_reported(amounts: list[int]) -> None:
    rows = [
        f"2130{index + 1}\t科目{'甲乙丙丁戊己'[index]}\t{amount / 100:.2f}"
        for index, amount in enumerate(amounts)
    ]
    total = f"{sum(amounts) / 100:.2f}"
    table = "\n".join([f"213\t农林水支出\t{total}", *rows, f"合计\t\t{total}"])
    assert wrong_sums(f"科目编码\t科目名称\t金额\n{table}\n") == []


def test_short_codes_belong_to_those_of_the_rows_above() -> None:
    table = (
        "支出预算表\n\n单位名称：云溪市水利局\n\n科目编码\t\t\t科目名称\t合计\n类\t款\t项\t\t\n"
        "\t\t\t合计\t30\n208\t\t\t社会保障和就业支出\t10\n\t05\t\t行政事业单位养老支出\t10\n"
        "\t\t05\t养老保险缴费\t10\n213\t\t\t农林水支出\t20\n\t03\t\t水利\t20\n\t\t01\t行政运行\t12\n\t\t06\t水利工程建设\t8\n"
    )
    assert [code for _, code, *_ in lines(table)] == [
        "208",
        "20805",
        "2080505",
        "213",
        "21303",
        "2130301",
        "2130306",
    ]
    assert not wrong_sums(table)
