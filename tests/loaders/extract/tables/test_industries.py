"""Industries that tables give to districts, parks and zones."""

from __future__ import annotations

from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of

HEAD = "云溪市制造业发展规划\n\n云溪市人民政府\n\n2024年1月20日\n\n"


def industries(text: str) -> list[tuple[str, str, object]]:
    """(place, industry, role) of each row's industries."""
    rows = []
    for one in extraction_of(HEAD + text).statements:
        if one.rule == "industry.table":
            assert isinstance(one.object, Reference)
            rows.append((one.subject.name, one.object.name, one.qualifiers.get("role")))
    return rows


def test_the_heading_says_the_role_of_the_industries_below_it() -> None:
    table = "县区\t首位产业\t重点产业\n丹枫区\t新能源汽车产业\t轨道交通装备、人工智能\n青禾县\t绿色食品\t—\n"
    assert sorted(industries(table), key=str) == [
        ("丹枫区", "人工智能", None),
        ("丹枫区", "新能源汽车", "首位产业"),
        ("丹枫区", "轨道交通装备", None),
        ("青禾县", "绿色食品", "首位产业"),
    ]


def test_a_column_of_classes_and_rows_without_a_place_give_none() -> None:
    assert industries("项目名称\t所属产业\n南湖电池厂\t新能源\n") == []
    assert industries("序号\t主导产业\t产值\n1\t新能源\t5\n2\t新材料\t6\n") == []
