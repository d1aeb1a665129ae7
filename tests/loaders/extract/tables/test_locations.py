"""Where enterprises and projects of tables lie."""

from __future__ import annotations

import pytest

from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of

HEAD = "云溪市2024年工作方案\n\n云溪市人民政府\n\n2024年1月20日\n\n"


def places(text: str) -> list[tuple[str, str, str, str]]:
    """(type, name, place, the chain in which the place lies) of each location."""
    rows = []
    for one in extraction_of(HEAD + text).statements:
        if one.rule == "location.table":
            assert isinstance(one.object, Reference)
            rows.append((one.subject.type, one.subject.name, one.object.name, one.object.scope))
    return rows


def test_the_district_that_answers_for_an_enterprise_is_its_place() -> None:
    assert places("企业名称\t2024年目标\t责任镇街\n云溪轴承有限公司\t5\t白鹭镇、石桥镇\n") == [
        ("Enterprise", "云溪轴承有限公司", "白鹭镇", "云溪市"),
        ("Enterprise", "云溪轴承有限公司", "石桥镇", "云溪市"),
    ]


@pytest.mark.parametrize(
    ("cell", "place", "chain"),
    [
        ("青禾县", "青禾县", "云溪市"),
        ("青禾县白鹭镇", "白鹭镇", "云溪市/青禾县"),
        ("丹枫区河西街道学府路3号", "河西街道", "云溪市/丹枫区"),
        ("云溪高新区", "云溪高新区", "云溪市"),
    ],
)
def test_a_place_goes_down_to_the_street(cell: str, place: str, chain: str) -> None:
    assert places(f"项目名称\t建设地点\n南湖大桥\t{cell}\n") == [("Project", "南湖大桥", place, chain)]


def test_the_place_goes_before_the_district_that_answers() -> None:
    found = places("项目名称\t建设地点\t责任镇街\n南湖大桥\t丹枫区\t白鹭镇\n")
    assert [row[2] for row in found] == ["丹枫区"]


def test_rows_of_districts_locate_nothing() -> None:
    assert places("镇（街道）\t任务数\n白鹭镇\t5\n") == []


def test_what_names_no_district_is_no_place() -> None:
    assert places("项目名称\t建设地点\n南湖大桥\t待定\n北河堤\t—\n西山路\t城区\n东山路\t各县\n") == []
