"""Projects in tables, with what the row tells of them."""

from __future__ import annotations

from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of

HEAD = "云溪市2024年工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"


def projects(text: str) -> list[tuple[str, dict[str, object]]]:
    rows = []
    for one in extraction_of(HEAD + text).statements:
        if one.rule == "project.table":
            assert isinstance(one.object, Reference)
            rows.append((one.object.name, dict(one.qualifiers)))
    return rows


def test_a_row_tells_stage_place_builder_period_and_investment() -> None:
    text = (
        "重点项目表\n\n单位：亿元\n\n序号\t项目名称\t建设性质\t建设地点\t建设单位\t建设年限\t总投资\n"
        "1\t南湖 大桥\t续建\t青禾县\t市路桥公司\t2022-2025\t12.6\n"
    )
    assert projects(text) == [
        (
            "南湖大桥",
            {
                "stage": "续建",
                "builder": "市路桥公司",
                "period": "2022-2025",
                "investment": 12.6,
                "investment_unit": "亿元",
                "district": "青禾县",
            },
        )
    ]


def test_the_unit_of_the_heading_goes_before_that_of_the_caption() -> None:
    ((_, details),) = projects("单位：亿元\n\n项目名称\t总投资（万元）\n南湖大桥\t500\n")
    assert details == {"investment": 500, "investment_unit": "万元"}


def test_rows_that_head_others_or_add_up_are_no_projects() -> None:
    text = "序号\t项目名称\t总投资\n一\t水利（1个）\t5\n1\t南湖大桥\t5\n合计\t\t5\n"
    assert [name for name, _ in projects(text)] == ["南湖大桥"]


def test_the_title_may_say_that_the_table_lists_projects() -> None:
    text = "2024年重大建设项目清单\n\n项目名称\t责任单位\n南湖大桥\t市交通运输局\n"
    assert projects(text) == [("南湖大桥", {})]
    assert projects(text.replace("重大建设", "收费")) == []


def test_items_without_investment_builder_or_content_are_no_projects() -> None:
    assert projects("项目名称\t一季度\t责任镇街\n南湖花园\t300\t白鹭镇\n") == []
