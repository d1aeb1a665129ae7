"""Districts in running text: of the tables around the document's place, and those written like one."""

from __future__ import annotations

import pytest
from hypothesis import given

from govgraph_loaders.extract.districts import find_written_districts, known_districts
from loaders.strategies import chinese_text


def written(text: str) -> list[str]:
    return [text[start:end] for start, end in find_written_districts(text, 0, len(text))]


def test_a_city_knows_itself_what_is_above_and_within_it_and_its_neighbours() -> None:
    known = known_districts("广东省/阳江市")
    for name in ("阳江市", "广东省", "阳西县", "江城区", "茂名市"):
        assert known[name].name == name


def test_a_short_name_means_the_district_of_the_scope() -> None:
    assert known_districts("广东省/阳江市")["阳西"].name == "阳西县"


def test_a_place_that_no_table_knows_knows_no_districts() -> None:
    assert known_districts("示范省/云溪市") == {}
    assert known_districts("") == {}


def test_districts_of_other_provinces_are_not_among_them() -> None:
    assert "姑苏区" not in known_districts("广东省/阳江市")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("白鹭镇、石桥镇开展试点", ["白鹭镇", "石桥镇"]),
        ("丹枫区重点发展汽车产业；临湖区发展医疗", ["丹枫区", "临湖区"]),
        ("（青禾县）", ["青禾县"]),
        ("桃源街道、青石乡", ["桃源街道", "青石乡"]),
    ],
)
def test_a_name_written_like_a_district_behind_a_boundary_is_found(text: str, names: list[str]) -> None:
    assert written(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "各县要落实",
        "全市上下",
        "城镇建设",
        "社区服务",
        "有关地区",
        "中心城区",
        "丹枫区教育局",
        "示范市场",
        "青禾县长",
    ],
)
def test_other_words_in_district_characters_are_none(text: str) -> None:
    assert written(text) == []


@given(chinese_text)
def test_written_districts_stand_in_order(text: str) -> None:
    position = 0
    for start, end in find_written_districts(text, 0, len(text)):
        assert position <= start < end
        position = end
