import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from govgraph_ontology.divisions import (
    Division,
    chain,
    children,
    division_at,
    divisions_named,
    parent,
)
from govgraph_ontology.vocabulary import load_vocabulary

ONTOLOGY = Path(__file__).parents[2] / "ontology"


def chains(name: str) -> list[str]:
    return [chain(division) for division in divisions_named(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("广东省", "广东省"),
        ("阳江市", "广东省/阳江市"),
        ("阳江", "广东省/阳江市"),
        ("乐昌市", "广东省/韶关市/乐昌市"),
        ("东城区", "北京市/东城区"),
        ("北京", "北京市"),
        ("仙桃市", "湖北省/仙桃市"),
        ("忠县", "重庆市/忠县"),
        ("内蒙古", "内蒙古自治区"),
        ("凉山", "四川省/凉山彝族自治州"),
        ("乳源", "广东省/韶关市/乳源瑶族自治县"),
        ("神农架", "湖北省/神农架林区"),
        ("浦东", "上海市/浦东新区"),
        ("香港", "香港特别行政区"),
    ],
)
def test_name_leads_to_its_chain_from_the_province(name: str, expected: str) -> None:
    assert chains(name) == [expected]


def test_name_borne_by_several_divisions_gives_them_all() -> None:
    assert chains("朝阳区") == ["北京市/朝阳区", "吉林省/长春市/朝阳区"]
    assert {"辽宁省/朝阳市", "辽宁省/朝阳市/朝阳县", "北京市/朝阳区"} <= set(chains("朝阳"))


def test_higher_level_comes_first() -> None:
    assert [division.level for division in divisions_named("吉林")] == ["province", "city"]


def test_unknown_name_gives_nothing() -> None:
    assert divisions_named("云溪市青禾县") == ()
    assert divisions_named("") == ()


def test_placeholders_of_the_statisticians_are_no_divisions() -> None:
    for name in ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县"):
        assert divisions_named(name) == ()


def test_city_without_counties_has_townships_below() -> None:
    (dongguan,) = divisions_named("东莞市")
    townships = [division for division in children(dongguan) if division.level == "township"]
    assert "虎门镇" in {division.name for division in townships}
    assert all(parent(division) == dongguan for division in townships)


def test_children_of_a_city_are_its_counties_then_its_zones() -> None:
    (yangjiang,) = divisions_named("阳江市")
    levels = [division.level for division in children(yangjiang)]
    assert levels == sorted(levels)
    assert {"江城区", "阳东区", "阳西县", "阳春市", "阳江高新技术产业开发区"} <= {
        d.name for d in children(yangjiang)
    }


def test_counties_directly_under_a_province_are_its_children() -> None:
    (hainan, *_) = divisions_named("海南省")
    assert {"海口市", "琼海市", "陵水黎族自治县"} <= {division.name for division in children(hainan)}


def test_townships_are_found_by_full_name_only() -> None:
    assert "广东省/韶关市/乐昌市/乐城街道" in chains("乐城街道")
    assert divisions_named("乐城") == ()
    assert len(divisions_named("城关镇")) > 50


def test_townships_are_not_read_before_they_are_asked_for() -> None:
    code = (
        "from govgraph_ontology import divisions as d; d.divisions_named('阳江市');"
        "assert d._township_text.cache_info().currsize == 0;"
        "d.divisions_named('城关镇'); assert d._township_text.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ONTOLOGY)})


def test_zone_is_known_in_full_in_short_and_inside_its_place() -> None:
    expected = "广东省/阳江市/阳江高新技术产业开发区"
    assert chains("阳江高新技术产业开发区") == chains("阳江高新区") == [expected]
    assert expected in chains("高新区")
    assert expected in chains("高新技术产业开发区")


def test_zone_is_not_called_like_its_city() -> None:
    assert chains("兰州") == ["甘肃省/兰州市"]
    assert chains("镇江") == ["江苏省/镇江市"]


def test_division_at_undoes_chain() -> None:
    for place in (
        "广东省",
        "广东省/阳江市",
        "北京市/东城区",
        "广东省/韶关市/乐昌市/乐城街道",
        "河北省/雄安新区",
    ):
        division = division_at(place)
        assert division is not None
        assert chain(division) == place
    assert division_at("广东省/东城区") is None
    assert division_at("乐昌市") is None
    assert division_at("") is None


PROVINCES = """
北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省
山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省
甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省 香港特别行政区 澳门特别行政区
"""


def every_division() -> list[Division]:
    found: list[Division] = []
    waiting = [division for name in PROVINCES.split() for division in divisions_named(name)]
    while waiting:
        division = waiting.pop()
        found.append(division)
        waiting.extend(below for below in children(division))
    return found


def test_every_division_hangs_below_a_province() -> None:
    every = every_division()
    assert len(PROVINCES.split()) == 34
    levels = [division.level for division in every]
    assert levels.count("township") == 41352
    assert levels.count("county") > 2900
    assert levels.count("city") == 333
    assert levels.count("zone") > 300
    assert len({division.code for division in every}) == len(every)


def test_children_and_parent_agree() -> None:
    (guangdong,) = divisions_named("广东省")
    for city in children(guangdong):
        assert parent(city) == guangdong
        for county in children(city):
            assert parent(county) == city


def test_zones_file_says_nothing_twice() -> None:
    overlay = load_vocabulary("zones")
    for kind in overlay["kinds"].values():
        assert len(kind["places"]) == len(set(kind["places"]))
    for zone, (_, *others) in overlay["named"].items():
        assert zone not in others


def test_codes_of_children_are_sorted() -> None:
    (county,) = divisions_named("乐昌市")
    towns = children(county)
    assert all(first.code < second.code for first, second in pairwise(towns))
    assert len(towns) > 15
