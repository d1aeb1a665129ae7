"""Tables that are one task each, with their labels in the first column."""

from __future__ import annotations

import pytest

from govgraph_loaders.statements import Statement
from loaders.papers import extraction_of

HEAD = "云溪市2024年整改工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"
CARD = (
    "反馈问题\t水库建设滞后\n整改目标\t年底建成\n责任单位\t市水利局、各县（区）政府\n责任人\t王一凡\n"
    "整改时限\t2024年12月底\n"
)


def cards(text: str) -> list[Statement]:
    return [found for found in extraction_of(HEAD + text).statements if found.rule.endswith(".card")]


def said(text: str) -> set[tuple[str, str, str]]:
    return {
        (
            found.relation,
            found.subject.name,
            found.object if isinstance(found.object, str) else found.object.name,
        )
        for found in cards(text)
    }


def test_labels_in_the_first_column_tell_who_and_by_when() -> None:
    assert said(CARD) == {
        ("responsible", "市水利局", "水库建设滞后"),
        ("responsible", "各县（区）政府", "水库建设滞后"),
        ("oversees", "王一凡", "水库建设滞后"),
        ("dueBy", "水库建设滞后", "2024-12-31"),
    }


def test_labels_may_stand_in_two_columns() -> None:
    assert said("重点任务\t建设粮仓\t牵头单位\t市商务局\n配合单位\t市财政局\t完成时限\t2024年10月底\n") == {
        ("leads", "市商务局", "建设粮仓"),
        ("cooperates", "市财政局", "建设粮仓"),
        ("dueBy", "建设粮仓", "2024-10-31"),
    }


def test_each_task_holds_for_the_labels_below_it() -> None:
    two = CARD + "反馈问题\t河道淤积\n责任单位\t市住建局\n整改时限\t2024年11月底\n"
    assert {(subject, task) for relation, subject, task in said(two) if relation == "responsible"} == {
        ("市水利局", "水库建设滞后"),
        ("各县（区）政府", "水库建设滞后"),
        ("市住建局", "河道淤积"),
    }


def test_a_label_that_comes_again_without_a_task_is_of_nothing_known() -> None:
    assert ("responsible", "市住建局", "水库建设滞后") not in said(
        CARD + "另一事\t河道淤积\n责任单位\t市住建局\n"
    )


def test_the_evidence_is_the_row_of_the_label() -> None:
    assert {found.evidence.text for found in cards(CARD) if found.relation == "oversees"} == {
        "责任人\t王一凡"
    }


@pytest.mark.parametrize(
    "text",
    [
        "重点任务\t责任单位\n修建水库\t市水利局\n",
        "指标名称\t目标值\n粮食产量\t5万吨\n",
        "联系单位\t市水利局\n联系电话\t0000-1234567\n",
        "责任单位\t市水利局\n责任人\t王一凡\n",
    ],
)
def test_a_table_with_a_header_or_without_a_task_is_no_card(text: str) -> None:
    assert cards(text) == []
